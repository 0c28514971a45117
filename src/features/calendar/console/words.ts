/** Words of the calendar editor. */
import type { Said } from '../../../domain/kernel/lang.ts'

export const calendarWords = {
  title: { zh: '节假日历', en: 'Holiday calendar' },
  lead: {
    zh: '法定期限按这里的工作日计算。改动前可以先看哪些期限会变。',
    en: 'Statutory periods are counted by it. See first which deadlines would move.',
  },
  year: { zh: '年份', en: 'Year' },
  nth: (year: number): Said => ({ zh: `${year}年`, en: String(year) }),
  state: { zh: '节假日安排', en: 'The notice' },
  states: {
    published: { zh: '已公布', en: 'Published' },
    not_yet_published: { zh: '尚未公布（暂按周一至周五计算）', en: 'Not yet published (Monday to Friday are taken)' },
  },
  notice: { zh: '通知文号', en: 'Number of the notice' },
  noticeHelp: { zh: '例如：国办发明电〔2025〕7号', en: 'As printed on the notice' },
  noticeDate: { zh: '通知日期', en: 'Day of the notice' },
  name: { zh: '节日名称', en: 'Name of the holiday' },
  nameHelp: { zh: '点选休息日时一并记下', en: 'Noted with the days off you click' },
  how: {
    zh: '点一天改变它：工作日变为休息，周末变为上班，再点一次还原。键盘用方向键移动，空格键改变。',
    en: 'Click a day to change it: a working day becomes off, a weekend becomes work; click again to undo. Arrow keys move, the space bar changes.',
  },
  off: { zh: '休', en: 'off' },
  work: { zh: '班', en: 'work' },
  offLong: { zh: '休息', en: 'day off' },
  workLong: { zh: '上班', en: 'working day' },
  weekend: { zh: '周末', en: 'weekend' },
  workday: { zh: '工作日', en: 'working day' },
  month: (n: number): Said => ({ zh: `${n}月`, en: monthNames[n - 1] ?? String(n) }),
  preview: { zh: '看哪些期限会变', en: 'Which deadlines move' },
  save: { zh: '保存日历', en: 'Save the calendar' },
  saved: { zh: '日历已保存', en: 'Calendar saved' },
  movedTitle: { zh: '会变动的期限', en: 'Deadlines that move' },
  movedDone: { zh: '已变动的期限', en: 'Deadlines moved' },
  movedNone: { zh: '没有期限会变动。', en: 'No deadline moves.' },
  what: { zh: '事项', en: 'Matter' },
  before: { zh: '原期限', en: 'Before' },
  after: { zh: '新期限', en: 'After' },
  why: { zh: '说明', en: 'Note' },
  edited: { zh: '已在此修改', en: 'Edited here' },
  builtIn: { zh: '随程序提供', en: 'Came with the program' },
  unsaved: { zh: '有改动尚未保存', en: 'Changes not saved' },
  count: (off: number, work: number): Said => ({
    zh: `休息 ${off} 天，周末上班 ${work} 天`,
    en: `${off} days off, ${work} weekend days worked`,
  }),
} satisfies Record<string, Said | Record<string, Said> | ((...a: never[]) => Said)>

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Monday first. */
export const weekdays: readonly Said[] = [
  { zh: '一', en: 'Mo' },
  { zh: '二', en: 'Tu' },
  { zh: '三', en: 'We' },
  { zh: '四', en: 'Th' },
  { zh: '五', en: 'Fr' },
  { zh: '六', en: 'Sa' },
  { zh: '日', en: 'Su' },
]
