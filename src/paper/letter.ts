/**
 * A letter as it is set: the neutral shape domain lays letters out into and the writers print on the layout of official
 * documents (GB/T 9704-2012). Types only.
 */
import type { PageTable } from './page.ts'

/** `control`: in a template for Word the paragraph stands in a content control; `locked` ones cannot be typed into. */
export interface LetterLine {
  readonly kind: 'paragraph'
  readonly text: string
  readonly control?: { readonly tag: string; readonly label: string; readonly locked: boolean }
  /** In a template: it only begins or ends what is repeated or left out, and is gone when filled. */
  readonly mark?: true
}

export type LetterSheetBlock = LetterLine | PageTable

export interface LetterSheet {
  readonly lang: 'zh-CN' | 'en'
  /** The writing organ, for file properties. */
  readonly author: string
  readonly title: readonly string[]
  readonly number: string | null
  /** With its colon. */
  readonly addressee: string | null
  readonly blocks: readonly LetterSheetBlock[]
  /** 附件说明: the word in front, and one entry each, numbered where there are several. */
  readonly attachments: { readonly label: string; readonly entries: readonly string[] } | null
  /** The name and date the seal is put over; null on records for the file. */
  readonly signature: { readonly name: string; readonly date: string } | null
  /** 版记: how the office is reached, line by line. */
  readonly contact: readonly string[]
}

/** What is asked of an edited template: parts that must stand unchanged, slots that may or must stand in it. */
export interface LetterTemplateSheet {
  readonly sheet: LetterSheet
  /** `within`: the repetition or condition it stands in; null where it is always printed. */
  readonly locked: readonly { readonly tag: string; readonly text: string; readonly within: string | null }[]
  readonly slots: readonly { readonly name: string; readonly mandatory: boolean }[]
}

/** What is repeated: the slots within it, once for each repetition. None leaves it out. */
export type LetterRepeats = readonly Readonly<Record<string, string>>[]

/** What the slots of a template are filled with: a text, something repeated, or a table; null leaves it empty. */
export type LetterFilling = Readonly<Record<string, string | LetterRepeats | PageTable | null>>
