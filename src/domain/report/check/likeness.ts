/** How alike two texts are, whatever their figures: prose carried over from last year keeps its words, not its numbers. */

/** Length of the pieces compared: long enough that office phrases alone do not make two texts alike. */
const PIECE = 6

/** Han characters and letters only: digits, signs and spaces change from year to year without the text being new. */
export function plainText(text: string): string {
  return text.replace(/[^\p{L}]+|[〇零一二三四五六七八九十百千]+/gu, '')
}

/** Share of the shorter text's pieces found in the other, 0 to 1, on texts from `plainText`. */
export function likeness(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < PIECE) return 0
  const pieces = new Set<string>()
  for (let k = 0; k + PIECE <= long.length; k++) pieces.add(long.slice(k, k + PIECE))
  let shared = 0
  const count = short.length - PIECE + 1
  for (let k = 0; k < count; k++) if (pieces.has(short.slice(k, k + PIECE))) shared++
  return shared / count
}
