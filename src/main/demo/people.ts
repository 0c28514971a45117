/** Who works at an agency of the demo. */
import { eq } from 'drizzle-orm'
import { dayOf } from '../../kit/days.ts'
import { leader, section } from '../../kit/schema/agencies.ts'
import { account, membership } from '../../kit/schema/people.ts'
import { type Post, posts, type Staff, staffOf } from './requests/cast.ts'
import { fresh, record, type Seed } from './seeding.ts'

export interface DemoPeople {
  /** Account of whoever is named first. */
  readonly first: string
  /** Ids of the sections, in the order of the agency's list. */
  readonly sections: readonly string[]
  readonly posts: Readonly<Record<Post, Staff>>
  readonly supervisor: Staff | null
  /** Of accounts, by id. */
  readonly names: Readonly<Record<string, string>>
}

export async function addPeople(seed: Seed): Promise<DemoPeople> {
  const { tx, one, id } = seed
  const { begun } = seed.era
  const sections = new Map(
    (await tx.select().from(section).where(eq(section.agencyId, id))).map(row => [row.name, row.id]),
  )
  const staff = one.people.map(person => {
    const accountId = fresh(seed, begun)
    return { ...person, accountId, sectionId: sections.get(person.section) ?? null }
  })
  const accounts = staff.map(({ accountId, login, name }) => ({
    ...{ id: accountId, login, name },
    passwordHistory: [],
    recoveryHashes: [],
    status: 'active',
    createdAt: begun,
  }))
  await tx.insert(account).values(accounts)
  const members = staff.map(({ accountId, sectionId, roles }) => ({
    ...{ agencyId: id, accountId, sectionId },
    roles: [...roles],
    since: begun,
  }))
  await tx.insert(membership).values(members)
  for (const { accountId, roles } of staff) {
    record(seed, begun, 'accounts.addPerson', `account:${accountId}`, { roles })
  }
  await addLeaders(seed)
  const called = (post: string): Staff | null => {
    const found = staff.find(({ login }) => login.endsWith(`.${post}`))
    return found ? staffOf(found.accountId, found.sectionId, found.roles) : null
  }
  return {
    first: staff[0]?.accountId ?? id,
    sections: one.sections.map(title => sections.get(title) ?? ''),
    posts: Object.fromEntries(posts.map(post => [post, called(post)])) as Record<Post, Staff>,
    supervisor: called('supervisor'),
    names: Object.fromEntries(staff.map(({ accountId, name }) => [accountId, name])),
  }
}

async function addLeaders(seed: Seed): Promise<void> {
  const { tx, one, id } = seed
  const { begun } = seed.era
  const members = one.people.filter(({ roles }) => roles.includes('leader') || roles.includes('office_head'))
  const rows = members.map(({ name, roles }, position) => {
    const leads = roles.includes('leader')
    return {
      agencyId: id,
      id: fresh(seed, begun),
      name,
      post: leads ? '分管负责人' : '工作机构负责人',
      duty: leads ? '组长' : '副组长',
      position,
      fromDate: dayOf(begun),
    }
  })
  await tx.insert(leader).values(rows)
  record(seed, begun, 'agencies.setLeaders', `agency:${id}`, { count: rows.length })
}
