/** A letter of a case made from its facts, with the changes of who drafts it. */

import type { LocalDate } from '../../../domain/kernel/date.ts'
import type { Refusal } from '../../../domain/kernel/result.ts'
import { composeLetter } from '../../../domain/letter/compose.ts'
import { editLetter } from '../../../domain/letter/edit.ts'
import type { Letter } from '../../../domain/letter/letter.ts'
import type { LetterId } from '../../../law/letters.ts'
import type { Setup } from '../actions/setup.ts'
import { type About, factsOf, type OpenCase } from './facts.ts'

export type Edits = Readonly<Record<string, string>>

/** What stands against it, all at once; the letter itself where nothing does. */
export interface Made {
  readonly letter: Letter | null
  readonly troubles: readonly Refusal[]
}

export interface Making extends About {
  readonly letter: LetterId
  readonly edits: Edits
  readonly date: LocalDate
}

export function madeLetter(setup: Setup, open: OpenCase, { edits, date, ...about }: Making): Made {
  const facts = factsOf(setup, open, about)
  const explanation = edits['explanation']?.trim()
  const composed = composeLetter(about.letter, explanation ? { ...facts, explanation } : facts, { date })
  if (!composed.ok) return { letter: null, troubles: composed.refusals }
  // An edit of a block that is printed no more is left aside; it comes back with the block.
  const blocks = new Set(composed.value.blocks.map(block => block.id))
  const kept = Object.entries(edits).filter(([block]) => blocks.has(block))
  const edited = editLetter(
    composed.value,
    kept.map(([block, text]) => ({ id: block, text })),
  )
  return edited.ok ? { letter: edited.value, troubles: [] } : { letter: composed.value, troubles: edited.refusals }
}
