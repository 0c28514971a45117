/** Words of the pages on reports kept. */
import type { Said } from '../../../domain/kernel/lang.ts'

export const keptWords = {
  title: { zh: '年度报告', en: 'Annual reports' },
  lead: {
    zh: '已保存的年度报告，逐格核查过；发布后在门户显示。',
    en: 'Reports kept here, checked cell by cell; once published the portal shows them.',
  },
  empty: {
    zh: '还没有保存的报告。选择一份 Word、PDF、Excel 或网页文件，读取核查后保存在这里。',
    en: 'No report yet. Choose a Word, PDF, Excel or web file: it is read, checked and kept here.',
  },
  keep: { zh: '读取并保存一份报告', en: 'Read and keep a report' },
  keeping: { zh: '正在读取和核查…', en: 'Reading and checking…' },
  kept: { zh: '已读取并保存', en: 'Read and kept' },
  tooBig: { zh: '文件超过 50 MB，请缩小其中的图片后再试。', en: 'More than 50 MB: shrink its pictures and try again.' },
  search: { zh: '机关', en: 'Agency' },
  reporter: { zh: '报告机关', en: 'Agency' },
  year: { zh: '年度', en: 'Year' },
  nth: (year: number): Said => ({ zh: `${year}年`, en: String(year) }),
  edition: { zh: '格式', en: 'Form' },
  editionOf: (id: string): Said => ({ zh: `${id}年版`, en: `${id} form` }),
  findings: { zh: '核查结果', en: 'Result' },
  published: { zh: '已发布', en: 'Published' },
  hidden: { zh: '未发布', en: 'Not published' },
  state: { zh: '状态', en: 'State' },
  saved: { zh: '保存时间', en: 'Kept' },
  publish: { zh: '发布到门户', en: 'Publish' },
  publishTitle: { zh: '在门户发布这份报告？', en: 'Show this report on the portal?' },
  publishText: { zh: '发布后社会公众立即可以看到。', en: 'The public sees it at once.' },
  publishWrong: (errors: number): Said => ({
    zh: `核查发现 ${errors} 处错误，建议先更正。发布后社会公众立即可以看到。`,
    en: `${errors} error(s) were found: better mend them first. The public sees it at once.`,
  }),
  takeDown: { zh: '从门户撤下', en: 'Take down' },
  takeDownTitle: { zh: '从门户撤下这份报告？', en: 'Take this report down?' },
  takeDownText: {
    zh: '撤下后公众看不到，报告仍保存在这里。',
    en: 'The public no longer sees it; it is still kept here.',
  },
  takenDown: { zh: '已撤下', en: 'Taken down' },
  remove: { zh: '删除', en: 'Remove' },
  removeTitle: { zh: '删除这份报告？', en: 'Remove this report?' },
  removeText: {
    zh: '删除后不能恢复；可以用原来的文件重新读取。',
    en: 'This cannot be undone; the same file can be read again.',
  },
  removed: { zh: '报告已删除', en: 'Report removed' },
  file: (name: string): Said => ({ zh: `文件：${name}`, en: `File: ${name}` }),
  unreadable: {
    zh: '这份报告的数据不完整，不能显示。请用原来的文件重新读取。',
    en: 'The data of this report are not whole and cannot be shown. Read the file again.',
  },
} satisfies Record<string, Said | ((...a: never[]) => Said)>
