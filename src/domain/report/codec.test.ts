import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyReport, balancedReport } from '../../../test/support/reports.ts'
import { parseReport } from './codec.ts'
import { editionOf, formCells } from './form-cells.ts'

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const bare = { schema: 'gongkai.report/1', edition: '2019', tables: {} }

function parsed(value: unknown) {
  const result = parseReport(value)
  if (!result.ok) throw new Error(result.refusal.says.en)
  return result.value
}

function refused(value: unknown) {
  const result = parseReport(value)
  return result.ok ? null : result.refusal
}

describe('given the JSON of a report, when parsed', () => {
  it('then it is the report', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('2019', '2021').chain(form => anyReport(form)),
        report => {
          expect(parsed(json(report))).toEqual(json(report))
        },
      ),
      { seed: 9, numRuns: 30 },
    )
  })

  it('then places of every kind survive', () => {
    const report = balancedReport(1, '2019')
    const places = [
      { line: 3 },
      { table: 1, row: 2, column: 0 },
      { page: 2, box: [1, 2, 3, 4] },
      { sheet: '表三', cell: 'B7' },
    ]
    const cells = Object.fromEntries(
      places.map((at, k) => [
        `requests.new.${['total', 'other', 'social', 'research'][k]}`,
        { raw: '1', kind: 'number', at },
      ]),
    )
    const result = parsed(json({ ...report, cells }))
    for (const [id, record] of Object.entries(cells)) expect(result.cells[id]).toEqual(record)
  })

  it('then cells without a record get one from their value', () => {
    const { cells } = parsed({
      ...bare,
      tables: {
        requests: { new: { total: 3, other: null } },
        proactive: { procurement: { items: 2, amount: 4000.5 } },
      },
    })
    expect(cells['requests.new.total']).toEqual({ raw: '3', kind: 'number' })
    expect(cells['requests.new.other']).toEqual({ raw: '', kind: 'blank' })
    expect(cells['requests.new.social']).toEqual({ raw: '', kind: 'absent' })
    expect(cells['requests.partial.total']).toEqual({ raw: '', kind: 'absent' })
    expect(cells['proactive.procurement.amount']).toEqual({ raw: '4000.5', kind: 'number', unit: '元' })
    expect(Object.keys(cells)).toEqual(formCells(editionOf('2019')).map(({ id }) => id))
  })

  it('then what is left out is null', () => {
    const report = parsed(bare)
    expect(report).toMatchObject({ agency: null, year: null, title: null, extra_rows: [] })
    expect(report.sections).toEqual({ preface: null, overview: null, problems: null, other: null })
    expect(report.tables.requests.new).toEqual({
      natural_person: null,
      business: null,
      research: null,
      social: null,
      legal_service: null,
      other: null,
      total: null,
    })
    expect(report.cells['proactive.procurement.amount']).toEqual({ raw: '', kind: 'absent', unit: null })
  })

  it.each([
    ['no object', 7, ''],
    ['a list', [], ''],
    ['another schema', { ...bare, schema: 'x' }, 'schema'],
    ['an unknown form', { ...bare, edition: '1999' }, 'edition'],
    ['no tables', { ...bare, tables: undefined }, 'tables'],
    ['a stray table', { ...bare, tables: { budget: {} } }, 'tables.budget'],
    ['a table that is no object', { ...bare, tables: { requests: 3 } }, 'tables.requests'],
    ['a stray row', { ...bare, tables: { requests: { gone: {} } } }, 'tables.requests.gone'],
    ['a row that is no object', { ...bare, tables: { requests: { new: 'x' } } }, 'tables.requests.new'],
    ['a stray column', { ...bare, tables: { requests: { new: { nobody: 1 } } } }, 'tables.requests.new.nobody'],
    ['a figure in words', { ...bare, tables: { requests: { new: { total: '3' } } } }, 'tables.requests.new.total'],
    ['a year in words', { ...bare, year: '2019' }, 'year'],
    ['a year with decimals', { ...bare, year: 2019.5 }, 'year'],
    ['a year out of reach', { ...bare, year: 20190 }, 'year'],
    ['an agency of another kind', { ...bare, agency: 3 }, 'agency'],
    ['a stray section', { ...bare, sections: { epilogue: '' } }, 'sections.epilogue'],
    ['a section of another kind', { ...bare, sections: { other: 3 } }, 'sections.other'],
    [
      'a record of a cell the form lacks',
      { ...bare, cells: { 'requests.new.nobody': { raw: '', kind: 'blank' } } },
      'cells.requests.new.nobody',
    ],
    ['a record that is no object', { ...bare, cells: { 'requests.new.total': 3 } }, 'cells["requests.new.total"]'],
    [
      'a kind there is not',
      { ...bare, cells: { 'requests.new.total': { raw: '', kind: 'x' } } },
      'cells["requests.new.total"].kind',
    ],
    [
      'a raw text of another kind',
      { ...bare, cells: { 'requests.new.total': { raw: 3, kind: 'blank' } } },
      'cells["requests.new.total"].raw',
    ],
    [
      'a unit there is not',
      { ...bare, cells: { 'requests.new.total': { raw: '', kind: 'blank', unit: '角' } } },
      'cells["requests.new.total"].unit',
    ],
    [
      'a place that is none',
      { ...bare, cells: { 'requests.new.total': { raw: '', kind: 'blank', at: { page: 1 } } } },
      'cells["requests.new.total"].at',
    ],
    ['extra rows that are no list', { ...bare, extra_rows: {} }, 'extra_rows'],
    [
      'an extra row of no table',
      { ...bare, extra_rows: [{ table: 'x', label: '', values: [] }] },
      'extra_rows[0].table',
    ],
    [
      'an extra row without a label',
      { ...bare, extra_rows: [{ table: 'requests', values: [] }] },
      'extra_rows[0].label',
    ],
    [
      'an extra row with a number',
      { ...bare, extra_rows: [{ table: 'requests', label: '', values: ['1', 2] }] },
      'extra_rows[0].values[1]',
    ],
  ])('given %s, then it is refused at its place, in both languages', (_, value, at) => {
    const refusal = refused(value)
    expect(refusal).toMatchObject({ code: 'bad_report', at })
    expect(refusal?.says.zh).toContain(at || '整体')
    expect(refusal?.says.zh).toMatch(/。$/)
    expect(refusal?.says.en).toContain(at || 'its top')
  })
})
