/** Words about one annual report and what its check found, in both languages. */
import type { Said } from '../../domain/kernel/lang.ts'

/** Says a count of things in English with its plural. */
const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`

export const reportWords = {
  titleOf: (agency: string, year: string): Said => ({ zh: `${agency} ${year}`, en: `${agency} ${year}` }),
  yearOf: (year: number): Said => ({ zh: `${year}年`, en: String(year) }),
  edition: (id: string): Said => ({ zh: `${id}年版格式`, en: `${id} form` }),
  nErrors: (n: number): Said => ({ zh: `${n} 处错误`, en: many(n, 'error') }),
  nWarnings: (n: number): Said => ({ zh: `${n} 处提醒`, en: many(n, 'warning') }),
  nInfos: (n: number): Said => ({ zh: `${n} 条说明`, en: many(n, 'note') }),
  clean: { zh: '未发现差错', en: 'Nothing wrong found' },
  cleanText: {
    zh: '表内勾稽、表文一致和填报规范均已核对，没有需要更改的地方。',
    en: 'Sums, text and form were checked; there is nothing to change.',
  },
  explanation: { zh: '总体说明', en: 'In plain words' },
  findings: { zh: '核查发现', en: 'Findings' },
  findingsHint: { zh: '按 j、k 键在各条之间移动。', en: 'Keys j and k move between findings.' },
  seeCells: (n: number): Said => ({ zh: `相关单元格（${n}）`, en: `Cells (${n})` }),
  suspects: { zh: '只改这里即可全部对上', en: 'Changing only this mends everything' },
  suspectsMany: (n: number): Said => ({ zh: `最可能出错的单元格（${n}）`, en: `Cells most likely wrong (${n})` }),
  basis: (text: string): Said => ({ zh: `依据：${text}`, en: `Basis: ${text}` }),
  reportText: { zh: '报告全文', en: 'The report' },
  legendMarks: {
    zh: '带角标的格子需要核对，编号与“核查发现”各条对应。',
    en: 'Cells with a corner need checking; the number is that of the finding.',
  },
  legendSums: {
    zh: '数字下有点线的格子参与了对不上的合计。',
    en: 'Dotted figures are part of a sum that does not add up.',
  },
  noSection: { zh: '（原文没有这一部分）', en: '(the paper has no such section)' },
  noTable: { zh: '原文没有这张表，或表内没有数字。', en: 'The paper has no such table, or it holds no numbers.' },
  download: { zh: '下载', en: 'Download' },
  toFindings: { zh: '回到核查发现', en: 'Back to the findings' },
} satisfies Record<string, Said | ((...a: never[]) => Said)>
