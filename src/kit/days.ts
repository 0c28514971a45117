/** Days where instants come in: the law's day is the one in Asia/Shanghai, which keeps one offset all year. */
import type { LocalDate } from '../domain/kernel/date.ts'
import { HOUR } from '../domain/kernel/instant.ts'

/** The day an instant falls on. */
export function dayOf(at: Date): LocalDate {
  return new Date(at.getTime() + 8 * HOUR).toISOString().slice(0, 10) as LocalDate
}

/** The first moment of a day, ISO 8601 with offset. */
export function startOf(day: string): string {
  return `${day}T00:00:00+08:00`
}

/** The last moment of a day, ISO 8601 with offset. */
export function endOf(day: string): string {
  return `${day}T23:59:59+08:00`
}
