/** The columns that name a stored file by its hash: what a proof looks for in the storage, and in a backup. */
import { getTableName } from 'drizzle-orm'
import { file } from './desk.ts'
import { publicationFile } from './publications.ts'
import { requestPaper } from './requests.ts'

export const storedFiles = [file.hash, requestPaper.blob, publicationFile.blob] as const

/** The column of a table that names a stored file, as the database calls both; null where it has none. */
export function storedFileColumn(table: string): string | null {
  return storedFiles.find(column => getTableName(column.table) === table)?.name ?? null
}
