/** Finds the words of the form in the folded text of a region: first to the letter, then by closeness and order. */
import type { Strip } from './tokens.ts'
import type { Word } from './vocabulary.ts'

export interface Spot {
  readonly word: Word
  /** First and past-the-last index in the strip's folded text. */
  readonly start: number
  readonly end: number
  readonly exact: boolean
}

export interface Region {
  readonly start: number
  readonly end: number
}

/** A share of a label's characters that may be wrong, missing or added before it is no longer that label. */
const TOLERANCE = 0.3

/**
 * Spots the words of one table in a region of the folded text. No two spots overlap. A word may be spotted several
 * times (repeated heads, labels torn apart by a page break).
 */
export function spotWords(strip: Pick<Strip, 'folded' | 'xOf'>, region: Region, words: readonly Word[]): Spot[] {
  const search = new Search(strip.folded, strip.xOf, region)
  search.claimLong(words)
  search.claimHeads(words)
  for (const word of search.missing(words)) search.claimBetween(word, words)
  search.claimClose(words)
  return search.spots.sort((a, b) => a.start - b.start)
}

class Search {
  readonly spots: Spot[] = []
  private readonly taken: Uint8Array
  private readonly found = new Map<Word, Spot>()

  private readonly folded: string

  constructor(
    folded: string,
    private readonly xOf: Strip['xOf'],
    private readonly region: Region,
  ) {
    // Cut off at the region's end, so that no search runs on through the rest of the paper.
    this.folded = folded.slice(0, region.end)
    this.taken = new Uint8Array(region.end - region.start)
  }

  /** Every occurrence of a spelling long enough to be nothing else. */
  claimLong(words: readonly Word[]): void {
    const seen = new Set<string>()
    for (const { word, form } of longSpellings(words)) {
      if (word.table === 'proactive' && word.kind !== 'row' && seen.has(form)) continue
      seen.add(form)
      for (let at = this.next(form, this.region.start); at >= 0; at = this.next(form, at + 1))
        this.claim(word, at, at + form.length)
    }
  }

  /** Short column heads (自然人, 其他, 总计) count only where other heads stand beside them. */
  claimHeads(words: readonly Word[]): void {
    for (let before = -1; before < this.spots.length; ) {
      before = this.spots.length
      for (const word of words) if (word.kind === 'column') this.claimHead(word)
    }
  }

  private claimHead(word: Word): void {
    for (const form of word.forms.filter(f => f.length < 4)) {
      for (let at = this.next(form, this.region.start); at >= 0; at = this.next(form, at + 1)) {
        if (form.length === 3 || this.behindHead(at)) this.claim(word, at, at + form.length)
      }
    }
  }

  /** Right behind another head; in table 四, whose rows are printed as heads, behind any word. */
  private behindHead(start: number): boolean {
    return this.spots.some(
      s => s.end === start && (s.word.table === 'disputes' || s.word.kind === 'column' || s.word.kind === 'head'),
    )
  }

  missing(words: readonly Word[]): Word[] {
    return words.filter(w => (w.kind === 'row' || w.kind === 'group') && !this.found.has(w))
  }

  /** A short label stands between the labels printed before and after it. */
  claimBetween(word: Word, words: readonly Word[]): void {
    const gap = this.gap(word, words)
    for (const form of [...word.forms, ...word.bare]) {
      for (let at = this.next(form, gap.start); at >= 0 && at + form.length <= gap.end; at = this.next(form, at + 1)) {
        if ((form.length > 3 || this.isWhole(at, at + form.length)) && this.claim(word, at, at + form.length)) return
      }
    }
  }

  /** Whether a stretch of text is a word or cell of its own, not part of a longer one. */
  private isWhole(start: number, end: number): boolean {
    return this.xOf[start] !== this.xOf[start - 1] && this.xOf[end - 1] !== this.xOf[end]
  }

  /** Labels damaged by a typist, a converter or a page break: the closest piece of unclaimed text in their gap. */
  claimClose(words: readonly Word[]): void {
    for (;;) {
      const best = this.closest(words)
      if (!best) return
      this.claim(best.word, best.start, best.end, false)
    }
  }

  private closest(words: readonly Word[]): (Spot & { cost: number }) | null {
    let best: (Spot & { cost: number }) | null = null
    for (const word of this.missing(words)) {
      const gap = this.gap(word, words)
      for (const piece of this.pieces(gap)) {
        for (const form of [...word.forms, ...word.bare]) {
          const hit = closeMatch(form, this.folded, piece)
          if (hit && (!best || hit.cost < best.cost)) best = { word, exact: false, ...hit }
        }
      }
    }
    return best
  }

  /** Unclaimed runs of text inside a gap. */
  private *pieces(gap: Region): Generator<Region> {
    let start = -1
    for (let i = gap.start; i <= gap.end; i++) {
      const free = i < gap.end && this.taken[i - this.region.start] === 0
      if (free && start < 0) start = i
      if (!free && start >= 0) {
        if (i - start >= 2 && i - start <= 400) yield { start, end: i }
        start = -1
      }
    }
  }

  /** The room between the nearest spotted labels printed before and after a word; the whole region where they disagree. */
  private gap(word: Word, words: readonly Word[]): Region {
    let before: Spot | undefined
    let after: Spot | undefined
    for (const other of words) {
      const spot = other.kind === 'row' || other.kind === 'group' ? this.found.get(other) : undefined
      if (!spot || other === word) continue
      if (other.order < word.order) before = spot
      else if (!after) after = spot
    }
    const start = before?.end ?? this.region.start
    const end = after?.start ?? this.region.end
    return start <= end ? { start, end } : this.region
  }

  private next(form: string, from: number): number {
    return this.folded.indexOf(form, from)
  }

  private claim(word: Word, start: number, end: number, exact = true): boolean {
    for (let i = start; i < end; i++) if (this.taken[i - this.region.start] !== 0) return false
    this.taken.fill(1, start - this.region.start, end - this.region.start)
    const spot = { word, start, end, exact }
    this.spots.push(spot)
    if (!this.found.has(word)) this.found.set(word, spot)
    return true
  }
}

const long = new WeakMap<readonly Word[], readonly { readonly word: Word; readonly form: string }[]>()

/** The spellings of all words that are long enough to be nothing else, the longest first. */
function longSpellings(words: readonly Word[]) {
  const known = long.get(words)
  if (known) return known
  const made = words.flatMap(word => [
    ...word.forms.filter(f => f.length >= 4).map(form => ({ word, form })),
    ...word.bare.filter(f => f.length >= 6).map(form => ({ word, form })),
  ])
  made.sort((a, b) => b.form.length - a.form.length)
  long.set(words, made)
  return made
}

/**
 * The closest occurrence of a pattern inside a piece of text, by edits (Sellers). Null where more than a third of the
 * label would have to be changed; a label of two or three characters must be the whole piece but for one of them.
 */
function closeMatch(form: string, text: string, piece: Region): { start: number; end: number; cost: number } | null {
  const limit = form.length <= 3 ? 1 : Math.floor(form.length * TOLERANCE)
  const whole = form.length <= 3
  if (whole && Math.abs(piece.end - piece.start - form.length) > 1) return null
  const hit = sellers(form, text, piece)
  if (hit.distance > limit || hit.end <= hit.start) return null
  if (whole && (hit.start !== piece.start || hit.end !== piece.end || form.length < 2)) return null
  return { start: hit.start, end: hit.end, cost: hit.distance / form.length }
}

function sellers(form: string, text: string, piece: Region): { distance: number; start: number; end: number } {
  const m = form.length
  let cost = Array.from({ length: m + 1 }, (_, i) => i)
  let from = new Array<number>(m + 1).fill(piece.start)
  let best = { distance: m, start: piece.start, end: piece.start }
  for (let j = piece.start; j < piece.end; j++) {
    const nextCost = [0]
    const nextFrom = [j + 1]
    const unit = text.charCodeAt(j)
    for (let i = 1; i <= m; i++) {
      const same = form.charCodeAt(i - 1) === unit ? 0 : 1
      const diagonal = (cost[i - 1] ?? 0) + same
      const left = (cost[i] ?? 0) + 1
      const up = (nextCost[i - 1] ?? 0) + 1
      const least = Math.min(diagonal, left, up)
      nextCost.push(least)
      nextFrom.push((least === diagonal ? from[i - 1] : least === left ? from[i] : nextFrom[i - 1]) ?? j)
    }
    cost = nextCost
    from = nextFrom
    const distance = cost[m] ?? m
    if (distance < best.distance) best = { distance, start: from[m] ?? piece.start, end: j + 1 }
  }
  return best
}
