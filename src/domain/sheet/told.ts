/** An import as it is told: how many rows of each outcome, and a word on every row. */
import type { Said } from '../kernel/lang.ts'
import type { Refusal } from '../kernel/result.ts'
import type { PlannedRow } from './plan.ts'

export interface ToldRow {
  readonly row: number
  readonly outcome: PlannedRow<unknown>['outcome']
  /** What the row is about, as the sheet names it. */
  readonly name: string
  readonly messages: readonly { readonly column: string | null; readonly says: Said }[]
}

export interface ToldImport {
  readonly counts: Readonly<Record<PlannedRow<unknown>['outcome'], number>>
  readonly rows: readonly ToldRow[]
}

/** `names`: of the rows, by their number. */
export function toldImport(planned: readonly PlannedRow<unknown>[], names: ReadonlyMap<number, string>): ToldImport {
  const count = (outcome: ToldRow['outcome']) => planned.filter(row => row.outcome === outcome).length
  return {
    counts: {
      created: count('created'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      refused: count('refused'),
    },
    rows: planned.map(row => ({
      row: row.row,
      outcome: row.outcome,
      name: names.get(row.row) ?? '',
      messages: messagesOf(row),
    })),
  }
}

function messagesOf(row: PlannedRow<unknown>): ToldRow['messages'] {
  if (row.outcome === 'refused') return row.refusals.map(({ at, says }) => ({ column: columnIn(at), says }))
  if (row.outcome !== 'changed') return []
  const shown = (text: string) => (text === '' ? { zh: '（空）', en: '(empty)' } : { zh: text, en: text })
  return row.changes.map(({ field, label, before, after }) => {
    const [was, is] = [shown(before), shown(after)]
    return { column: field, says: { zh: `${label.zh}：${was.zh} → ${is.zh}`, en: `${label.en}: ${was.en} → ${is.en}` } }
  })
}

/** `rows[3].creditCode` is told of the column creditCode. */
function columnIn(at: Refusal['at']): string | null {
  return at?.replace(/^rows\[\d+\]\./, '') ?? null
}
