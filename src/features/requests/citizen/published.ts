/** What is public already about some words: it need not be applied for (条例36(1)). */
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { agency, document, documentVersion } from '../../../kit/schema/agencies.ts'
import { storedReport } from '../../../kit/schema/desk.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Suggestion } from '../citizen.ts'

const most = 5
const mostPages = 2000
/** Of the pairs of signs somebody typed, so many must stand in what is shown. */
const leastShare = 0.35

/** With the share of what was sought that stands in it. */
interface Found extends Suggestion {
  readonly share: number
}

export async function publishedAbout(tx: Tx, agencyId: string, words: string): Promise<readonly Suggestion[]> {
  const sought = pairsOf(words)
  if (sought.size === 0) return []
  const [of] = await tx.select({ slug: agency.slug, host: agency.host }).from(agency).where(eq(agency.id, agencyId))
  if (!of) return []
  const base = of.host === null ? `/a/${of.slug}` : ''
  const all = [...(await pagesAbout(tx, agencyId, sought)), ...(await reportsAbout(tx, agencyId, sought))]
  return all
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share)
    .slice(0, most)
    .map(({ title, href, date }) => ({ title, href: base + href, date }))
}

/** Pages shown. A title that says it counts in full, a page that says it somewhere by half; no page leaves the database. */
async function pagesAbout(tx: Tx, agencyId: string, sought: ReadonlySet<string>): Promise<Found[]> {
  const version = and(
    eq(documentVersion.agencyId, document.agencyId),
    eq(documentVersion.documentId, document.id),
    eq(documentVersion.version, document.shown),
  )
  const { title, body, publishedAt } = documentVersion
  const plain = (text: typeof title | typeof body) => sql<string>`lower(normalize(${text}, NFKC))`
  // The limit also keeps each text from being made plain once for every pair.
  const pages = tx
    .select({
      ...{ kind: document.kind, slug: document.slug, title, publishedAt },
      plainTitle: plain(title).as('plain_title'),
      plainBody: plain(body).as('plain_body'),
    })
    .from(document)
    .innerJoin(documentVersion, version)
    .where(eq(document.agencyId, agencyId))
    .orderBy(desc(publishedAt))
    .limit(mostPages)
    .as('pages')
  const hit = sql`CASE WHEN strpos(${pages.plainTitle}, pair) > 0 THEN 1 WHEN strpos(${pages.plainBody}, pair) > 0 THEN 0.5 ELSE 0 END`
  const pairs = sql`unnest(string_to_array(${[...sought].join(' ')}, ' ')) AS pair`
  const hits = sql<number>`(SELECT sum(${hit})::float8 FROM ${pairs})`
  const found = await tx
    .select({ kind: pages.kind, slug: pages.slug, title: pages.title, publishedAt: pages.publishedAt, hits })
    .from(pages)
    .orderBy(desc(hits))
    .limit(most)
  return found.map(page => ({
    ...{ title: page.title, href: pathOf(page), date: dateOf(page.publishedAt) },
    share: page.hits / sought.size,
  }))
}

/** Annual reports published. */
async function reportsAbout(tx: Tx, agencyId: string, sought: ReadonlySet<string>): Promise<Found[]> {
  const { id, reporter, year, publishedAt } = storedReport
  const reports = await tx
    .select({ id, reporter, year, publishedAt })
    .from(storedReport)
    .where(and(eq(storedReport.agencyId, agencyId), isNotNull(publishedAt)))
  return reports.map(report => {
    const title = `${report.reporter}${report.year}年政府信息公开工作年度报告`
    const plain = title.normalize('NFKC').toLowerCase()
    const hits = [...sought].filter(pair => plain.includes(pair)).length
    return { title, href: `/reports/${report.id}`, date: dateOf(report.publishedAt), share: hits / sought.size }
  })
}

function pathOf({ kind, slug }: { readonly kind: string; readonly slug: string }): string {
  if (kind === 'guide') return '/guide'
  return kind === 'rule' ? `/rules/${slug}` : `/pages/${slug}`
}

const dateOf = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null

/** Signs two by two, as Chinese has no spaces; whole words of other scripts. */
function pairsOf(text: string): Set<string> {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []
  return new Set(runs.slice(0, 60).flatMap(run => (/\p{Script=Han}/u.test(run) ? twoByTwo(run) : [run])))
}

function twoByTwo(run: string): string[] {
  const signs = Array.from(run)
  return signs.slice(1).map((sign, n) => `${signs[n]}${sign}`)
}
