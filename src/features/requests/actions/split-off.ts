/** The other parts of a split request become cases of their own (办法4). */
import { childOf } from '../../../domain/request/new-case.ts'
import type { Entry } from '../../../kit/routes.ts'
import type { ActBody } from '../contract/acts.ts'
import { keepApplicant, openApplicant } from '../sealed.ts'
import { papersOf } from '../store/papers.ts'
import { addRequest, type KeptRequest } from '../store/requests.ts'
import { subjectOf } from '../store/timeline.ts'
import { copyPaper } from './keep-paper.ts'
import { requestNumber } from './numbers.ts'
import type { Call, Setup } from './setup.ts'
import type { PaperKind } from './shown-paper.ts'

/**
 * How the request came in: who applied and with what, and the proof of the days, which every part shares. What was
 * found, drafted or paid stays with the case it was made for.
 */
const ofEveryPart: readonly PaperKind[] = ['identity', 'authority', 'application', 'applicant_other', 'evidence']

/** Each of the same applicant, found by the same code, with the papers the whole came in with (条例45). */
export async function splitOff(
  call: Call,
  setup: Setup,
  after: KeptRequest,
  { parts }: ActBody<'split'>,
  children: readonly string[],
): Promise<Entry[]> {
  const { tx, now } = call
  const { agencyId, id: from } = after.case
  const applicant = openApplicant(setup.keys, from, after.applicant)
  const shared = (await papersOf(tx, agencyId, from)).filter(({ kind }) => ofEveryPart.some(every => every === kind))
  const record: Entry[] = []
  for (const [n, id] of children.entries()) {
    const part = parts[n + 1]
    if (!part) throw new Error('more children than parts')
    const number = await requestNumber(tx, setup)
    const sealed = keepApplicant(setup.keys, id, applicant)
    const child = {
      ...after,
      ...sealed,
      case: childOf(after.case, part, { id, number, on: setup.today }),
      createdAt: now,
    }
    await addRequest(tx, child, setup)
    for (const paper of shared) await copyPaper(call, setup.keys, paper, id)
    const data = { from, number, papers: shared.length }
    record.push({ kind: 'requests.splitOff', subject: subjectOf(id), data })
  }
  return record
}
