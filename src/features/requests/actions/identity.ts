/** What an applicant gives of themselves, and how they want the information, checked as typed: a slip is told at its field. */
import type { Refusal, Result } from '../../../domain/kernel/result.ts'
import type { Wanted } from '../../../domain/request/case.ts'
import { missingFor, neededForWay, parseWay } from '../../../domain/request/intake/delivery.ts'
import { canProve, intakeFields } from '../../../domain/request/intake/fields.ts'
import { parseProof } from '../../../domain/request/intake/proof.ts'
import { parseFax, parsePhone } from '../../../domain/request/intake/reach.ts'
import { applicantKinds } from '../../../law/applicants.ts'
import type { Applicant } from '../contract/view.ts'

type Proof = Pick<Applicant, 'identityType' | 'identityNumber' | 'phone'>

/**
 * What is wrong with document, numbers and ways to reach them; a paper may lack one, which is then asked for (条例30), but not
 * name what is none.
 */
export function applicantTroubles(applicant: Applicant): readonly Refusal[] {
  const { kind, identityType, agent, fax } = applicant
  return [
    ...(canProve(kind, identityType) ? [] : [wrongDocument(kind)]),
    ...troublesOf(applicant, 'applicant'),
    ...(agent ? troublesOf(agent, 'applicant.agent') : []),
    ...refusalIn(fax, typed => parseFax(typed, 'applicant.fax')),
  ]
}

/** The form goes by the way that is wanted (条例29(三); D§5.5). */
export function wayTroubles({ form, route }: Pick<Wanted, 'form' | 'route'>): readonly Refusal[] {
  return refusalIn(route, () => parseWay(form, route, 'wanted.route'))
}

/** What the way needs is there: online nobody is asked for it later. */
export function needTroubles({ route }: Pick<Wanted, 'route'>, applicant: Applicant): readonly Refusal[] {
  const missing = missingFor(route, applicant)
  if (missing === null) return []
  const says = neededForWay(route, intakeFields[missing].label)
  return [{ code: 'missing', says, at: `applicant.${missing}` }]
}

function troublesOf({ identityType, identityNumber, phone }: Proof, at: string): Refusal[] {
  return [
    ...refusalIn(identityNumber, typed => parseProof(identityType, typed, `${at}.identityNumber`)),
    ...refusalIn(phone, typed => parsePhone(typed, `${at}.phone`)),
  ]
}

function refusalIn(typed: string | null, read: (typed: string) => Result<unknown>): Refusal[] {
  if (typed === null || typed === '') return []
  const result = read(typed)
  return result.ok ? [] : [result.refusal]
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
