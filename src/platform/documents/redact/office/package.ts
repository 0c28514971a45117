/** An office file written anew from the parts that are needed to show it, and from no others. */
import { strToU8, type Zippable, zipSync } from 'fflate'
import { type Link, linksFileOf, type OfficeParts } from '../../office/parts.ts'
import { followedLinks, isXml, shownParts } from '../../office/reach.ts'
import { attributeOf, changeAttributes, type Element, sift, writeTree } from '../../office/tree.ts'
import { notRedactable } from '../refusals.ts'
import { withoutMetadata } from './pictures.ts'

/** Whole documents inside the document, shown as a part of it. */
const refused = new Set(['aFChunk', 'subDocument', 'chartsheet', 'dialogsheet', 'xlMacrosheet', 'vbaProject'])

/** The parts kept, parsed where they are XML, with the links that are left between them. */
export class NewPackage {
  readonly trees = new Map<string, Element>()
  readonly dropped: string[] = []
  readonly #pictures = new Map<string, Uint8Array>()
  readonly #links = new Map<string, Link[]>()
  readonly #office: OfficeParts

  private constructor(office: OfficeParts) {
    this.#office = office
  }

  /**
   * Takes what is shown, but for the parts in `without` (hidden sheets) and what hangs on them alone; pictures are
   * drawn anew. Throws DocumentError, and a Trouble `not_redactable`.
   */
  static async of(office: OfficeParts, without: ReadonlySet<string> = new Set()): Promise<NewPackage> {
    const made = new NewPackage(office)
    const shown = shownParts(office, without)
    for (const name of shown) {
      if (office.links(name).some(({ kind }) => refused.has(kind))) throw notRedactable(documentInside)
      made.#links.set(name, followedLinks(office, name, without))
      if (isXml(name)) made.trees.set(name, office.tree(name))
      else made.#pictures.set(name, await withoutMetadata(office.bytes(name), name))
    }
    made.dropped.push(...office.names.filter(name => !shown.includes(name) && !isOutline(name)))
    return made
  }

  links(name: string): readonly Link[] {
    return this.#links.get(name) ?? []
  }

  /** Takes out what refers to links that are gone: objects, controls, hyperlinks, pictures kept outside. */
  dropLostReferences(): void {
    for (const [name, tree] of this.trees) this.#dropLost(name, tree)
  }

  #dropLost(name: string, tree: Element): void {
    const ids = new Set(this.links(name).map(({ id }) => id))
    const prefixes = relationPrefixes(writeTree(tree))
    const isReference = (attribute: string) => {
      const [prefix = '', local = ''] = attribute.split(':')
      return prefixes.has(prefix) && local !== ''
    }
    sift(tree, element => {
      const lost = lostReferences(element, isReference, ids)
      if (lost.length === 0) return 'stay'
      if (element.local === 'hyperlink') return element.children.length > 0 ? 'unwrap' : 'go'
      if (!keepWithout.has(element.local)) return 'go'
      changeAttributes(element, (attribute, value) => (lost.includes(attribute) ? null : value))
      return 'stay'
    })
  }

  /** The file. Parts come in one order, without times. */
  write(): Uint8Array {
    const files: Zippable = {}
    files['[Content_Types].xml'] = strToU8(writeTree(this.#contentTypes()))
    const main = this.#office.links('').find(({ part }) => part === this.#office.main)
    files['_rels/.rels'] = strToU8(linksXml('', [main ?? { ...unnamedMain, part: this.#office.main }]))
    for (const [name, tree] of this.trees) {
      files[name] = strToU8(writeTree(tree))
      const links = this.links(name)
      if (links.length > 0) files[linksFileOf(name)] = strToU8(linksXml(name, links))
    }
    for (const [name, bytes] of this.#pictures) files[name] = bytes
    return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 })
  }

  #contentTypes(): Element {
    const types = this.#office.tree('[Content_Types].xml')
    sift(types, element => {
      const part = attributeOf(element, 'PartName')?.replace(/^\//, '')
      return part === undefined || this.trees.has(part) || this.#pictures.has(part) ? 'stay' : 'go'
    })
    return types
  }
}

/** What is shown without the thing it refers to. */
const keepWithout = new Set([
  'blip',
  'pageSetup',
  'imagedata',
  'cNvPr',
  'docPr',
  'shape',
  'fill',
  'stroke',
  'chartSpace',
])

const documentInside = {
  zh: '文件里嵌有另一份完整文档、宏或图表工作表',
  en: 'it holds another whole document, macros or a sheet that is a chart',
}

function lostReferences(
  element: Element,
  isReference: (attribute: string) => boolean,
  ids: ReadonlySet<string>,
): string[] {
  const lost: string[] = []
  changeAttributes(element, (attribute, value) => {
    if (isReference(attribute) && value !== '' && !ids.has(value)) lost.push(attribute)
    return value
  })
  return lost
}

/** The prefixes by which a part writes references to its links. */
function relationPrefixes(xml: string): ReadonlySet<string> {
  const declared = xml.matchAll(/xmlns:([\w.-]+)\s*=\s*["'][^"']*\/officeDocument\/(?:2006\/)?relationships["']/g)
  return new Set([...declared].map(([, prefix = '']) => prefix))
}

const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const unnamedMain = {
  id: 'rId1',
  kind: 'officeDocument',
  target: '',
  type: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument',
}

/** The list of contents and the lists of links. */
function isOutline(name: string): boolean {
  return /(?:^|\/)_rels\/|^\[Content_Types\]/.test(name)
}

function linksXml(owner: string, links: readonly Link[]): string {
  const folder = owner.slice(0, owner.lastIndexOf('/') + 1)
  const up = '../'.repeat(owner.split('/').length - 1)
  // Some readers know no way up and down again to a part of the same folder.
  const wayTo = (part: string) => (part.startsWith(folder) ? part.slice(folder.length) : `${up}${part}`)
  const each = links.map(({ id, type, part }) => {
    return `<Relationship Id="${id}" Type="${type}" Target="${wayTo(part ?? '')}"/>`
  })
  const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  return `${start}\n<Relationships xmlns="${packageRelations}">${each.join('')}</Relationships>`
}
