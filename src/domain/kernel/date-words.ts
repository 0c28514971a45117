/** Days as documents print them. */
import type { LocalDate } from './date.ts'
import type { Lang } from './lang.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

/** zh: 2026年4月13日. en: 13 April 2026. */
export function longDate(date: LocalDate, lang: Lang): string {
  const [year, month, day] = date.split('-').map(Number)
  return lang === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[Number(month) - 1]} ${year}`
}
