/** Today as the law counts days: in Asia/Shanghai. */
import type { LocalDate } from '../../domain/kernel/date.ts'
import { shanghaiDay } from '../../ui/day.ts'

export function today(): LocalDate {
  return shanghaiDay(new Date().toISOString()) as LocalDate
}
