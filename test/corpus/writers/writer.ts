/** What every corpus writer is: an own, minimal way to put a shape into a file, independent of the product's. */
import type { PaperFormat } from '../../../src/paper/paper.ts'
import type { Shape } from '../shape.ts'

export interface Writer {
  readonly name: string
  readonly format: PaperFormat
  readonly extension: string
  /** Blank cells leave no trace: a row that has one can no longer be told apart for certain. */
  readonly losesBlanks?: boolean
  /** Merges to the right leave no trace: a blank after a wide label may be the label's own place or a figure's. */
  readonly losesSpans?: boolean
  /** Figures stand loose around labels that wrap, or a page break parts a label: whole rows may be lost, never changed. */
  readonly losesRows?: boolean
  readonly write: (shape: Shape) => Uint8Array | Promise<Uint8Array>
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

export function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;')
}
