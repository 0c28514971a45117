import { describe, expect, test } from 'vitest'
import { factsFor, letterFor, on } from '../../../test/support/letters.ts'
import { inProgress } from '../../../test/support/request-story.ts'
import { mayServeOnline } from '../letter/remedy.ts'
import type { RequestCase } from './case.ts'
import { isElectronic, waysOpen } from './service-ways.ts'

const asked = (over: Partial<RequestCase['wanted']>) => ({
  wanted: { ...inProgress('2026-03-02').now.wanted, ...over },
})
const electronic = (of: Pick<RequestCase, 'wanted'>, letter: Parameters<typeof waysOpen>[1]) =>
  waysOpen(of, letter).filter(isElectronic)

describe('how a letter may go', () => {
  test('given nobody asked for it electronically, then an answer goes by post or by hand only (送达函)', () => {
    expect(electronic(asked({ form: 'paper', route: 'post' }), { letter: 'L16', to: 'applicant' })).toEqual([])
  })

  test('given it was asked for online by form alone, then the answer may go electronically as by route (送达函)', () => {
    for (const wish of [{ form: 'online', route: 'post' } as const, { form: 'paper', route: 'email' } as const]) {
      expect(electronic(asked(wish), { letter: 'L16', to: 'applicant' })).toEqual(['online', 'email'])
    }
  })

  test('given another reader, then the way is theirs and not what the applicant wished: never this platform', () => {
    const to = { partyId: 'p1' }
    expect(electronic(asked({ form: 'online', route: 'online' }), { letter: 'D10', to })).toEqual(['email'])
  })
})

describe('a letter to be served online (复议法22¶2)', () => {
  test('given it tells remedies, then only with the online address', () => {
    expect(mayServeOnline(letterFor('L16', { online: true }))).toBe(true)
    expect(mayServeOnline(letterFor('L16'))).toBe(false)
  })

  test('given it tells none, or was made before that law, then as it is', () => {
    expect(mayServeOnline(letterFor('D04'))).toBe(true)
    const request = { ...factsFor('L02').request, received: on('2023-11-20') }
    expect(mayServeOnline(letterFor('L02', { request } as never, on('2023-12-01')))).toBe(true)
  })
})
