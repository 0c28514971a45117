/** A list of agencies from a table: what taking it in would do, row by row; nothing is changed here. */
import type { Grid } from '../../../paper/paper.ts'
import { type ImportPlan, type PlannedRow, plannedRow, type ShownField } from '../../sheet/plan.ts'
import { readSheet } from '../../sheet/sheet.ts'
import type { Agency } from '../agency.ts'
import { agencyKinds } from '../kinds.ts'
import { officeFieldIds, officeFields } from '../office.ts'
import { type AgencyColumn, agencyColumns } from './columns.ts'
import { type Draft, draftsOf, refuseDoubles } from './drafts.ts'
import { readAgencyRow } from './row.ts'
import { refuseWhatCannotStand } from './standing.ts'

/**
 * Reads a list of agencies against those that are there. Rows may stand in any order and name one another as superior;
 * empty cells leave what is there. `newId` gives the id of a new agency, by its row.
 */
export function parseAgencyRows(
  grid: Grid,
  existing: readonly Agency[],
  newId: (row: number) => string,
): ImportPlan<Agency> {
  const { rows, ignored, refusals } = readSheet(grid, agencyColumns)
  const drafts = refuseDoubles(draftsOf(rows.map(readAgencyRow), existing, newId))
  const settled = refuseWhatCannotStand(drafts, existing)
  const all = [...existing, ...settled.flatMap(({ after }) => after ?? [])]
  const fields = shownFields(new Map(all.map(({ id, name }) => [id, name])))
  return { rows: settled.map(draft => plannedOf(draft, fields)), ignored, refusals }
}

function plannedOf({ row, before, after, refusals }: Draft, fields: readonly ShownField<Agency>[]): PlannedRow<Agency> {
  return after ? plannedRow(row, before, after, fields) : { row, outcome: 'refused', refusals }
}

/** `names`: of the agencies, by id. */
function shownFields(names: ReadonlyMap<string, string>): ShownField<Agency>[] {
  const field = (id: AgencyColumn, text: (agency: Agency) => string) => ({
    field: id,
    label: agencyColumns[id].label,
    text,
  })
  const yesNo = (is: boolean) => (is ? '是' : '否')
  return [
    field('name', a => a.name),
    field('shortName', a => a.shortName ?? ''),
    field('kind', a => agencyKinds[a.kind].label.zh),
    field('superior', a => (a.superiorId === null ? '' : (names.get(a.superiorId) ?? ''))),
    field('regionCode', a => a.regionCode),
    field('creditCode', a => a.creditCode ?? ''),
    field('siteCode', a => a.siteCode ?? ''),
    field('vertical', a => yesNo(a.vertical)),
    ...officeFieldIds.map(id => ({
      field: `office.${id}`,
      label: officeFields[id].label,
      text: (agency: Agency) => agency.office[id] ?? '',
    })),
  ]
}
