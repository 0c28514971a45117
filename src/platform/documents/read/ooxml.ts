/** What docx and xlsx share: parts in a zip, tied together by relationships. */
import { DocumentError, damaged } from '../errors.ts'
import type { Limits } from '../limits.ts'
import { scanXml, type XmlHandler, xmlText } from './xml.ts'
import { Zip } from './zip.ts'

interface Relationship {
  readonly id: string
  /** The last word of its type, the same in transitional and strict files: `officeDocument`, `styles`. */
  readonly kind: string
  /** The part it leads to, as a name in the zip. */
  readonly part: string
}

/** Path of a part relative to the folder of the part that names it; a leading slash starts at the top. */
function resolve(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter(part => part !== '')
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** An office file in the zip container. */
export class OfficePackage {
  readonly #zip: Zip
  readonly #limits: Limits

  constructor(bytes: Uint8Array, limits: Limits) {
    this.#zip = new Zip(bytes, limits)
    this.#zip.checkNames()
    this.#limits = limits
  }

  /** The XML of a part as text; undefined where there is no such part. */
  text(part: string): string | undefined {
    const entry = this.#zip.find(part)
    return entry === undefined ? undefined : xmlText(this.#zip.bytesOf(entry))
  }

  /** The XML of a part that must be there. Throws `damaged`, naming the part in the words given. */
  required(part: string, zh: string, en: string): string {
    const text = this.text(part)
    if (text === undefined) throw damaged(zh, en)
    return text
  }

  /** Walks a part that must be there. Throws `damaged`, naming the part in the words given. */
  scan(part: string, handler: XmlHandler, zh: string, en: string): void {
    this.scanText(this.required(part, zh, en), handler, zh, en)
  }

  /** Walks the XML given. Throws `damaged`, naming it in the words given. */
  scanText(text: string, handler: XmlHandler, zh: string, en: string): void {
    try {
      scanXml(text, handler, this.#limits)
    } catch (error) {
      throw error instanceof DocumentError ? error : damaged(zh, en, error)
    }
  }

  /** The relationships of a part; of the package itself for ''. */
  relationships(part: string): Relationship[] {
    const slash = part.lastIndexOf('/') + 1
    const folder = part.slice(0, slash)
    const text = this.text(`${folder}_rels/${part.slice(slash)}.rels`)
    const found: Relationship[] = []
    if (text === undefined) return found
    const handler: XmlHandler = {
      open: (name, attributes) => {
        const target = attributes.get('Target')
        if (name !== 'Relationship' || target === undefined || attributes.get('TargetMode') === 'External') return
        const type = attributes.get('Type') ?? ''
        found.push({
          id: attributes.get('Id') ?? '',
          kind: type.slice(type.lastIndexOf('/') + 1),
          part: resolve(folder, target),
        })
        return undefined
      },
      close: () => undefined,
      text: () => undefined,
    }
    this.scanText(text, handler, '部件关系', 'the relationships of its parts')
    return found
  }

  /** The main part, by relationship and else by its usual name. Throws `damaged`. */
  mainPart(usual: string, zh: string, en: string): string {
    const named = this.relationships('').find(each => each.kind === 'officeDocument')?.part
    if (named !== undefined && this.#zip.has(named)) return named
    if (this.#zip.has(usual)) return usual
    throw damaged(zh, en)
  }
}
