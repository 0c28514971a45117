/** A copy of one's own data, for who has the number and the code; that it was given is recorded. */
import { done, type Result } from '../../../domain/kernel/result.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import type { Entry } from '../../../kit/routes.ts'
import { type Call, setupOf } from '../actions/setup.ts'
import { shownPaper } from '../actions/shown-paper.ts'
import type { Follower } from '../citizen.ts'
import type { OwnData } from '../contract/own-data.ts'
import { openApplicant } from '../sealed.ts'
import { papersOf } from '../store/papers.ts'
import { type Happened, happenedTo, subjectOf } from '../store/timeline.ts'
import { found } from './find.ts'
import { retentionOf } from './tracked.ts'

interface GivenData {
  readonly data: OwnData
  readonly record: readonly Entry[]
}

export async function ownDataFor(call: Call, agencyId: string, who: Follower): Promise<Result<GivenData>> {
  const kept = await found(call, agencyId, who)
  if (!kept.ok) return kept
  const { case: of, applicant } = kept.value
  const setup = await setupOf(call, agencyId)
  const happened = await happenedTo(call.tx, agencyId, of.id)
  const data: OwnData = {
    format: 'gongkai.own-data/1',
    agency: setup.agency.name,
    number: of.number,
    madeAt: call.now.toISOString(),
    applicant: openApplicant(setup.keys, of.id, applicant),
    request: requestOf(of),
    said: saidIn(of),
    papers: await ownPapers(call, of),
    seen: happened.filter(isLook).map(({ at }) => at.toISOString()),
    retention: retentionOf(of, setup),
  }
  return done({ data, record: [{ kind: 'requests.ownData', subject: subjectOf(of.id), data: {} }] })
}

/** Ways staff see an applicant's data whole; each is in the record (个保法51). */
const looks: readonly string[] = [
  'requests.unmask',
  'requests.paperFile',
  'requests.paperPage',
  'requests.scanPaper',
  'requests.letterForm',
  'requests.archiveFile',
]

function isLook({ kind }: Happened): boolean {
  return looks.includes(kind)
}

function requestOf({ kind, channel, wanted, arrival, receivedOn, closing }: RequestCase): OwnData['request'] {
  const days = { submittedOn: arrival.submittedOn, receivedOn, endedOn: closing?.on ?? null }
  return { kind, channel, wanted: { ...wanted }, ...days }
}

function saidIn({ correction, reasons, fee }: RequestCase): OwnData['said'] {
  const { corrected } = correction ?? { corrected: null }
  const declared = fee?.declared ?? null
  return {
    correction: corrected && { on: corrected.on, text: corrected.text },
    reasons: reasons?.given ?? null,
    payment: declared && { on: declared.on, text: declared.note },
  }
}

/** What came from the applicant, by whatever way: scanned at the counter it was theirs all the same. */
const theirs = ['identity', 'authority', 'application', 'applicant_other', 'payment']

async function ownPapers({ tx }: Call, { agencyId, id }: RequestCase): Promise<OwnData['papers']> {
  const papers = (await papersOf(tx, agencyId, id)).map(row => shownPaper(row, {}))
  return papers
    .filter(({ kind }) => theirs.includes(kind))
    .map(({ kind, name, size, sha256, at }) => ({ kind, name, size, sha256, at }))
}
