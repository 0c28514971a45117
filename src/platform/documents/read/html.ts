/** Web pages: lines of text and tables in reading order, without building a document tree. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import type { Paper, PaperBlock } from '../../../paper/paper.ts'
import { checkSize, requireText } from '../charset.ts'
import { emptyFile, noTextLayer } from '../errors.ts'
import type { Limits } from '../limits.ts'
import { Tables } from './flow.ts'
import { HtmlTable, spanOf } from './html/table.ts'
import { Hidden, holdsNothing, kindOf, type TagKind } from './html/tags.ts'

const blanks = /[\t\n\f\r ]+/g
const PAGE_START = /<(?:!doctype|html|head|body|meta)\b/i
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i

/** The attributes that matter, by their first letter, with their length. */
const attributeLengths: ReadonlyMap<number, number> = new Map(
  ['colspan', 'rowspan', 'hidden', 'style'].map(name => [name.charCodeAt(0), name.length]),
)

class Page implements TokenizerCallbacks {
  readonly blocks: PaperBlock[] = []
  pictures = 0
  readonly #source: string
  readonly #tables: Tables
  readonly #open: HtmlTable[] = []
  #content = this.blocks
  #line = ''
  /** Where in the source the line began; the number of the source line, and where that one ends. */
  #lineStart = 0
  #lineNumber = 1
  #nextBreak = 0
  #pre = 0
  #hidden: Hidden | undefined
  #tag = ''
  #attribute = ''
  #value = ''
  #colSpan = 1
  #rowSpan = 1
  #hide = false

  constructor(source: string, tables: Tables, linesCount: boolean) {
    this.#source = source
    this.#pre = linesCount ? 1 : 0
    this.#tables = tables
    this.#findBreak(0)
  }

  ontext(start: number, end: number): void {
    if (this.#hidden !== undefined) return
    const text = this.#source.slice(start, end)
    if (this.#line === '') this.#lineStart = end - text.trimStart().length
    if (this.#pre > 0) this.#appendPre(text, start)
    else this.#append(text.replace(blanks, ' '))
  }

  ontextentity(code: number, end: number): void {
    if (this.#hidden !== undefined) return
    if (this.#line === '') this.#lineStart = end
    this.#append(code <= 32 ? ' ' : String.fromCodePoint(code))
  }

  /** Adds text whose blanks are single spaces already; a line never begins with one or holds two together. */
  #append(text: string): void {
    const joined = this.#line === '' || this.#line.endsWith(' ')
    this.#line += joined && text.charCodeAt(0) === 32 ? text.slice(1) : text
  }

  #appendPre(text: string, start: number): void {
    let from = 0
    for (const { 0: mark, index } of text.matchAll(/\r\n|[\n\r\f]/g)) {
      this.#line += text.slice(from, index)
      this.#endLine()
      from = index + mark.length
      this.#lineStart = start + from
    }
    this.#line += text.slice(from)
  }

  #endLine(): void {
    const text = this.#line.endsWith(' ') ? this.#line.trimEnd() : this.#line
    this.#line = ''
    if (text === '') return
    this.#content.push({ kind: 'text', text, at: { line: this.#lineAt(this.#lineStart) } })
  }

  /** The source line of a place; places are asked for in order. */
  #lineAt(place: number): number {
    while (this.#nextBreak < place) {
      this.#lineNumber++
      this.#findBreak(this.#nextBreak + 1)
    }
    return this.#lineNumber
  }

  #findBreak(from: number): void {
    const at = this.#source.indexOf('\n', from)
    this.#nextBreak = at < 0 ? Number.POSITIVE_INFINITY : at
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#source.slice(start, end)
    this.#colSpan = 1
    this.#rowSpan = 1
    this.#hide = false
  }

  onattribname(start: number, end: number): void {
    // Most attributes say nothing here, and their first letter and length show it without copying them.
    const length = attributeLengths.get(this.#source.charCodeAt(start) | 0x20)
    this.#attribute = length === end - start ? this.#source.slice(start, end).toLowerCase() : ''
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute !== '') this.#value += this.#source.slice(start, end)
  }

  onattribentity(code: number): void {
    if (this.#attribute !== '') this.#value += String.fromCodePoint(code)
  }

  onattribend(): void {
    if (this.#attribute === 'colspan') this.#colSpan = spanOf(this.#value, 1)
    else if (this.#attribute === 'rowspan') this.#rowSpan = spanOf(this.#value, 0)
    else if (this.#attribute === 'hidden') this.#hide = true
    else if (this.#attribute === 'style' && hiddenStyle.test(this.#value)) this.#hide = true
  }

  onopentagend(): void {
    const name = this.#tag.toLowerCase()
    if (this.#hidden !== undefined) {
      if (!this.#hidden.endsAtOpening(name)) return
      this.#hidden = undefined
    }
    const kind = kindOf(name)
    if ((kind === 'skip' || this.#hide) && !holdsNothing(name)) this.#hidden = new Hidden(name)
    else if (kind !== 'inline') this.#opened(kind)
  }

  onselfclosingtag(): void {
    // Browsers take <div/> as <div>; only in svg, whose content is left out, does the slash count.
    if (this.#hidden === undefined) this.onopentagend()
  }

  onclosetag(start: number, end: number): void {
    const name = this.#source.slice(start, end).toLowerCase()
    if (this.#hidden !== undefined) {
      const ends = this.#hidden.endsAtClosing(name)
      if (ends === undefined) return
      this.#hidden = undefined
      if (ends === 'inside') return
    }
    const kind = kindOf(name)
    if (kind !== 'inline') this.#closed(kind)
  }

  #opened(kind: TagKind): void {
    if (kind === 'picture') {
      this.pictures++
      return
    }
    this.#endLine()
    if (kind === 'pre') this.#pre++
    if (kind === 'table') this.#openTable()
    const table = this.#open.at(-1)
    if (table === undefined) return
    if (kind === 'group') table.endGroup()
    else if (kind === 'row') table.startRow()
    else if (kind === 'cell') table.startCell(this.#rowSpan, this.#colSpan)
    else return
    this.#content = table.content
  }

  #closed(kind: TagKind): void {
    if (kind === 'picture' || kind === 'skip') return
    this.#endLine()
    if (kind === 'pre' && this.#pre > 0) this.#pre--
    const table = this.#open.at(-1)
    if (table === undefined) return
    if (kind === 'table') this.#closeTable(table)
    else if (kind === 'group') table.endGroup()
    else if (kind === 'row') table.endRow()
    else if (kind === 'cell') table.endCell()
    else return
    this.#content = this.#open.at(-1)?.content ?? this.blocks
  }

  #openTable(): void {
    this.#open.push(new HtmlTable(this.#content, this.#tables))
    this.#tables.checkDepth(this.#open.length)
  }

  #closeTable(table: HtmlTable): void {
    this.#open.pop()
    for (const block of this.#tables.blocksOf(table.finish())) table.around.push(block)
  }

  onend(): void {
    this.#endLine()
    for (let table = this.#open.at(-1); table !== undefined; table = this.#open.at(-1)) this.#closeTable(table)
  }

  oncdata(): void {
    // Outside svg and math this is a comment.
  }

  oncomment(): void {
    // Not shown.
  }

  ondeclaration(): void {
    // The document type says nothing about text.
  }

  onprocessinginstruction(): void {
    // Not shown.
  }
}

/** The charset a page names for itself: in a meta tag, plain or http-equiv, or in its XML declaration. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  const found =
    /<meta\s[^>]*charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ?? /^<\?xml[^>]*encoding=["']([\w-]+)/.exec(head)
  return found?.[1]
}

const CONTAINER = /<(\/?)(table|p|div|h[1-6]|ul|ol|li|section|article|center|span|font)\b[^>]*>/gi

/**
 * A text, often Markdown, whose tables alone are written in tags: outside them a line of the source is a line. Told by
 * most of its words standing in no tag at all; a caption centred in tags does not make a text a web page.
 */
function isTextWithTables(source: string): boolean {
  if (PAGE_START.test(source.slice(0, 2000))) return false
  const open = { table: 0, other: 0 }
  let bare = 0
  let tagged = 0
  let from = 0
  const count = (text: string) => {
    if (open.table > 0) return
    const length = text.replace(/\s+/g, '').length
    if (open.other > 0) tagged += length
    else bare += length
  }
  for (const { 0: mark, 1: slash, 2: name = '', index } of source.matchAll(CONTAINER)) {
    count(source.slice(from, index))
    from = index + mark.length
    const kind = name.toLowerCase() === 'table' ? 'table' : 'other'
    if (kind === 'other' && open.table > 0) continue
    open[kind] = slash === '' ? open[kind] + 1 : Math.max(0, open[kind] - 1)
  }
  count(source.slice(from))
  return bare > tagged
}

/**
 * Reads a web page. Lines of text are what a browser would begin on a new line; their place is the line of the source.
 * Throws `empty`, `no_text_layer` (pictures only), `damaged`, `too_large`.
 */
export function readHtml(bytes: Uint8Array, limits: Limits): Paper {
  checkSize(bytes, limits)
  const source = requireText(bytes, declaredCharset(bytes))
  const page = new Page(source, new Tables(limits), isTextWithTables(source))
  const tokenizer = new Tokenizer({}, page)
  tokenizer.write(source)
  tokenizer.end()
  if (page.blocks.length === 0) throw page.pictures > 0 ? noTextLayer() : emptyFile()
  return { format: 'html', blocks: page.blocks }
}
