/** What of the demo's requests was found to be for all goes on as drafts to publish (条例44), on the day it was settled. */
import { beginPublication } from '../../../features/publications/begin.ts'
import { disclosedBy } from '../../../features/requests/actions/to-publish.ts'
import { requestById } from '../../../features/requests/store/requests.ts'
import { record, type Seed } from '../seeding.ts'
import type { Keeping } from './keep.ts'
import type { Lived } from './life.ts'

export async function keepDrafts(seed: Seed, { tx, services, setup }: Keeping, { events }: Lived): Promise<void> {
  for (const { at, kind, subject, actor } of events) {
    if (kind !== 'requests.settleProposal') continue
    const kept = await requestById(tx, seed.id, subject.slice('request:'.length))
    const disclosed = kept && (await disclosedBy({ tx, services }, setup, kept))
    if (!disclosed) continue
    const entries = await beginPublication({ tx, now: at, services }, disclosed)
    for (const entry of entries) record(seed, at, entry.kind ?? '', entry.subject, entry.data, actor)
  }
}
