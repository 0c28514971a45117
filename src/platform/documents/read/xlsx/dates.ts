/** Days and times of spreadsheets: numbers of days since a first day, shown by a pattern. */

const dayMs = 86_400_000
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)
const weekdays = '日一二三四五六'

/** Pieces of a date pattern: literals in quotes or escaped, brackets, words for am and pm, runs of one letter, the rest. */
const pieces = /"([^"]*)"|\\(.)|\[[^\]]*\]|(AM\/PM|A\/P|上午\/下午)|(y+|m+|d+|h+|s+|a+|e+)|_.|\*.|([\s\S])/gi

/** Whether a number format shows a day or a time. */
export function isDatePattern(pattern: string): boolean {
  const bare = pattern.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*./gi, '')
  return /[ymdhs]|aaa/i.test(bare) && !/general/i.test(bare)
}

function pad(value: number, length: number): string {
  return String(value).padStart(Math.min(length, 2), '0')
}

/** Whether an m stands for minutes: after hours or before seconds. */
function isMinute(pattern: string, at: number, length: number): boolean {
  const before = /([ymdhs])[^ymdhs]*$/i.exec(pattern.slice(0, at))?.[1]
  const after = /^[^ymdhs]*([ymdhs])/i.exec(pattern.slice(at + length))?.[1]
  return before?.toLowerCase() === 'h' || after?.toLowerCase() === 's'
}

function part(date: Date, letters: string, minute: boolean, half: boolean): string {
  const length = letters.length
  switch (letters.charAt(0).toLowerCase()) {
    case 'y':
      return length <= 2 ? pad(date.getUTCFullYear() % 100, 2) : String(date.getUTCFullYear())
    case 'e':
      return String(date.getUTCFullYear())
    case 'm':
      return pad(minute ? date.getUTCMinutes() : date.getUTCMonth() + 1, length)
    case 'd':
      return length <= 2 ? pad(date.getUTCDate(), length) : weekday(date, '周')
    case 'h':
      return pad(half ? date.getUTCHours() % 12 || 12 : date.getUTCHours(), length)
    case 's':
      return pad(date.getUTCSeconds(), length)
    default:
      return weekday(date, length >= 4 ? '星期' : '')
  }
}

function weekday(date: Date, before: string): string {
  return before + weekdays.charAt(date.getUTCDay())
}

/**
 * Shows a number of days by a date pattern (`yyyy"年"m"月"d"日"`). `from1904`: the file counts from 1904. Negative
 * and unbelievable numbers give undefined, as spreadsheets show no date for them.
 */
export function dateText(days: number, pattern: string, from1904: boolean): string | undefined {
  if (days < 0 || days >= 2_958_466) return undefined
  // The 1900 calendar holds a 29 February that never was; days before it lie one later.
  const shifted = !from1904 && days < 60 ? days + 1 : days
  const date = new Date((from1904 ? epoch1904 : epoch1900) + Math.round((shifted * dayMs) / 1000) * 1000)
  const half = /AM\/PM|A\/P|上午\/下午/i.test(pattern)
  return pattern.replace(
    pieces,
    (_whole, quoted?: string, escaped?: string, noon?: string, letters?: string, other?: string, at = 0) => {
      if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped ?? ''
      if (noon !== undefined) return date.getUTCHours() < 12 ? '上午' : '下午'
      if (letters !== undefined) return part(date, letters, isMinute(pattern, at, letters.length), half)
      return other ?? ''
    },
  )
}
