import { describe, expect, it } from 'vitest'
import { reportOf } from '../../../../test/support/calm-report.ts'
import { figuresOf } from '../figures.ts'
import { reasonOf } from './causes.ts'
import type { ChangeSet } from './index.ts'

const figures = figuresOf(reportOf({ granted: 5, total: 5 }))
const { at } = figures.index

function changing(...changes: readonly (readonly [cell: string, from: number, to: number])[]): ChangeSet {
  return {
    cells: changes.map(([cell]) => cell),
    changes: changes.map(([cell, from, to]) => ({ place: at.get(cell) ?? -1, cell, from, to })),
  }
}

describe('given results where nothing was received, when a correction is explained', () => {
  it('then they may be no requests where all of them would go', () => {
    const all = changing(['requests.granted.natural_person', 5, 0], ['requests.granted.total', 5, 0])
    expect(reasonOf(figures, all, 'zh')).toContain('可能这 5 件并不是依申请公开')
  })

  it('then they are only too many where some would stay', () => {
    const fewer = changing(['requests.granted.natural_person', 5, 3], ['requests.granted.total', 5, 3])
    expect(reasonOf(figures, fewer, 'zh')).toBe('「（一）予以公开」可能多计了 2 件：')
    const uneven = changing(['requests.granted.natural_person', 5, 0], ['requests.granted.total', 5, 3])
    expect(reasonOf(figures, uneven, 'zh')).toBe('「（一）予以公开」可能多计了 5 件：')
  })
})
