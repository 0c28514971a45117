import { expect, test } from 'vitest'
import { addWorkdays, workdaysBetween } from '../../src/domain/calendar.ts'
import { clock, parseHistory } from '../../src/domain/clock/index.ts'
import { addDays, parseDate } from '../../src/domain/kernel/date.ts'
import { nightly, progressOf } from '../support/nightly.ts'
import { clockByHand } from './clock-oracle.ts'
import { randomHistory, seeded } from './random-histories.ts'
import { toDay, toIso, unknownYear, works } from './workday-oracle.ts'

function date(iso: string) {
  const parsed = parseDate(iso)
  if (!parsed.ok) throw new Error(parsed.refusal.says.en)
  return parsed.value
}

const HISTORIES = 100_000 * nightly
const patience = { timeout: 120_000 * nightly }

test(`the clock agrees with the one lived through by hand on ${HISTORIES} random histories`, patience, () => {
  const random = seeded(20261121)
  const seen = new Map<string, number>()
  const progress = progressOf('histories of the clock', HISTORIES)
  for (let i = 0; i < HISTORIES; i++) {
    progress(i)
    const { forbidden, ...history } = randomHistory(random)
    const parsed = parseHistory(history)
    if (parsed.ok === forbidden) expect.fail(`${forbidden ? 'let pass' : 'refused'} ${JSON.stringify(history)}`)
    const answer = parsed.ok ? clock(parsed.value) : null
    const expected = parsed.ok ? clockByHand(history) : null
    if (JSON.stringify(answer) !== JSON.stringify(expected)) expect(answer, JSON.stringify(history)).toEqual(expected)
    const name = answer ? answer.state : 'refused'
    seen.set(name, (seen.get(name) ?? 0) + 1)
  }
  expect([...seen.keys()].sort()).toEqual([
    'abandoned_correction',
    'abandoned_fee',
    'closed',
    'consulting',
    'refused',
    'running',
    'waiting_correction',
    'waiting_fee',
  ])
  expect(Math.min(...seen.values())).toBeGreaterThan(1000)
})

test('working days agree day by day from 2018 to 2028', () => {
  for (let day = toDay('2018-01-01'); day <= toDay('2028-12-31'); day++) {
    const next = workdaysBetween(date(toIso(day - 1)), date(toIso(day)))
    expect(next, toIso(day)).toEqual({ days: works(day) ? 1 : 0, provisional: unknownYear(day) })
  }
})

test('counting forwards and backwards agrees with counting by hand', () => {
  const random = seeded(7)
  for (let i = 0; i < 20_000; i++) {
    const from = toDay('2018-11-01') + Math.floor(random() * 3100)
    const n = Math.floor(random() * 81) - 40
    let day = from
    for (let left = Math.abs(n); left > 0; ) {
      day += Math.sign(n)
      if (works(day)) left -= 1
    }
    expect(addWorkdays(date(toIso(from)), n).date, `${toIso(from)} ${n}`).toBe(toIso(day))
  }
})

test('dates add up as Date.UTC has them', () => {
  for (let day = toDay('1900-01-01'); day <= toDay('2999-12-31'); day += 97) {
    expect(addDays(date(toIso(day)), 31)).toBe(toIso(day + 31))
  }
})
