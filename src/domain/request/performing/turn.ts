/** The applicant's turn comes one at a time: two letters that ask something of the applicant would undo each other. */
import type { RequestCase } from '../case.ts'
import { turnLetterOnItsWay } from './letter-book.ts'
import { must, type Trouble } from './step.ts'

export function noTurnLetter(of: RequestCase): Trouble {
  const letter = turnLetterOnItsWay(of)?.letter ?? ''
  return must(
    letter === '',
    'letter_pending',
    `已有一份要求申请人补正、说明理由或者缴费的文书（${letter}）尚未送达，请先送达，或者撤回、作废`,
    `A letter that asks something of the applicant (${letter}) is not served yet; serve it, recall it or discard it first`,
  )
}
