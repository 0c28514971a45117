/** Fills an empty installation with the demo's county: agencies, people, pages, reports, each with its entry in the record. */
import { eq } from 'drizzle-orm'
import { defaultGuide } from '../../domain/agency/guide.ts'
import { check } from '../../domain/report/check/index.ts'
import { linkUser } from '../../features/accounts/actions/operator.ts'
import { agencyKeys } from '../../kit/keys.ts'
import { noAgency } from '../../kit/routes.ts'
import { agency, document, documentVersion, leader, region, section } from '../../kit/schema/agencies.ts'
import { storedReport } from '../../kit/schema/desk.ts'
import { account, membership } from '../../kit/schema/people.ts'
import type { Services } from '../../kit/services.ts'
import { requiredRules } from '../../law/rules.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { uuid7 } from '../../platform/db/uuid7.ts'
import { appendEvent } from '../../platform/record/chain.ts'
import { reportsOf } from './life.ts'
import { type DemoAgency, type DemoPerson, demoAgencies, demoRegions } from './region.ts'

export interface DemoLink {
  readonly agency: string
  readonly person: DemoPerson
  /** Signs in once, without a password. */
  readonly link: string
}

const begun = new Date('2023-12-01T01:00:00Z')
const guideShown = new Date('2026-02-02T01:30:00Z')
const actor = 'demo'

/** Makes the county where the installation holds no agency yet; null, and nothing done, where it does. */
export async function seedDemo(services: Services): Promise<readonly DemoLink[] | null> {
  const made = await services.database.transaction('installation', async tx => {
    const [there] = await tx.select({ id: agency.id }).from(agency).limit(1)
    if (there) return false
    await addCounty(tx, services)
    return true
  })
  if (!made) return null
  const links: DemoLink[] = []
  for (const { name, people } of demoAgencies) {
    for (const person of people) {
      const { link } = await linkUser(services, person.login, true)
      links.push({ agency: name, person, link })
    }
  }
  return links
}

async function addCounty(tx: Tx, services: Services): Promise<void> {
  await tx
    .insert(region)
    .values([...demoRegions])
    .onConflictDoNothing()
  const ids = new Map(demoAgencies.map(({ slug }) => [slug, uuid7(begun.getTime(), services.random)]))
  await agencyKeys(tx, services.keys, noAgency)
  for (const one of demoAgencies) {
    const id = ids.get(one.slug) ?? ''
    const seed: Seed = { tx, services, one, id }
    await addAgency(seed, one.superior === null ? null : (ids.get(one.superior) ?? null))
    const people = await addPeople(seed)
    await addReports(seed, people[0] ?? id)
    await addPages(seed, people[0] ?? id)
  }
}

interface Seed {
  readonly tx: Tx
  readonly services: Services
  readonly one: DemoAgency
  readonly id: string
}

function fresh({ services }: Seed, at: Date): string {
  return uuid7(at.getTime(), services.random)
}

function record(seed: Seed, at: Date, kind: string, subject: string, data: Record<string, unknown>): Promise<number> {
  return appendEvent(
    seed.tx,
    { agencyId: seed.id, id: fresh(seed, at), subject, at, actor, kind, data },
    seed.services.algorithm,
  )
}

const officeOf = ({ name, address, telephone, sections }: DemoAgency) => ({
  name: `${name}${sections[0] ?? '办公室'}`,
  address,
  postcode: '000000',
  hours: '工作日 8:30—12:00，14:30—18:00',
  telephone,
  fax: null,
  email: null,
  post: null,
})

async function addAgency(seed: Seed, superiorId: string | null): Promise<void> {
  const { tx, services, one, id } = seed
  const { name, shortName, kind, regionCode, slug } = one
  await tx.insert(agency).values({
    id,
    name,
    shortName,
    kind,
    regionCode,
    superiorId,
    vertical: false,
    slug,
    office: officeOf(one),
    status: 'open',
    version: 1,
    createdAt: begun,
    updatedAt: begun,
  })
  await agencyKeys(tx, services.keys, id)
  await record(seed, begun, 'agencies.add', `agency:${id}`, { name, kind, regionCode })
  const sections = one.sections.map((title, position) => ({
    agencyId: id,
    id: fresh(seed, begun),
    name: title,
    position,
    status: 'open',
  }))
  await tx.insert(section).values(sections)
  for (const { id: made, name: title } of sections) {
    await record(seed, begun, 'agencies.addSection', `section:${made}`, { name: title })
  }
}

/** The accounts' ids, in the order of the people. */
async function addPeople(seed: Seed): Promise<string[]> {
  const { tx, one, id } = seed
  const sections = new Map(
    (await tx.select().from(section).where(eq(section.agencyId, id))).map(row => [row.name, row.id]),
  )
  const ids: string[] = []
  for (const { login, name, roles, section: title } of one.people) {
    const accountId = fresh(seed, begun)
    ids.push(accountId)
    await tx.insert(account).values({
      id: accountId,
      login,
      name,
      passwordHistory: [],
      recoveryHashes: [],
      status: 'active',
      createdAt: begun,
    })
    const sectionId = sections.get(title) ?? null
    await tx.insert(membership).values({ agencyId: id, accountId, sectionId, roles: [...roles], since: begun })
    await record(seed, begun, 'accounts.addPerson', `account:${accountId}`, { roles })
  }
  await addLeaders(seed)
  return ids
}

async function addLeaders(seed: Seed): Promise<void> {
  const { tx, one, id } = seed
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
      fromDate: '2023-12-01',
    }
  })
  await tx.insert(leader).values(rows)
  await record(seed, begun, 'agencies.setLeaders', `agency:${id}`, { count: rows.length })
}

interface Page {
  readonly kind: 'guide' | 'rule'
  readonly slug: string
  readonly title: string
  readonly body: string
}

function pagesOf(one: DemoAgency): Page[] {
  const superior = demoAgencies.find(({ slug }) => slug === one.superior)
  const guide = defaultGuide({
    agency: one.name,
    office: officeOf(one),
    channels: [],
    site: null,
    supervisor: superior ? { name: superior.name, telephone: superior.telephone } : null,
    reviewOrgan: superior?.name ?? null,
  })
  const rules = Object.entries(requiredRules).map(([slug, { title, settles }]): Page => {
    const body = `本制度规定：${settles.zh}。\n\n演示内容，仅示意制度栏目的样子；正式使用时由本机关自行制定并发布。\n`
    return { kind: 'rule', slug: slug.replaceAll('_', '-'), title: `${one.shortName}${title.zh}`, body }
  })
  return [{ kind: 'guide', slug: 'guide', ...guide }, ...rules]
}

async function addPages(seed: Seed, authorId: string): Promise<void> {
  const { tx, one, id } = seed
  for (const [position, { kind, slug, title, body }] of pagesOf(one).entries()) {
    const documentId = fresh(seed, guideShown)
    await tx
      .insert(document)
      .values({ agencyId: id, id: documentId, kind, slug, position, shown: 1, updatedAt: guideShown })
    await tx.insert(documentVersion).values({
      agencyId: id,
      documentId,
      version: 1,
      title,
      body,
      authorId,
      savedAt: guideShown,
      publishedAt: guideShown,
      publishedBy: authorId,
    })
    await record(seed, guideShown, 'agencies.publishDocument', `document:${documentId}`, { title, version: 1 })
  }
}

async function addReports(seed: Seed, accountId: string): Promise<void> {
  const { tx, one, id } = seed
  let previous: ReturnType<typeof reportsOf>[number] | undefined
  for (const report of reportsOf(one)) {
    const year = report.year ?? 0
    const at = new Date(Date.UTC(year + 1, 0, 19, 2))
    const reportId = fresh(seed, at)
    const findings = check(report, previous ? { previous } : {})
    await tx.insert(storedReport).values({
      agencyId: id,
      id: reportId,
      reporter: one.name,
      year,
      edition: report.edition,
      report,
      findings,
      version: 1,
      publishedAt: at,
      savedAt: at,
      accountId,
    })
    await record(seed, at, 'reports.publish', `report:${reportId}`, { year, published: true })
    previous = report
  }
}
