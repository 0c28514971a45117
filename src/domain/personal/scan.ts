/** Looks for personal data in a text before it is handed out or published (条例15; 个保法28; D§7.7). */
import { compact, folded } from './scan/fold.ts'
import { type Confidence, type Hit, type Trace, type TraceKind, traceKinds } from './scan/kinds.ts'
import { defaultMaskRules, type MaskRules, masked } from './scan/mask.ts'
import { bankCards, identityNumbers, landlines, mobiles } from './scan/number-detectors.ts'
import { tracesByWords } from './scan/word-detectors.ts'

export { type Hit, type TraceKind, traceKinds } from './scan/kinds.ts'
export { defaultMaskRules, type MaskRules, masked } from './scan/mask.ts'

export interface ScanOptions {
  /** What is no personal data though it looks so: telephones and addresses of offices, as anybody writes them. */
  readonly allowed?: readonly string[]
  readonly masks?: MaskRules
  /** Only these kinds; all where not given. */
  readonly kinds?: readonly TraceKind[]
}

/**
 * All traces of personal data, in the order of the text, none overlapping another. What overlaps becomes one hit: of
 * the surer kind, over the whole of both, so that covering the hits covers every sign that was told. Never throws.
 */
export function scanText(text: string, options: ScanOptions = {}): readonly Hit[] {
  const { allowed = [], masks = defaultMaskRules, kinds } = options
  const plain = folded(text)
  const offices = allowed.map(compact).filter(each => each.length >= leastAllowed)
  const traces = detectors
    .flatMap(detect => detect(plain))
    .filter(({ kind, start, end }) => (kinds?.includes(kind) ?? true) && !isAllowed(plain.slice(start, end), offices))
  return withoutOverlaps(traces).map(trace => ({
    ...trace,
    masked: masked(trace.kind, text.slice(trace.start, trace.end), masks),
  }))
}

const detectors = [identityNumbers, bankCards, mobiles, landlines, tracesByWords]

/** A shorter allowance would let half of all numbers pass. */
const leastAllowed = 5

/** The same as what is allowed, or a part of it long enough to be meant: a number without its area code. */
function isAllowed(found: string, offices: readonly string[]): boolean {
  const value = compact(found).replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$)/, '')
  return offices.some(each => each === value || (value.length >= 7 && each.endsWith(value)))
}

const order = Object.keys(traceKinds) as TraceKind[]
const surest: readonly Confidence[] = ['certain', 'likely', 'possible']

function withoutOverlaps(traces: readonly Trace[]): Trace[] {
  const sorted = [...traces].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Trace[] = []
  for (const trace of sorted) {
    const last = kept.at(-1)
    if (last === undefined || trace.start >= last.end) kept.push(trace)
    else kept[kept.length - 1] = joined(last, trace)
  }
  return kept
}

function joined(a: Trace, b: Trace): Trace {
  const better = rank(b) < rank(a) ? b : a
  return { ...better, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}

function rank({ kind, confidence }: Trace): number {
  return surest.indexOf(confidence) * order.length + order.indexOf(kind)
}
