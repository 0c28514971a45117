/** Reports kept, for the search over everything. */
import type { Actor } from '../../../domain/people/policy.ts'
import type { Found } from '../../../kit/providers.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { reportsBehind } from './store.ts'

export async function searchReports(tx: Tx, { agencyId }: Actor, q: string, limit: number): Promise<readonly Found[]> {
  const found = await reportsBehind(tx, agencyId, { q, limit })
  return found.map(({ id, reporter, year, publishedAt }) => ({
    kind: 'report',
    kindLabel: { zh: '年度报告', en: 'Annual report' },
    title: `${reporter} ${year} 年度报告`,
    detail: publishedAt ? '已发布' : '未发布',
    link: `/console/reports/${id}`,
  }))
}
