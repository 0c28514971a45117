/** Correction (条例30): asked for once only, restarts the period, and given up where it does not come. */

import { settings } from '../../agency/settings.ts'
import { addWorkdays } from '../../calendar.ts'
import type { LocalDate } from '../../kernel/date.ts'
import { done, type Result } from '../../kernel/result.ts'
import type { RequestCase } from '../case.ts'
import type { ActContext, InputOfAct } from '../inputs.ts'
import { correctionNoticeBy } from '../waiting/looking.ts'
import { byAnotherHead, closed, withRecord } from './ending.ts'
import { standsToday, withEvent, workingState } from './events.ts'
import { drafted, procedural } from './letter-book.ts'
import { happened, must, type Steps, type Trouble, within, written } from './step.ts'
import { noTurnLetter } from './turn.ts'

const { least, most } = settings['request.correctionDays']

export const correctionSteps: Steps<'askCorrection' | 'correct' | 'closeUncorrected'> = {
  askCorrection: { ready: mayAsk, apply: ask },
  correct: { apply: correct },
  closeUncorrected: {
    ready: (before, context) => notOverdue(before, context) ?? byAnotherHead(before, context),
    apply: (before, { note }, context) =>
      written({ note: [note, noGoodReason] }) ??
      done(withRecord(closed(before, { decision: 'no_correction', on: context.today, note }), context)),
  },
}

/** 无正当理由 is found by somebody, and said. */
const noGoodReason = {
  zh: '没有正当理由的认定：申请人没有说明理由，或者所说的理由为什么不成立',
  en: 'why there is no good reason: none was given, or why the one given does not hold',
}

function notOverdue({ correction }: RequestCase, { today }: ActContext): Trouble {
  return must(
    correction?.by != null && today > correction.by,
    'not_overdue',
    `补正期限 ${correction?.by ?? ''} 尚未届满，届满之后仍不补正的才能结案（条例第三十条）`,
    `The time to correct has not run out (${correction?.by ?? ''}); only after it may the request be closed (art. 30)`,
  )
}

function mayAsk(before: RequestCase, context: ActContext): Trouble {
  return (
    must(
      before.correction === null,
      'correction_twice',
      '补正只能一次性告知（条例第三十条），此前已经告知过；仍不明确的，请按“补正后仍不明确”答复',
      'Correction is asked for once only (art. 30) and was asked before; if it is still unclear, answer so',
    ) ??
    noTurnLetter(before) ??
    takesEffect(before, least, context)
  )
}

/** Whether a notice served today would stand before the law. */
function takesEffect(before: RequestCase, days: number, context: ActContext): Trouble {
  const by = addWorkdays(context.today, days, context.calendar).date
  return standsToday(before, { kind: 'correction_noticed', on: context.today, by }, context)
}

function ask(before: RequestCase, input: InputOfAct<'askCorrection'>, context: ActContext): Result<RequestCase> {
  const { grounds, items, days } = input
  const windowEnd = passedWindow(before, context)
  const found =
    must(grounds.length > 0, 'blank', '请选择补正的事由', 'Choose why correction is needed', 'grounds') ??
    written({ items: [items.join(''), { zh: '需要补正的内容', en: 'what is to be corrected' }] }) ??
    within(days, least, most, { zh: '补正期限（工作日）', en: 'The time to correct in working days' }, 'days') ??
    noticeLateness(windowEnd, input)
  if (found) return found
  const letter = drafted({ letter: procedural.correction, to: 'applicant' }, context)
  const late = windowEnd === null ? null : (input.late ?? null)
  return done({
    ...before,
    letters: [...before.letters, letter],
    correction: { grounds, items, days, late, letterId: letter.id, noticedOn: null, by: null, corrected: null },
  })
}

/** The last day to give the notice, where it has passed. */
function passedWindow({ receivedOn }: RequestCase, { today, calendar, rules }: ActContext): LocalDate | null {
  const by = receivedOn === null ? null : correctionNoticeBy(receivedOn, calendar, rules)
  return by !== null && today > by ? by : null
}

/** The law does not void a late notice, so it is not forbidden; but the period starts anew by it (条例30). */
function noticeLateness(windowEnd: LocalDate | null, { late }: InputOfAct<'askCorrection'>): Trouble {
  return must(
    windowEnd === null || (late ?? '').trim() !== '',
    'late_notice',
    `告知补正的期限已于 ${windowEnd} 届满，补正又会使答复期限重新起算，请填写迟延告知的理由；不需要补正的，请直接答复（条例第三十条）`,
    `The days to give the notice ended on ${windowEnd}, and a correction starts the period anew: say why it is asked for only now, or answer without it (art. 30)`,
    'late',
  )
}

function correct(before: RequestCase, input: InputOfAct<'correct'>, context: ActContext): Result<RequestCase> {
  const { correction } = before
  const { on, text, wanted, late } = input
  const found =
    happened(on, context, { day: correction?.noticedOn ?? null, called: { zh: '告知补正之日', en: 'the notice' } }) ??
    written({ text: [text, { zh: '补正的内容', en: 'the correction' }] }) ??
    lateness(before, input, context)
  if (found || correction === null) return found ?? done(before)
  const restarted = withEvent(before, { kind: 'corrected', on }, context)
  if (!restarted.ok) return restarted
  return done({
    ...restarted.value,
    state: workingState(before),
    wanted: { ...before.wanted, ...wanted },
    correction: { ...correction, corrected: { on, text, late: isLate(before, on) ? late : null } },
  })
}

function isLate({ correction }: RequestCase, on: string): boolean {
  return correction?.by != null && on > correction.by
}

/** Whether there is a good reason is for the organ to judge (条例30): an applicant's late correction goes through it. */
function lateness(before: RequestCase, { on, late }: InputOfAct<'correct'>, { actor }: ActContext): Trouble {
  if (!isLate(before, on)) return null
  const by = before.correction?.by ?? ''
  return (
    must(
      actor.kind === 'staff',
      'late_correction',
      `补正期限已于 ${by} 届满；有正当理由的，请向工作机构说明，由经办人登记（条例第三十条）`,
      `The time to correct ended on ${by}; if you have a good reason, tell the office, which will enter it (art. 30)`,
      'on',
    ) ??
    must(
      late !== null && late.trim() !== '',
      'late_correction',
      `补正迟于期限 ${by}，请填写逾期的正当理由；没有正当理由的，作逾期不补正结案（条例第三十条）`,
      `The correction came after ${by}: give the good reason, or close the request as not corrected (art. 30)`,
      'late',
    )
  )
}
