/** How a case ends: answered on the day the answer took effect, or closed without one. */
import type { LocalDate } from '../../kernel/date.ts'
import { done, type Result } from '../../kernel/result.ts'
import type { CaseLetter, DecisionId, RequestCase } from '../case.ts'
import { clockOfCase, clockOptionsOf } from '../case-clock.ts'
import { decisionInfo } from '../decision-info.ts'
import type { ActContext } from '../inputs.ts'
import { withoutUntold } from '../untold.ts'
import { withEvent } from './events.ts'
import { drafted, lettersWhenAnswered, lettersWhenClosed, procedural } from './letter-book.ts'
import { holdsApartFrom, must, type Trouble } from './step.ts'

/** Answered on the effective day (送达函3): in time where that is not after due. Notices not yet issued are dropped. */
export function answered(
  before: RequestCase,
  decision: DecisionId,
  on: LocalDate,
  context: ActContext,
): Result<RequestCase> {
  const { line } = decisionInfo(decision)
  const { due } = clockOfCase(before, on, context.calendar, clockOptionsOf(context.rules))
  const after = withEvent(before, { kind: 'answered', on }, context)
  if (!after.ok) return after
  const ended = withoutUntold(after.value, 'ended', on)
  return done({
    ...ended,
    state: 'answered',
    letters: lettersWhenAnswered(ended.letters, on),
    closing: { on, decision, line, onTime: line === null || due === null ? null : on <= due, note: null },
  })
}

interface End {
  readonly decision: 'no_correction' | 'unpaid' | 'otherwise_closed'
  readonly on: LocalDate
  readonly note: string
}

/** Closed without an answer; letters that have not left stay here. */
export function closed(before: RequestCase, { decision, on, note }: End): RequestCase {
  const line = before.kind === 'request' ? decisionInfo(decision).line : null
  const ended = withoutUntold(before, 'ended', on)
  return {
    ...ended,
    state: 'closed',
    letters: lettersWhenClosed(ended.letters, on),
    closing: { on, decision, line, onTime: null, note },
  }
}

/** An end without an answer passes by the chain of review: whoever handles the request does not bring it about alone. */
export function byAnotherHead({ place }: RequestCase, { actor }: ActContext): Trouble {
  return must(
    holdsApartFrom(actor, ['office_head'], place?.handlerId ? [place.handlerId] : []),
    'four_eyes',
    '不经答复的结案由经办人以外的工作机构负责人办理；请由他人办理，或者先把申请改派给别的经办人',
    'A request is closed without an answer by a head of the office who does not handle it; have another do it, or assign it to another first',
  )
}

/** With the record of an end without an answer (D15): for the file, until somebody issues it as a notice. */
export function withRecord(of: RequestCase, context: ActContext): RequestCase {
  const record: CaseLetter = {
    ...drafted({ letter: procedural.record, to: 'applicant' }, context),
    state: 'issued',
  }
  return { ...of, letters: [...of.letters, record] }
}
