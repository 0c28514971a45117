/** Reads the text of one value cell. What is not plainly a figure is told apart, never guessed at. */
import type { Measure } from '../../../law/editions/form.ts'
import { ABSENT_MARK } from '../marks.ts'
import type { CellKind, Unit } from '../report.ts'

export interface ReadValue {
  readonly kind: CellKind
  readonly value: number | null
  /** The unit printed in the cell itself. */
  readonly unit: Unit | null
}

/** What nearly every cell holds; read without further ado. */
const PLAIN = /^\d{1,15}$/

const NOTHING: ReadValue = { kind: 'blank', value: null, unit: null }
const NOT_APPLICABLE: ReadValue = { kind: 'not_applicable', value: null, unit: null }
const ABSENT: ReadValue = { kind: 'absent', value: null, unit: null }

const COUNTERS = '件次|项次|人次|户次|件|项|个|份|宗|起|次|条|例|家|户|人|批|笔'
const NUMBER = new RegExp(
  `^(增加|增长|新增|增|减少|下降|减|\\+|-)?(?:[¥￥]|人民币)?(\\d+)(?:\\.(\\d+))?(亿元|万元|亿|万|元)?(?:整)?(?:${COUNTERS})?$`,
)
const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}
/** A lone 一 may be a dash: only with a counter behind it is it a figure. */
const SINGLE_CHINESE = new RegExp(`^(?:([〇零二两三四五六七八九十])(?:${COUNTERS})?|(一)(?:${COUNTERS}))$`)
const SCALE: Readonly<Record<string, { readonly unit: Unit; readonly shift: number }>> = {
  元: { unit: '元', shift: 0 },
  万: { unit: '万元', shift: 4 },
  万元: { unit: '万元', shift: 4 },
  亿: { unit: '亿元', shift: 8 },
  亿元: { unit: '亿元', shift: 8 },
}

/** A figure that a text recogniser set as a formula: `$44$`, `$\\mathbf{0}$`. */
const MATH = /\$\s*(?:\\[a-z]+\s*\{)?\s*([-+−]?[\d.,]+)\s*\}?\s*\$/g

/** Narrow digits and signs; every kind of space removed except the line breaks that a narrow cell puts into a number. */
function narrow(text: string): string {
  let out = ''
  for (const char of text.includes('$') ? text.replace(MATH, '$1') : text) {
    const code = char.charCodeAt(0)
    if (code >= 0xff01 && code <= 0xff5e) out += String.fromCharCode(code - 0xfee0)
    else if (code === 0x2212 || code === 0x2010 || code === 0x2011 || code === 0xfe63) out += '-'
    else if (code === 0x3000 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 9)
      out += ' '
    else if (code === 0x200b || code === 0xfeff || code === 0x200c || code === 0x200d || code === 0xad) continue
    else if (code === 13 || code === 0x2028) out += '\n'
    else out += char
  }
  return out
}

/**
 * Reads a cell's text as blank, not applicable, a figure or something else.
 * Amounts come in yuan, by the cell's own unit or else by `headUnit`; a figure without any unit is taken as it stands.
 */
export function readValue(text: string, measure: Measure = 'count', headUnit: Unit | null = null): ReadValue {
  if (measure !== 'amount' && PLAIN.test(text)) return { kind: 'number', value: Number(text), unit: null }
  const narrowed = narrow(text).trim()
  if (narrowed === '') return NOTHING
  if (narrowed === ABSENT_MARK) return ABSENT
  if (/^(?:[-—–―─]+|\/|无|不适用|不涉及)$/.test(narrowed)) return NOT_APPLICABLE
  const joined = joinNumber(narrowed)
  if (joined === null) return unread(narrowed)
  const match = NUMBER.exec(joined)
  if (!match) return chineseNumber(joined) ?? unread(narrowed)
  return figure(match, measure, headUnit)
}

/** Puts a number together that a narrow cell wrapped or a typist grouped; null where spaces leave two numbers. */
function joinNumber(text: string): string | null {
  const unwrapped = text.replace(/[ ]*\n+[ ]*/g, '')
  const grouped = unwrapped
    .replace(/(\d)\s*,\s*(?=\d{3}(?!\d))/g, '$1')
    .replace(/(^|[^\d.])(\d{1,3})((?: \d{3})+)(?![\d])/g, (_, before: string, head: string, rest: string) => {
      return before + head + rest.replaceAll(' ', '')
    })
  if (/\d +\d/.test(grouped)) return null
  return grouped
    .replace(/\s+/g, '')
    .replace(/[(（]([^()（）\d]+)[)）]$/, '$1')
    .replace(/。$/, '')
}

function figure(match: RegExpExecArray, measure: Measure, headUnit: Unit | null): ReadValue {
  const [, word, whole = '', fraction = '', printed] = match
  if (whole.length > 15) return { kind: 'unreadable', value: null, unit: null }
  const sign = word === '-' || word?.startsWith('减') || word === '下降' ? '-' : ''
  if (word && word !== '-' && word !== '+' && measure !== 'change') return { kind: 'text', value: null, unit: null }
  const own = printed ? SCALE[printed] : undefined
  if (own && measure !== 'amount' && own.unit !== '元') return { kind: 'text', value: null, unit: null }
  const unit = own?.unit ?? (measure === 'amount' ? headUnit : null)
  const shift = measure === 'amount' && unit ? (SCALE[unit]?.shift ?? 0) : 0
  return { kind: 'number', value: Number(sign + shiftDecimal(whole, fraction, shift)) + 0, unit }
}

/** Multiplies a written decimal by a power of ten without touching binary fractions. */
function shiftDecimal(whole: string, fraction: string, places: number): string {
  const padded = fraction.padEnd(places, '0')
  return `${whole}${padded.slice(0, places)}.${padded.slice(places) || '0'}`
}

function chineseNumber(text: string): ReadValue | null {
  const match = SINGLE_CHINESE.exec(text)
  const digit = match ? CHINESE_DIGITS[match[1] ?? match[2] ?? ''] : undefined
  return digit === undefined ? null : { kind: 'number', value: digit, unit: null }
}

/** Words are text; a figure spoilt by letters or signs is unreadable. */
function unread(text: string): ReadValue {
  return { kind: /\d/.test(text) && text.length <= 24 ? 'unreadable' : 'text', value: null, unit: null }
}

const LOOKS_LIKE_VALUE = new RegExp(
  `^(?:(?:增加|增长|新增|增|减少|下降|减|[+-])?[¥￥]?\\d[\\d,]*(?:\\.\\d+)?(?:亿元|万元|亿|万|元)?(?:${COUNTERS})?|[-—–―─]+|/|无|〇|零|${ABSENT_MARK})$`,
)

/** Two Han characters with which no figure begins: most labels and all prose. */
const IN_WORDS = /^(?:(?![增减新下无〇零])\p{Script=Han}){2}/u

/** Whether a word of running text could be the content of a value cell: the lexer's question, answered cheaply. */
export function looksLikeValue(word: string): boolean {
  if (word.length > 24) return false
  if (PLAIN.test(word)) return true
  if (IN_WORDS.test(word)) return false
  return LOOKS_LIKE_VALUE.test(narrow(word).trim())
}
