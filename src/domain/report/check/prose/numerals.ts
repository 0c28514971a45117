/** Numbers as running text writes them: 31, ３１, 1,234, 三十一, 两, 一百零五, 二〇二〇. */

const digits = new Map([...'〇一二三四五六七八九'].map((sign, value) => [sign, value]))
digits.set('零', 0).set('两', 2)
const tens = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/** Source of a pattern for one number; read it with `numberOf`. */
export const NUMBER = '(?:\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千万]+)'

/** The number a text of digits or Han numerals names; null where it names none exactly (百十, 十几, 1.5万). */
export function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  if (/^[零〇一二两三四五六七八九]+$/.test(text)) return Number([...text].map(sign => digits.get(sign)).join(''))
  if (!text.includes('万')) return belowMyriad(text)
  const at = text.indexOf('万')
  const high = belowMyriad(text.slice(0, at))
  const rest = text.slice(at + 1)
  const low = rest === '' ? 0 : belowMyriad(rest)
  return high === null || low === null ? null : high * 10_000 + low
}

/** 三千零二十一 by place value; only 十 may stand without a figure before it (十二), as 百十 means “about a hundred”. */
function belowMyriad(text: string): number | null {
  let sum = 0
  let figure: number | null = null
  let last = 10_000
  for (const [at, sign] of [...text].entries()) {
    const unit = tens.get(sign)
    if (unit === undefined) {
      const digit = digits.get(sign)
      if (digit === undefined || figure) return null
      figure = digit
    } else {
      const bare = sign === '十' && at === 0
      if (unit >= last || (!figure && !bare)) return null
      sum += (figure ?? 1) * unit
      figure = null
      last = unit
    }
  }
  return text === '' ? null : sum + (figure ?? 0)
}
