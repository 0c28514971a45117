/** Tells which edition's form a paper uses, by the words only that edition prints. */
import type { Edition } from '../../../law/editions/form.ts'
import { editionForYear } from '../form-cells.ts'
import { wordsOf } from './vocabulary.ts'

const TABLES = ['proactive', 'requests', 'disputes'] as const
const cache = new WeakMap<readonly Edition[], ReadonlyMap<Edition, readonly string[]>>()

/** The edition whose own words the text holds most of; where none speaks, the one prescribed for the year, else the newest. */
export function detectEdition(folded: string, year: number | null, known: readonly Edition[]): Edition {
  const scored = [...signatures(known)].map(([edition, words]) => ({
    edition,
    score: words.filter(w => folded.includes(w)).length,
  }))
  const best = scored.reduce(
    (a, b) => (b.score > a.score ? b : a),
    scored[0] ?? { edition: fallback(year, known), score: 0 },
  )
  const tied = scored.filter(s => s.score === best.score).length > 1
  return best.score > 0 && !tied ? best.edition : fallback(year, known)
}

function fallback(year: number | null, known: readonly Edition[]): Edition {
  return editionForYear(year ?? 9999, known)
}

/** For each edition the printed words (never aliases) that no other edition prints or accepts. */
function signatures(known: readonly Edition[]): ReadonlyMap<Edition, readonly string[]> {
  const cached = cache.get(known)
  if (cached) return cached
  const accepted = new Map(known.map(e => [e, allForms(e)]))
  const made = new Map(
    known.map(edition => {
      const others = known.filter(e => e !== edition).flatMap(e => accepted.get(e) ?? [])
      const own = (accepted.get(edition) ?? []).filter(form => form.length >= 4)
      return [edition, [...new Set(own)].filter(form => !others.some(o => o.includes(form)))] as const
    }),
  )
  cache.set(known, made)
  return made
}

function allForms(edition: Edition): string[] {
  return TABLES.flatMap(table => wordsOf(edition, table).flatMap(word => word.forms))
}
