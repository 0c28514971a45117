/** Reasons for a great number of requests (条例35), and the later day where they are good. */
import { settings } from '../../agency/settings.ts'
import type { LocalDate } from '../../kernel/date.ts'
import { done } from '../../kernel/result.ts'
import type { RequestCase } from '../case.ts'
import { clockOfCase } from '../case-clock.ts'
import type { ActContext } from '../inputs.ts'
import { limitsOf } from './ending.ts'
import { withEvent, workingState } from './events.ts'
import { drafted, procedural } from './letter-book.ts'
import { happened, must, reasonCalled, type Steps, type Trouble, within, written } from './step.ts'
import { noTurnLetter } from './turn.ts'

const { least, most } = settings['request.correctionDays']

export const reasonsSteps: Steps<'askReasons' | 'giveReasons' | 'endReasons' | 'delayAnswer'> = {
  askReasons: {
    ready: before =>
      must(
        before.reasons === null,
        'reasons_twice',
        '已经要求申请人说明过理由；请根据说明继续办理',
        'Reasons were asked for before; go on with what was said',
      ) ?? noTurnLetter(before),
    apply: (before, { found, explain, days }, context) => {
      const trouble =
        written({
          found: [found, { zh: '查明的数量、频次', en: 'the number and frequency found' }],
          explain: [explain, { zh: '需要说明的事项', en: 'what is to be explained' }],
        }) ?? within(days, least, most, { zh: '说明期限（工作日）', en: 'The time to explain in working days' }, 'days')
      if (trouble) return trouble
      const letter = drafted({ letter: procedural.reasons, to: 'applicant' }, context)
      return done({
        ...before,
        letters: [...before.letters, letter],
        reasons: { found, explain, days, letterId: letter.id, noticedOn: null, by: null, given: null },
      })
    },
  },
  giveReasons: {
    apply: (before, { on, text }, context) =>
      happened(on, context, { day: before.reasons?.noticedOn ?? null, called: { zh: '告知之日', en: 'the letter' } }) ??
      written({ text: [text, reasonCalled] }) ??
      done({
        ...before,
        state: workingState(before),
        reasons: before.reasons && { ...before.reasons, given: { on, text } },
      }),
  },
  endReasons: {
    ready: ({ reasons }, { today }) =>
      must(
        reasons?.by != null && today > reasons.by,
        'not_overdue',
        `说明理由的期限 ${reasons?.by ?? ''} 尚未届满`,
        `The time to give reasons has not run out (${reasons?.by ?? ''})`,
      ),
    apply: before => done({ ...before, state: workingState(before) }),
  },
  delayAnswer: {
    ready: before =>
      must(
        before.reasons?.given != null,
        'no_reasons',
        '申请人说明理由之后，才能确定延迟答复的合理期限（条例第三十五条）；请先要求说明理由',
        'A later day can be set only after the applicant gave reasons (art. 35); ask for them first',
      ) ??
      must(
        before.delayedUntil === null,
        'delayed_before',
        '已经确定过延迟答复的期限；需要更改的，请先作废尚未签发的延迟答复告知书',
        'A later day was set already; to change it, discard the letter that tells it while it is not issued',
      ),
    apply: (before, { until, reason }, context) => {
      const trouble = laterThanDue(before, until, context) ?? written({ reason: [reason, reasonCalled] })
      if (trouble) return trouble
      const delayed = withEvent(before, { kind: 'delayed', on: context.today, until }, context, 'until')
      if (!delayed.ok) return delayed
      const letter = drafted({ letter: procedural.delay, to: 'applicant' }, context)
      return done({ ...delayed.value, letters: [...before.letters, letter] })
    },
  },
}

function laterThanDue(before: RequestCase, until: LocalDate, context: ActContext): Trouble {
  const { due } = clockOfCase(before, context.today, context.calendar, limitsOf(context))
  return must(
    until > context.today && (due === null || until > due),
    'not_later',
    `延迟到的日期 ${until} 应当晚于今天和原答复期限 ${due ?? ''}`,
    `${until} must be later than today and than the day it is due now, ${due ?? ''}`,
    'until',
  )
}
