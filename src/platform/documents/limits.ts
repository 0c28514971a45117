/** How much of a file is read before it is refused. Sizes in bytes unless named otherwise. */
export interface Limits {
  /** One file, packed as it came. */
  readonly fileBytes: number
  /** Everything unpacked from one container, nested ones included. */
  readonly unpackedBytes: number
  /** Files in one container, nested ones included. */
  readonly entries: number
  /** Unpacked size over packed size of one entry. */
  readonly ratio: number
  readonly pages: number
  /** Wall time for one file; kept by the worker that reads it. */
  readonly milliseconds: number
  /** Memory for one file; kept by the worker that reads it. */
  readonly memoryMegabytes: number
  /** Nesting of elements in XML. */
  readonly depth: number
  /** Tables within tables. */
  readonly tableDepth: number
  /** Columns of one table of a text document. */
  readonly columns: number
  /** Cells of one document. */
  readonly cells: number
}

const megabyte = 1024 * 1024

export const defaultLimits: Limits = {
  fileBytes: 50 * megabyte,
  unpackedBytes: 200 * megabyte,
  entries: 2000,
  ratio: 100,
  pages: 300,
  milliseconds: 20_000,
  memoryMegabytes: 512,
  depth: 256,
  tableDepth: 32,
  columns: 1024,
  cells: 500_000,
}

/** The limits with some of them replaced. */
export function limitsWith(changes: Partial<Limits>): Limits {
  return { ...defaultLimits, ...changes }
}
