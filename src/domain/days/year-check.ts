/** A year's holiday notice as typed in: read, and looked at for slips of the pen before deadlines rest on it. */
import type { CalendarYear } from '../../law/calendar/index.ts'
import { statutoryDaysOff } from '../../law/calendar/statutory.ts'
import { addDays, daysBetween, type LocalDate, parseDate, weekday } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'
import { type Refusal, refuse } from '../kernel/result.ts'

/** `troubles` keep it from being saved; `remarks` are told, and may be right. */
export interface YearCheck {
  readonly troubles: readonly Refusal[]
  readonly remarks: readonly Refusal[]
}

const LONGEST_HOLIDAY = 15

/** Looks at a year as entered. Dates are texts still; a year without troubles is one that `calendarOf` takes. */
export function checkYear(year: CalendarYear): YearCheck {
  const troubles = [...noticeTroubles(year), ...holidayTroubles(year), ...makeUpTroubles(year)]
  return { troubles, remarks: troubles.length > 0 ? [] : plausibility(year) }
}

function noticeTroubles({ notices }: CalendarYear): Refusal[] {
  if (notices.length === 0) return [trouble('no_notice', words.noNotice, 'notices')]
  return notices.flatMap(({ number, published }, n) => {
    const date = parseDate(published, `notices[${n}].published`)
    const unnamed = number.trim() === '' ? [trouble('no_number', words.noNumber, `notices[${n}].number`)] : []
    return date.ok ? unnamed : [...unnamed, date.refusal]
  })
}

function holidayTroubles(year: CalendarYear): Refusal[] {
  if (year.holidays.length === 0) return [trouble('no_holiday', words.noHoliday, 'holidays')]
  return year.holidays.flatMap(({ name, from, to }, n) => {
    const at = `holidays[${n}]`
    const dates = [parseDate(from, `${at}.from`), parseDate(to, `${at}.to`)]
    const [first, last] = dates.flatMap(date => (date.ok ? [date.value] : []))
    if (!first || !last) return dates.flatMap(date => (date.ok ? [] : [date.refusal]))
    const span = spanTrouble(year.year, name, first, last, at)
    if (span) return [span]
    const before = year.holidays.slice(0, n).find(other => other.from <= to && from <= other.to)
    return before ? [trouble('overlap', words.overlap(name, before.name), at)] : []
  })
}

function spanTrouble(year: number, name: Said, first: LocalDate, last: LocalDate, at: string): Refusal | null {
  if (last < first) return trouble('backwards', words.backwards(name), `${at}.to`)
  if (daysBetween(first, last) >= LONGEST_HOLIDAY) return trouble('too_long', words.tooLong(name), `${at}.to`)
  return isOfYear(year, first) && isOfYear(year, last)
    ? null
    : trouble('other_year', words.otherYear(year, name.zh), at)
}

/** A notice may reach into the last days of the year before: 2018-12-30 is off by that of 2019. */
function isOfYear(year: number, day: LocalDate): boolean {
  return `${year - 1}-12-25` <= day && day <= `${year}-12-31`
}

function makeUpTroubles(year: CalendarYear): Refusal[] {
  return year.makeUp.flatMap((text, n) => {
    const at = `makeUp[${n}]`
    const day = parseDate(text, at)
    if (!day.ok) return [day.refusal]
    if (weekday(day.value) <= 5) return [trouble('make_up_weekday', words.makeUpWeekday(text), at)]
    if (!isOfYear(year.year, day.value)) return [trouble('other_year', words.otherYear(year.year, text), at)]
    if (year.makeUp.indexOf(text) < n) return [trouble('make_up_twice', words.twice(text), at)]
    const holiday = year.holidays.find(({ from, to }) => from <= text && text <= to)
    return holiday ? [trouble('make_up_off', words.makeUpOff(text, holiday.name), at)] : []
  })
}

/** Days taken from work against what the law gives. Extended holidays are more, so it is only remarked on. */
function plausibility({ year, holidays, makeUp }: CalendarYear): Refusal[] {
  const given = statutoryDaysOff.from.findLast(rule => rule.year <= year)?.days
  const taken = holidays.reduce((sum, holiday) => sum + weekdaysIn(holiday.from, holiday.to), 0) - makeUp.length
  return given === undefined || taken === given
    ? []
    : [trouble('days_given', words.daysGiven(taken, given), 'holidays')]
}

function weekdaysIn(from: string, to: string): number {
  let days = 0
  for (let day = from as LocalDate; day <= to; day = addDays(day, 1)) if (weekday(day) <= 5) days += 1
  return days
}

function trouble(code: string, says: Said, at: string): Refusal {
  return refuse(code, says, at).refusal
}

const words = {
  noNotice: { zh: '请填写放假通知的文号和发布日期', en: 'Enter number and date of the notice' },
  noNumber: { zh: '请填写放假通知的文号', en: 'Enter the number of the notice' },
  noHoliday: { zh: '一个假期也没有，请照放假通知填写', en: 'There is no holiday; enter them from the notice' },
  overlap: (a: Said, b: Said) => ({
    zh: `“${a.zh}”与“${b.zh}”的日期重叠，请照放假通知核对`,
    en: `${a.en} and ${b.en} overlap; check them against the notice`,
  }),
  backwards: ({ zh, en }: Said) => ({
    zh: `“${zh}”的最后一天早于第一天，请核对`,
    en: `The last day of ${en} is before its first; check them`,
  }),
  tooLong: ({ zh, en }: Said) => ({
    zh: `“${zh}”超过 ${LONGEST_HOLIDAY} 天，请核对日期`,
    en: `${en} is longer than ${LONGEST_HOLIDAY} days; check the dates`,
  }),
  otherYear: (year: number, what: string) => ({
    zh: `“${what}”不在 ${year} 年（可含上年最后一周），请核对年份`,
    en: `"${what}" does not lie in ${year} or the last week before it; check the year`,
  }),
  makeUpWeekday: (day: string) => ({
    zh: `${day} 本来就是周一至周五，不需要调休上班，请核对`,
    en: `${day} is a weekday as it is and cannot be a make-up working day; check it`,
  }),
  twice: (day: string) => ({ zh: `${day} 写了两次，请去掉一次`, en: `${day} is there twice; take one away` }),
  makeUpOff: (day: string, { zh, en }: Said) => ({
    zh: `${day} 同时写成了“${zh}”放假和调休上班，请核对`,
    en: `${day} is both off (${en}) and a make-up working day; check it`,
  }),
  daysGiven: (taken: number, given: number) => ({
    zh: `按此安排全年比周一至周五少上班 ${taken} 天，法定放假为 ${given} 天；如通知确是如此可以保存`,
    en: `By this ${taken} weekdays are off in the year, the law gives ${given}; save it if the notice says so`,
  }),
} as const
