import { chanceOf } from '../../src/main/demo/chance.ts'

/** Seeded chance: the same seed gives the same corpus on every machine. */
export interface Chance {
  /** A whole number from `from` to `to`, both included. */
  readonly int: (from: number, to: number) => number
  readonly pick: <T>(items: readonly T[]) => T
  readonly yes: (probability: number) => boolean
}

export function chance(seed: number): Chance {
  const next = chanceOf(seed)
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    int,
    pick: items => {
      const item = items[int(0, items.length - 1)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    yes: probability => next() < probability,
  }
}

/** A number made from a text, so that every named case has its own seed. */
export function seedOf(text: string): number {
  let hash = 2166136261
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619)
  return hash >>> 0
}
