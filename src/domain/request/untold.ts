/** What was decided for a longer period and not told: it never counts once its time is over (条例33, 35). */
import type { LocalDate } from '../kernel/date.ts'
import type { CaseLetter, Delay, RequestCase } from './case.ts'
import { extensionToTell } from './extension-standing.ts'
import type { Lapse } from './vocabulary.ts'

/** The later day of 条例35 whose letter is still to leave; null where none is. */
export function delayToTell({ reasons, events }: Pick<RequestCase, 'reasons' | 'events'>): Delay | null {
  const delay = reasons?.delay ?? null
  if (delay === null || delay.lapsed) return null
  const told = events.some(e => e.kind === 'delayed' && e.until === delay.until && e.on >= delay.setOn)
  return told ? null : delay
}

/** The letter of a longer period that does not count yet: an extension, or a later day. */
export function isUntold({ id }: Pick<CaseLetter, 'id'>, of: RequestCase): boolean {
  const outcome = extensionToTell(of)?.outcome
  return (outcome?.approved === true && outcome.letterId === id) || delayToTell(of)?.letterId === id
}

/** Both fall away, with the period they belonged to; their letters do not leave any more. */
export function withoutUntold(of: RequestCase, why: Lapse, on: LocalDate): RequestCase {
  return withoutUntoldDelay(withoutUntoldExtension(of, why, on), why, on)
}

export function withoutUntoldExtension(of: RequestCase, why: Lapse, on: LocalDate): RequestCase {
  const extension = extensionToTell(of)
  if (!extension?.outcome?.approved) return of
  return { ...withoutLetter(of, extension.outcome.letterId), extension: { ...extension, lapsed: { on, why } } }
}

export function withoutUntoldDelay(of: RequestCase, why: Lapse, on: LocalDate): RequestCase {
  const delay = delayToTell(of)
  if (delay === null || of.reasons === null) return of
  return { ...withoutLetter(of, delay.letterId), reasons: { ...of.reasons, delay: { ...delay, lapsed: { on, why } } } }
}

function withoutLetter(of: RequestCase, letterId: string): RequestCase {
  const ends = { drafted: 'discarded', issued: 'recalled' } as const
  const letters = of.letters.map(letter =>
    letter.id === letterId && (letter.state === 'drafted' || letter.state === 'issued')
      ? { ...letter, state: ends[letter.state] }
      : letter,
  )
  return { ...of, letters }
}
