/** Something somebody must do next, with whom it lies and by when. */
import type { LocalDate } from '../../kernel/date.ts'
import type { Said } from '../../kernel/lang.ts'
import type { Doer } from '../act-rule.ts'
import { actRule, type RequestActId } from '../acts.ts'

/** party: who is consulted. section: the section that was asked. */
export type Waiter = Doer | 'party' | 'section'

export interface Wait {
  /** The act that ends it. */
  readonly act: RequestActId
  readonly who: readonly Waiter[]
  /** Last day; null where none is set. */
  readonly by: LocalDate | null
  /** The letter, consultation, cooperation or urging it is about; null where it is the case. */
  readonly about: string | null
  /** Must be done; otherwise it may be, and the day is the last for it. */
  readonly must: boolean
  readonly says: Said
}

type Given = Pick<Wait, 'act' | 'by'> & Partial<Wait>

/** Lies with those the table names, is about the case, and must be done, unless said otherwise. */
export function wait(given: Given, zh: string, en: string): Wait {
  return { who: actRule(given.act).who, about: null, must: true, says: { zh, en }, ...given }
}

/**
 * What must be done first, and of that what lies with whoever looks; then by the day, undated things last; on the same
 * day the approval others wait for before the work that goes on meanwhile. What only may be done comes after all of it.
 */
export function inOrder(waits: readonly Wait[], liesWith: (wait: Wait) => boolean = () => false): readonly Wait[] {
  const rank = (given: Wait) => {
    const { must, by, act } = given
    const first = must ? (liesWith(given) ? 0 : 1) : 2
    return `${first} ${by ?? '9999-99-99'} ${actRule(act).approves ? 0 : 1}`
  }
  return [...waits].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
}
