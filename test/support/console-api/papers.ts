/** The made-up calendar and the reports kept. */
import { check } from '../../../src/domain/report/check/index.ts'
import type { Report } from '../../../src/domain/report/report.ts'
import * as calendar from '../../../src/features/calendar/contract.ts'
import * as reports from '../../../src/features/reports/contract.ts'
import { samples } from '../../../src/features/reports/samples.ts'
import { calendarYears } from '../../../src/law/calendar/index.ts'
import { agencyId, now } from './accounts.ts'
import { answers, type Handler, idOf, pageFrom, refusal } from './fake.ts'

export interface Papers {
  readonly years: calendar.CalendarYear[]
  readonly reports: reports.ReportAnswer[]
}

function kept(report: Report, n: number): reports.ReportAnswer {
  const findings = check(report, { lang: 'zh' })
  const count = (severity: string) => findings.filter(finding => finding.severity === severity).length
  return {
    id: idOf(900 + n),
    reporter: report.agency ?? '示例县',
    year: report.year ?? 2025,
    edition: report.edition,
    errors: count('error'),
    warnings: count('warning'),
    version: 1,
    publishedAt: n === 0 ? now : null,
    savedAt: now,
    fileName: `${report.year}年度报告.docx`,
    report,
    findings: [...findings],
  }
}

export function madeUpPapers(): Papers {
  return {
    years: calendarYears.map(({ year, notices, makeUp, holidays }) => ({
      year,
      region: '',
      state: 'published',
      notice: notices[0]?.number ?? null,
      noticeDate: notices[0]?.published ?? null,
      days: [
        ...holidays.map(({ from, name }) => ({ date: from, kind: 'off' as const, name: name.zh })),
        ...makeUp.map(date => ({ date, kind: 'work' as const, name: '' })),
      ],
      version: 1,
      edited: false,
    })),
    reports: samples.map(({ report }, n) => kept(report, n)),
  }
}

const moved = [
  {
    agencyId,
    subject: 'request:1',
    label: '关于老旧小区改造的申请 答复',
    before: '2026-11-30',
    after: '2026-12-01',
    says: { zh: '期限顺延 1 天', en: 'a day later' },
  },
]

export function paperHandlers(state: Papers): Handler[] {
  const one = (id: string) => {
    const found = state.reports.find(report => report.id === id)
    if (!found) throw refusal(404, 'not_found', '没有找到这份报告。')
    return found
  }
  return [
    answers(calendar.listYears, () => ({ items: state.years })),
    answers(calendar.previewYear, () => ({ moved, warnings: [] })),
    answers(calendar.setYear, ({ params: { year }, body }) => {
      const set = { year, ...body, version: body.version + 1, edited: true }
      const at = state.years.findIndex(known => known.year === year)
      state.years.splice(at < 0 ? state.years.length : at, 1, set)
      return { year: set, moved }
    }),
    answers(reports.listReports, ({ query: { q, year, ...page } }) =>
      pageFrom(
        state.reports.filter(report => (!q || report.reporter.includes(q)) && (!year || report.year === year)),
        page,
      ),
    ),
    answers(reports.keepReport, ({ body: { name } }) => {
      const first = samples[1] ?? samples[0]
      if (!first || name.endsWith('.zip')) throw refusal(422, 'not_a_report', '文件里没有读到年度报告，请核对文件。')
      const added = kept(first.report, 10 + state.reports.length)
      state.reports.push(added)
      return added
    }),
    answers(reports.getReport, ({ params }) => one(params.reportId)),
    answers(reports.publishReport, ({ params, body }) =>
      Object.assign(one(params.reportId), { publishedAt: body.published ? now : null }),
    ),
    answers(reports.removeReport, ({ params }) => {
      state.reports.splice(state.reports.indexOf(one(params.reportId)), 1)
      return null
    }),
  ]
}
