import { describe, expect, it } from 'vitest'
import { decisionsByLine } from '../../../../law/decisions.ts'
import { leafGroups } from './leaves.ts'

describe('the choice of a decision', () => {
  it('given a request, offers every leaf of table 三 once, under the heads of the form (格式2021-30)', () => {
    const groups = leafGroups('request')
    const offered = groups.flatMap(({ leaves }) => leaves.map(({ id }) => id))
    const all = Object.values(decisionsByLine).flatMap(list => list.map(({ id }) => id))
    expect([...offered].sort()).toEqual([...all].sort())
    expect(groups.every(({ label }) => label !== null)).toBe(true)
    expect(groups.map(({ id }) => id)).toEqual(['results', 'denied', 'unavailable', 'not_processed', 'other'])
  })

  it('given a correction of one’s own record, offers what 条例41 knows and nothing of table 三', () => {
    expect(leafGroups('record_correction').flatMap(({ leaves }) => leaves.map(({ line }) => line))).toEqual([
      null,
      null,
      null,
    ])
  })
})
