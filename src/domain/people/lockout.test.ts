import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../kernel/instant.ts'
import { afterFailure, defaultLockRules, type LockState, lockedRefusal, lockedUntil, unlocked } from './lockout.ts'
import { defaultSessionRules, sessionEndedSaid, sessionEnds, sessionState, worthTouching } from './sessions.ts'

/** So many failures, a second apart, from a moment on. */
function failed(times: number, from = 0, state: LockState = unlocked): LockState {
  return Array.from({ length: times }).reduce<LockState>((s, _, n) => afterFailure(s, from + n * 1000), state)
}

describe('failing to sign in', () => {
  test('given four failures, then it is open; given five, then it is locked for a quarter of an hour', () => {
    expect(lockedUntil(failed(4), 4000)).toBeNull()
    const locked = failed(5)
    expect(lockedUntil(locked, 4000)).toBe(4000 + 15 * MINUTE)
    expect(lockedUntil(locked, 4000 + 15 * MINUTE - 1)).toBe(4000 + 15 * MINUTE)
    expect(lockedUntil(locked, 4000 + 15 * MINUTE)).toBeNull()
  })

  test('given another five after each lock, then each is twice as long, up to a day', () => {
    let [state, now] = [unlocked, 0]
    const lengths = Array.from({ length: 9 }, () => {
      state = failed(5, now, state)
      const from = now + 4000
      now = state.lockedUntil ?? 0
      return (now - from) / MINUTE
    })
    expect(lengths).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440])
  })

  test('given failures while it is locked, then nothing changes: nobody can keep another out for ever', () => {
    const locked = failed(5)
    expect(failed(100, 5000, locked)).toBe(locked)
  })

  test('given two quiet days, then four old failures and old locks are forgotten', () => {
    expect(failed(1, 2 * DAY + 3000, failed(4))).toMatchObject({ failures: 1, lockedUntil: null })
    expect(failed(1, 2 * DAY + 2999, failed(4)).lockedUntil).not.toBeNull()
    const later = 4000 + 15 * MINUTE + 2 * DAY
    expect(failed(5, later, failed(5)).locks).toBe(1)
    expect(failed(5, later - 1, failed(5)).locks).toBe(2)
  })

  test('given any failures at any times under any rules, then no lock is shorter than the first or longer than the longest', () => {
    const rules = fc.record({
      failures: fc.integer({ min: 1, max: 8 }),
      first: fc.integer({ min: 1, max: HOUR }),
      longest: fc.integer({ min: 1, max: DAY }),
      forget: fc.integer({ min: 1, max: 3 * DAY }),
    })
    const gaps = fc.array(fc.integer({ min: 0, max: 2 * HOUR }), { maxLength: 60 })
    fc.assert(
      fc.property(rules, gaps, (r, waits) => {
        let [state, now, tries] = [unlocked, 0, 0]
        for (const wait of waits) {
          now += wait
          const open = lockedUntil(state, now) === null
          state = afterFailure(state, now, r)
          tries = open ? tries + 1 : tries
          const until = lockedUntil(state, now)
          if (until === null) expect(state.failures).toBeLessThan(r.failures)
          if (open && until !== null) {
            expect(until - now).toBeGreaterThanOrEqual(r.first)
            expect(until - now).toBeLessThanOrEqual(Math.max(r.first, r.longest))
            expect(tries).toBeGreaterThanOrEqual(r.failures)
            tries = 0
          }
        }
      }),
      { seed: 20261121, numRuns: 500 },
    )
  })

  test('who waits is told how long', () => {
    expect(lockedRefusal(15 * MINUTE, 1).says.zh).toContain('15 分钟')
    expect(lockedRefusal(1, 0).says.en).toContain('1 minutes')
    expect(defaultLockRules.failures).toBe(5)
  })
})

describe('a session', () => {
  const at = (lastSeenAt: number, revokedAt: number | null = null) => ({ startedAt: 0, lastSeenAt, revokedAt })

  test.each([
    ['live', at(0), 30 * MINUTE - 1],
    ['idle', at(0), 30 * MINUTE],
    ['live', at(11.9 * HOUR), 12 * HOUR - 1],
    ['too_old', at(11.9 * HOUR), 12 * HOUR],
    ['revoked', at(0, 5), 6],
  ] as const)('is %s', (state, session, now) => {
    expect(sessionState(session, now)).toBe(state)
    if (state !== 'live') expect(sessionEndedSaid[state].zh).toMatch(/请/)
  })

  test('given any session, then it lives until the moment it is said to end, and no longer', () => {
    fc.assert(
      fc.property(fc.nat(DAY), lastSeenAt => {
        const ends = sessionEnds(at(lastSeenAt))
        expect(sessionState(at(lastSeenAt), ends)).not.toBe('live')
        if (ends > lastSeenAt) expect(sessionState(at(lastSeenAt), ends - 1)).toBe('live')
        expect(ends).toBeLessThanOrEqual(defaultSessionRules.longest)
      }),
      { seed: 20261121 },
    )
  })

  test('is touched once a minute', () => {
    expect([worthTouching(at(0), MINUTE - 1), worthTouching(at(0), MINUTE)]).toEqual([false, true])
  })
})
