/** Numbers that prove who an applicant is, checked as typed: a slip is told at its field. */
import { parseCreditCode } from '../../../domain/agency/credit-code.ts'
import type { Refusal } from '../../../domain/kernel/result.ts'
import { parseIdentityNumber } from '../../../domain/personal/identity-number.ts'
import type { Applicant } from '../contract/view.ts'

type Proof = Pick<Applicant, 'identityType' | 'identityNumber'>

/** What is wrong with the numbers; a paper may lack one, which is then asked for (条例30). */
export function identityTroubles({ identityType, identityNumber, agent }: Applicant): readonly Refusal[] {
  return [
    ...troubleOf({ identityType, identityNumber }, 'applicant.identityNumber'),
    ...(agent ? troubleOf(agent, 'applicant.agent.identityNumber') : []),
  ]
}

function troubleOf({ identityType, identityNumber }: Proof, at: string): Refusal[] {
  if (identityNumber === '') return []
  const read =
    identityType === 'id_card'
      ? parseIdentityNumber(identityNumber, at)
      : identityType === 'credit_code'
        ? parseCreditCode(identityNumber, at)
        : null
  return read && !read.ok ? [read.refusal] : []
}
