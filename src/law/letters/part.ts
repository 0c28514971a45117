/** How the wording of a document stands as data: paragraphs and lists with slots, forms with fields. */
import type { ArticleId } from '../articles.ts'
import type { DeadlineId } from '../deadlines.ts'
import type { RemedyKind } from '../remedies.ts'
import type { Words } from '../words.ts'
import type { ElementId } from './elements.ts'

/**
 * Text with slots in braces: `{received}` an element; `{you}` the reader; `{this}` the document itself; `{basis}` all
 * articles the document rests on; `{@条例33}` one article; `{term.answer}` the length of a deadline.
 */
export interface TextPart {
  readonly id: string
  readonly say: Words
  /** Whether whoever drafts may reword it; what is not said so is the law's part and locked. */
  readonly editable?: true
  /** Printed only where this element is known; absent: always printed, and every element in it must be known. */
  readonly when?: ElementId
}

/** Numbered items, as many as the element has. */
export interface ListPart {
  readonly id: string
  readonly items: ElementId
  readonly when?: ElementId
}

/** One labelled box of a form. `mandatory`: must be filled before the document is issued. */
export interface FormField {
  readonly label: Words
  readonly slot: ElementId
  readonly mandatory?: true
}

/**
 * Rows of one or two fields; the group's label stands at their left. `starred`: filled in by people outside, who are
 * told by a star which boxes they must fill.
 */
export interface FormPart {
  readonly id: string
  readonly starred?: true
  readonly groups: readonly {
    readonly label: Words
    readonly rows: readonly (readonly [FormField] | readonly [FormField, FormField])[]
    readonly when?: ElementId
  }[]
}

/** A ruled list: one row for each item; the cells of a row stand in the element's order. */
export interface RollPart {
  readonly id: string
  readonly roll: ElementId
  readonly columns: readonly { readonly label: Words; readonly width: number }[]
}

export type LetterPart = TextPart | ListPart | FormPart | RollPart

/** Whom it is written to; file: nobody, it is a record. */
export type AddresseeRole = 'applicant' | 'third_party' | 'co_maker' | 'other_body' | 'file'

/** Counters of 文号: one for each organ, series and year. */
export type SeriesId = 'answer' | 'notice' | 'consultation' | 'errand'

export interface LetterKind {
  /** What follows the name of the organ in the title. */
  readonly title: Words
  readonly addressee: AddresseeRole
  readonly trigger: Words
  readonly deadline: DeadlineId | null
  /** null: the document bears no 文号. */
  readonly series: SeriesId | null
  /** Absent where a decision carries the letter: then the decision's own (`decisions.ts`). */
  readonly articles?: readonly ArticleId[]
  readonly remedy?: RemedyKind
  /** Elements that must be known beside those its parts always print. */
  readonly requires?: readonly ElementId[]
  /** In the order printed. */
  readonly parts: readonly LetterPart[]
  /** Title, trigger or remedy follow practice; no text read by us prescribes them (D§11). */
  readonly unverified?: true
}
