/** `gongkai import people`: staff of any agencies from a spreadsheet, tried first or taken in, with a word on every row. */
import { type Person, parsePeopleRows } from '../../../domain/people/import.ts'
import { checkRoles } from '../../../domain/people/roles.ts'
import { maskPersonal } from '../../../domain/personal/personal.ts'
import type { PlannedRow } from '../../../domain/sheet/plan.ts'
import { atCell } from '../../../domain/sheet/sheet.ts'
import { type ToldImport, type ToldRow, toldImport } from '../../../domain/sheet/told.ts'
import { dayOf } from '../../../kit/days.ts'
import { recordOperator } from '../../../kit/operator.ts'
import { refused, refusedInput } from '../../../kit/problem.ts'
import type { Services } from '../../../kit/services.ts'
import { sheetIn } from '../../../kit/sheet-file.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { uuid7 } from '../../../platform/db/uuid7.ts'
import { loginTaken, noSectionNamed, sectionLabel } from '../refusals.ts'
import { addAccount, changeAccount } from '../store/accounts.ts'
import {
  addMembership,
  changeMembership,
  domainAccount,
  lockAdministrators,
  membershipsOf,
  openDelegations,
} from '../store/members.ts'
import { allStaff, namedAgencies, openSections } from '../store/staff.ts'
import { makeLink } from './links.ts'
import { openPhone, sealPhone } from './person-view.ts'

export interface ImportedPeople extends ToldImport {
  /** The one-time links of those who are new, by the row that brought them. */
  readonly links: ReadonlyMap<number, string>
  /** Heads of columns nobody knows: they are passed over. */
  readonly ignored: readonly string[]
}

interface Here {
  readonly tx: Tx
  readonly now: Date
  readonly services: Services
}

type Planned = PlannedRow<Person>

/**
 * With `dryRun` nothing is changed; else all rows that are not refused are taken in together. Who works for several
 * agencies is told of the first. Throws a Problem where the bytes are no such list.
 */
export async function importPeopleFile(
  services: Services,
  bytes: Uint8Array,
  dryRun: boolean,
): Promise<ImportedPeople> {
  const grid = await sheetIn(bytes)
  return services.database.transaction('installation', async tx => {
    const here = { tx, now: services.now(), services }
    await lockAdministrators(tx)
    const existing = await staffNow(here)
    const agencies = await namedAgencies(tx)
    const newId = () => uuid7(here.now.getTime(), services.random)
    const plan = parsePeopleRows(grid, { agencies, existing, newId })
    const [first, ...rest] = plan.refusals
    if (first) throw refusedInput('body', [{ ...first, at: 'file' }, ...rest])
    const sections = await openSections(tx)
    const sectionOf = ({ agencyId, section }: Person) =>
      sections.find(one => one.agencyId === agencyId && one.name === section)?.id ?? null
    const before = new Map(existing.map(person => [person.id, person]))
    const planned: Planned[] = []
    for (const row of plan.rows) planned.push(await standing(here, row, before, sectionOf))
    const links = dryRun ? new Map() : await takeIn(here, planned, before, sectionOf)
    return { ...toldImport(planned.map(masked), namesOf(planned)), links, ignored: plan.ignored }
  })
}

async function staffNow(here: Here): Promise<readonly Person[]> {
  const sections = new Map((await openSections(here.tx)).map(({ id, name }) => [id, name]))
  const people: Person[] = []
  for (const { account, membership } of await allStaff(here.tx)) {
    people.push({
      ...domainAccount(account, membership),
      section: sections.get(membership.sectionId ?? '') ?? null,
      phone: await openPhone(here, { membership }),
      email: account.email,
    })
  }
  return people
}

type SectionOf = (person: Person) => string | null
type Before = ReadonlyMap<string, Person>

/** Refuses what only the tables know: a section that is not there, roles that clash with those held elsewhere. */
async function standing(here: Here, row: Planned, before: Before, sectionOf: SectionOf): Promise<Planned> {
  if (row.outcome !== 'created' && row.outcome !== 'changed') return row
  const { value } = row
  if (value.section !== null && sectionOf(value) === null) {
    return { row: row.row, outcome: 'refused', refusals: [atCell(noSectionNamed, row.row, 'section', sectionLabel)] }
  }
  if (!before.has(value.id)) return row
  const { tx, now } = here
  const elsewhere = (await membershipsOf(tx, value.id)).filter(({ agencyId }) => agencyId !== value.agencyId)
  const handed = (await openDelegations(tx, value.agencyId, value.id, dayOf(now))).filter(({ to }) => to === value.id)
  const together = checkRoles([...value.roles, ...[...elsewhere, ...handed].flatMap(({ roles }) => roles)])
  return together.ok ? row : { row: row.row, outcome: 'refused', refusals: [together.refusal] }
}

function namesOf(planned: readonly Planned[]): ReadonlyMap<number, string> {
  return new Map(planned.flatMap(row => ('value' in row ? [[row.row, row.value.name] as const] : [])))
}

/** Nobody reads a number by handing in a list. */
function masked(row: Planned): Planned {
  if (row.outcome !== 'changed') return row
  const mask = (phone: string) => (phone === '' ? '' : maskPersonal('phone', phone))
  const changes = row.changes.map(change =>
    change.field === 'phone' ? { ...change, before: mask(change.before), after: mask(change.after) } : change,
  )
  return { ...row, changes }
}

async function takeIn(here: Here, planned: readonly Planned[], before: Before, sectionOf: SectionOf) {
  const links = new Map<number, ToldRow['name']>()
  for (const row of planned) {
    if (row.outcome === 'created') links.set(row.row, await add(here, row.value, sectionOf(row.value)))
    const was = row.outcome === 'changed' ? before.get(row.value.id) : undefined
    if (was && row.outcome === 'changed') {
      const fields = row.changes.map(({ field }) => field)
      await change(here, was, row.value, { sectionId: sectionOf(row.value), fields })
    }
  }
  return links
}

/** Adds somebody, and gives the link they come in by. */
async function add(here: Here, person: Person, sectionId: string | null): Promise<string> {
  const { tx, now, services } = here
  const { id, login, name, email, agencyId } = person
  if (!(await addAccount(tx, { id, login, name, email, createdAt: now }))) throw refused(loginTaken)
  const phone = await sealPhone(here, agencyId, id, person.phone)
  await addMembership(tx, { agencyId, accountId: id, sectionId, phone, roles: [...person.roles], since: now })
  const event = { agencyId, subject: `account:${id}`, kind: 'accounts.addPerson', data: { roles: person.roles } }
  await recordOperator(tx, services, now, [event])
  return (await makeLink(here, 'invitation', id)).link
}

interface Changed {
  readonly sectionId: string | null
  readonly fields: readonly string[]
}

async function change(here: Here, was: Person, is: Person, { sectionId, fields }: Changed): Promise<void> {
  const { tx, now, services } = here
  const { id: accountId, agencyId } = is
  const has = (...names: readonly string[]) => names.some(name => fields.includes(name))
  if (has('name', 'email')) await changeAccount(tx, accountId, { name: is.name, email: is.email })
  if (has('section', 'roles', 'phone')) {
    await changeMembership(
      tx,
      { agencyId, accountId },
      {
        ...(has('section') && { sectionId }),
        ...(has('roles') && { roles: [...is.roles] }),
        ...(has('phone') && { phone: await sealPhone(here, agencyId, accountId, is.phone) }),
      },
    )
  }
  const changed = fields.filter(field => field !== 'roles')
  const data = { changed, ...(has('roles') && { roles: { from: was.roles, to: is.roles } }) }
  await recordOperator(tx, services, now, [
    { agencyId, subject: `account:${accountId}`, kind: 'accounts.changePerson', data },
  ])
}
