/** Chance that is the same every time (mulberry32): the demo's life, and the tests', are the same on every machine. */

/** Numbers in [0, 1). */
export type Chance = () => number

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from 0 up to `below`. */
export function whole(chance: Chance, below: number): number {
  return Math.floor(chance() * below)
}

/** One of several, each as likely as its weight says. */
export function weighted<T>(chance: Chance, choices: readonly (readonly [T, number])[]): T {
  const all = choices.reduce((sum, [, weight]) => sum + weight, 0)
  let left = chance() * all
  for (const [choice, weight] of choices) {
    left -= weight
    if (left < 0) return choice
  }
  const [first] = choices[0] ?? []
  if (first === undefined) throw new Error('nothing to choose from')
  return first
}
