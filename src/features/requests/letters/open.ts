/** A case with its people and papers opened, for letters; it never leaves the server so. */

import type { Call, Setup } from '../actions/setup.ts'
import { idsIn } from '../actions/view.ts'
import { openApplicant, openParty } from '../sealed.ts'
import { namesOf } from '../store/agency.ts'
import { papersOf } from '../store/papers.ts'
import { partiesOf } from '../store/parties.ts'
import type { KeptRequest } from '../store/requests.ts'
import type { OpenCase } from './facts.ts'

export async function openCase({ tx }: Call, { keys }: Setup, kept: KeptRequest): Promise<OpenCase> {
  const { agencyId, id } = kept.case
  const parties = await partiesOf(tx, agencyId, id)
  return {
    case: kept.case,
    applicant: openApplicant(keys, id, kept.applicant),
    parties: new Map(parties.map(row => [row.id, openParty(keys, row.id, row.party)])),
    papers: await papersOf(tx, agencyId, id),
    names: await namesOf(tx, agencyId, idsIn(kept, [])),
  }
}
