/** Personal data of a request: sealed where it stands, masked where it is shown, found by keyed hash. */
import { z } from 'zod'
import { maskPersonal, normalisePersonal, type PersonalKindId } from '../../domain/personal/personal.ts'
import { type AgencyKeys, matchKey, matchKeys, seal, unseal } from '../../platform/crypto/seal.ts'
import { type Party, party } from './contract/acts.ts'
import { type Applicant, applicant } from './contract/view.ts'
import type { KeptApplicant } from './store/requests.ts'

export const applicantPlace = (requestId: string) => ({ table: 'request', column: 'applicant', row: requestId })
export const partyPlace = (partyId: string) => ({ table: 'request_party', column: 'party', row: partyId })
export const letterPlace = (letterId: string) => ({ table: 'request_letter', column: 'content', row: letterId })
export const draftPlace = (nameHash: string) => ({ table: 'application_draft', column: 'fields', row: nameHash })
/** Of citizens' accounts, under the installation's own keys. */
export const citizenPlace = (id: string) => ({ table: 'citizen', column: 'contact', row: id })
export const citizenDetailsPlace = (id: string) => ({ table: 'citizen', column: 'details', row: id })
export const citizenCodePlace = (tokenHash: string) => ({ table: 'citizen_code', column: 'contact', row: tokenHash })
export const paperPlace = (paperId: string) => ({ table: 'request_paper', column: 'key', row: paperId })

/** What is kept of an applicant. Where no number was given nobody is the same by it. */
export function keepApplicant(keys: AgencyKeys, requestId: string, given: Applicant): KeptApplicant {
  const match = (kind: PersonalKindId, value: string) => matchKey(keys, kind, normalisePersonal(kind, value))
  const { name, identityNumber, phone } = given
  return {
    applicant: seal(keys, applicantPlace(requestId), JSON.stringify(given)),
    applicantMask: maskPersonal('name', name),
    nameMatch: match('name', name),
    identityMatch:
      identityNumber === '' ? matchKey(keys, 'without_identity', requestId) : match('identity_number', identityNumber),
    phoneMatch: phone === '' ? null : match('phone', phone),
  }
}

/** Under which hashes a name, number or telephone, typed whole, may be found. */
export function matchesOf(keys: AgencyKeys, typed: string) {
  const under = (kind: PersonalKindId) => matchKeys(keys, kind, normalisePersonal(kind, typed))
  return { name: under('name'), identity: under('identity_number'), phone: under('phone') }
}

/**
 * Whether a kept case is of this applicant: by the number where both give one; where a paper lacked it, by the name,
 * which is all there is to tell by.
 */
export function isOfApplicant(
  keys: AgencyKeys,
  kept: Pick<KeptApplicant, 'nameMatch' | 'identityMatch'> & { readonly requestId: string },
  { name, identityNumber }: Pick<Applicant, 'name' | 'identityNumber'>,
): boolean {
  const under = (kind: PersonalKindId, value: string) => matchKeys(keys, kind, normalisePersonal(kind, value))
  const isWithout = matchKeys(keys, 'without_identity', kept.requestId).includes(kept.identityMatch)
  return identityNumber === '' || isWithout
    ? under('name', name).includes(kept.nameMatch)
    : under('identity_number', identityNumber).includes(kept.identityMatch)
}

export function openApplicant(keys: AgencyKeys, requestId: string, sealed: string): Applicant {
  return applicant.parse(JSON.parse(unseal(keys, applicantPlace(requestId), sealed)))
}

/** As everybody sees an applicant who has not said why they must see more. */
export function maskedApplicant(given: Applicant): Applicant {
  const { agent } = given
  return {
    ...given,
    name: maskName(given.name),
    identityNumber: maskOrEmpty('identity_number', given.identityNumber),
    representative: maskMaybe('name', given.representative),
    contact: maskMaybe('name', given.contact),
    phone: maskOrEmpty('phone', given.phone),
    email: maskMaybe('email', given.email),
    fax: maskMaybe('phone', given.fax),
    address: maskOrEmpty('address', given.address),
    postcode: given.postcode === null ? null : '******',
    employer: given.employer === null ? null : maskOrEmpty('address', given.employer),
    agent: agent && {
      ...agent,
      name: maskName(agent.name),
      identityNumber: maskOrEmpty('identity_number', agent.identityNumber),
      phone: maskOrEmpty('phone', agent.phone),
    },
  }
}

const maskName = (name: string) => maskPersonal('name', name)
const maskOrEmpty = (kind: PersonalKindId, value: string) => (value === '' ? '' : maskPersonal(kind, value))
const maskMaybe = (kind: PersonalKindId, value: string | null) => (value === null ? null : maskOrEmpty(kind, value))

/** A party as lists show it. An organ or a firm is no person, and told as such by nobody: all are masked alike. */
export const partyMask = z.object({ name: z.string(), phone: z.string().nullable(), address: z.string().nullable() })
export type PartyMask = z.output<typeof partyMask>

export function maskedParty({ name, phone, address }: Party): PartyMask {
  return { name: maskName(name), phone: maskMaybe('phone', phone), address: maskMaybe('address', address) }
}

export function sealParty(keys: AgencyKeys, partyId: string, given: Party): string {
  return seal(keys, partyPlace(partyId), JSON.stringify(given))
}

export function openParty(keys: AgencyKeys, partyId: string, sealed: string): Party {
  return party.parse(JSON.parse(unseal(keys, partyPlace(partyId), sealed)))
}
