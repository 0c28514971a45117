/** Last year's report, until it is published (条例49; D§3.10). */
import { eq } from 'drizzle-orm'
import { type RegionCode, regionLevel } from '../../../domain/agency/region.ts'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import { may } from '../../../domain/people/may.ts'
import type { Actor } from '../../../domain/people/policy.ts'
import { dayOf, startOf } from '../../../kit/days.ts'
import type { Waiting } from '../../../kit/providers.ts'
import { isOwnReport } from '../../../kit/reported.ts'
import { agency } from '../../../kit/schema/agencies.ts'
import { yearlyDays } from '../../../law/deadlines.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { reportPolicies } from '../policies.ts'
import { reportsOf } from './store.ts'

/** Asked for after this day of the year. */
const askAfter = '01-15'

type AgencyRow = typeof agency.$inferSelect

export async function reportWork(tx: Tx, actor: Actor, now: Date): Promise<readonly Waiting[]> {
  const today = dayOf(now)
  const year = Number(today.slice(0, 4)) - 1
  const { agencyId } = actor
  if (today.slice(5) <= askAfter) return []
  const [own] = await tx.select().from(agency).where(eq(agency.id, agencyId))
  // Public institutions tell of their work by rules of their own (条例55).
  if (!own || own.kind === 'public_institution') return []
  const kept = (await reportsOf(tx, agencyId, year)).filter(({ reporter }) => isOwnReport(reporter, own))
  if (kept.some(({ publishedAt }) => publishedAt !== null)) return []
  const [draft] = kept
  if (!draft) {
    const asked = may(reportPolicies, actor, 'reports.keep', { agencyId }).ok
    return asked ? [missingReport(own, year)] : []
  }
  const asked = may(reportPolicies, actor, 'reports.publish', { agencyId, authorId: draft.accountId }).ok
  const asks = { zh: '审阅年度报告并在门户公布', en: 'Read the report and publish it on the portal' }
  const link = `/console/reports/${draft.id}`
  return asked ? [{ ...reportHead(own, year), asks, link, since: draft.savedAt }] : []
}

function missingReport(own: AgencyRow, year: number): Waiting {
  return {
    ...reportHead(own, year),
    asks: { zh: '编制上年年度报告，提交并公布', en: "Draw up last year's report, hand it in and publish it" },
    link: '/console/reports',
    since: new Date(startOf(`${year + 1}-01-16`)),
  }
}

function reportHead(own: AgencyRow, year: number): Pick<Waiting, 'key' | 'kind' | 'kindLabel' | 'title' | 'due'> {
  return {
    key: `report:${own.id}:${year}`,
    kind: 'report',
    kindLabel: { zh: '年度报告', en: 'Annual report' },
    title: `${own.name} ${year} 年度报告`,
    due: dueIn(year + 1, own),
  }
}

/** Departments hand in by the end of January; what governments from the county up publish holds theirs, and is later. */
function dueIn(year: number, { kind, regionCode }: AgencyRow): LocalDate {
  const level = regionLevel(regionCode as RegionCode)
  const gathers = kind === 'government' && level !== 'township' && level !== 'village'
  const { month, day } = gathers ? yearlyDays.government_report : yearlyDays.department_report
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate
}
