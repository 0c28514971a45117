/** Table 三: applicants across, results down, group labels at the left (D§3.5, 3.6). */
import type { Column, Edition, Group, Row } from '../../../law/editions/form.ts'
import type { PageCell, PageTable } from '../../../paper/page.ts'
import { cellId } from '../report.ts'
import { extraRow, head, type Layout, note, rowLabel, value, widthFor } from './cells.ts'

export function layoutRequests(edition: Edition, layout: Layout, name: string): PageTable {
  const { columns, rows } = edition.requests
  const paths = rows.map(row => groupPath(edition, row))
  const labelWidth = 1 + Math.max(0, ...paths.map(path => path.length))
  const width = widthFor(layout, labelWidth + columns.length)
  const spanOf = (i: number) => (i === columns.length - 1 ? width - labelWidth - i : 1)
  const heads = headRows(edition, layout, labelWidth, spanOf)
  return {
    kind: 'table',
    name,
    widths: [...labelWidths(labelWidth), ...Array.from({ length: width - labelWidth }, () => 12)],
    headRows: heads.length,
    rows: [
      ...heads,
      ...rows.map((row, i) => [
        ...groupCells(paths, i, layout),
        rowLabel(row.label[layout.lang], { colSpan: labelWidth - (paths[i]?.length ?? 0) }),
        ...columns.map((column, c) => cellOf(layout, row, column, spanOf(c))),
      ]),
      ...layout.extraRows.map(row => extraRow(row, width, labelWidth)),
    ],
  }
}

function cellOf(layout: Layout, row: Row, column: Column, colSpan: number): PageCell {
  return value(layout, { id: cellId('requests', row.id, column.id), table: 'requests', row, column }, colSpan)
}

/** Narrow for the vertical label, just wide enough for a group's, wide for the rows' own words. */
function labelWidths(count: number): number[] {
  if (count === 1) return [60]
  return [8, ...Array.from({ length: count - 2 }, () => 24), 42]
}

/** The groups a row stands in, outermost first. */
function groupPath(edition: Edition, row: Row): Group[] {
  const path: Group[] = []
  let id = row.group
  while (id !== undefined) {
    const group = edition.requests.groups.find(g => g.id === id)
    if (!group || path.includes(group)) throw new Error(`edition ${edition.id}: group ${id} of row ${row.id}`)
    path.unshift(group)
    id = group.within
  }
  return path
}

/** Labels of the groups that begin at this row; each spans the rows that follow without a break. */
function groupCells(paths: readonly (readonly Group[])[], at: number, layout: Layout): PageCell[] {
  return (paths[at] ?? []).flatMap((group, depth) => {
    if (paths[at - 1]?.[depth] === group) return []
    const end = paths.findIndex((path, i) => i > at && path[depth] !== group)
    const label = rowLabel(group.label[layout.lang], { rowSpan: (end < 0 ? paths.length : end) - at })
    return [group.vertical ? { ...label, align: 'center' as const, vertical: true } : label]
  })
}

/** 申请人情况 over all, 法人或其他组织 over its kinds; a form without such kinds has one head row less. */
function headRows(edition: Edition, layout: Layout, labelWidth: number, spanOf: (i: number) => number): PageCell[][] {
  const { columns, organisations } = edition.requests
  const runs = runsOf(columns, column => organisations.includes(column.id))
  const levels = runs.some(run => run.inside) ? 2 : 1
  const spanAll = columns.reduce((sum, _, i) => sum + spanOf(i), 0)
  const second = runs.flatMap(run =>
    run.inside
      ? [head(layout, edition.organisationHead, { colSpan: sum(run.items.map(item => spanOf(item.at))) })]
      : run.items.map(({ item, at }) => head(layout, item.label, { colSpan: spanOf(at), rowSpan: levels })),
  )
  const third = runs.flatMap(run =>
    run.inside ? run.items.map(({ item, at }) => head(layout, item.label, { colSpan: spanOf(at) })) : [],
  )
  const corner = note(layout, edition.cornerNote, { colSpan: labelWidth, rowSpan: levels + 1 })
  const first = [corner, head(layout, edition.applicantHead, { colSpan: spanAll })]
  return levels === 2 ? [first, second, third] : [first, second]
}

interface Run<T> {
  readonly inside: boolean
  readonly items: { readonly item: T; readonly at: number }[]
}

function runsOf<T>(items: readonly T[], test: (item: T) => boolean): Run<T>[] {
  const runs: Run<T>[] = []
  for (const [at, item] of items.entries()) {
    const last = runs.at(-1)
    if (last && last.inside === test(item)) last.items.push({ item, at })
    else runs.push({ inside: test(item), items: [{ item, at }] })
  }
  return runs
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
