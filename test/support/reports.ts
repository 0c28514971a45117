/** Reports of our own making, for every edition: consistent ones, and odd ones as papers really are. */
import fc from 'fast-check'
import { editionOf, type FormCell, formCells } from '../../src/domain/report/form-cells.ts'
import {
  type CellRecord,
  cellId,
  cellParts,
  type ExtraRow,
  REPORT_SCHEMA,
  type Report,
  type Unit,
} from '../../src/domain/report/report.ts'
import type { Edition, TableId, TextSectionId } from '../../src/law/editions/form.ts'
import { editions } from '../../src/law/editions/index.ts'
import { chanceOf } from '../../src/main/demo/chance.ts'

/** Numbers in [0, 1), the same for the same seed. */
export type Rng = () => number

/** Titles as agencies word them; the first is the form's own. */
const titles: readonly ((agency: string, year: number) => string)[] = [
  (agency, year) => `${agency}${year}年政府信息公开工作年度报告`,
  (agency, year) => `${year}年度${agency}政府信息公开工作报告`,
  (agency, year) => `${agency}关于${year}年政府信息公开工作的年度报告`,
]

const agencies = [
  '青松市云溪新区综合行政执法与应急管理联合指挥中心',
  '青松市教育局',
  '云溪县水利局',
  '临江市市场监督管理局',
  '望海区人民政府办公室',
  '白杨镇人民政府',
]

const paragraphsOfOurOwn = [
  '我局把政府信息公开列入年度重点工作，由办公室统一协调，各科室分工落实。',
  '（一）主动公开情况',
  '（二）依申请公开情况。答复前均经法制审核，未发生超期答复。',
  '一是栏目设置还不够清楚，群众查找信息不够方便；二是解读材料形式单一。',
  '下一步将按“谁制作、谁公开”的要求，补齐短板，及时更新目录。',
  '网站“政务公开”专栏全年运行平稳，检索、下载、无障碍浏览功能可用（含移动端）。',
  '联系方式：办公室，电子邮箱 office@example.invalid，邮编 000000。',
  '公式 a*b_c、路径 C:\\公开\\目录、金额 $5、话题 #公开#、引号 "甲" 与 <乙> & 丙 均照原样印出。',
  '无。',
  '全年共召开专题会议研究公开事项，修订目录，补充指南，更新办事流程；对群众关心的义务教育招生、校园安全、' +
    '经费收支等内容逐项编制解读材料，做到政策文件与解读同步起草、同步审批、同步发布，并在线下查阅点同步摆放纸质材料，' +
    '方便不上网的群众查询。对来信来电反映的问题，均在规定时限内答复。',
  'The English summary of this report is published together with the Chinese text and follows the same order of parts.',
]

/** A report in which every rule of the form holds. Same seed, same report. */
export function balancedReport(seed: number | Rng, editionId: string, known: readonly Edition[] = editions): Report {
  const rng = typeof seed === 'number' ? chanceOf(seed) : seed
  const edition = editionOf(editionId, known)
  const below = (n: number) => Math.floor(rng() * n)
  const agency = agencies[below(agencies.length)] ?? ''
  const year = edition.validFromYear + below(2)
  const values = {
    proactive: proactiveValues(edition, below),
    requests: requestValues(edition, below),
    disputes: disputeValues(edition, below),
  }
  const text = (count: number) =>
    Array.from({ length: count }, () => paragraphsOfOurOwn[below(paragraphsOfOurOwn.length)]).join('\n')
  const bare: Report = {
    schema: REPORT_SCHEMA,
    edition: edition.id,
    agency,
    year,
    title: `${agency}${year}年政府信息公开工作年度报告`,
    tables: values,
    extra_rows: [],
    sections: {
      preface: `根据《中华人民共和国政府信息公开条例》的规定，编制本报告。`,
      overview: text(1 + below(4)),
      problems: text(1 + below(3)),
      other: '无。',
    },
    cells: {},
  }
  return { ...bare, cells: recordsOf(edition, bare, unitsOf(edition, below)) }
}

type Below = (n: number) => number
type MutableValues = Record<string, Record<string, number>>

function proactiveValues(edition: Edition, below: Below): MutableValues {
  const figure = { count: () => below(60), change: () => below(21) - 10, amount: () => below(9_000_000) / 100 }
  return Object.fromEntries(
    edition.proactive.flatMap(block =>
      block.rows.map(row => [
        row.id,
        Object.fromEntries(
          block.columns.map(column => {
            const value = figure[column.measure]()
            return [column.id, column.measure === 'amount' ? Math.round(value * 1e4) : value]
          }),
        ),
      ]),
    ),
  )
}

function requestValues(edition: Edition, below: Below): MutableValues {
  const values: MutableValues = Object.fromEntries(edition.requests.rows.map(row => [row.id, {}]))
  const perRow = edition.balances.find(b => b.rule === 'requests.row_total')
  const results = edition.balances.find(b => b.rule === 'requests.sum_of_results')
  const balance = edition.balances.find(b => b.rule === 'requests.balance')
  const at = (row: string) => values[row] ?? {}
  for (const column of perRow?.right ?? []) {
    for (const row of results?.right ?? []) at(row)[column] = below(3) === 0 ? below(30) : 0
    for (const row of results?.left ?? []) at(row)[column] = total(results?.right ?? [], r => at(r)[column])
    for (const row of balance?.right ?? []) at(row)[column] ??= below(5)
    const [first = '', ...rest] = balance?.left ?? []
    let remaining = total(balance?.right ?? [], r => at(r)[column])
    for (const row of rest) {
      at(row)[column] = below(remaining + 1)
      remaining -= at(row)[column] ?? 0
    }
    at(first)[column] = remaining
  }
  for (const row of edition.requests.rows) fillTotals(at(row.id), perRow)
  return values
}

function disputeValues(edition: Edition, below: Below): MutableValues {
  const perRow = edition.balances.find(b => b.rule === 'disputes.total')
  return Object.fromEntries(
    edition.disputes.rows.map(row => {
      const values: Record<string, number> = Object.fromEntries((perRow?.right ?? []).map(id => [id, below(4)]))
      fillTotals(values, perRow)
      return [row.id, values]
    }),
  )
}

function fillTotals(
  values: Record<string, number>,
  rule: { left: readonly string[]; right: readonly string[] } | undefined,
) {
  for (const id of rule?.left ?? []) values[id] = total(rule?.right ?? [], c => values[c])
}

function total(ids: readonly string[], value: (id: string) => number | undefined): number {
  return ids.reduce((sum, id) => sum + (value(id) ?? 0), 0)
}

/** Cell id -> unit of each amount: the form's own where it prints one. */
function unitsOf(edition: Edition, below: Below): Map<string, Unit | null> {
  const amounts = formCells(edition).filter(cell => cell.column.measure === 'amount')
  return new Map(amounts.map(cell => [cell.id, cell.column.unit ?? ([null, '元', '万元'] as const)[below(3)] ?? null]))
}

function recordsOf(edition: Edition, report: Report, units: Map<string, Unit | null>): Record<string, CellRecord> {
  const records = formCells(edition).map(({ id, table, row, column }): [string, CellRecord] => {
    const value = report.tables[table][row.id]?.[column.id] ?? 0
    if (column.measure !== 'amount') return [id, { raw: String(value), kind: 'number' }]
    const unit = units.get(id) ?? null
    const figure = unit === '万元' ? value / 1e4 : value
    return [id, { raw: unit === null || column.unit ? String(figure) : `${figure}${unit}`, kind: 'number', unit }]
  })
  return Object.fromEntries(records)
}

/** The report with one cell set; amounts in yuan. */
export function withCell(report: Report, id: string, value: number | null, record: CellRecord): Report {
  const { table, row, column } = cellParts(id)
  const rows = report.tables[table]
  return {
    ...report,
    tables: { ...report.tables, [table]: { ...rows, [row]: { ...rows[row], [column]: value } } },
    cells: { ...report.cells, [id]: record },
  }
}

/** The report as read from a paper that lacks a row of the form. */
export function withoutRow(report: Report, table: TableId, row: string): Report {
  const columns = Object.keys(report.tables[table][row] ?? {})
  return columns.reduce(
    (result, column) =>
      withCell(result, cellId(table, row, column), null, absentLike(result, cellId(table, row, column))),
    report,
  )
}

function absentLike(report: Report, id: string): CellRecord {
  return report.cells[id]?.unit === undefined ? { raw: '', kind: 'absent' } : { raw: '', kind: 'absent', unit: null }
}

const editKinds = ['blank', 'not_applicable', 'written', 'words', 'absent_row', 'blank_table'] as const

interface Edit {
  readonly at: number
  readonly to: (typeof editKinds)[number]
  readonly how: number
}

const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    at: fc.nat(10_000),
    to: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom('blank', 'not_applicable', 'written', 'words', 'absent_row') },
      { weight: 1, arbitrary: fc.constant('blank_table') },
    ),
    how: fc.nat(100),
  }),
  { maxLength: 12 },
)

const dashes = ['/', '-', '—', '无']
const countsInOtherWords: readonly (readonly [raw: string, value: number])[] = [
  ['1234', 1234],
  ['1,234', 1234],
  ['６', 6],
  ['6件', 6],
  ['007', 7],
]
const changesInOtherWords: readonly (readonly [raw: string, value: number])[] = [
  ['+7', 7],
  ['-12', -12],
  ['增3', 3],
  ['减4', -4],
]
const amountsInOtherWords: readonly (readonly [raw: string, value: number, unit: Unit])[] = [
  ['4574.73 万', 45_747_300, '万元'],
  ['3926万元', 39_260_000, '万元'],
  ['0.5亿元', 50_000_000, '亿元'],
  ['4053154.60元', 4_053_154.6, '元'],
]

function applied(edition: Edition, report: Report, edit: Edit): Report {
  const cells = formCells(edition)
  const cell = cells[edit.at % cells.length]
  if (!cell) return report
  const { measure } = cell.column
  const noFigure = (raw: string, kind: 'blank' | 'not_applicable' | 'text') =>
    withCell(report, cell.id, null, measure === 'amount' ? { raw, kind, unit: null } : { raw, kind })
  if (edit.to === 'absent_row') return withoutRow(report, cell.table, cell.row.id)
  if (edit.to === 'blank') return noFigure('', 'blank')
  if (edit.to === 'words') return noFigure('详见附件', 'text')
  if (edit.to === 'blank_table') return blankTable(cells, report, cell.table)
  if (edit.to === 'not_applicable') return noFigure(dashes[edit.how % dashes.length] ?? '/', 'not_applicable')
  if (measure === 'amount') {
    const [raw, value, unit] = amountsInOtherWords[edit.how % amountsInOtherWords.length] ?? ['1元', 1, '元']
    return withCell(report, cell.id, value, { raw, kind: 'number', unit })
  }
  const words = measure === 'change' ? changesInOtherWords : countsInOtherWords
  const [raw, value] = words[edit.how % words.length] ?? ['0', 0]
  return withCell(report, cell.id, value, { raw, kind: 'number' })
}

/** The table as many small agencies publish it: printed, and nothing filled in. */
function blankTable(cells: readonly FormCell[], report: Report, table: TableId): Report {
  return cells
    .filter(cell => cell.table === table)
    .reduce((result, { id, column }) => {
      const record: CellRecord = { raw: '', kind: 'blank' }
      return withCell(result, id, null, column.measure === 'amount' ? { ...record, unit: null } : record)
    }, report)
}

const extraRows: fc.Arbitrary<ExtraRow[]> = fc.array(
  fc.constantFrom<ExtraRow>(
    { table: 'proactive', label: '本部门政府信息公开发布总数量（非新闻类、消息类）', values: ['6'] },
    { table: 'proactive', label: '政策解读材料', values: ['3', '3', '12'] },
    { table: 'requests', label: '当面咨询答复', values: ['2', '0', '0', '0', '0', '0', '2'] },
  ),
  { maxLength: 1 },
)

const passage = fc.array(fc.constantFrom(...paragraphsOfOurOwn), { minLength: 1, maxLength: 5 })

function sectionsArbitrary(): fc.Arbitrary<Record<TextSectionId, string | null>> {
  const text = fc.oneof(
    { weight: 9, arbitrary: passage.map(lines => lines.join('\n')) },
    { weight: 1, arbitrary: fc.constant('') },
  )
  const preface = fc.option(
    passage.map(lines => lines.join('\n')),
    { freq: 6 },
  )
  const optional = fc.option(text, { freq: 6 })
  return fc.record({ preface, overview: text, problems: text, other: optional })
}

/** Reports as papers really are: blanks, `/`, rows missing, odd spellings, rows of the agency's own. */
export function anyReport(editionId: string, known: readonly Edition[] = editions): fc.Arbitrary<Report> {
  const edition = editionOf(editionId, known)
  return fc
    .record({
      seed: fc.nat(1_000_000),
      titled: fc.constantFrom(...titles),
      edits,
      extra_rows: extraRows,
      sections: sectionsArbitrary(),
    })
    .map(({ seed, titled, edits: list, extra_rows, sections }) => {
      const report = balancedReport(seed, editionId, known)
      const balanced: Report = {
        ...report,
        title: titled(report.agency ?? '', report.year ?? 0),
        extra_rows,
        sections,
      }
      return list.reduce((report, edit) => applied(edition, report, edit), balanced)
    })
}
