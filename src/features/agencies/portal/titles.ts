/** What published things are called in lists. */
import type { ReportHead } from '../portal-data.ts'

/** 示例县教育局2023年政府信息公开工作年度报告 */
export function reportListTitle({ reporter, year }: ReportHead): string {
  return `${reporter}${year}年政府信息公开工作年度报告`
}
