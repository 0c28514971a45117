/** One row of a list of staff, taken in. */
import type { Person } from '../../../domain/people/import.ts'
import type { PlannedRow } from '../../../domain/sheet/plan.ts'
import { refused } from '../../../kit/problem.ts'
import type { Entry } from '../../../kit/routes.ts'
import { loginTaken } from '../refusals.ts'
import { addAccount, changeAccount } from '../store/accounts.ts'
import { addMembership, changeMembership } from '../store/members.ts'
import type { Around, Here } from './import-around.ts'
import { makeLink } from './links.ts'
import { sealPhone } from './person-view.ts'

export interface Taken {
  readonly entry: Entry
  readonly link: string | null
}

/** Null where the row changes nothing. What is recorded names fields, never what stands in them. */
export async function takePerson(here: Here, around: Around, row: PlannedRow<Person>): Promise<Taken | null> {
  if (row.outcome === 'refused' || row.outcome === 'unchanged') return null
  const { id, agencyId, roles } = row.value
  const about = { subject: `account:${id}`, agencyId }
  if (row.outcome !== 'changed') {
    const link = await addOne(here, around, row.value)
    return { entry: { ...about, data: { outcome: row.outcome, row: row.row, roles } }, link }
  }
  const changed = row.changes.map(({ field }) => field)
  const before = await changeOne(here, around, row.value, changed)
  const granted = changed.includes('roles') ? { roles: { from: before, to: roles } } : {}
  return { entry: { ...about, data: { outcome: row.outcome, row: row.row, changed, ...granted } }, link: null }
}

async function addOne(here: Here, around: Around, person: Person): Promise<string> {
  const { tx, now } = here
  const { id, login, name, email, agencyId, roles } = person
  const added = await addAccount(tx, { id, login, name, email, createdAt: now })
  if (!added) throw refused(loginTaken)
  const phone = await sealPhone(here, agencyId, id, person.phone)
  const sectionId = sectionOf(around, person)
  await addMembership(tx, { agencyId, accountId: id, sectionId, phone, roles: [...roles], since: now })
  return (await makeLink(here, 'invitation', id)).link
}

/** Gives the roles held before. */
async function changeOne(here: Here, around: Around, person: Person, changed: readonly string[]) {
  const { tx } = here
  const { id, name, email, agencyId, roles } = person
  const where = { agencyId, accountId: id }
  const is = (field: string) => changed.includes(field)
  if (is('name') || is('email')) await changeAccount(tx, id, { name, email })
  if (is('section')) await changeMembership(tx, where, { sectionId: sectionOf(around, person) })
  if (is('phone')) await changeMembership(tx, where, { phone: await sealPhone(here, agencyId, id, person.phone) })
  if (is('roles')) await changeMembership(tx, where, { roles: [...roles] })
  const known = around.known.find(one => one.account.id === id && one.membership.agencyId === agencyId)
  return known?.membership.roles ?? []
}

function sectionOf({ sections }: Around, { agencyId, section }: Person): string | null {
  return sections.find(one => one.agencyId === agencyId && one.name === section)?.id ?? null
}
