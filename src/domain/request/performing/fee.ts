/** The information handling fee (条例42; 办法3-6): one notice inside the running period, paid or given up. */
import { done, refuse } from '../../kernel/result.ts'
import type { FeeNotice, RequestCase } from '../case.ts'
import { feeOfRequest } from '../fees.ts'
import type { ActContext, InputOfAct } from '../inputs.ts'
import { byAnotherHead, closed, withRecord } from './ending.ts'
import { standsToday, withEvent, workingState } from './events.ts'
import { drafted, procedural } from './letter-book.ts'
import { happened, must, type Steps, type Trouble, written } from './step.ts'
import { noTurnLetter } from './turn.ts'

const notice = { zh: '收费通知送达之日', en: 'the day the notice was served' }
const receiptCalled = { zh: '缴费凭据', en: 'the receipt' }

export const feeSteps: Steps<'noticeFee' | 'declarePaid' | 'confirmPaid' | 'closeUnpaid'> = {
  noticeFee: {
    ready: (before, context) =>
      must(
        before.fee === null,
        'fee_twice',
        '同一申请只能收一次信息处理费（办法第三条），此前已经通知过',
        'A request is charged once (measures, art. 3) and was charged before',
      ) ??
      noTurnLetter(before) ??
      takesEffect(before, context),
    apply: (before, input, context) => {
      const amount = amountOf(input)
      if (!amount.ok) return amount
      const found = written({ payTo: [input.payTo, { zh: '缴费账户', en: 'where to pay' }] }) ?? free(amount.value)
      if (found) return found
      const letter = drafted({ letter: procedural.fee, to: 'applicant' }, context)
      const { scheme, quantity, payTo } = input
      const fee: FeeNotice = {
        scheme,
        quantity,
        payTo,
        amount: amount.value,
        letterId: letter.id,
        noticedOn: null,
        payBy: null,
        declared: null,
        paid: null,
      }
      return done({ ...before, fee, letters: [...before.letters, letter] })
    },
  },
  declarePaid: {
    ready: ({ fee }) =>
      must(
        fee?.declared == null,
        'declared_before',
        '已经告知过缴费，等待核对',
        'This was told already and is being checked',
      ),
    apply: (before, { on, note }, context) =>
      happened(on, context, { day: before.fee?.noticedOn ?? null, called: notice }, false) ??
      done({ ...before, fee: before.fee && { ...before.fee, declared: { on, note } } }),
  },
  confirmPaid: {
    apply: (before, { on, receipt }, context) => {
      const found =
        happened(on, context, { day: before.fee?.noticedOn ?? null, called: notice }) ??
        written({ receipt: [receipt, receiptCalled] })
      if (found) return found
      const restarted = withEvent(before, { kind: 'fee_paid', on }, context)
      if (!restarted.ok) return restarted
      return done({
        ...restarted.value,
        state: workingState(before),
        fee: before.fee && { ...before.fee, paid: { on, receipt } },
      })
    },
  },
  closeUnpaid: {
    ready: (before, context) => notOverdue(before, context) ?? byAnotherHead(before, context),
    apply: (before, { note }, context) =>
      done(withRecord(closed(before, { decision: 'unpaid', on: context.today, note }), context)),
  },
}

function notOverdue({ fee }: RequestCase, { today }: ActContext): Trouble {
  return must(
    fee?.payBy != null && today > fee.payBy,
    'not_overdue',
    `缴费期限 ${fee?.payBy ?? ''} 尚未届满，届满之后仍不缴费的才能结案（办法第六条）`,
    `The time to pay has not run out (${fee?.payBy ?? ''}); only after it may the request be closed (measures, art. 6)`,
  )
}

/** items: what this request costs as the n-th of the month (办法4). pages: all pages together (办法5). */
function amountOf({ scheme, quantity }: InputOfAct<'noticeFee'>) {
  const fee = feeOfRequest(scheme, quantity)
  return fee.ok ? done(fee.value.total) : refuse(fee.refusal.code, fee.refusal.says, 'quantity')
}

function free(amount: number): Trouble {
  return must(
    amount > 0,
    'no_fee',
    '按这一数量不收费（办法第四条、第五条），请核对数量，或者继续办理',
    'Nothing is charged for this number (measures, art. 4 and 5); check it, or go on',
    'quantity',
  )
}

/** Whether a notice served today would stand before the law: inside the running period. */
function takesEffect(before: RequestCase, context: ActContext): Trouble {
  return standsToday(before, { kind: 'fee_noticed', on: context.today }, context)
}
