/** A filled template as read: types only. */
import type { PageTable } from '../../../paper/page.ts'

export type FilledAlign = 'left' | 'center' | 'right' | 'both'

/** A paragraph. `size` in points and `colour` as six hexadecimal digits where the template says so. */
export interface FilledLine {
  readonly kind: 'line'
  readonly text: string
  /** Of the style, in lower case: `title`, `body text`, `contact`. */
  readonly style: string
  readonly align: FilledAlign
  /** Whether the first line stands in. */
  readonly indented: boolean
  readonly size: number | null
  readonly colour: string | null
  readonly bold: boolean
  /** Room above it, in points, beyond what lines have between them. */
  readonly before: number
  /** Height of its lines where they are all of one height. */
  readonly pitch: number | null
}

export interface FilledLetter {
  readonly blocks: readonly (FilledLine | PageTable)[]
  /** Above and below every page, without the page number. */
  readonly head: readonly string[]
  readonly foot: readonly string[]
}
