/** What the portal's pages ask, answered from the database: only what is published, read as a visitor's. */
import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Office } from '../../domain/agency/office.ts'
import type { Report } from '../../domain/report/report.ts'
import { agency, document, documentVersion, leader, region, section } from '../../kit/schema/agencies.ts'
import { storedReport } from '../../kit/schema/desk.ts'
import type { Services } from '../../kit/services.ts'
import { settingsOf } from '../../kit/settings.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { eventHead } from '../../platform/record/schema.ts'
import { shownOffice } from './actions/shown.ts'
import type {
  Directory,
  DocumentHead,
  DocumentKind,
  GuideVersion,
  PortalAgency,
  PortalData,
  PublishedReport,
  ReportHead,
  ShownDocument,
} from './portal-data.ts'
import { type AgencyRow, openedChannels, supervisorOf } from './store/agencies.ts'

/** The portal of an installation. */
export function portalStore({ database }: Pick<Services, 'database'>): PortalData {
  const open = <T>(work: (tx: Tx) => Promise<T>) => database.transaction('installation', work, 'nothing')
  const of = <T>(agencyId: string, work: (tx: Tx) => Promise<T>) =>
    database.transaction({ agencies: [agencyId] }, work, 'nothing')
  return {
    directory: () => open(directory),
    agencyByHost: async host => (isName(host) ? open(tx => found(tx, eq(agency.host, host))) : null),
    agencyBySlug: async slug => (isName(slug) ? open(tx => found(tx, eq(agency.slug, slug))) : null),
    documents: id => of(id, async tx => (await texts(tx, id)).map(({ body: _, ...head }): DocumentHead => head)),
    document: async (id, kind, slug) =>
      isName(slug) ? of(id, async tx => (await texts(tx, id, { kind, slug }))[0] ?? null) : null,
    guideVersions: id =>
      of(id, async tx => (await guideVersions(tx, id)).map(({ body: _, slug: __, kind: ___, ...head }) => head)),
    guideVersion: (id, version) => of(id, async tx => (await guideVersions(tx, id, version))[0] ?? null),
    texts: id => of(id, tx => texts(tx, id)),
    reports: id => of(id, tx => reports(tx, id)),
    report: (id, reportId) => of(id, tx => report(tx, id, reportId)),
    sections: id => of(id, tx => sections(tx, id)),
    leaders: id => of(id, tx => tx.select().from(leader).where(eq(leader.agencyId, id)).orderBy(asc(leader.position))),
  }
}

/** Addresses are typed by anyone: what no name is made of need not be looked for. */
function isName(text: string): boolean {
  return /^[a-z0-9.-]{1,200}$/.test(text)
}

async function directory(tx: Tx): Promise<Directory> {
  const regions = await tx.select().from(region).orderBy(asc(region.code))
  const agencies = await tx
    .select({ slug: agency.slug, name: agency.name, kind: agency.kind, regionCode: agency.regionCode })
    .from(agency)
    .where(eq(agency.status, 'open'))
    .orderBy(asc(agency.regionCode), sql`${agency.superiorId} IS NOT NULL`, asc(agency.name))
  const codes = [...new Set(agencies.map(({ regionCode }) => regionCode))]
  const [{ version } = { version: '0' }] = await tx
    .select({ version: sql<string>`coalesce(sum(${agency.version}), 0)::text || '-' || count(*)::text` })
    .from(agency)
  return {
    version,
    regions: codes.map(code => ({
      code,
      name: regions.find(one => one.code === code)?.name ?? regionName(code, agencies),
      agencies: agencies.filter(one => one.regionCode === code).map(({ slug, name }) => ({ slug, name })),
    })),
  }
}

/** A region that nobody has named goes by its government's name: 示例县人民政府 governs 示例县. */
function regionName(code: string, agencies: readonly { name: string; kind: string; regionCode: string }[]): string {
  const government = agencies.find(one => one.kind === 'government' && one.regionCode === code)
  return government?.name.replace(/(?<=.)人民政府$/, '') ?? code
}

async function found(tx: Tx, which: ReturnType<typeof eq>): Promise<PortalAgency | null> {
  const [row] = await tx
    .select()
    .from(agency)
    .where(and(which, eq(agency.status, 'open')))
  if (!row) return null
  const { id, slug, host, name, siteCode, office } = row
  const settings = await settingsOf(tx, id)
  const named = (text: string) => (text === '' ? null : text)
  return {
    id,
    slug,
    host,
    name,
    siteCode,
    office: shownOffice(office as Office),
    channels: openedChannels(settings),
    supervisor: await supervisorOf(tx, row),
    notices: {
      icp: named(settings['site.icp']),
      police: named(settings['site.police']),
      mend: named(settings['site.mend']),
    },
    contentVersion: await versionOf(tx, row),
  }
}

/** Whatever changes an agency leaves an event in its record; its superior's name and telephone are on its pages too. */
async function versionOf(tx: Tx, { id, superiorId }: AgencyRow): Promise<string> {
  const [head] = await tx.select().from(eventHead).where(eq(eventHead.agencyId, id))
  const [above] = superiorId === null ? [] : await tx.select().from(agency).where(eq(agency.id, superiorId))
  return `${head?.seq ?? 0}-${head?.hash.slice(0, 8) ?? ''}-${above?.version ?? 0}`
}

interface Wanted {
  readonly kind: DocumentKind
  readonly slug: string
}

async function texts(tx: Tx, agencyId: string, wanted?: Wanted): Promise<ShownDocument[]> {
  const rows = await tx
    .select({
      kind: document.kind,
      slug: document.slug,
      title: documentVersion.title,
      version: documentVersion.version,
      publishedAt: documentVersion.publishedAt,
      updatedAt: document.updatedAt,
      body: documentVersion.body,
    })
    .from(document)
    .innerJoin(
      documentVersion,
      and(
        eq(documentVersion.agencyId, document.agencyId),
        eq(documentVersion.documentId, document.id),
        eq(documentVersion.version, document.shown),
      ),
    )
    .where(
      and(
        eq(document.agencyId, agencyId),
        ...(wanted ? [eq(document.kind, wanted.kind), eq(document.slug, wanted.slug)] : []),
      ),
    )
    .orderBy(asc(document.position), asc(document.slug))
  return rows.map(({ kind, publishedAt, updatedAt, ...row }) => ({
    ...row,
    kind: kind as DocumentKind,
    publishedAt: (publishedAt ?? updatedAt).toISOString(),
  }))
}

/** Of the guide that is shown: one taken down has no versions for visitors. */
async function guideVersions(tx: Tx, agencyId: string, version?: number): Promise<(ShownDocument & GuideVersion)[]> {
  const rows = await tx
    .select({
      slug: document.slug,
      shown: document.shown,
      title: documentVersion.title,
      version: documentVersion.version,
      publishedAt: documentVersion.publishedAt,
      body: documentVersion.body,
    })
    .from(document)
    .innerJoin(
      documentVersion,
      and(eq(documentVersion.agencyId, document.agencyId), eq(documentVersion.documentId, document.id)),
    )
    .where(
      and(
        eq(document.agencyId, agencyId),
        eq(document.kind, 'guide'),
        isNotNull(document.shown),
        isNotNull(documentVersion.publishedAt),
        ...(version === undefined ? [] : [eq(documentVersion.version, version)]),
      ),
    )
    .orderBy(desc(documentVersion.version))
  return rows.map(({ shown, publishedAt, ...row }) => ({
    ...row,
    kind: 'guide',
    publishedAt: publishedAt?.toISOString() ?? '',
    current: row.version === shown,
  }))
}

const reportHead = {
  id: storedReport.id,
  reporter: storedReport.reporter,
  year: storedReport.year,
  edition: storedReport.edition,
  publishedAt: storedReport.publishedAt,
}

async function reports(tx: Tx, agencyId: string): Promise<ReportHead[]> {
  const rows = await tx
    .select(reportHead)
    .from(storedReport)
    .where(and(eq(storedReport.agencyId, agencyId), isNotNull(storedReport.publishedAt)))
    .orderBy(desc(storedReport.year), asc(storedReport.reporter))
  return rows.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt?.toISOString() ?? '' }))
}

async function report(tx: Tx, agencyId: string, id: string): Promise<PublishedReport | null> {
  if (!z.uuid().safeParse(id).success) return null
  const [row] = await tx
    .select({ ...reportHead, report: storedReport.report })
    .from(storedReport)
    .where(and(eq(storedReport.agencyId, agencyId), eq(storedReport.id, id), isNotNull(storedReport.publishedAt)))
  if (!row) return null
  const { publishedAt, report: kept, ...head } = row
  return { ...head, publishedAt: publishedAt?.toISOString() ?? '', report: kept as Report }
}

async function sections(tx: Tx, agencyId: string): Promise<string[]> {
  const rows = await tx
    .select({ name: section.name })
    .from(section)
    .where(and(eq(section.agencyId, agencyId), eq(section.status, 'open')))
    .orderBy(asc(section.position))
  return rows.map(({ name }) => name)
}
