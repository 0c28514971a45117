/** A plain search over what one agency has published: few texts, read as they are. */

export interface Searched {
  readonly href: string
  readonly title: string
  /** Markdown; may be empty. */
  readonly text: string
  readonly publishedAt: string
}

export interface Hit {
  readonly href: string
  readonly title: string
  readonly publishedAt: string
  /** The words around the first place, those sought marked. */
  readonly excerpt: readonly Piece[]
}

interface Piece {
  readonly key: string
  readonly text: string
  readonly marked: boolean
}

/** What was typed, as words to be found: folded, without repeats, at most eight. */
export function termsOf(sought: string): readonly string[] {
  return [...new Set(fold(sought).split(/\s+/).filter(Boolean))].slice(0, 8)
}

/** Everything that holds all words, titles first, then the newest first. */
export function hitsFor(sought: string, all: readonly Searched[]): readonly Hit[] {
  const terms = termsOf(sought)
  const within = (text: string) => terms.every(term => fold(text).includes(term))
  return all
    .map(item => ({ item, plain: withoutMarks(item.text), named: within(item.title) }))
    .filter(({ item, plain, named }) => named || within(`${item.title}\n${plain}`))
    .sort((a, b) => Number(b.named) - Number(a.named) || (a.item.publishedAt < b.item.publishedAt ? 1 : -1))
    .map(({ item: { href, title, publishedAt }, plain }) => ({
      href,
      title,
      publishedAt,
      excerpt: excerptOf(plain, terms),
    }))
}

const before = 40
const after = 80

function excerptOf(text: string, terms: readonly string[]): readonly Piece[] {
  const folded = fold(text)
  // Folding may change lengths; then places in the folded text mean nothing in the other.
  const same = folded.length === text.length
  const at = same ? Math.min(...terms.map(term => folded.indexOf(term)).filter(place => place >= 0)) : Number.NaN
  if (!Number.isFinite(at)) return text === '' ? [] : [piece(0, `${text.slice(0, after)}…`, false)]
  const start = Math.max(0, at - before)
  const end = Math.min(text.length, at + after)
  const pieces = marked(text.slice(start, end), terms)
  return [
    ...(start > 0 ? [piece(-1, '…', false)] : []),
    ...pieces,
    ...(end < text.length ? [piece(pieces.length, '…', false)] : []),
  ]
}

function marked(text: string, terms: readonly string[]): Piece[] {
  const sought = new RegExp(`(${terms.map(escaped).join('|')})`, 'iu')
  return text.split(sought).map((part, i) => piece(i, part, i % 2 === 1))
}

function piece(n: number, text: string, isMarked: boolean): Piece {
  return { key: `${n}`, text, marked: isMarked }
}

function escaped(term: string): string {
  return term.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}

/** Full width and half width, large and small letters are the same word. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The words without the marks of Markdown, on one line. */
function withoutMarks(text: string): string {
  return text
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/^[ \t]*\|?[ \t:|-]+\|?[ \t]*$/gm, ' ')
    .replace(/\\([^\s\w])|[#*_`>|[\]]/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
