/** The XML of office files as a tree that can be changed and written again. Comments and instructions do not return. */
import { DocumentError, damaged } from '../errors.ts'
import type { Limits } from '../limits.ts'
import { Attributes, scanXml, unescaped } from '../read/xml.ts'

export interface Element {
  readonly kind: 'element'
  /** With its prefix, as written. */
  readonly name: string
  /** Without it. */
  readonly local: string
  /** As written between the name and the end of the tag. */
  attributes: string
  children: Node[]
}

/** Text is kept as written, with its entities. */
export type Node = Element | string

/** Parses the XML of a part; `part` names it where it is broken. Throws DocumentError. */
export function parseTree(xml: string, part: string, limits: Limits): Element {
  try {
    // First by the strict reader: what follows may then take for granted that tags match and nothing is defined.
    scanXml(xml, { open: () => undefined, close: () => undefined, text: () => undefined }, limits)
  } catch (error) {
    throw error instanceof DocumentError ? error : damaged(`内部文件 ${part}`, `its part ${part}`, error)
  }
  const root = build(xml)
  if (root === undefined) throw damaged(`内部文件 ${part}`, `its part ${part}`)
  return root
}

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/[^>]*>|<([^\s/>]+)((?:[^"'>]|"[^"]*"|'[^']*')*)>|[^<]+/g

function build(xml: string): Element | undefined {
  const top: Element = { kind: 'element', name: '', local: '', attributes: '', children: [] }
  const open = [top]
  for (const [whole, literal, name, rest = ''] of xml.matchAll(token)) {
    const into = open.at(-1)?.children ?? top.children
    if (literal !== undefined) into.push(escaped(literal))
    else if (name !== undefined) {
      const closed = rest.endsWith('/')
      const element = elementOf(name, closed ? rest.slice(0, -1) : rest)
      into.push(element)
      if (!closed) open.push(element)
    } else if (whole.startsWith('</')) open.pop()
    else if (!whole.startsWith('<')) into.push(whole)
  }
  return top.children.find(isElement)
}

function elementOf(name: string, attributes: string): Element {
  return {
    kind: 'element',
    name,
    local: name.slice(name.indexOf(':') + 1),
    attributes: attributes.trimEnd(),
    children: [],
  }
}

export function isElement(node: Node): node is Element {
  return typeof node !== 'string'
}

/** The XML of a part again. */
export function writeTree(root: Element): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
  write(root, parts)
  return parts.join('')
}

function write(node: Node, parts: string[]): void {
  if (!isElement(node)) {
    parts.push(node)
    return
  }
  parts.push('<', node.name, node.attributes)
  if (node.children.length === 0) {
    parts.push('/>')
    return
  }
  parts.push('>')
  for (const child of node.children) write(child, parts)
  parts.push('</', node.name, '>')
}

export function escaped(text: string): string {
  return text.replace(/[&<>]/g, sign => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))
}

/** The value of the attribute of that local name; undefined where there is none. */
export function attributeOf({ attributes }: Element, local: string): string | undefined {
  const reader = new Attributes(attributes)
  reader.moveTo(0, attributes.length)
  return reader.get(local)
}

/** Changes every attribute: `change` gets its name as written and its value, and gives the value or null to drop it. */
export function changeAttributes(element: Element, change: (name: string, value: string) => string | null): void {
  element.attributes = element.attributes.replace(
    /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
    (_whole, name: string, double?: string, single?: string) => {
      const value = change(name, unescaped(double ?? single ?? ''))
      return value === null ? '' : ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`
    },
  )
}

/** The element and everything in it, outermost first. */
export function* elementsIn(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) if (isElement(child)) yield* elementsIn(child)
}

export function childOf(element: Element, local: string): Element | undefined {
  return element.children.find((child): child is Element => isElement(child) && child.local === local)
}

/** The text directly in an element. */
export function textIn({ children }: Element): string {
  return unescaped(children.filter(child => !isElement(child)).join(''))
}

/** What becomes of an element: it stays, it goes with all in it, or only its children stay. */
export type Fate = 'stay' | 'go' | 'unwrap'

/** Decides the fate of everything below an element, from the inside out; `path` holds the elements around it. */
export function sift(element: Element, fate: (element: Element, path: readonly Element[]) => Fate): void {
  siftBelow(element, fate, [])
}

function siftBelow(element: Element, fate: Parameters<typeof sift>[1], path: readonly Element[]): void {
  const inner = [...path, element]
  element.children = element.children.flatMap((child): Node[] => {
    if (!isElement(child)) return [child]
    const what = fate(child, inner)
    if (what === 'go') return []
    siftBelow(child, fate, inner)
    return what === 'unwrap' ? child.children : [child]
  })
}
