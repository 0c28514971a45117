/** The text of a document in pieces that keep their places, so that what a scan finds can be shown and taken out. */
import type { Place } from '../../../paper/paper.ts'

/** Points of the page as written in the file, origin bottom left. */
export type PieceBox = readonly [x0: number, y0: number, x1: number, y1: number]

export interface TextPiece {
  /**
   * Names the piece within its document, the same at every reading: `page:3` (PDF), `word/document.xml#12` (docx, the
   * 12th paragraph of that part), `sheet:2!B7` (xlsx, the second sheet of the workbook).
   */
  readonly id: string
  readonly text: string
  readonly at: Place
  /** A reader of the document does not see it in the ordinary way: hidden sheets, rows, runs; text without ink. */
  readonly hidden: boolean
  /** For a PDF the box of every UTF-16 unit; null for blanks between words. */
  readonly boxes?: readonly (PieceBox | null)[]
}
