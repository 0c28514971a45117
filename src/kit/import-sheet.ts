/** Importing a list: the spreadsheet somebody hands over, as the table in it. */
import type { Refusal } from '../domain/kernel/result.ts'
import type { Grid } from '../paper/paper.ts'
import { DocumentError, limitsWith, readPaper, sniff } from '../platform/documents/index.ts'
import { refusedInput } from './problem.ts'

/** A spreadsheet in base64 with what is around it. */
export const importBytes = 8_100_000

const limits = limitsWith({ fileBytes: 6 * 2 ** 20, unpackedBytes: 40 * 2 ** 20, cells: 100_000 })

/** The first table of a spreadsheet. Throws a Problem where the bytes are none, or cannot be read. */
export async function sheetIn(bytes: Uint8Array): Promise<Grid> {
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

const notSheet: Refusal = {
  code: 'not_a_sheet',
  says: {
    zh: '这不是 xlsx 表格。请用表格软件打开后另存为 xlsx，再导入。',
    en: 'This is no xlsx spreadsheet. Open it in a spreadsheet program, save it as xlsx and import that.',
  },
  at: 'file',
}
