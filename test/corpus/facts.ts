/**
 * A made-up agency's year: the truth every corpus file is written from. Balanced, so a correct reading never fails
 * an arithmetic rule; figures differ from their neighbours, so a value shifted by one cell is seen.
 */
import { editionOf, formCells, formRows } from '../../src/domain/report/form-cells.ts'
import { cellId } from '../../src/domain/report/report.ts'
import { type Chance, chance } from './random.ts'

export type EditionId = '2019' | '2021'

/** dense: every cell has a figure. sparse: mostly zeros, as small bureaus publish. large: figures of four digits. */
export type Profile = 'dense' | 'sparse' | 'large'

export interface Facts {
  readonly edition: EditionId
  readonly agency: string
  readonly year: number
  /** Cell id -> value; amounts in yuan. */
  readonly values: ReadonlyMap<string, number>
}

const places = ['青禾县', '临泽市', '白沙区', '云岭县', '南浦市']
const bureaus = ['农业农村局', '教育局', '水利局', '卫生健康局', '自然资源局', '交通运输局']

/** The year of a made-up agency, wholly determined by edition, profile and seed. */
export function makeFacts(edition: EditionId, profile: Profile, seed: number): Facts {
  const random = chance(seed)
  const values = new Map<string, number>()
  proactive(edition, profile, random, values)
  requests(edition, profile, random, values)
  disputes(edition, profile, random, values)
  const year = edition === '2019' ? random.pick([2019, 2020]) : random.pick([2021, 2022, 2023, 2024])
  return { edition, agency: random.pick(places) + random.pick(bureaus), year, values }
}

function figure(random: Chance, profile: Profile, most: number): number {
  if (profile === 'sparse' && random.yes(0.85)) return 0
  return random.int(1, profile === 'large' ? most * 70 : most)
}

function proactive(edition: EditionId, profile: Profile, random: Chance, values: Map<string, number>): void {
  for (const { id, table, column } of formCells(editionOf(edition))) {
    if (table !== 'proactive') continue
    if (column.measure === 'amount') values.set(id, random.int(11, 9999) * 1300)
    else if (column.measure === 'change') values.set(id, random.int(-30, 40))
    else values.set(id, figure(random, profile, 900))
  }
}

function requests(edition: EditionId, profile: Profile, random: Chance, values: Map<string, number>): void {
  const { columns, rows } = editionOf(edition).requests
  const kinds = columns.map(c => c.id).filter(c => c !== 'total')
  const results = rows.map(r => r.id).filter(r => !['new', 'carried_in', 'total', 'carried_out'].includes(r))
  const at = (row: string, kind: string): number => values.get(cellId('requests', row, kind)) ?? 0
  const put = (row: string, kind: string, value: number): unknown => values.set(cellId('requests', row, kind), value)
  for (const kind of kinds) {
    for (const row of results) put(row, kind, figure(random, profile, 40))
    const total = results.reduce((sum, row) => sum + at(row, kind), 0)
    const carriedOut = figure(random, profile, 30)
    const carriedIn = Math.min(total + carriedOut, figure(random, profile, 25))
    put('total', kind, total)
    put('carried_out', kind, carriedOut)
    put('carried_in', kind, carriedIn)
    put('new', kind, total + carriedOut - carriedIn)
  }
  for (const row of rows) {
    put(
      row.id,
      'total',
      kinds.reduce((sum, kind) => sum + at(row.id, kind), 0),
    )
  }
}

function disputes(edition: EditionId, profile: Profile, random: Chance, values: Map<string, number>): void {
  for (const { table, row, columns } of formRows(editionOf(edition))) {
    if (table !== 'disputes') continue
    let sum = 0
    for (const column of columns) {
      if (column.id === 'total') continue
      const value = figure(random, profile, 29)
      sum += value
      values.set(cellId(table, row.id, column.id), value)
    }
    values.set(cellId(table, row.id, 'total'), sum)
  }
}
