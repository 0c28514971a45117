/** How a report is called as a file. */
import type { Report } from './report.ts'

/** 示例市水务局2023年政府信息公开工作年度报告.docx */
export function reportFileName(report: Report, ending: string): string {
  const year = report.year === null ? '' : `${report.year}年`
  return `${report.agency ?? ''}${year}政府信息公开工作年度报告.${ending}`
}
