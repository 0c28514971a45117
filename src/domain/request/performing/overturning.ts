/** An answer that was overturned (条例51): by what, and from which day on. */
import { done } from '../../kernel/result.ts'
import { overturnings } from '../overturning.ts'
import { happened, must, type Steps, written } from './step.ts'

export const overturningSteps: Steps<'recordOverturning'> = {
  recordOverturning: {
    ready: ({ overturned }) =>
      must(
        overturned === null,
        'already_overturned',
        '这一件已经登记被纠正',
        'It is entered already what overturned it',
      ),
    apply: (before, { by, number, decidedOn, on }, context) =>
      (overturnings[by].byOthers ? written({ number: [number, numberCalled] }) : null) ??
      happened(on, context, { day: before.closing?.on ?? null, called: { zh: '办结之日', en: 'the day it ended' } }) ??
      must(
        decidedOn <= on,
        'too_late',
        `决定日期 ${decidedOn} 晚于收到日期 ${on}，请核对`,
        `It was decided on ${decidedOn}, after it was received on ${on}; check both`,
        'decidedOn',
      ) ??
      done({ ...before, overturned: { by, number, decidedOn, receivedOn: on } }),
  },
}

const numberCalled = { zh: '决定书、判决书文号', en: 'the number of the decision' }
