/** What proves who an applicant is, checked as typed: a slip is told at its field. */
import { parseCreditCode } from '../../../domain/agency/credit-code.ts'
import type { Refusal } from '../../../domain/kernel/result.ts'
import { parseIdentityNumber } from '../../../domain/personal/identity-number.ts'
import { canProve } from '../../../domain/request/intake/fields.ts'
import { applicantKinds } from '../../../law/applicants.ts'
import type { Applicant } from '../contract/view.ts'

type Proof = Pick<Applicant, 'identityType' | 'identityNumber'>

/** What is wrong with document and numbers; a paper may lack a number, which is then asked for (条例30). */
export function identityTroubles({ kind, identityType, identityNumber, agent }: Applicant): readonly Refusal[] {
  return [
    ...(canProve(kind, identityType) ? [] : [wrongDocument(kind)]),
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

function wrongDocument(kind: Applicant['kind']): Refusal {
  const { label, identity } = applicantKinds[kind]
  return {
    code: 'wrong_identity_type',
    says: {
      zh: `申请人为“${label.zh}”的，证件类型应当是${identity.zh}，请另选`,
      en: `Of this applicant (${label.en}) the kind of document is: ${identity.en}; choose it`,
    },
    at: 'applicant.identityType',
  }
}
