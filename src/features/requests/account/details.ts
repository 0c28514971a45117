/** What a form is filled in with for a citizen who is signed in: contact data, proof of identity only where they chose so. */
import type { Refusal } from '../../../domain/kernel/result.ts'
import {
  type ApplicantSort,
  fieldsOf,
  type IntakeFieldId,
  intakeFieldIds,
  type Typed,
} from '../../../domain/request/intake/fields.ts'
import { troublesIn } from '../../../domain/request/intake/read.ts'

/** Proves who somebody is: kept on demand alone (个保法28, 29). */
export const identityFields: readonly IntakeFieldId[] = ['identityType', 'identityNumber']

const sorts: readonly ApplicantSort[] = ['citizen', 'organisation']
/** Of the way it is wanted, what one is reached by. */
const reached: readonly IntakeFieldId[] = ['email', 'fax']
const isAsked = (sort: ApplicantSort) => [...fieldsOf('applicant', { sort, agent: false }), ...reached]

/** Fields of both sorts of applicants, in the order of the form. */
export const detailFields = intakeFieldIds.filter(
  id => !identityFields.includes(id) && sorts.some(sort => isAsked(sort).includes(id)),
)

/** What was filled in, and nothing else. */
export function detailsFrom(typed: Typed, keepIdentity: boolean): Typed {
  const kept = keepIdentity ? [...detailFields, ...identityFields] : detailFields
  return Object.fromEntries(
    kept.flatMap(id => {
      const value = typed[id]?.trim() ?? ''
      return value === '' ? [] : [[id, value]]
    }),
  )
}

/** As the form judges each field that is filled in; nothing has to be. */
export function troublesOfDetails(details: Typed): readonly Refusal[] {
  const all = sorts.flatMap(sort => {
    const applying = { sort, agent: false }
    return [...troublesIn('applicant', details, applying), ...troublesIn('delivery', details, applying)]
  })
  const first = new Map(all.map(refusal => [refusal.at, refusal]))
  return [...first.values()].filter(({ at }) => at !== undefined && details[at as IntakeFieldId] !== undefined)
}
