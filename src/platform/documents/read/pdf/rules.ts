import type { Box } from './geometry.ts'
import type { Rule, Rules } from './ink.ts'

/** Ends this near count as touching, in points. */
const touch = 2.5
/** Pieces of one rule differ by no more than this across their direction. */
const sameLine = 0.8
/** Pieces no longer than this may be dashes; a dash's gap is at most `dashGap`. */
const dash = 12
const dashGap = 6
const dotGap = 4
const fewestDots = 4
/** Shortest thing that bounds a cell; shorter is a tick or a part of a drawn letter. */
const shortest = 4
/** More rules than any table has: a drawing. */
const mostRules = 6_000

/** Joins pieces, dashes and dots into whole rules and gathers those that touch each other. */
export function ruleGroups(rules: Rules, dots: readonly Box[]): Rules[] {
  const across = mergeRules([...rules.across, ...dottedRules(dots)])
  const down = mergeRules([...rules.down, ...dottedRules(dots.map(flipped))])
  if (across.length + down.length > mostRules) return []
  return connected(across, down)
}

function flipped(box: Box): Box {
  return { x0: box.y0, y0: box.x0, x1: box.y1, y1: box.x1 }
}

/** Rows of at least four evenly close specks. */
function dottedRules(dots: readonly Box[]): Rule[] {
  const rows = new Map<number, Box[]>()
  for (const dot of dots) {
    const row = Math.round((dot.y0 + dot.y1) / 2)
    const known = rows.get(row)
    if (known) known.push(dot)
    else rows.set(row, [dot])
  }
  return [...rows.values()].flatMap(row => rulesOfRow(row.sort((a, b) => a.x0 - b.x0)))
}

function rulesOfRow(row: readonly Box[]): Rule[] {
  const rules: Rule[] = []
  let run: Box[] = []
  const close = () => {
    const [first, last] = [run[0], run.at(-1)]
    if (first && last && run.length >= fewestDots) {
      rules.push({ at: (first.y0 + first.y1) / 2, from: first.x0, to: last.x1 })
    }
    run = []
  }
  for (const dot of row) {
    const last = run.at(-1)
    if (last && dot.x0 - last.x1 > dotGap) close()
    run.push(dot)
  }
  close()
  return rules
}

function mergeRules(rules: readonly Rule[]): Rule[] {
  const sorted = rules.toSorted((a, b) => a.at - b.at)
  const merged: Rule[] = []
  let line: Rule[] = []
  for (const rule of sorted) {
    if (line[0] && rule.at - line[0].at > sameLine) {
      for (const whole of mergeLine(line)) merged.push(whole)
      line = []
    }
    line.push(rule)
  }
  for (const whole of mergeLine(line)) merged.push(whole)
  return merged.filter(rule => rule.to - rule.from >= shortest)
}

function mergeLine(line: readonly Rule[]): Rule[] {
  const merged: Rule[] = []
  let pieceBefore = Infinity
  for (const rule of line.toSorted((a, b) => a.from - b.from)) {
    const length = rule.to - rule.from
    const last = merged.at(-1)
    const dashed = Math.max(length, pieceBefore) <= dash
    if (last && rule.from - last.to <= (dashed ? dashGap : touch)) {
      merged[merged.length - 1] = { at: last.at, from: last.from, to: Math.max(last.to, rule.to) }
    } else merged.push(rule)
    pieceBefore = length
  }
  return merged
}

/** Union of rules that cross, meet or run side by side within `touch`. */
function connected(across: readonly Rule[], down: readonly Rule[]): Rules[] {
  const parents = Array.from({ length: across.length + down.length }, (_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parents[root] !== root) root = parents[root] ?? root
    parents[at] = root
    return root
  }
  const unite = (a: number, b: number) => {
    parents[rootOf(a)] = rootOf(b)
  }
  neighbours(across, unite, 0)
  neighbours(down, unite, across.length)
  for (const [h, rule] of across.entries()) {
    for (let v = firstFrom(down, rule.from - touch); v < down.length; v += 1) {
      const other = down[v]
      if (!other || other.at > rule.to + touch) break
      if (rule.at >= other.from - touch && rule.at <= other.to + touch) unite(h, across.length + v)
    }
  }
  return gathered(across, down, rootOf)
}

function gathered(across: readonly Rule[], down: readonly Rule[], rootOf: (at: number) => number): Rules[] {
  const groups = new Map<number, { across: Rule[]; down: Rule[] }>()
  const groupOf = (at: number) => {
    const root = rootOf(at)
    const group = groups.get(root) ?? { across: [], down: [] }
    groups.set(root, group)
    return group
  }
  for (const [at, rule] of across.entries()) groupOf(at).across.push(rule)
  for (const [at, rule] of down.entries()) groupOf(across.length + at).down.push(rule)
  return [...groups.values()].filter(group => group.across.length > 0 && group.down.length > 0)
}

function neighbours(rules: readonly Rule[], unite: (a: number, b: number) => void, offset: number) {
  for (const [at, rule] of rules.entries()) {
    for (let next = at + 1; next < rules.length; next += 1) {
      const other = rules[next]
      if (!other || other.at - rule.at > touch) break
      if (other.from <= rule.to + touch && other.to >= rule.from - touch) unite(offset + at, offset + next)
    }
  }
}

/** Index of the first rule whose `at` is at least `least`; rules are sorted by `at`. */
function firstFrom(rules: readonly Rule[], least: number): number {
  let low = 0
  let high = rules.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rules[middle]?.at ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}
