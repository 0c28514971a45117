/** What must hold of requests whenever the program was killed: each wrong in words, none where all is whole. */
import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import { setupOf } from '../../src/features/requests/actions/setup.ts'
import { columnsOf } from '../../src/features/requests/store/derived.ts'
import { type KeptRequest, keptRequest } from '../../src/features/requests/store/requests.ts'
import { subjectOf } from '../../src/features/requests/store/timeline.ts'
import { request } from '../../src/kit/schema/requests.ts'
import type { Services } from '../../src/kit/services.ts'
import type { Tx } from '../../src/platform/db/connect.ts'
import { verifyChain } from '../../src/platform/record/chain.ts'
import { event, idempotency, numberSeries } from '../../src/platform/record/schema.ts'
import type { CrashWorld } from './desk.ts'
import { type Queued, wrongSendings } from './letters-out.ts'

/** What was told to a caller: the case as it then was. */
export interface Accepted {
  readonly id: string
  readonly number: string
  readonly version: number
}

type EventRow = typeof event.$inferSelect

/** What callers were told, and whether the worker has had its time since. */
export interface Told {
  readonly accepted: readonly Accepted[]
  readonly queued: readonly Queued[]
  readonly isOver: boolean
}

export async function wrongsOf(
  services: Services,
  world: CrashWorld,
  { accepted, ...sendings }: Told,
): Promise<readonly string[]> {
  const { agencyId } = world
  return services.database.transaction({ agency: agencyId }, async tx => {
    const setup = await setupOf({ tx, now: services.now(), services }, agencyId)
    const rows = await tx.select().from(request).where(eq(request.agencyId, agencyId))
    const events = await tx.select().from(event).where(eq(event.agencyId, agencyId)).orderBy(event.seq)
    const bySubject = new Map<string, EventRow[]>()
    for (const one of events) bySubject.set(one.subject, [...(bySubject.get(one.subject) ?? []), one])
    const cases = rows.map(keptRequest)
    const calls = await tx.$count(idempotency, eq(idempotency.agencyId, agencyId))
    const chain = await verifyChain(tx, agencyId)
    return [
      ...lost(cases, accepted),
      ...rows.flatMap((row, n) => {
        const kept = cases[n]
        const derived = kept && columnsOf(kept.case, setup)
        const differs = Object.entries(derived ?? {}).filter(
          ([name, value]) => !isDeepStrictEqual(row[name as keyof typeof row], value),
        )
        return differs.map(([name]) => `${row.number}: the column ${name} is not what follows from the case`)
      }),
      ...cases.flatMap(({ case: { id, number, version } }) =>
        halfWritten(bySubject.get(subjectOf(id)) ?? [], version).map(wrong => `${number}: ${wrong}`),
      ),
      ...cases.flatMap(unsent),
      ...(await wrongSendings(tx, world, cases, sendings)),
      ...(await wrongNumbers(tx, agencyId, cases)),
      ...keysAndEvents(events, calls),
      ...(chain.broken ? [chain.broken.says.en] : []),
    ]
  })
}

/** Every case whose acceptance was told is there, at least as far on. */
function lost(cases: readonly KeptRequest[], accepted: readonly Accepted[]): string[] {
  const known = new Map(cases.map(kept => [kept.case.id, kept.case]))
  return accepted.flatMap(({ id, number, version }) => {
    const there = known.get(id)
    return there?.number === number && there.version >= version ? [] : [`${number}: lost after version ${version}`]
  })
}

/** Each version stands in the record once: the first by what made the case, each further one by the act that led to it. */
function halfWritten(events: readonly EventRow[], version: number): string[] {
  // That a letter was put aside changes nothing of the case.
  const [first, ...acts] = events.filter(({ kind }) => kind !== 'requests.letterQueued')
  const makes = first?.kind === 'requests.register' || first?.kind === 'requests.splitOff'
  const versions = acts.map(({ data }) => (data as { version?: number }).version)
  const whole = versions.length === version - 1 && versions.every((told, n) => told === n + 2)
  return [
    ...(makes ? [] : ['nothing in the record made it']),
    ...(whole ? [] : [`version ${version}, and in the record ${versions.join()}`]),
  ]
}

/** A letter that has left was issued under a number, and what shows its service is kept. */
function unsent({ case: { number, letters } }: KeptRequest): string[] {
  return letters.flatMap(({ letter, number: own, issued, sent, served }) => [
    ...(sent && (!issued || own === null) ? [`${number}: ${letter} left without being issued`] : []),
    ...(sent?.way === 'post' && !sent.trackingNumber ? [`${number}: ${letter} was posted without evidence`] : []),
    ...(served && (!sent || served.evidence === '') ? [`${number}: ${letter} was served without evidence`] : []),
  ])
}

/** From 1 on without a gap, none twice; letters likewise, whose cases may have ended meanwhile. */
async function wrongNumbers(tx: Tx, agencyId: string, cases: readonly KeptRequest[]): Promise<string[]> {
  const series = await tx.select().from(numberSeries).where(eq(numberSeries.agencyId, agencyId))
  const given = {
    request: cases.map(({ case: { number } }) => number),
    letter: cases.flatMap(({ case: { letters } }) => letters.flatMap(({ number }) => number ?? [])),
  }
  return Object.entries(given).flatMap(([name, numbers]) => {
    const last = series.find(one => one.series === name)?.last ?? 0
    const counted = numbers.map(number => Number(/(\d+)号$/.exec(number)?.[1])).sort((a, b) => a - b)
    const right = counted.length === last && counted.every((number, n) => number === n + 1)
    return right ? [] : [`numbers of ${name} up to ${last}: ${counted.join()}`]
  })
}

/** Every call that was carried out left its key and what it did, in one; the worker calls nobody. */
function keysAndEvents(events: readonly EventRow[], calls: number): string[] {
  const acts = events.filter(({ kind, actor }) => kind.startsWith('requests.') && !actor.startsWith('job:'))
  const done = acts.filter(({ kind }) => kind !== 'requests.splitOff').length
  return done === calls ? [] : [`${calls} calls under a key, and ${done} acts in the record`]
}
