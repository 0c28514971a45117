/** Numbers as a spreadsheet shows them, for the formats that reports use. */
import { dateText, isDatePattern } from './dates.ts'

/** Formats that files name by number alone (ECMA-376 part 1, 18.8.30), with dates as Chinese programs show them. */
export const builtInFormats: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [14, 'yyyy/m/d'],
  [15, 'd-m-yy'],
  [16, 'd-m'],
  [17, 'm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;-#,##0.00'],
  [41, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '],
  [42, '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [44, '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '],
  [45, 'mm:ss'],
  [46, 'h:mm:ss'],
  [47, 'mm:ss'],
  [49, '@'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
])

/** A number without format: as many digits as it truly has. */
function generalText(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const rounded = Number(value.toPrecision(15))
  if (rounded === 0) return '0'
  const size = Math.abs(rounded)
  return size >= 1e21 || size < 1e-9 ? rounded.toExponential() : plainDecimal(rounded)
}

/** Digits without exponent, which JavaScript would write below 0.000001. */
function plainDecimal(value: number): string {
  const written = String(value)
  if (!written.includes('e')) return written
  return value.toFixed(20).replace(/0+$/, '')
}

const literals = /"([^"]*)"|\\(.)|_.|\*.|\[(?:\$([^\]-]*)[^\]]*|[^\]]*)\]/g

interface Shape {
  readonly before: string
  readonly after: string
  readonly digits: string
}

/** Splits a section into the words before and after its places of digits. */
function shapeOf(section: string): Shape {
  // Words in quotes may hold digits of their own: each waits in one character of the private area.
  const words: string[] = []
  const bare = section.replace(literals, (_whole, quoted?: string, escaped?: string, currency?: string) =>
    String.fromCharCode(0xe000 + words.push(quoted ?? escaped ?? currency ?? '') - 1),
  )
  const shown = (text: string): string =>
    text.replace(/[\uE000-\uF8FF]/g, each => words[each.charCodeAt(0) - 0xe000] ?? each)
  const found = /[0#?][0#?,.]*/.exec(bare)
  if (found === null) return { before: shown(bare), after: '', digits: '' }
  const end = found.index + found[0].length
  return { before: shown(bare.slice(0, found.index)), after: shown(bare.slice(end)), digits: found[0] }
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',')
}

function digitsText(value: number, digits: string): string {
  const scaled = value / 1000 ** (/,+$/.exec(digits)?.[0].length ?? 0)
  const places = digits.replace(/,+$/, '')
  const point = places.indexOf('.')
  const wholePlaces = point < 0 ? places : places.slice(0, point)
  const decimals = point < 0 ? '' : places.slice(point + 1).replaceAll(',', '')
  const [whole = '0', fraction = ''] = Number(scaled.toPrecision(15)).toFixed(Math.min(decimals.length, 20)).split('.')
  const least = (decimals.match(/0/g) ?? []).length
  let kept = fraction
  while (kept.length > least && kept.endsWith('0')) kept = kept.slice(0, -1)
  const zeros = (wholePlaces.match(/0/g) ?? []).length
  const padded = whole === '0' && zeros === 0 ? '' : whole.padStart(zeros, '0')
  return (wholePlaces.includes(',') ? grouped(padded) : padded) + (kept === '' ? '' : `.${kept}`)
}

/** Formats whose working is not followed here: fractions, exponents, conditions. The plain number is never wrong. */
const beyond = /[eE][+-]|[#?0]\s*\/|\[[<>=]/

function numberText(value: number, pattern: string): string {
  const sections = pattern.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)
  const index = value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0
  const section = sections[index] ?? ''
  if (/general/i.test(section) || section === '@') return generalText(value)
  const { before, after, digits } = shapeOf(section)
  if (digits === '') return (before + after).trim()
  const percent = before.includes('%') || after.includes('%')
  const shown = digitsText(Math.abs(percent ? value * 100 : value), digits)
  const minus = value < 0 && index === 0 && /[1-9]/.test(shown) ? '-' : ''
  return (minus + before + shown + after).trim()
}

/** The text a cell shows for a number, by the pattern of its format; `from1904` as in `dateText`. */
export function formatted(value: number, pattern: string | undefined, from1904: boolean): string {
  if (pattern === undefined || pattern === '' || beyond.test(pattern)) return generalText(value)
  if (!isDatePattern(pattern)) return numberText(value, pattern)
  const [section = pattern] = pattern.split(';')
  return dateText(value, section, from1904) ?? generalText(value)
}
