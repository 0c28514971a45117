/**
 * The neutral page: what a report is laid out into and what every file writer takes.
 * It knows titles, paragraphs and tables with spans, and nothing of reports. Types only.
 */

export type PageCellRole = 'head' | 'label' | 'value' | 'note'

/** One printed cell. A cell covered by another's span is not listed. */
export interface PageCell {
  readonly text: string
  readonly colSpan: number
  readonly rowSpan: number
  readonly role: PageCellRole
  readonly align: 'left' | 'center' | 'right'
  /** A narrow label set one character under the other (the official form's 三、本年度办理结果). */
  readonly vertical?: boolean
  /** Identifier of the value shown here, e.g. `requests.new.total`; lets views hang findings on cells. */
  readonly id?: string
  /** The value as a number where the cell holds one: spreadsheets then store a number, not a text. */
  readonly number?: number
}

export interface PageTable {
  readonly kind: 'table'
  readonly name: string
  /** Relative widths of the physical columns. */
  readonly widths: readonly number[]
  /** How many leading rows repeat on every page. */
  readonly headRows: number
  readonly rows: readonly (readonly PageCell[])[]
}

export type PageBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 }
  | { readonly kind: 'paragraph'; readonly text: string }
  | PageTable

/** A whole document to be written. */
export interface PageModel {
  readonly lang: 'zh-CN'
  readonly title: string
  /** The issuing agency, for file properties; empty when unknown. */
  readonly author: string
  readonly blocks: readonly PageBlock[]
}
