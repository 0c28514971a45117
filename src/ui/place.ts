/** Says where in its source a value or sentence stands, so that a person can find it again. */
import type { Said } from '../domain/kernel/lang.ts'
import type { CellRecord } from '../domain/report/report.ts'

type Place = NonNullable<CellRecord['at']>

/** 第88行, 表2第5行第3列, 第3页, Sheet1!B7. */
export function placeWords(at: Place): Said {
  if ('line' in at) return { zh: `第${at.line}行`, en: `line ${at.line}` }
  if ('table' in at) {
    return {
      zh: `表${at.table}第${at.row}行第${at.column}列`,
      en: `table ${at.table}, row ${at.row}, column ${at.column}`,
    }
  }
  if ('page' in at) return { zh: `第${at.page}页`, en: `page ${at.page}` }
  return { zh: `${at.sheet}!${at.cell}`, en: `${at.sheet}!${at.cell}` }
}
