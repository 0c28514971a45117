/** A table that is handed over as a file. */

/** Figures are numbers, so that they can be added up; numbers of papers, days and words are texts; null is empty. */
export type SheetCell = string | number | null

export interface Sheet {
  readonly name: string
  /** The first holds the heads. */
  readonly rows: readonly (readonly SheetCell[])[]
}
