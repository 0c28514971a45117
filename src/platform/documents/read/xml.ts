/**
 * A small forward reader for the XML inside office files. It knows nothing of schemas, refuses document types (so no
 * entity can be defined), bounds depth and demands matching tags. Names come without their prefix: office files use
 * the same local names in the transitional and the strict namespaces.
 */
import { decodeText } from '../charset.ts'
import { damaged, tooLarge } from '../errors.ts'
import type { Limits } from '../limits.ts'

export interface XmlHandler {
  /** Returning 'skip' leaves out everything up to and including the matching end. */
  open(name: string, attributes: Attributes): 'skip' | undefined
  close(name: string): void
  text(value: string): void
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function characterOf(reference: string): string {
  const code = reference[1] === 'x' ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
}

/** The text with its entities replaced. */
export function unescaped(value: string): string {
  if (!value.includes('&')) return value
  return value.replace(/&(#x[0-9a-fA-F]{1,8}|#[0-9]{1,8}|[a-z]{2,4});/g, (whole, reference: string) =>
    reference.startsWith('#') ? characterOf(reference) : (named[reference] ?? whole),
  )
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}

/** The attributes of the element being opened; read only when asked for, valid only during `open`. */
export class Attributes {
  readonly #source: string
  #start = 0
  #end = 0

  constructor(source: string) {
    this.#source = source
  }

  /** Points at the attributes of the next element. */
  moveTo(start: number, end: number): void {
    this.#start = start
    this.#end = end
  }

  /** The value of the attribute of that local name; undefined where there is none. */
  get(name: string): string | undefined {
    const source = this.#source
    let at = this.#start
    while (at < this.#end) {
      const equals = source.indexOf('=', at)
      if (equals < 0 || equals >= this.#end) return undefined
      let quote = equals + 1
      while (isSpace(source.charCodeAt(quote))) quote++
      const close = source.indexOf(source.charAt(quote), quote + 1)
      if (close < 0 || close >= this.#end) return undefined
      const written = source.slice(at, equals).trim()
      if (written === name || written.endsWith(`:${name}`)) return unescaped(source.slice(quote + 1, close))
      at = close + 1
    }
    return undefined
  }
}

class Scanner {
  readonly #source: string
  readonly #handler: XmlHandler
  readonly #depth: number
  readonly #attributes: Attributes
  readonly #written: string[] = []
  readonly #local = new Map<string, string>()
  /** Depth of the element being left out; 0 while nothing is. */
  #skipped = 0

  constructor(source: string, handler: XmlHandler, depth: number) {
    this.#source = source
    this.#handler = handler
    this.#depth = depth
    this.#attributes = new Attributes(source)
  }

  run(): void {
    const source = this.#source
    let at = 0
    for (;;) {
      const tag = source.indexOf('<', at)
      if (tag < 0) break
      if (tag > at && this.#skipped === 0) this.#handler.text(plain(source.slice(at, tag)))
      const next = source.charCodeAt(tag + 1)
      at = next === 0x2f ? this.#close(tag) : next === 0x21 || next === 0x3f ? this.#special(tag) : this.#open(tag)
    }
    if (this.#written.length > 0) throw new Error('the XML ends inside an element')
  }

  #find(what: string, from: number): number {
    const at = this.#source.indexOf(what, from)
    if (at < 0) throw new Error(`the XML ends before ${what}`)
    return at
  }

  /** Where the tag that starts at `from` ends: the first `>` outside quotes. */
  #tagEnd(from: number): number {
    const source = this.#source
    for (let at = from; at < source.length; at++) {
      const code = source.charCodeAt(at)
      if (code === 0x3e) return at
      if (code === 0x22) at = this.#find('"', at + 1)
      else if (code === 0x27) at = this.#find("'", at + 1)
      else if (code === 0x3c) break
    }
    throw new Error('a tag of the XML does not end')
  }

  #open(tag: number): number {
    const source = this.#source
    let nameEnd = tag + 1
    for (; nameEnd < source.length; nameEnd++) {
      const code = source.charCodeAt(nameEnd)
      if (code === 0x3e || code === 0x2f || isSpace(code)) break
    }
    if (nameEnd === tag + 1) throw new Error('a tag of the XML has no name')
    const end = this.#tagEnd(nameEnd)
    const closed = source.charCodeAt(end - 1) === 0x2f
    const written = source.slice(tag + 1, nameEnd)
    if (this.#skipped > 0) {
      if (!closed) this.#push(written)
      return end + 1
    }
    const name = this.#localName(written)
    this.#attributes.moveTo(nameEnd, closed ? end - 1 : end)
    const skip = this.#handler.open(name, this.#attributes) === 'skip'
    if (closed) {
      if (!skip) this.#handler.close(name)
    } else {
      this.#push(written)
      if (skip) this.#skipped = this.#written.length
    }
    return end + 1
  }

  #push(written: string): void {
    if (this.#written.push(written) > this.#depth) {
      throw tooLarge(`文件内部结构超过 ${this.#depth} 层`, `its inner structure is over ${this.#depth} levels deep`)
    }
  }

  #close(tag: number): number {
    const end = this.#find('>', tag + 2)
    const written = this.#written.pop()
    if (written === undefined || !this.#source.startsWith(written, tag + 2))
      throw new Error('the XML tags do not match')
    if (this.#skipped === 0) this.#handler.close(this.#localName(written))
    else if (this.#written.length < this.#skipped) this.#skipped = 0
    return end + 1
  }

  #special(tag: number): number {
    const source = this.#source
    if (source.startsWith('<!--', tag)) return this.#find('-->', tag + 4) + 3
    if (source.startsWith('<?', tag)) return this.#find('?>', tag + 2) + 2
    if (!source.startsWith('<![CDATA[', tag)) throw new Error('the XML holds a document type')
    const end = this.#find(']]>', tag + 9)
    if (this.#skipped === 0) this.#handler.text(source.slice(tag + 9, end))
    return end + 3
  }

  #localName(written: string): string {
    const seen = this.#local.get(written)
    if (seen !== undefined) return seen
    const name = written.slice(written.indexOf(':') + 1)
    this.#local.set(written, name)
    return name
  }
}

function plain(value: string): string {
  return unescaped(value.includes('\r') ? value.replaceAll('\r\n', '\n') : value)
}

/** Walks the XML of one part of an office file. Throws what the handler throws, and a plain Error where it is broken. */
export function scanXml(source: string, handler: XmlHandler, limits: Limits): void {
  new Scanner(source, handler, limits.depth).run()
}

/** Decodes one part of an office file: UTF-8 unless it is marked or declared otherwise. */
export function xmlText(bytes: Uint8Array): string {
  const declared = /^[^>]{0,100}encoding=["']([\w-]+)["']/.exec(Buffer.from(bytes.subarray(0, 128)).toString('latin1'))
  const text = decodeText(bytes, declared?.[1])
  if (text === undefined) throw damaged('内部文字编码', 'the encoding of its text')
  return text
}
