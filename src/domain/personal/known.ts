/** Takes out of a text what tells of one known person, and every other trace of personal data (条例15; 个保法28). */
import { folded } from './scan/fold.ts'
import { scanText } from './scan.ts'

const HIDDEN = '***'
/** A shorter value would take ordinary words out of ordinary sentences. */
const leastKnown = 2

interface Place {
  readonly start: number
  readonly end: number
}

/**
 * The text with each of the `known` values (names, numbers, addresses, however they are spaced) and each trace found by
 * `scanText` hidden. `allowed`: telephones and addresses of offices, which stay.
 */
export function withoutPersonal(text: string, known: readonly string[], allowed: readonly string[]): string {
  const plain = folded(text)
  const places = [...known.flatMap(value => placesOf(value, plain)), ...scanText(text, { allowed })]
  let shown = ''
  let from = 0
  for (const { start, end } of places.toSorted((a, b) => a.start - b.start)) {
    if (start >= from) shown += text.slice(from, start) + HIDDEN
    from = Math.max(from, end)
  }
  return shown + text.slice(from)
}

function placesOf(value: string, plain: string): Place[] {
  const signs = Array.from(folded(value).replace(separators, ''))
  if (signs.length < leastKnown) return []
  const pattern = new RegExp(signs.map(literally).join(between), 'gi')
  return [...plain.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
}

const literally = (sign: string) => sign.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** What may stand between the signs of a value without making it another. */
const separators = /[\s\-.·()]/g
const between = '[\\s\\-.·()]*'
