/** How much of what two requests ask for is the same: read once for the one, compared with as many as there are. */
import type { Wanted } from './case.ts'

export type Subject = Pick<Wanted, 'title' | 'documentNumber' | 'indexNumber' | 'features'>

/** From this share of shared characters on, two subjects are shown as alike. */
export const ALIKE = 0.6

/**
 * Gives the comparison with a subject, from 0 to 1: 1 where a number is the same, or title and description are, as far
 * as they are read; else what they share of pairs of neighbouring characters.
 */
export function likenessTo(subject: Subject): (other: Subject) => number {
  const title = plain(subject.title)
  const titles = sharedWith(title)
  const wholes = sharedWith(title + plain(subject.features))
  const document = plain(subject.documentNumber ?? '')
  const index = plain(subject.indexNumber ?? '')
  return other => {
    const itsDocument = plain(other.documentNumber ?? '')
    if (isSame(document, itsDocument) || isSame(index, plain(other.indexNumber ?? ''))) return 1
    const itsTitle = plain(other.title)
    const share = titles(itsTitle)
    // The same title under two numbers: two papers of one kind.
    if (share === 1) return document !== '' && itsDocument !== '' ? ALIKE : 1
    return Math.max(share, wholes(itsTitle + plain(other.features)))
  }
}

function isSame(one: string, other: string): boolean {
  return one !== '' && one === other
}

/** Letters and figures only, full-width ones as the half-width they stand for. */
function plain(text: string): string {
  if (text === '') return ''
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The share of pairs another text has in common with this one (Dice); 1 where they are the same. */
function sharedWith(text: string): (other: string) => number {
  const pairs = new Map<string, number>()
  for (let i = 0; i + 2 <= text.length; i++) {
    const pair = text.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return other => {
    if (other === text) return text === '' ? 0 : 1
    const total = Math.max(text.length - 1, 0) + Math.max(other.length - 1, 0)
    return total === 0 ? 0 : (2 * commonPairs(pairs, other)) / total
  }
}

function commonPairs(pairs: ReadonlyMap<string, number>, other: string): number {
  const seen = new Map<string, number>()
  let common = 0
  for (let i = 0; i + 2 <= other.length; i++) {
    const pair = other.slice(i, i + 2)
    const there = pairs.get(pair)
    if (there === undefined) continue
    const before = seen.get(pair) ?? 0
    if (before < there) common++
    seen.set(pair, before + 1)
  }
  return common
}
