/** What goes on to be published where a proposal was accepted (条例44): what was disclosed, without who asked for it. */
import { withoutPersonal } from '../../../domain/personal/known.ts'
import { draftOfDisclosed } from '../../../domain/publication/disclosed.ts'
import type { Disclosed } from '../../../kit/publishing.ts'
import type { AgencyKeys } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Applicant } from '../contract/view.ts'
import { openApplicant, openParty } from '../sealed.ts'
import { type PaperRow, papersOf } from '../store/papers.ts'
import { partiesOf } from '../store/parties.ts'
import type { KeptRequest } from '../store/requests.ts'
import { openPaper } from './keep-paper.ts'
import { type Call, officeWays, type Setup } from './setup.ts'

/** Null where the case has no draft to begin: nothing was accepted, or before there were drafts. */
export async function disclosedBy(
  { tx, services }: Pick<Call, 'tx'> & { readonly services: Pick<Call['services'], 'blobs'> },
  setup: Setup,
  kept: KeptRequest,
): Promise<Disclosed | null> {
  const { case: of } = kept
  const id = of.proposal?.outcome?.publicationId ?? null
  if (id === null) return null
  const people = await peopleOf(tx, setup.keys, kept)
  const office = officeWays(setup)
  const handed = (await papersOf(tx, of.agencyId, of.id)).filter(paper => of.draft?.attachments.includes(paper.id))
  const clean = handed.filter(isClean)
  const left = { papersLeft: handed.length - clean.length }
  const publication = draftOfDisclosed({ id, of, organ: setup.agency.name, ...left, knowledge: { people, office } })
  const files = clean.map(paper => ({
    ...{ name: withoutPersonal(paper.name, people, office), type: paper.type, scan: paper.scan },
    bytes: () => openPaper(services, setup.keys, paper),
  }))
  return { publication, files }
}

/** Covered, with nothing left beneath: any other paper handed over may speak of the one who asked. */
const isClean = ({ kind }: PaperRow) => kind === 'redacted'

/** Whatever tells of the applicant, the agent and third parties. A postcode tells of nobody, and is often a number. */
async function peopleOf(tx: Tx, keys: AgencyKeys, { case: of, applicant }: KeptRequest): Promise<readonly string[]> {
  const thirdParties = of.consultations.filter(({ party }) => party === 'third_party').map(({ partyId }) => partyId)
  const parties = (await partiesOf(tx, of.agencyId, of.id)).filter(({ id }) => thirdParties.includes(id))
  const told = parties.map(({ id, party }) => openParty(keys, id, party))
  const values = [
    ...applicantValues(openApplicant(keys, of.id, applicant)),
    ...told.flatMap(({ name, phone, email, address }) => [name, phone, email, address]),
  ]
  return values.filter(value => value !== null)
}

function applicantValues(given: Applicant): (string | null)[] {
  const { name, identityNumber, representative, contact, phone, email, fax, address, employer, agent } = given
  const agents = agent ? [agent.name, agent.identityNumber, agent.phone] : []
  return [name, identityNumber, representative, contact, phone, email, fax, address, employer, ...agents]
}
