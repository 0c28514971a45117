/**
 * The archive of a backup: a plain tar. First `gongkai-backup.json` (which program and schema wrote it, when), then
 * `rows/<table>/000001.ndjson.gz` (rows as JSON lines, in pieces) and `files/<name>`, last `manifest.json`, which names
 * every entry with size and sha256. What an archive holds only its writer and its reader's caller know.
 */

export const archiveFormat = 'gongkai.backup/1'
export const headName = 'gongkai-backup.json'
export const manifestName = 'manifest.json'

/** Who wrote an archive, and when. */
export interface ArchiveHead {
  /** Version of the program. */
  readonly program: string
  /** Name of the last migration. */
  readonly schema: string
  readonly made: Date
}

/** One table or one file, on its way in. Names: letters, digits, `_`, `-`, `.`, parts split by `/`. */
export type ArchivePart =
  | { readonly kind: 'rows'; readonly name: string; readonly rows: AsyncIterable<unknown> | Iterable<unknown> }
  | {
      readonly kind: 'file'
      readonly name: string
      readonly size: number
      readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
    }

/** On its way out: rows come in pieces, as many as there are, at least one for each table. */
export type ReadPart =
  | { readonly kind: 'head'; readonly head: ArchiveHead }
  | { readonly kind: 'rows'; readonly name: string; readonly rows: readonly unknown[] }
  | {
      readonly kind: 'file'
      readonly name: string
      readonly size: number
      /** To be read, or left, before the next part is asked for. */
      readonly content: AsyncIterable<Uint8Array>
    }

/** One line of the manifest. */
export interface ManifestEntry {
  readonly name: string
  readonly size: number
  readonly sha256: string
}

/** The head as it is written. */
export function headText({ program, schema, made }: ArchiveHead): string {
  return `${JSON.stringify({ format: archiveFormat, program, schema, made: made.toISOString() }, null, 2)}\n`
}

/** The manifest as it is written: head and entries, the same bytes from the same entries. */
export function manifestText({ program, schema, made }: ArchiveHead, entries: readonly ManifestEntry[]): string {
  const head = { format: archiveFormat, program, schema, made: made.toISOString() }
  const lines = entries.map(({ name, size, sha256 }) => `  ${JSON.stringify({ name, size, sha256 })}`)
  return `{"head": ${JSON.stringify(head)},\n"entries": [\n${lines.join(',\n')}\n]}\n`
}
