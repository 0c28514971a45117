/** What is public already about some words: it need not be applied for (条例36(1)). */
import { and, eq, isNotNull } from 'drizzle-orm'
import { agency, document, documentVersion } from '../../../kit/schema/agencies.ts'
import { storedReport } from '../../../kit/schema/desk.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Suggestion } from '../citizen.ts'

const most = 5
/** Of the pairs of signs somebody typed, so many must stand in what is shown. */
const leastShare = 0.35

interface Public extends Suggestion {
  readonly body: string
}

export async function publishedAbout(tx: Tx, agencyId: string, words: string): Promise<readonly Suggestion[]> {
  const sought = pairsOf(words)
  if (sought.size === 0) return []
  return (await allPublic(tx, agencyId))
    .map(item => ({ item, share: shareIn(sought, item) }))
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share)
    .slice(0, most)
    .map(({ item: { title, href, date } }) => ({ title, href, date }))
}

/** Pages shown, and annual reports published. */
async function allPublic(tx: Tx, agencyId: string): Promise<Public[]> {
  const [of] = await tx.select({ slug: agency.slug, host: agency.host }).from(agency).where(eq(agency.id, agencyId))
  if (!of) return []
  const base = of.host === null ? `/a/${of.slug}` : ''
  const version = and(
    eq(documentVersion.agencyId, document.agencyId),
    eq(documentVersion.documentId, document.id),
    eq(documentVersion.version, document.shown),
  )
  const { kind, slug } = document
  const { title, body, publishedAt } = documentVersion
  const pages = await tx
    .select({ kind, slug, title, body, publishedAt })
    .from(document)
    .innerJoin(documentVersion, version)
    .where(eq(document.agencyId, agencyId))
  const reports = await tx
    .select({
      id: storedReport.id,
      reporter: storedReport.reporter,
      year: storedReport.year,
      at: storedReport.publishedAt,
    })
    .from(storedReport)
    .where(and(eq(storedReport.agencyId, agencyId), isNotNull(storedReport.publishedAt)))
  return [
    ...pages.map(page => ({
      title: page.title,
      body: page.body,
      href: base + pathOf(page),
      date: dateOf(page.publishedAt),
    })),
    ...reports.map(({ id, reporter, year, at }) => ({
      title: `${reporter}${year}年政府信息公开工作年度报告`,
      body: '',
      href: `${base}/reports/${id}`,
      date: dateOf(at),
    })),
  ]
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

/** A title that says it counts in full, a page that says it somewhere by half. */
function shareIn(sought: ReadonlySet<string>, { title, body }: Public): number {
  const [inTitle, inBody] = [title, body].map(text => text.normalize('NFKC').toLowerCase())
  const all = [...sought]
  const hits = all.reduce((sum, pair) => sum + (inTitle?.includes(pair) ? 1 : inBody?.includes(pair) ? 0.5 : 0), 0)
  return hits / all.length
}
