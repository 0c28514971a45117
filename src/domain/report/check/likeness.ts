/** How alike two texts are, whatever their figures: prose carried over from last year keeps its words, not its numbers. */

/** Length of the pieces compared: long enough that office phrases alone do not make two texts alike. */
const PIECE = 6

/** Han characters and letters only: digits, signs and spaces change from year to year without the text being new. */
export function plainText(text: string): string {
  return text.replace(/[^\p{L}]|[〇零一二三四五六七八九十百千]/gu, '')
}

/** Share of the shorter text's pieces found in the other, 0 to 1, on texts from `plainText`. */
export function likeness(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const sought = piecesOf(short)
  if (sought.length === 0) return 0
  const pieces = new Set(piecesOf(long))
  return sought.filter(piece => pieces.has(piece)).length / sought.length
}

/** Every run of `PIECE` characters, in order; none in a text shorter than that. */
function piecesOf(text: string): string[] {
  return Array.from({ length: text.length - PIECE + 1 }, (_, k) => text.slice(k, k + PIECE))
}
