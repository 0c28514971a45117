/** The answer a repeated request was given before (条例36(6)): its letter must name number and day (D§5.3, L17). */
import type { LocalDate } from '../kernel/date.ts'
import { done, type Result, refuse } from '../kernel/result.ts'
import type { Decided, DecisionId, EarlierAnswer, RequestCase } from './case.ts'
import { isDecisionLetter } from './decision-info.ts'
import type { ActContext } from './inputs.ts'
import { must, type Trouble, written } from './performing/step.ts'

interface ToDecide {
  readonly decision: DecisionId
  readonly earlier?: EarlierAnswer | null | undefined
}

/** Refused: a repeated request without the answer before it, another decision with one, a day to come, half an answer. */
export function decidedBy(
  { decision, earlier = null }: ToDecide,
  { today }: Pick<ActContext, 'today'>,
): Result<Decided> {
  if (decision !== 'repeat') return earlier === null ? done({ decision, earlier }) : notRepeated
  if (earlier === null) return noEarlierAnswer('earlier')
  return answerTrouble(earlier, today) ?? done({ decision, earlier })
}

function answerTrouble({ number, on }: EarlierAnswer, today: LocalDate): Trouble {
  return (
    written({ 'earlier.number': [number, { zh: '此前答复的文号', en: 'the number of the earlier answer' }] }) ??
    must(
      on <= today,
      'in_future',
      `此前答复的日期 ${on} 在今天（${today}）之后，请核对`,
      `The day of the earlier answer, ${on}, is after today (${today}); check it`,
      'earlier.on',
    )
  )
}

const notRepeated = refuse(
  'not_repeated',
  {
    zh: '只有不予重复处理才写此前的答复；请删去，或者改选处理决定',
    en: 'Only a repeated request has an earlier answer; take it out, or choose another decision',
  },
  'earlier',
)

export function noEarlierAnswer(at: string) {
  return refuse(
    'no_earlier_answer',
    {
      zh: '不予重复处理的，应当写明此前答复的文号和日期（条例第三十六条第六项）；请选择此前已答复的申请，或者按纸质档案填写',
      en: 'A repeated request is told number and day of the answer before it (art. 36(6)); choose the request answered before, or enter both from the paper record',
    },
    at,
  )
}

/** The answer another case of the same applicant was given; null where no letter of decision has left for it. */
export function answerGiven({
  id,
  closing,
  letters,
}: Pick<RequestCase, 'id' | 'closing' | 'letters'>): EarlierAnswer | null {
  const letter = letters.findLast(l => isDecisionLetter(l.letter) && l.to === 'applicant' && !givenUp.includes(l.state))
  if (closing === null || !letter?.issued || letter.number === null) return null
  return { from: 'case', requestId: id, number: letter.number, on: letter.issued.on }
}

const givenUp: readonly string[] = ['recalled', 'discarded']
