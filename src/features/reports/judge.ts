/** What there is to say about one report of a visit: findings, their explanation, and what the cells should hold. */
import type { Lang } from '../../domain/kernel/lang.ts'
import { check } from '../../domain/report/check/index.ts'
import { computedCells } from '../../domain/report/compute.ts'
import { explainInWords } from '../../domain/report/explain/words.ts'
import type { Finding, Report } from '../../domain/report/report.ts'

export interface Judgement {
  readonly findings: readonly Finding[]
  /** Paragraphs in plain words; empty where every sum holds. */
  readonly explanation: readonly string[]
  /** Value by cell id as it follows from the other cells. */
  readonly computed: ReadonlyMap<string, number>
}

/** Checks a report in the language of the page, with last year's report of the same agency where the visit has it. */
export function judge(report: Report, previous: Report | null, lang: Lang): Judgement {
  return {
    findings: check(report, previous ? { lang, previous } : { lang }),
    explanation: explainInWords(report, lang),
    computed: computedCells(report),
  }
}
