/** The days of a year as the editor shows and changes them. */
import { addDays, type LocalDate, weekday, yearOf } from '../../../domain/kernel/date.ts'
import type { SpecialDay } from '../contract.ts'

/** Weeks of a month from Monday; days of other months are null. */
export type Week = readonly (LocalDate | null)[]

const daysOfWeek = 7

export function weeksOf(year: number, month: number): readonly Week[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01` as LocalDate
  const cells: (LocalDate | null)[] = Array(weekday(first) - 1).fill(null)
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = addDays(day, 1)) cells.push(day)
  while (cells.length % daysOfWeek !== 0) cells.push(null)
  return Array.from({ length: cells.length / daysOfWeek }, (_, n) => cells.slice(n * daysOfWeek, (n + 1) * daysOfWeek))
}

export function isWeekend(day: LocalDate): boolean {
  return weekday(day) > 5
}

/** The next state of a day that is clicked: a working day is off or not; a weekend is worked, a named day off, or plain. */
export function turned(days: readonly SpecialDay[], date: LocalDate, name: string): readonly SpecialDay[] {
  const now = days.find(day => day.date === date)?.kind
  const next = isWeekend(date) ? nextOfWeekend(now) : now === undefined ? 'off' : undefined
  const others = days.filter(day => day.date !== date)
  if (next === undefined) return others
  const added = { date, kind: next, name: next === 'off' ? name : '' }
  return [...others, added].sort((a, b) => (a.date < b.date ? -1 : 1))
}

function nextOfWeekend(now: SpecialDay['kind'] | undefined): SpecialDay['kind'] | undefined {
  if (now === undefined) return 'work'
  return now === 'work' ? 'off' : undefined
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Where a key leads from a day, within its year; null where it leads nowhere. */
export function movedBy(key: string, from: LocalDate): LocalDate | null {
  const step = steps[key]
  if (step === undefined) return null
  const to = addDays(from, step)
  return yearOf(to) === yearOf(from) ? to : null
}
