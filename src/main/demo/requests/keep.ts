/** What was lived is kept in its tables, sealed as everything is, in a few statements. */
import type { PgTable } from 'drizzle-orm/pg-core'
import type { requestStates } from '../../../domain/request/states.ts'
import type { Setup } from '../../../features/requests/actions/setup.ts'
import { keepApplicant, maskedParty, paperPlace, sealParty } from '../../../features/requests/sealed.ts'
import { columnsOf } from '../../../features/requests/store/derived.ts'
import { closeFile } from '../../../kit/closed-files.ts'
import { letterPdf } from '../../../kit/letters.ts'
import { request, requestLetter, requestPaper, requestParty } from '../../../kit/schema/requests.ts'
import type { Services } from '../../../kit/services.ts'
import { hashCode, newCode } from '../../../platform/crypto/codes.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { numberSeries } from '../../../platform/record/schema.ts'
import { demoCitizen } from './applicants.ts'
import { formOf, letterRows, type Names } from './letters.ts'
import type { Lived } from './life.ts'
import type { DemoFile, DemoPaper } from './tale.ts'

/** A request to follow on the portal: the code is of this installation alone. */
export interface Followed {
  readonly id: string
  readonly number: string
  readonly code: string
  readonly state: keyof typeof requestStates
}

export interface Keeping {
  readonly tx: Tx
  readonly services: Services
  readonly setup: Setup
  readonly names: Names
}

/** Keeps all but the events. Gives the request worth following. */
export async function keepLife(keeping: Keeping, { files: lived, numbers }: Lived): Promise<Followed | null> {
  const { tx, services, setup, names } = keeping
  const chosen = worthFollowingIn(lived)
  // The demo's citizen holds it in the account: it is theirs, in every letter and paper of it.
  const files = lived.map(file => (file === chosen ? { ...file, applicant: demoCitizen } : file))
  const agencyId = setup.agency.id
  const codes = new Map(files.map(file => [file, newCode(services.random)]))
  const rows = files.map(file => requestRow(setup, file, codes.get(file) ?? ''))
  await inPieces(rows, piece => tx.insert(request).values(piece))
  const parties = files.flatMap(({ case: of, parties: those }) =>
    those.map(({ id, who }) => ({
      ...{ agencyId, id, requestId: of.id },
      party: sealParty(setup.keys, id, who),
      mask: maskedParty(who),
    })),
  )
  await inPieces(parties, piece => tx.insert(requestParty).values(piece))
  const papers = files.flatMap(file => file.papers.map(paper => ({ file, paper })))
  const paperRows = await Promise.all(papers.map(({ file, paper }) => paperRow(keeping, file, paper)))
  await inPieces(paperRows, piece => tx.insert(requestPaper).values(piece))
  const letters = files.flatMap(file => letterRows(setup, names, file))
  await inPieces(letters, piece => tx.insert(requestLetter).values(piece))
  await inPieces(
    numbers.map(series => ({ agencyId, ...series })),
    piece => tx.insert(numberSeries).values(piece),
  )
  const followed = files.find(({ case: of }) => of.id === chosen?.case.id)
  return followed ? followedOf(followed, codes.get(followed) ?? '') : null
}

type Row<T extends PgTable> = T['$inferInsert']

function requestRow(
  setup: Setup,
  { case: of, applicant, createdAt, updatedAt }: DemoFile,
  code: string,
): Row<typeof request> {
  return {
    ...keepApplicant(setup.keys, of.id, applicant),
    ...columnsOf(of, setup),
    ...{ codeHash: hashCode(code), accountId: null, createdAt, updatedAt },
  }
}

async function paperRow(
  { services, setup, names }: Keeping,
  file: DemoFile,
  { id, kind, name, content, at, accountId }: DemoPaper,
): Promise<Row<typeof requestPaper>> {
  const requestId = file.case.id
  const isText = 'text' in content
  const bytes = isText
    ? Buffer.from(content.text)
    : Buffer.from(await letterPdf(formOf(setup, names, file, content.form, content.written), { made: at }))
  const closed = await closeFile(services, setup.keys, paperPlace(id), bytes)
  const origin = isText ? { type: 'txt', scan: 'unscanned' } : { type: 'pdf', scan: 'made_here' }
  const what = { kind, name, ...closed, ...origin }
  return { agencyId: setup.agency.id, id, requestId, ...what, at, accountId }
}

const atOnce = 100

/** One statement for so many rows; none for none. */
async function inPieces<T>(rows: readonly T[], insert: (piece: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) await insert(rows.slice(from, from + atOnce))
}

/** Where the applicant is asked for something, else where most has happened. */
const worthFollowing = [
  'correction_pending',
  'fee_pending',
  'reasons_pending',
  'signed',
  'in_review',
  'in_progress',
] as const

function worthFollowingIn(files: readonly DemoFile[]): DemoFile | undefined {
  const ofCitizens = files.filter(({ case: of }) => of.kind === 'request' && of.applicantKind === 'natural_person')
  return worthFollowing.flatMap(state => ofCitizens.filter(({ case: of }) => of.state === state))[0]
}

function followedOf({ case: { id, number, state } }: DemoFile, code: string): Followed {
  return { id, number, code, state }
}
