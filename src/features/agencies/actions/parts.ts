/** Sections, and the leading group for open government (D§8.1). */
import type { Refusal } from '../../../domain/kernel/result.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { notFound, refusedInput } from '../../../kit/problem.ts'
import type { Done, Task } from '../../../kit/routes.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import type * as contracts from '../contract.ts'
import {
  holdSection,
  keepSection,
  type LeaderRow,
  leadersOf,
  nextPlace,
  replaceLeaders,
  type SectionRow,
  sectionsOf,
} from '../store/parts.ts'
import { leaderDays, sectionWord } from '../words.ts'
import { refuseTaken } from './agencies.ts'

type ShownSection = AnswerOf<typeof contracts.addSection>
type Group = AnswerOf<typeof contracts.getLeaders>

function shownSection({ id, name, position, status }: SectionRow): ShownSection {
  return { id, name, position, status: status === 'closed' ? 'closed' : 'open' }
}

export async function sections({
  tx,
  params,
}: Task<typeof contracts.listSections>): Promise<AnswerOf<typeof contracts.listSections>> {
  return { items: (await sectionsOf(tx, params.agencyId)).map(shownSection) }
}

export async function addSection({
  tx,
  now,
  params: { agencyId },
  body,
  services,
}: Task<typeof contracts.addSection>): Promise<Done<ShownSection>> {
  const id = uuid7(now.getTime(), services.random)
  const row = { agencyId, id, name: body.name, position: await nextPlace(tx, agencyId), status: 'open' }
  refuseTaken(await keepSection(tx, row))
  return { answer: shownSection(row), record: [{ subject: `section:${id}`, data: { name: body.name } }] }
}

export async function changeSection({
  tx,
  params: { agencyId, sectionId },
  body,
}: Task<typeof contracts.changeSection>): Promise<Done<ShownSection>> {
  const before = await holdSection(tx, agencyId, sectionId)
  if (!before) throw notFound(sectionWord)
  const { name = before.name, position = before.position, status = before.status } = body
  const after = { ...before, name, position, status }
  refuseTaken(await keepSection(tx, after))
  return {
    answer: shownSection(after),
    record: [{ subject: `section:${sectionId}`, data: { name, position, status } }],
  }
}

export async function leaders({ tx, params }: Task<typeof contracts.getLeaders>): Promise<Group> {
  return { items: (await leadersOf(tx, params.agencyId)).map(shownLeader) }
}

function shownLeader({ name, post, duty, fromDate, untilDate }: LeaderRow): Group['items'][number] {
  return { name, post, duty, fromDate, untilDate }
}

/** The group as it is from now on, in the order given; who was in it before stays in the record. */
export async function setLeaders({
  tx,
  now,
  params: { agencyId },
  body,
  services,
}: Task<typeof contracts.setLeaders>): Promise<Done<Group>> {
  const [first, ...rest] = body.items.flatMap(({ fromDate, untilDate }, n): Refusal[] =>
    fromDate !== null && untilDate !== null && untilDate < fromDate ? [leaderDays(n)] : [],
  )
  if (first) throw refusedInput('body', [first, ...rest])
  const before = (await leadersOf(tx, agencyId)).map(shownLeader)
  const rows = body.items.map((item, n) => ({
    ...item,
    agencyId,
    id: uuid7(now.getTime(), services.random),
    position: n + 1,
  }))
  await replaceLeaders(tx, agencyId, rows)
  const answer = { items: rows.map(shownLeader) }
  return { answer, record: [{ subject: `agency:${agencyId}`, data: { before, after: answer.items } }] }
}
