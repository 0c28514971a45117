/** A year as entered, looked at for slips of the pen before deadlines rest on it. */
import { statutoryDaysOff } from '../../law/calendar/statutory.ts'
import { type LocalDate, weekday } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'
import { type Refusal, refuse } from '../kernel/result.ts'
import type { EnteredYear, MarkedDay } from './years.ts'

/** `troubles` keep it from being saved; `remarks` are told, and may be right. */
export interface YearCheck {
  readonly troubles: readonly Refusal[]
  readonly remarks: readonly Refusal[]
}

/** Looks at a year. A year that is not yet published has no days; those of a region may be few and odd. */
export function checkYear(year: EnteredYear): YearCheck {
  if (year.state === 'not_yet_published') {
    return {
      troubles: year.days.length > 0 ? [trouble('days_unpublished', words.unpublished, 'days')] : [],
      remarks: [],
    }
  }
  const troubles = [...noticeTroubles(year), ...year.days.flatMap((day, n) => dayTrouble(year, day, n) ?? [])]
  if (year.region === '' && year.days.length === 0) troubles.push(trouble('no_days', words.noDays, 'days'))
  return { troubles, remarks: troubles.length > 0 || year.region !== '' ? [] : plausibility(year) }
}

function noticeTroubles({ notice, noticeDate }: EnteredYear): Refusal[] {
  return [
    ...(notice === null || notice.trim() === '' ? [trouble('no_notice', words.noNotice, 'notice')] : []),
    ...(noticeDate === null ? [trouble('no_notice_date', words.noDate, 'noticeDate')] : []),
  ]
}

function dayTrouble(year: EnteredYear, { date, kind }: MarkedDay, n: number): Refusal | null {
  const at = `days[${n}]`
  const before = year.days.slice(0, n).find(other => other.date === date)
  if (before) return trouble('day_twice', before.kind === kind ? words.twice(date) : words.both(date), at)
  if (!isOfYear(year.year, date)) return trouble('other_year', words.otherYear(year.year, date), at)
  // A region may work on a day the country has off; the country has no need to say that a Monday is a working day.
  const needless = kind === 'work' && year.region === '' && weekday(date) <= 5
  return needless ? trouble('work_on_weekday', words.workOnWeekday(date), at) : null
}

/** A notice may reach into the last days of the year before: 2018-12-30 is off by that of 2019. */
function isOfYear(year: number, day: LocalDate): boolean {
  return `${year - 1}-12-25` <= day && day <= `${year}-12-31`
}

/** Days taken from work against what the law gives. Extended holidays are more, so it is only remarked on. */
function plausibility({ year, days }: EnteredYear): Refusal[] {
  const given = statutoryDaysOff.from.findLast(rule => rule.year <= year)?.days
  const off = days.filter(({ kind, date }) => kind === 'off' && weekday(date) <= 5).length
  const taken = off - days.filter(({ kind }) => kind === 'work').length
  return given === undefined || taken === given ? [] : [trouble('days_given', words.daysGiven(taken, given), 'days')]
}

function trouble(code: string, says: Said, at: string): Refusal {
  return refuse(code, says, at).refusal
}

const words = {
  unpublished: {
    zh: '标为“尚未公布”的年份不能有放假和调休的日子，请删去，或改为“已公布”',
    en: 'A year that is not yet published has no days off; take them away, or mark it as published',
  },
  noNotice: { zh: '请填写放假通知的文号', en: 'Enter the number of the notice' },
  noDate: { zh: '请填写放假通知的发布日期', en: 'Enter the date of the notice' },
  noDays: { zh: '一天假也没有，请照放假通知填写', en: 'There is no day off; enter them from the notice' },
  otherYear: (year: number, day: string) => ({
    zh: `${day} 不在 ${year} 年（可含上年最后一周），请核对年份`,
    en: `${day} does not lie in ${year} or the last week before it; check the year`,
  }),
  workOnWeekday: (day: string) => ({
    zh: `${day} 本来就是周一至周五，不需要调休上班，请核对`,
    en: `${day} is a weekday as it is and cannot be a make-up working day; check it`,
  }),
  twice: (day: string) => ({ zh: `${day} 写了两次，请去掉一次`, en: `${day} is there twice; take one away` }),
  both: (day: string) => ({
    zh: `${day} 同时写成了放假和上班，请核对`,
    en: `${day} is both off and a working day; check it`,
  }),
  daysGiven: (taken: number, given: number) => ({
    zh: `按此安排全年比周一至周五少上班 ${taken} 天，法定放假为 ${given} 天；如通知确是如此可以保存`,
    en: `By this ${taken} weekdays are off in the year, the law gives ${given}; save it if the notice says so`,
  }),
} as const
