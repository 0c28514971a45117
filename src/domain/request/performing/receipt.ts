/** Receipt (条例31): confirming it with the applicant, and the tries that failed. */
import { done } from '../../kernel/result.ts'
import { workingState } from './events.ts'
import { happened, type Steps, written } from './step.ts'

const arrival = { zh: '送达之日', en: 'the day it came in' }

export const receiptSteps: Steps<'confirm' | 'noteAttempt'> = {
  confirm: {
    apply: (before, { on, method, evidence }, context) =>
      happened(on, context, { day: before.arrival.arrivedOn, called: arrival }) ??
      written({ evidence: [evidence, { zh: '确认的凭据', en: 'what shows that it was confirmed' }] }) ??
      done({
        ...before,
        state: workingState(before),
        receivedOn: on,
        arrival: { ...before.arrival, confirmed: { on, method, evidence } },
      }),
  },
  noteAttempt: {
    apply: (before, { on, how, result }, context) =>
      happened(on, context, { day: before.arrival.arrivedOn, called: arrival }) ??
      written({
        how: [how, { zh: '联络方式', en: 'how they were called' }],
        result: [result, { zh: '联络结果', en: 'what came of it' }],
      }) ??
      done({ ...before, arrival: { ...before.arrival, attempts: [...before.arrival.attempts, { on, how, result }] } }),
  },
}
