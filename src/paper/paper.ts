/**
 * The neutral paper: what every file reader yields and the report matcher takes.
 * It knows tables, lines and places, and nothing of reports. Types only.
 */

export type PaperFormat = 'txt' | 'html' | 'docx' | 'doc' | 'pdf' | 'xlsx' | 'ofd'

/** Where something stands in its source, so that a person can find it again. */
export type Place =
  | { readonly line: number }
  | { readonly table: number; readonly row: number; readonly column: number }
  /** Points, origin bottom left, as PDF counts them. */
  | { readonly page: number; readonly box: readonly [x0: number, y0: number, x1: number, y1: number] }
  | { readonly sheet: string; readonly cell: string }

/** One cell. `row` and `column` are its upper left corner in the grid, from 0; spans are at least 1. */
export interface PaperCell {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly at: Place
}

/** A table whose rows and columns the format itself knows. Merged cells appear once, at their corner. */
export interface Grid {
  readonly kind: 'grid'
  readonly width: number
  readonly height: number
  readonly cells: readonly PaperCell[]
}

/** A word of a line with its horizontal extent, in any one unit for the whole paper (points, character cells). */
export interface Piece {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly at: Place
}

/** One line (txt, pdf) or paragraph (docx, html) of running text, as written, without its line break. */
export interface TextLine {
  readonly kind: 'text'
  readonly text: string
  readonly at: Place
  /** Given where the format knows positions but no table (borderless pdf): lets columns be told by place. */
  readonly pieces?: readonly Piece[]
}

export type PaperBlock = Grid | TextLine

/** A whole document in reading order. */
export interface Paper {
  readonly format: PaperFormat
  readonly blocks: readonly PaperBlock[]
}
