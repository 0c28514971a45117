/** Words of the statistics of requests and of the look over supervised agencies. */
import type { Said } from '../../../domain/kernel/lang.ts'

const reversed: Said = { zh: '被复议、诉讼纠正', en: 'Overturned by review or court' }

export const statisticsWords = {
  title: { zh: '申请统计', en: 'Statistics' },
  lead: {
    zh: '直接由办件记录统计；点任一数字，查看它所计的每一件。',
    en: 'Counted from the record; every figure leads to its cases.',
  },
  from: { zh: '起', en: 'From' },
  until: { zh: '止', en: 'Until' },
  year: { zh: '年度', en: 'Year' },
  years: (year: number): Said => ({ zh: `${year} 年`, en: String(year) }),
  table: { zh: '收到和处理申请情况', en: 'Requests received and handled' },
  behind: (row: string, column: string, n: string): Said => ({
    zh: `${row}，${column}：${n} 件，查看这些申请`,
    en: `${row}, ${column}: ${n}, see them`,
  }),
  channels: { zh: '收到渠道', en: 'Channels' },
  channel: { zh: '渠道', en: 'Channel' },
  count: { zh: '件数', en: 'Requests' },
  months: { zh: '各月收到和办结', en: 'Month by month' },
  month: { zh: '月份', en: 'Month' },
  received: { zh: '收到', en: 'Received' },
  ended: { zh: '办结', en: 'Ended' },
  item: { zh: '项目', en: 'Item' },
  value: { zh: '数值', en: 'Value' },
  durations: { zh: '办理用时和按期率', en: 'Time taken' },
  answered: { zh: '答复件数', en: 'Answered' },
  mean: { zh: '平均（工作日）', en: 'Mean (working days)' },
  median: { zh: '中位数（工作日）', en: 'Median (working days)' },
  ninth: { zh: '九成在…个工作日内', en: 'Nine in ten within (working days)' },
  longest: { zh: '最长（工作日）', en: 'Longest (working days)' },
  inTime: { zh: '按期答复', en: 'In time' },
  late: { zh: '逾期答复', en: 'Late' },
  extended: { zh: '延期', en: 'Extended' },
  reopened: { zh: '重新处理', en: 'Handled anew' },
  reversed,
  fees: { zh: '实收信息处理费（元）', en: 'Fees received (yuan)' },
  corrections: { zh: '更正本人信息（不计入表三）', en: 'Corrections of records (not in table 3)' },
  enquiries: { zh: '咨询（不计入表三）', en: 'Enquiries (not in table 3)' },
  empty: { zh: '这段时间没有申请。', en: 'No requests in this time.' },
} as const

const noneSupervised: Said = { zh: '本机关没有所监督的机关。', en: 'No agency is supervised from here.' }

export const supervisionWords = {
  title: { zh: '所监督机关的申请', en: 'Requests of supervised agencies' },
  lead: {
    zh: '各机关的办理情况；进入个案只能查看，查看会留下记录，可以督办。',
    en: 'How each agency is doing. Cases can only be looked at, on record, and urged.',
  },
  agency: { zh: '机关', en: 'Agency' },
  open: { zh: '在办', en: 'Open' },
  soon: { zh: '临近', en: 'Soon due' },
  overdue: { zh: '超期', en: 'Overdue' },
  unconfirmed: { zh: '待确认', en: 'To confirm' },
  received: { zh: '收到', en: 'Received' },
  answered: { zh: '已答复', en: 'Answered' },
  late: { zh: '逾期答复', en: 'Answered late' },
  granted: { zh: '公开和部分公开', en: 'Granted, in part too' },
  denied: { zh: '不公开', en: 'Denied' },
  unavailable: { zh: '不能提供', en: 'Unavailable' },
  notProcessed: { zh: '不处理', en: 'Not processed' },
  other: { zh: '其他', en: 'Other' },
  reversed,
  reversal: { zh: '被纠正率', en: 'Share overturned' },
  reversalPercent: { zh: '被纠正率（%）', en: 'Share overturned (%)' },
  urged: { zh: '督办中', en: 'Urged' },
  empty: noneSupervised,
  toTables: { zh: '收到和处理申请情况（表三）', en: 'Requests received and handled (table 3)' },
} as const

export const supervisedTableWords = {
  title: { zh: '所监督机关收到和处理申请情况', en: 'Table 3 of supervised agencies' },
  lead: {
    zh: '直接由各机关的办件记录统计，查看会留下记录；点任一数字，查看它所计的每一件。',
    en: 'Counted from the records of the agencies; looking is recorded. Every figure leads to its cases.',
  },
  back: { zh: '各机关的办理情况', en: 'How each agency is doing' },
  empty: noneSupervised,
  agency: { zh: '机关', en: 'Agency' },
  all: (n: number): Said => ({ zh: `全部 ${n} 个机关`, en: `All ${n} agencies` }),
  sum: { zh: '合计', en: 'Total' },
  row: { zh: '项目', en: 'Row' },
  behindAll: (row: string, column: string, n: string): Said => ({
    zh: `${row}，${column}：${n} 件，查看在哪些机关`,
    en: `${row}, ${column}: ${n}, see at which agencies`,
  }),
  cell: (row: string, column: string): Said => ({
    zh: `${row}，${column}：各机关的件数`,
    en: `${row}, ${column}: by agency`,
  }),
  cases: (agency: string, n: string): Said => ({
    zh: `${agency}：${n} 件，查看这些申请`,
    en: `${agency}: ${n}, see them`,
  }),
} as const
