/** While it is the applicant's turn: until when, and what the office does once the day has passed. */
import type { LocalDate } from '../../kernel/date.ts'
import type { RequestActId } from '../acts.ts'
import type { RequestCase } from '../case.ts'
import type { Looking } from './looking.ts'
import { type Wait, wait } from './wait.ts'

interface Turn {
  readonly by: LocalDate | null
  readonly act: RequestActId
  readonly zh: string
  readonly en: string
  readonly over: { readonly act: RequestActId; readonly zh: string; readonly en: string }
}

export function turnWaits(of: RequestCase, { today }: Looking): readonly Wait[] {
  const turn = turnOf(of)
  if (!turn) return []
  const { by, over } = turn
  if (by !== null && today > by) return [wait({ act: over.act, by: null }, over.zh, over.en)]
  const applicant = wait({ act: turn.act, by, who: ['applicant'] }, turn.zh, turn.en)
  if (of.state !== 'fee_pending' || !of.fee?.declared) return [applicant]
  return [wait({ act: 'confirmPaid', by: null }, '核对申请人告知的缴费', 'Check the payment the applicant tells of')]
}

function turnOf({ state, correction, reasons, fee }: RequestCase): Turn | null {
  if (state === 'correction_pending') {
    return {
      by: correction?.by ?? null,
      act: 'correct',
      zh: '等待申请人补正',
      en: 'The applicant is to correct it',
      over: {
        act: 'closeUncorrected',
        zh: '逾期未补正：结案，或者登记有正当理由的补正',
        en: 'Not corrected in time: close it, or enter a correction that is late for good reason',
      },
    }
  }
  if (state === 'reasons_pending') {
    return {
      by: reasons?.by ?? null,
      act: 'giveReasons',
      zh: '等待申请人说明理由',
      en: 'The applicant is to give reasons',
      over: { act: 'endReasons', zh: '逾期未说明理由：继续办理', en: 'No reasons in time: go on' },
    }
  }
  if (state !== 'fee_pending') return null
  return {
    by: fee?.payBy ?? null,
    act: 'declarePaid',
    zh: '等待申请人缴费',
    en: 'The applicant is to pay',
    over: {
      act: 'closeUnpaid',
      zh: '逾期未缴费：核对后结案',
      en: 'Not paid in time: check, and close it',
    },
  }
}
