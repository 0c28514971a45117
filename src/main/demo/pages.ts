/** What an agency of the demo shows: its guide, its rules, its annual reports. */
import { defaultGuide } from '../../domain/agency/guide.ts'
import { check } from '../../domain/report/check/index.ts'
import type { Report } from '../../domain/report/report.ts'
import type { RequestCase } from '../../domain/request/case.ts'
import { document, documentVersion } from '../../kit/schema/agencies.ts'
import { storedReport } from '../../kit/schema/desk.ts'
import { requiredRules } from '../../law/rules.ts'
import { officeOf, reviewOrganOf } from './agency.ts'
import { reportsOf } from './life.ts'
import { type DemoAgency, demoAgencies } from './region.ts'
import { fresh, record, type Seed } from './seeding.ts'

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
    channels: ['online', 'email', 'fax'],
    site: null,
    supervisor: superior ? { name: superior.name, telephone: superior.telephone } : null,
    reviewOrgan: reviewOrganOf(one),
  })
  const rules = Object.entries(requiredRules).map(([slug, { title, settles }]): Page => {
    const body = `本制度规定：${settles.zh}。\n\n演示内容，仅示意制度栏目的样子；正式使用时由本机关自行制定并发布。\n`
    return { kind: 'rule', slug: slug.replaceAll('_', '-'), title: `${one.shortName}${title.zh}`, body }
  })
  return [{ kind: 'guide', slug: 'guide', ...guide }, ...rules]
}

export async function addPages(seed: Seed, authorId: string): Promise<void> {
  const { tx, one, id } = seed
  const { shown } = seed.era
  const pages = pagesOf(one).map(page => ({ ...page, id: fresh(seed, shown) }))
  await tx.insert(document).values(
    pages.map(({ id: documentId, kind, slug }, position) => ({
      ...{ agencyId: id, id: documentId, kind, slug, position },
      shown: 1,
      updatedAt: shown,
    })),
  )
  await tx.insert(documentVersion).values(
    pages.map(({ id: documentId, title, body }) => ({
      ...{ agencyId: id, documentId, title, body, authorId },
      version: 1,
      savedAt: shown,
      publishedAt: shown,
      publishedBy: authorId,
    })),
  )
  for (const { id: documentId, title } of pages) {
    record(seed, shown, 'agencies.publishDocument', `document:${documentId}`, { title, version: 1 })
  }
}

/** Counted from the requests lived, and published early in the next year. */
export async function addReports(seed: Seed, accountId: string, cases: readonly RequestCase[]): Promise<void> {
  const { tx, one, id, era } = seed
  let previous: Report | undefined
  for (const report of reportsOf(one, era.years, cases)) {
    const year = report.year ?? 0
    const at = new Date(Date.UTC(year + 1, 0, 19, 2))
    const reportId = fresh(seed, at)
    await tx.insert(storedReport).values({
      ...{ agencyId: id, id: reportId, reporter: one.name, year, edition: report.edition, report, accountId },
      findings: check(report, previous ? { previous } : {}),
      version: 1,
      publishedAt: at,
      savedAt: at,
    })
    record(seed, at, 'reports.publish', `report:${reportId}`, { year, published: true })
    previous = report
  }
}
