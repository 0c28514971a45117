/** The parts of an office file and what leads from one to another. */
import { checkSize } from '../charset.ts'
import { damaged } from '../errors.ts'
import type { Limits } from '../limits.ts'
import { xmlText } from '../read/xml.ts'
import { Zip } from '../read/zip.ts'
import { attributeOf, type Element, elementsIn, parseTree } from './tree.ts'

export interface Link {
  readonly id: string
  /** The last word of its type: `styles`, `hyperlink`. */
  readonly kind: string
  readonly type: string
  /** The part it leads to; null where it leads out of the file. */
  readonly part: string | null
  /** As written. */
  readonly target: string
}

/** An office file whose parts are unpacked when they are asked for. Throws DocumentError. */
export class OfficeParts {
  readonly names: readonly string[]
  /** The part everything starts from. */
  readonly main: string
  readonly #zip: Zip
  readonly #limits: Limits
  readonly #unpacked = new Map<string, Uint8Array>()
  readonly #links = new Map<string, readonly Link[]>()

  constructor(bytes: Uint8Array, usualMain: string, limits: Limits) {
    checkSize(bytes, limits)
    this.#zip = new Zip(bytes, limits)
    this.#zip.checkNames()
    this.#limits = limits
    this.names = this.#zip.entries.filter(({ folder }) => !folder).map(({ name }) => name)
    // Of two parts of one name each program takes another: nobody could say what was redacted.
    if (new Set(this.names).size < this.names.length) throw damaged('内部文件（重名）', 'its parts (two of one name)')
    const named = this.links('').find(({ kind }) => kind === 'officeDocument')?.part
    this.main = named !== undefined && named !== null && this.has(named) ? named : usualMain
    if (!this.has(this.main)) throw damaged('正文', 'the main part')
  }

  has(name: string): boolean {
    return this.#zip.has(name)
  }

  bytes(name: string): Uint8Array {
    const known = this.#unpacked.get(name)
    if (known !== undefined) return known
    const entry = this.#zip.find(name)
    if (entry === undefined) throw damaged(`内部文件 ${name}`, `its part ${name}`)
    const bytes = this.#zip.bytesOf(entry)
    this.#unpacked.set(name, bytes)
    return bytes
  }

  /** The XML of a part, parsed anew at every call. */
  tree(name: string): Element {
    return parseTree(xmlText(this.bytes(name)), name, this.#limits)
  }

  /** What a part leads to; the package itself for ''. */
  links(name: string): readonly Link[] {
    const known = this.#links.get(name)
    if (known !== undefined) return known
    const file = linksFileOf(name)
    const links = this.has(file) ? linksIn(this.tree(file), name) : []
    this.#links.set(name, links)
    return links
  }
}

export function linksFileOf(name: string): string {
  const slash = name.lastIndexOf('/') + 1
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`
}

function linksIn(root: Element, owner: string): Link[] {
  return [...elementsIn(root)].flatMap((element): Link[] => {
    const target = attributeOf(element, 'Target')
    if (element.local !== 'Relationship' || target === undefined) return []
    const type = attributeOf(element, 'Type') ?? ''
    const outside = attributeOf(element, 'TargetMode') === 'External'
    return [
      {
        id: attributeOf(element, 'Id') ?? '',
        kind: type.slice(type.lastIndexOf('/') + 1),
        type,
        part: outside ? null : resolved(owner, target),
        target,
      },
    ]
  })
}

/** A target is relative to the folder of its owner; one with a leading slash to the top. */
function resolved(owner: string, target: string): string {
  const path = target.startsWith('/') ? [] : owner.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
