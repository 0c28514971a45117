/** What is to be taken out of a document, and what came of it. */
import type { ErrorSentence } from '../errors.ts'
import type { Limits } from '../limits.ts'

/** Formats that can be redacted; anything else is refused. */
export type RedactedType = 'pdf' | 'docx' | 'xlsx' | 'jpeg' | 'png'

/**
 * A box to be painted over. In a PDF: points of the page as written in the file, origin bottom left, as the places of
 * papers and pieces are. In a picture: pixels from the upper left corner as it is looked at, page 1.
 */
export interface RedactBox {
  readonly page: number
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number]
}

/** A stretch of a piece of text (inspect/pieces.ts), with what is to stand in its place; `start`, `end` in UTF-16 units. */
export interface RedactHit {
  /** `id` of the piece. */
  readonly piece: string
  readonly start: number
  readonly end: number
  /** What stands there afterwards (docx, xlsx); three black squares where not given. A PDF gets a black box. */
  readonly replacement?: string
}

/** A text to be taken out wherever it stands, as it is written. */
export interface RedactText {
  readonly find: string
  readonly replacement?: string
}

export interface RedactRequest {
  readonly boxes?: readonly RedactBox[]
  readonly hits?: readonly RedactHit[]
  readonly texts?: readonly RedactText[]
  /** Hidden sheets, rows, columns and text are kept; by default they go. */
  readonly keepHidden?: boolean
  /** All pages of a PDF become pixels, not only those with boxes: then no font or picture of the original is left. */
  readonly allPages?: boolean
  /** Dots an inch of pages that become pixels; 200, at least 150. */
  readonly dpi?: number
  readonly limits?: Limits
}

/** Why a page without boxes became pixels all the same. */
export type PixelReason =
  | 'boxes'
  | 'asked'
  | 'annotations'
  | 'layers'
  | 'unseen_text'
  | 'unseen_picture'
  | 'unreadable_structure'

export interface RedactReport {
  /** Pages that became pixels, with the reason; empty for other formats. */
  readonly pixelPages: readonly { readonly page: number; readonly why: PixelReason }[]
  /** Pages that stayed as they were. */
  readonly keptPages: readonly number[]
  /** Stretches of text taken out. */
  readonly replaced: number
  /** Kinds of what was taken out beside: parts of the file, revisions, hidden rows and so on, counted. */
  readonly dropped: Readonly<Record<string, number>>
  /** Texts asked for that stand nowhere in what could be searched: they may be in a picture, or written otherwise. */
  readonly notFound: readonly string[]
  /** What whoever releases the file should know. */
  readonly notes: readonly ErrorSentence[]
}

export interface Redacted {
  readonly bytes: Uint8Array
  readonly type: RedactedType
  readonly report: RedactReport
}

export const blackSquares = '■■■'
