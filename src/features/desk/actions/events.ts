/** The record, for the audit administrator: looked through and proven. */
import { and, desc, eq, gte, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Said } from '../../../domain/kernel/lang.ts'
import type { Resource } from '../../../domain/people/policy.ts'
import type { AnswerOf, Contract } from '../../../kit/contract.ts'
import { keyBehind, pageFrom } from '../../../kit/paging.ts'
import { type Done, noAgency, signedIn, type Task } from '../../../kit/routes.ts'
import { topAgency } from '../../../kit/tree.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { verifyChain } from '../../../platform/record/chain.ts'
import { event } from '../../../platform/record/schema.ts'
import type * as contracts from '../contract.ts'
import { accountsCalled, agenciesCalled } from '../store/lookups.ts'
import { actorsNamed, kindWords, type Names, namesFor } from './event-names.ts'

type EventsTask = Task<typeof contracts.listEvents>
type VerifyTask = Task<typeof contracts.verifyEvents>
type Item = AnswerOf<typeof contracts.listEvents>['items'][number]

/** Whose record it is: that of no agency belongs to the top one. Nobody looks through what they did themselves. */
export async function recordOwner(task: EventsTask | VerifyTask): Promise<Resource> {
  const { tx, params, query } = task
  const { actor } = signedIn(task)
  const agencyId = params.agencyId === noAgency ? await topAgency(tx, actor.agencyId) : params.agencyId
  const ids = query?.actor ? await actorsCalled(tx, query.actor) : []
  const oneself = ids.length > 0 && ids.every(id => id === actor.accountId || id === query?.actor)
  return { agencyId, subjectAccountId: oneself && ids.includes(actor.accountId) ? actor.accountId : null }
}

/** An actor as typed: its id, the name of somebody, or the word for who has none. */
async function actorsCalled(tx: Tx, typed: string): Promise<string[]> {
  return [typed, ...actorsNamed(typed), ...(await accountsCalled(tx, typed))]
}

/** People and agencies called so, as the record has them. */
async function subjectsCalled(tx: Tx, typed: string): Promise<string[]> {
  const [accounts, agencies] = [await accountsCalled(tx, typed), await agenciesCalled(tx, typed)]
  return [typed, ...accounts.map(id => `account:${id}`), ...agencies.map(id => `agency:${id}`)]
}

/** The newest first. */
export async function events(
  { tx, params, query }: EventsTask,
  known: readonly Contract[],
): Promise<AnswerOf<typeof contracts.listEvents>> {
  const key = keyBehind(query.after, z.tuple([z.number().int()]))
  const rows = await tx
    .select()
    .from(event)
    .where(
      and(eq(event.agencyId, params.agencyId), ...(await filters(tx, query)), key ? lt(event.seq, key[0]) : undefined),
    )
    .orderBy(desc(event.seq))
    .limit(query.limit + 1)
  const names = await namesFor(tx, rows)
  const labels = new Map(known.map(({ id, says }) => [id as string, says]))
  return pageFrom(
    rows,
    query.limit,
    ({ seq }) => [seq],
    row => shownEvent(row, names, labels),
  )
}

/** `kind` may be a whole slice, `accounts`; `actor` an id or a name; `subject` a kind of things, `document`, or a name. */
async function filters(tx: Tx, { actor, kind, subject, from, until }: EventsTask['query']): Promise<SQL[]> {
  const all: (SQL | undefined)[] = []
  if (actor) all.push(inArray(event.actor, await actorsCalled(tx, actor)))
  if (kind) all.push(or(eq(event.kind, kind), sql`starts_with(${event.kind}, ${`${kind}.`})`))
  if (subject) {
    const named = inArray(event.subject, await subjectsCalled(tx, subject))
    all.push(or(named, sql`starts_with(${event.subject}, ${`${subject}:`})`))
  }
  if (from) all.push(gte(event.at, new Date(from)))
  if (until) all.push(lte(event.at, new Date(until)))
  return all.filter(filter => filter !== undefined)
}

function shownEvent(row: typeof event.$inferSelect, names: Names, labels: ReadonlyMap<string, Said>): Item {
  const { id, seq, at, actor, kind, subject, data, hash } = row
  const kindLabel = labels.get(kind) ?? kindWords[kind] ?? { zh: kind, en: kind }
  const who = { id: actor, name: names.actor(actor) }
  const what = { subject, subjectLabel: names.subject(subject) }
  return { id, seq, at: at.toISOString(), actor: who, kind, kindLabel, ...what, data, hash }
}

/** That it was verified is itself recorded, behind what was looked at. */
export async function verifyEvents({
  tx,
  params: { agencyId },
}: VerifyTask): Promise<Done<AnswerOf<typeof contracts.verifyEvents>>> {
  const { count, broken } = await verifyChain(tx, agencyId)
  const answer = {
    intact: broken === null,
    count,
    broken: broken === null ? null : { seq: broken.seq, says: broken.says },
  }
  const data = { intact: answer.intact, count, ...(broken ? { brokenAt: broken.seq } : {}) }
  return { answer, record: [{ subject: `record:${agencyId}`, data }] }
}
