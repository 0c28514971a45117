/** The information handling fee (信息处理费), by items or by pages (办法2020-109, D§4). Amounts are yuan. */
import { type FeeBand, type FeeSchedule, type FeeScheme, feeSchedules } from '../../law/fees.ts'
import { cite } from '../citation.ts'
import type { Lang } from '../kernel/lang.ts'
import { done, type Result, refuse } from '../kernel/result.ts'

/** One band of the schedule as it applies; `from`-`to` are ordinals of items or of pages. */
interface FeeLine {
  readonly from: number
  readonly to: number
  readonly yuanEach: number
  readonly yuan: number
  /** The sentence a person reads. */
  readonly why: string
  readonly article: string
}

export interface Fee {
  readonly scheme: FeeScheme
  readonly quantity: number
  /** For all items of the month, or for all pages of the one request. */
  readonly total: number
  readonly lines: readonly FeeLine[]
  /** By items only: what each request costs, in the order received. */
  readonly each?: readonly number[]
}

/** No agency meets more in a month or a request; beyond it the number is a slip. */
const MOST = 100_000

/**
 * Fee of `n` requests of one applicant in one calendar month (办法4), and of each of them.
 * Refuses what is not a whole number from 0 to 100,000. `lang`: of the explanation.
 */
export function feeForItems(n: number, lang: Lang = 'zh'): Result<Fee> {
  const fee = feeFor('items', n, lang)
  if (!fee.ok) return fee
  return done({ ...fee.value, each: fee.value.lines.flatMap(l => Array<number>(l.to - l.from + 1).fill(l.yuanEach)) })
}

/** Fee of one request answered with `p` pages (办法5). Refuses as `feeForItems` does. */
export function feeForPages(p: number, lang: Lang = 'zh'): Result<Fee> {
  return feeFor('pages', p, lang)
}

/**
 * Fee of one request: by pages all of them, by items what the request costs as the n-th of its month, for those before
 * it are charged on their own (办法3-5). Refuses as the others do.
 */
export function feeOfRequest(scheme: FeeScheme, quantity: number, lang: Lang = 'zh'): Result<Fee> {
  if (scheme === 'pages') return feeForPages(quantity, lang)
  const month = feeForItems(quantity, lang)
  const yuanEach = month.ok ? month.value.each?.at(-1) : undefined
  if (!month.ok || yuanEach === undefined) return month
  const line = explain({ from: quantity, to: quantity, yuanEach }, feeSchedules.items, lang)
  return done({ scheme, quantity, total: line.yuan, lines: [line] })
}

function feeFor(scheme: FeeScheme, quantity: number, lang: Lang): Result<Fee> {
  if (!Number.isInteger(quantity) || quantity < 0 || quantity > MOST) return refuse('bad_quantity', notANumber(scheme))
  const schedule = feeSchedules[scheme]
  const lines = spans(schedule.bands, quantity).map(span => explain(span, schedule, lang))
  return done({ scheme, quantity, total: lines.reduce((sum, l) => sum + l.yuan, 0), lines })
}

interface Span {
  readonly from: number
  readonly to: number
  readonly yuanEach: number
}

/** The bands up to `quantity`, the open one cut into its steps. */
function spans(bands: readonly FeeBand[], quantity: number): Span[] {
  return bands.flatMap((band, i) => {
    const end = Math.min(quantity, (bands[i + 1]?.from ?? Number.POSITIVE_INFINITY) - 1)
    const every = band.step?.every ?? Number.POSITIVE_INFINITY
    const cut: Span[] = []
    let yuanEach = band.yuanEach
    for (let from = band.from; from <= end; from += every) {
      cut.push({ from, to: Math.min(from + every - 1, end), yuanEach })
      yuanEach += band.step?.more ?? 0
    }
    return cut
  })
}

function explain(span: Span, schedule: FeeSchedule, lang: Lang): FeeLine {
  const count = span.to - span.from + 1
  const yuan = count * span.yuanEach
  const unit = schedule.unit[lang]
  const single = count === 1
  const zh = `第${span.from}${single ? '' : `至${span.to}`}${unit}，共${count}${unit}，每${unit}${span.yuanEach}元，计${yuan}元`
  const which = single ? `${unit} ${span.from}` : `${unit}s ${span.from} to ${span.to}`
  const en = `${which}: ${count} at ${span.yuanEach} yuan each, ${yuan} yuan`
  return { ...span, yuan, why: lang === 'zh' ? zh : en, article: cite(schedule.article, lang) }
}

function notANumber(scheme: FeeScheme) {
  const { unit } = feeSchedules[scheme]
  return {
    zh: `${unit.zh}数应当是 0 到 ${MOST} 之间的整数，请核对`,
    en: `The number of ${unit.en}s must be a whole number from 0 to ${MOST}; check it`,
  }
}
