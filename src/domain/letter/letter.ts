/**
 * A letter (文书) as made: what is printed, block by block, and which of it the law fixes.
 * Made by `composeLetter` from `LetterFacts` (./facts.ts), changed only by `editLetter`, printed by `layoutLetter`.
 */
import type { LetterId } from '../../law/letters.ts'
import type { RemedyKind } from '../../law/remedies.ts'
import type { PageTable } from '../../paper/page.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { Lang } from '../kernel/lang.ts'
import type { LetterAttachment } from './facts.ts'

export type { LetterId } from '../../law/letters.ts'
export type * from './facts.ts'

/** `locked`: the law's part, which no edit may touch. `id` is unique within the letter. */
interface Block {
  readonly id: string
  readonly locked: boolean
}

export interface LetterParagraph extends Block {
  readonly kind: 'paragraph'
  readonly text: string
}

/** Numbered when printed: 1. 2. 3. */
export interface LetterList extends Block {
  readonly kind: 'list'
  readonly items: readonly string[]
}

export interface LetterTable extends Block {
  readonly kind: 'table'
  readonly table: PageTable
}

export type LetterBlock = LetterParagraph | LetterList | LetterTable

/** 版记: where the office is reached. */
export interface LetterContact {
  readonly office: string
  readonly telephone: string
  readonly address: string
}

export interface Letter {
  readonly id: LetterId
  readonly lang: Lang
  /** 文号; null on a draft and on documents that bear none. */
  readonly number: string | null
  /** The writing organ and the kind of document, printed one under the other. */
  readonly title: { readonly agency: string; readonly kind: string }
  /** 主送, without the colon; null on records for the file. */
  readonly addressee: string | null
  readonly blocks: readonly LetterBlock[]
  readonly attachments: readonly LetterAttachment[]
  /** Locked, generated from kind of decision, date and agency; empty on procedural letters. */
  readonly remedy: readonly LetterParagraph[]
  readonly remedyKind: RemedyKind
  readonly signer: string
  readonly date: LocalDate
  readonly contact: LetterContact
  /** Values of the slots, by name: templates edited in Word are filled from them. */
  readonly slots: Readonly<Record<string, string>>
}

/** A change to one editable block: the new text of a paragraph, or the new items of a list. */
export type LetterEdit =
  | { readonly id: string; readonly text: string }
  | { readonly id: string; readonly items: readonly string[] }
