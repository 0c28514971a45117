import { describe, expect, it } from 'vitest'
import { calm, reportOf, set } from '../../../test/support/calm-report.ts'
import { compare } from './compare.ts'
import { editionOf, formCells } from './form-cells.ts'
import type { Report } from './report.ts'

const old = (): Report => ({
  ...reportOf({ new: 9, granted: 6, other: 3, total: 9 }),
  agency: '青松市教育局',
  year: 2020,
})
const recent = (): Report => ({
  ...reportOf(
    { new: 12, granted: 6, 'other.no_correction': 1, 'other.unpaid': 2, 'other.other': 3, total: 12 },
    '2021',
  ),
  agency: '青松市教育局',
  year: 2021,
})

function row(reports: readonly Report[], table: string, line: string, column?: string) {
  return compare(reports).rows.find(
    r => r.table === table && r.lines.includes(line) && (column === undefined || r.column?.id === column),
  )
}

describe('given reports, when compared', () => {
  it('then each figure stands beside that of the report before, with difference and ratio', () => {
    expect(compare([old(), recent()]).reports).toEqual([
      { agency: '青松市教育局', year: 2020, edition: '2019' },
      { agency: '青松市教育局', year: 2021, edition: '2021' },
    ])
    expect(row([old(), recent()], 'requests', 'new', 'total')).toEqual({
      table: 'requests',
      lines: ['new'],
      label: { zh: '一、本年新收政府信息公开申请数量', en: 'I. Requests received this year' },
      column: { id: 'total', label: { zh: '总计', en: 'Total' } },
      values: [9, 12],
      differences: [null, 3],
      ratios: [null, 12 / 9],
    })
  })

  it('then lines one edition prints on one row are compared as their sum', () => {
    const other = row([old(), recent()], 'requests', 'other.unpaid', 'natural_person')
    expect(other).toMatchObject({
      lines: ['other.no_correction', 'other.unpaid', 'other.other'],
      label: { zh: '（六）其他处理' },
      values: [3, 6],
      differences: [null, 3],
      ratios: [null, 2],
    })
    expect(row([recent(), recent()], 'requests', 'other.unpaid', 'natural_person')).toMatchObject({
      lines: ['other.unpaid'],
      values: [2, 2],
    })
  })

  it('then a line an edition does not have is null there', () => {
    expect(row([old(), recent()], 'proactive', 'rules.repealed')?.values[0]).toBeNull()
    expect(row([old(), recent()], 'proactive', 'procurement.amount')?.values[1]).toBeNull()
    expect(row([old(), recent()], 'proactive', 'permits.decisions')).toMatchObject({
      label: { zh: '行政许可：本年处理决定数量' },
      column: null,
    })
    expect(row([old(), old()], 'proactive', 'rules.repealed')).toBeUndefined()
  })

  it('then what is unknown stays unknown, and nothing is divided by 0', () => {
    const unread = set(recent(), 'requests.other.unpaid.natural_person', null, { raw: '?', kind: 'unreadable' })
    expect(row([old(), unread], 'requests', 'other.unpaid', 'natural_person')).toMatchObject({
      values: [3, null],
      differences: [null, null],
      ratios: [null, null],
    })
    expect(row([old(), recent()], 'requests', 'partial', 'total')).toMatchObject({
      values: [0, 0],
      differences: [null, 0],
      ratios: [null, null],
    })
    expect(row([unread, old()], 'requests', 'other.unpaid', 'natural_person')?.differences).toEqual([null, null])
  })

  it('then a blank is 0 where the report bears it out, else unknown', () => {
    const blankColumn = formCells(editionOf('2019'))
      .filter(({ table, column }) => table === 'requests' && column.id === 'research')
      .reduce((r, { id }) => set(r, id, null), calm())
    expect(row([calm(), blankColumn], 'requests', 'granted', 'research')?.values).toEqual([0, 0])
    const broken = set(blankColumn, 'requests.new.total', 99)
    expect(row([calm(), broken], 'requests', 'granted', 'research')?.values).toEqual([0, null])
  })

  it('then disputes are compared by road and outcome', () => {
    const rows = compare([old(), recent()]).rows.filter(r => r.table === 'disputes')
    expect(rows.map(r => `${r.lines} ${r.column?.id}`)).toHaveLength(15)
    expect(rows[0]).toMatchObject({ lines: ['reconsideration'], column: { id: 'upheld' }, label: { zh: '行政复议' } })
  })

  it('then nothing at all is an empty comparison', () => {
    expect(compare([])).toMatchObject({ reports: [], rows: [] })
  })
})
