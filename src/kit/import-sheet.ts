/** Importing a list: the spreadsheet as a table, and what became of its rows in words. */
import type { Said } from '../domain/kernel/lang.ts'
import type { Refusal } from '../domain/kernel/result.ts'
import type { PlannedChange, PlannedRow } from '../domain/sheet/plan.ts'
import type { Grid } from '../paper/paper.ts'
import { DocumentError, limitsWith, readPaper, sniff } from '../platform/documents/index.ts'
import type { ImportAnswer, ImportRow } from './import-shapes.ts'
import { refusedInput } from './problem.ts'

/** A spreadsheet in base64 with what is around it. */
export const importBytes = 8_100_000

const limits = limitsWith({ fileBytes: 6 * 2 ** 20, unpackedBytes: 40 * 2 ** 20, cells: 100_000 })

/** The first table of a spreadsheet. Throws a Problem where it is none, or cannot be read. */
export async function sheetGrid(base64: string): Promise<Grid> {
  const bytes = Buffer.from(base64, 'base64')
  try {
    if (sniff(bytes, limits) !== 'xlsx') throw refusedInput('body', [notSheet])
    const { blocks } = await readPaper(bytes, limits)
    const grid = blocks.find(block => block.kind === 'grid')
    if (!grid) throw refusedInput('body', [notSheet])
    return grid
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    throw refusedInput('body', [{ code: error.code, says: error.says, at: 'file' }])
  }
}

/** Throws a Problem where nothing of the list can be taken in. */
export function mustBeList([first, ...rest]: readonly Refusal[]): void {
  if (first) throw refusedInput('body', [{ ...first, at: 'file' }, ...rest])
}

/** How a change is told; a field may be told otherwise than as it stands. */
type Tell = (change: PlannedChange, text: string) => string

/** The rows with a word on each. `names`: what a row is called, by its number. */
export function told<T>(
  planned: readonly PlannedRow<T>[],
  names: ReadonlyMap<number, string>,
  tell: Tell = (_, text) => text,
): Pick<ImportAnswer, 'counts' | 'rows'> {
  const count = (outcome: ImportRow['outcome']) => planned.filter(row => row.outcome === outcome).length
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
      messages: messagesOf(row, tell),
    })),
  }
}

function messagesOf(row: PlannedRow<unknown>, tell: Tell): ImportRow['messages'] {
  if (row.outcome === 'refused') return row.refusals.map(({ at, says }) => ({ column: columnIn(at), says }))
  if (row.outcome !== 'changed') return []
  const shown = (change: PlannedChange, text: string): Said => {
    if (text === '') return { zh: '（空）', en: '(empty)' }
    const said = tell(change, text)
    return { zh: said, en: said }
  }
  return row.changes.map(change => {
    const { field, label } = change
    const [was, is] = [shown(change, change.before), shown(change, change.after)]
    return { column: field, says: { zh: `${label.zh}：${was.zh} → ${is.zh}`, en: `${label.en}: ${was.en} → ${is.en}` } }
  })
}

/** `rows[3].creditCode` is told of the column creditCode. */
function columnIn(at: Refusal['at']): string | null {
  return at?.replace(/^rows\[\d+\]\./, '') ?? null
}

const notSheet: Refusal = {
  code: 'not_a_sheet',
  says: {
    zh: '这不是 xlsx 表格。请用表格软件打开后另存为 xlsx，再导入。',
    en: 'This is no xlsx spreadsheet. Open it in a spreadsheet program, save it as xlsx and import that.',
  },
  at: 'file',
}
