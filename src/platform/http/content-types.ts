/** What a file is to the browser, by its ending. */
import type { WrittenFormat } from '../documents/write/index.ts'

type FileEnding = WrittenFormat | 'csv' | 'json'

export const contentTypes: Readonly<Record<FileEnding, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}
