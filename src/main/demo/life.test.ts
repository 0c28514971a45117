import { describe, expect, it } from 'vitest'
import { check } from '../../domain/report/check/index.ts'
import { reportsOf } from './life.ts'
import { demoAgencies } from './region.ts'

describe('the life of the demo region', () => {
  it.each(demoAgencies)(
    'given $name, when its reports are checked, then nothing is wrong and the years join',
    agency => {
      const [first, second] = reportsOf(agency)
      if (!first || !second) throw new Error('two reports are expected')
      expect(check(first)).toEqual([])
      expect(check(second, { previous: first })).toEqual([])
      expect(first.tables.requests.new?.total).toBeGreaterThan(0)
    },
  )

  it('given the same agency twice, when its life is made, then it is the same', () => {
    expect(demoAgencies.map(reportsOf)).toEqual(demoAgencies.map(reportsOf))
  })
})
