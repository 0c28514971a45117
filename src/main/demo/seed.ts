/** Fills an empty installation with the demo's county: agencies, people, pages, requests, reports, each with its record. */
import { linkUser } from '../../features/accounts/actions/operator.ts'
import { pathsIn } from '../../features/requests/portal/paths.ts'
import { agencyKeys } from '../../kit/keys.ts'
import { noAgency } from '../../kit/routes.ts'
import { agency, region } from '../../kit/schema/agencies.ts'
import type { Services } from '../../kit/services.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { uuid7 } from '../../platform/db/uuid7.ts'
import { addAgency } from './agency.ts'
import { addApplicant, type DemoApplicant } from './applicant.ts'
import { type Era, eraOf } from './era.ts'
import { addPages, addReports } from './pages.ts'
import { addPeople } from './people.ts'
import { type DemoPerson, demoAgencies, demoRegions } from './region.ts'
import type { Staff } from './requests/cast.ts'
import type { Followed } from './requests/keep.ts'
import { addRequests } from './requests/seed.ts'
import { keepRecord, type Seed } from './seeding.ts'

export interface DemoLink {
  readonly agency: string
  readonly person: DemoPerson
  /** Signs in once, without a password. */
  readonly link: string
}

/** A request as its applicant follows it. */
export interface DemoFollowed extends Followed {
  readonly agencyId: string
  readonly agency: string
  /** Where number and code are typed. */
  readonly page: string
}

export interface DemoStart {
  readonly links: readonly DemoLink[]
  readonly followed: readonly DemoFollowed[]
  /** An account of a made-up citizen that holds those requests. */
  readonly applicant: DemoApplicant
}

/** Makes the county where the installation holds no agency yet; null, and nothing done, where it does. */
export async function seedDemo(services: Services): Promise<DemoStart | null> {
  const begun = await services.database.transaction('installation', async tx => {
    const [there] = await tx.select({ id: agency.id }).from(agency).limit(1)
    return there ? null : addCounty(tx, services, eraOf(services.now()))
  })
  if (!begun) return null
  const links: DemoLink[] = []
  for (const { name, people } of demoAgencies) {
    for (const person of people) {
      const { link } = await linkUser(services, person.login, true)
      links.push({ agency: name, person, link })
    }
  }
  return { links, ...begun }
}

async function addCounty(tx: Tx, services: Services, era: Era): Promise<Omit<DemoStart, 'links'>> {
  await tx
    .insert(region)
    .values([...demoRegions])
    .onConflictDoNothing()
  const ids = new Map(demoAgencies.map(({ slug }) => [slug, uuid7(era.begun.getTime(), services.random)]))
  await agencyKeys(tx, services.keys, noAgency)
  const followed: DemoFollowed[] = []
  let supervisor: Staff | null = null
  for (const one of demoAgencies) {
    const seed: Seed = { tx, services, era, one, id: ids.get(one.slug) ?? '', events: [] }
    await addAgency(seed, one.superior === null ? null : (ids.get(one.superior) ?? null))
    const people = await addPeople(seed)
    await addPages(seed, people.first)
    const lived = await addRequests(seed, { ...people, supervisor: one.superior === null ? null : supervisor })
    await addReports(seed, people.first, lived.cases)
    await keepRecord(seed)
    supervisor ??= people.supervisor
    const page = `${services.publicUrl}${pathsIn(`/a/${one.slug}`).track}`
    if (lived.followed) followed.push({ ...lived.followed, agencyId: seed.id, agency: one.name, page })
  }
  return { followed, applicant: await addApplicant(tx, services, { begun: era.begun, owned: followed }) }
}
