/** Everything a list of staff is held against, read once. */
import { parseLogin } from '../../../domain/people/accounts.ts'
import { type Person, peopleColumns } from '../../../domain/people/import.ts'
import { readSheet } from '../../../domain/sheet/sheet.ts'
import type { Contract } from '../../../kit/contract.ts'
import { dayOf } from '../../../kit/days.ts'
import type { Task } from '../../../kit/routes.ts'
import { supervisedAgencies } from '../../../kit/tree.ts'
import type { Grid } from '../../../paper/paper.ts'
import { type Known, knownByLogin, namedAgencies, openSections } from '../store/import.ts'
import { openPhone } from './person-view.ts'

export type Here = Pick<Task<Contract>, 'tx' | 'now' | 'services'>

export interface Around {
  readonly agencies: Awaited<ReturnType<typeof namedAgencies>>
  /** The agencies the list may be about. */
  readonly reach: ReadonlySet<string>
  readonly sections: Awaited<ReturnType<typeof openSections>>
  readonly known: readonly Known[]
  /** As the domain reads lists: those within reach first. */
  readonly people: readonly Person[]
  /** What a row is called, by its number. */
  readonly names: ReadonlyMap<number, string>
}

/** `own`: the agency that is within reach, with those it supervises; null where all are. */
export async function aroundList(here: Here, grid: Grid, own: string | null): Promise<Around> {
  const { tx } = here
  const { rows } = readSheet(grid, peopleColumns)
  const logins = rows.flatMap(({ values }) => {
    const login = parseLogin(values.login ?? '')
    return login.ok ? [login.value] : []
  })
  const agencies = await namedAgencies(tx)
  const within = own === null ? agencies.map(({ id }) => id) : [own, ...(await supervisedAgencies(tx, own))]
  const reach = new Set(within)
  const known = await knownByLogin(tx, [...new Set(logins)])
  const sections = await openSections(tx, [...reach])
  const people: Person[] = []
  for (const one of [...known].sort((a, b) => rank(a, reach) - rank(b, reach))) {
    people.push(await personOf(here, one, sections, reach))
  }
  const names = new Map(rows.map(({ row, values }) => [row, `${values.name ?? ''} ${values.login ?? ''}`.trim()]))
  return { agencies, reach, sections, known, people, names }
}

/** Working within reach, then elsewhere, then no more. */
function rank({ membership }: Known, reach: ReadonlySet<string>): number {
  if (membership.endedAt !== null) return 2
  return reach.has(membership.agencyId) ? 0 : 1
}

/** A number of another tree of agencies is not opened. */
async function personOf(
  here: Here,
  { account, membership }: Known,
  sections: Around['sections'],
  reach: ReadonlySet<string>,
): Promise<Person> {
  const { id, login, name, email } = account
  const { agencyId, sectionId, roles, endedAt } = membership
  const within = reach.has(agencyId)
  return {
    ...{ id, login, name, email, agencyId, roles },
    deactivatedOn: endedAt === null ? null : dayOf(endedAt),
    section: sections.find(one => one.id === sectionId)?.name ?? null,
    phone: within ? await openPhone(here, { membership }) : null,
  }
}
