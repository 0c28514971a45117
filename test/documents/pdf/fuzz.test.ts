import { describe, expect, it } from 'vitest'
import { DocumentError } from '../../../src/platform/documents/errors.ts'
import { cpuTime } from '../../support/cpu-time.ts'
import { paperOf } from './paper-of.ts'
import { cellTexts, lattice, onePage } from './raw-pdf.ts'
import { typeset } from './typst-pdf.ts'

/** A small generator with a fixed seed: the same damage on every run. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function damage(bytes: Uint8Array, roll: (below: number) => number): Uint8Array {
  const hurt = bytes.slice(0, roll(4) === 0 ? roll(bytes.length) + 1 : bytes.length)
  const flips = roll(30) + 1
  for (let flip = 0; flip < flips; flip += 1) {
    const at = roll(hurt.length)
    hurt[at] = (hurt[at] ?? 0) ^ (1 << roll(8))
  }
  return hurt
}

const xs = [100, 200, 300]
const ys = [700, 676, 652]
const drawn = onePage({
  content:
    lattice(xs, ys) +
    cellTexts(xs, ys, [
      ['a', 'b'],
      ['1', '2'],
    ]),
})
const printed = typeset('第一段。#table(columns: 3, [甲], [乙], [丙], [1], [2], table.cell(rowspan: 2)[3], [4], [5])')

describe('a PDF with flipped bits or a missing end', () => {
  it.each([
    ['written by hand', drawn, 1, 220],
    ['typeset', printed, 2, 120],
  ])(
    '%s gives a paper or a named refusal, in time',
    async (_, sound, seed, cases) => {
      const roll = dice(seed)
      for (let round = 0; round < cases; round += 1) {
        const start = cpuTime()
        const outcome = await paperOf(damage(sound, roll)).catch((error: unknown) => error)
        const good = outcome instanceof DocumentError || (typeof outcome === 'object' && outcome && 'blocks' in outcome)
        expect(good ? '' : `round ${round}: ${outcome instanceof Error ? outcome.stack : outcome}`).toBe('')
        expect(cpuTime() - start).toBeLessThan(10_000)
      }
    },
    60_000,
  )
})
