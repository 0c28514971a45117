/** Annual reports kept by an agency: its own and, for a supervisor, those of others. */
import { z } from 'zod'
import { type AnswerOf, contract } from '../../kit/contract.ts'
import { agencyParams, id, instant, line, nothing, pageOf, paging, whole } from '../../kit/shapes.ts'

const reportParams = agencyParams.extend({ reportId: id })

export const storedReport = z.object({
  id,
  reporter: z.string(),
  year: z.number(),
  edition: z.string(),
  errors: z.number(),
  warnings: z.number(),
  version: z.number(),
  publishedAt: instant.nullable(),
  savedAt: instant,
  fileName: z.string().nullable(),
})

export type StoredReport = z.output<typeof storedReport>

export const listReports = contract({
  id: 'reports.list',
  method: 'get',
  path: '/agencies/{agencyId}/reports',
  says: { zh: '已保存的年度报告', en: 'Annual reports kept' },
  params: agencyParams,
  query: z.object({ year: z.coerce.number().pipe(whole).optional(), q: z.string().max(100).optional(), ...paging }),
  answer: pageOf(storedReport),
})

export const keepReport = contract({
  id: 'reports.keep',
  method: 'post',
  path: '/agencies/{agencyId}/reports',
  says: { zh: '读取并保存一份年度报告', en: 'Read an annual report and keep it' },
  params: agencyParams,
  /** Any file the reader takes, base64. */
  body: z.object({ file: z.base64().max(70_000_000), name: line(200) }),
  answer: storedReport,
})

export const getReport = contract({
  id: 'reports.get',
  method: 'get',
  path: '/agencies/{agencyId}/reports/{reportId}',
  says: { zh: '一份年度报告与核查发现', en: 'A report with its findings' },
  params: reportParams,
  /** `report` is `gongkai.report/1`. */
  answer: storedReport.extend({ report: z.unknown(), findings: z.array(z.unknown()) }),
})

export type ReportAnswer = AnswerOf<typeof getReport>

export const publishReport = contract({
  id: 'reports.publish',
  method: 'put',
  path: '/agencies/{agencyId}/reports/{reportId}/publication',
  says: { zh: '在门户发布或撤下', en: 'Show on the portal, or take down' },
  params: reportParams,
  body: z.object({ published: z.boolean(), version: whole }),
  answer: storedReport,
})

export const removeReport = contract({
  id: 'reports.remove',
  method: 'delete',
  path: '/agencies/{agencyId}/reports/{reportId}',
  says: { zh: '删除未发布的报告', en: 'Remove a report that is not published' },
  params: reportParams,
  answer: nothing,
})
