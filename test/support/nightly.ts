/** The random tests at length, ten times as long in the nightly run (scripts/nightly.mjs). */
import { writeSync } from 'node:fs'

const isNightly = process.env.GONGKAI_NIGHTLY === '1'

/** How many times as much the random tests try. */
export const nightly = isNightly ? 10 : 1

/** Says how far a test of the night has come, twenty times in all; nothing by day. */
export function progressOf(what: string, all: number): (done: number) => void {
  let said = 0
  return done => {
    const part = Math.floor((done / all) * 20)
    if (!isNightly || part <= said) return
    said = part
    // Past the test runner, which would keep it until the test is over.
    writeSync(2, `${new Date().toISOString()} ${what}: ${done} of ${all}\n`)
  }
}
