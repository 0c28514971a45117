/** Reasons for a great number of requests (条例35), and the later day where they are good. */
import { settings } from '../../agency/settings.ts'
import { addWorkdays } from '../../calendar.ts'
import type { LocalDate } from '../../kernel/date.ts'
import { done } from '../../kernel/result.ts'
import type { RequestCase } from '../case.ts'
import { clockOfCase, clockOptionsOf } from '../case-clock.ts'
import type { ActContext, InputOfAct } from '../inputs.ts'
import { delayToTell } from '../untold.ts'
import { workingState } from './events.ts'
import { drafted, procedural } from './letter-book.ts'
import { actorId, happened, must, reasonCalled, type Steps, type Trouble, within, written } from './step.ts'
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
        reasons: { found, explain, days, letterId: letter.id, noticedOn: null, by: null, given: null, delay: null },
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
        before.delayedUntil === null && delayToTell(before) === null,
        'delayed_before',
        '已经确定过延迟答复的期限；需要更改的，请先作废尚未签发的延迟答复告知书',
        'A later day was set already; to change it, discard the letter that tells it while it is not issued',
      ),
    // The day moves when the applicant is told: see effects.ts.
    apply: (before, input, context) => {
      const { until, reason, long } = input
      const trouble =
        laterThanDue(before, until, context) ??
        written({ reason: [reason, reasonCalled] }) ??
        longTrouble(before, input, context)
      if (trouble || before.reasons === null) return trouble ?? done(before)
      const letter = drafted({ letter: procedural.delay, to: 'applicant' }, context)
      const set = { setBy: actorId(context.actor), setOn: context.today, letterId: letter.id, lapsed: null }
      return done({
        ...before,
        letters: [...before.letters, letter],
        reasons: { ...before.reasons, delay: { until, reason, long, ...set } },
      })
    },
  },
}

/** The law sets no length, only that it is reasonable (条例35): what is much longer than usual is explained in writing. */
function longTrouble(before: RequestCase, { until, long }: InputOfAct<'delayAnswer'>, context: ActContext): Trouble {
  const { today, calendar, rules } = context
  const days = rules.longDelay ?? settings['request.longDelay'].usual
  const { due } = clockOfCase(before, today, calendar, clockOptionsOf(context.rules))
  const usual = addWorkdays(due ?? today, days, calendar).date
  return must(
    until <= usual || (long !== null && long.trim() !== ''),
    'long_delay',
    `延迟到的日期 ${until} 比原期限晚 ${days} 个工作日以上（到 ${usual} 为止不需要说明），延迟答复的期限应当合理（条例第三十五条）；请写明为什么需要这么久`,
    `${until} is more than ${days} working days after the day it is due (up to ${usual} nothing is to be explained); the later day must be reasonable (art. 35): say why it takes so long`,
    'long',
  )
}

function laterThanDue(before: RequestCase, until: LocalDate, context: ActContext): Trouble {
  const { due } = clockOfCase(before, context.today, context.calendar, clockOptionsOf(context.rules))
  return must(
    until > context.today && (due === null || until > due),
    'not_later',
    `延迟到的日期 ${until} 应当晚于今天和原答复期限 ${due ?? ''}`,
    `${until} must be later than today and than the day it is due now, ${due ?? ''}`,
    'until',
  )
}
