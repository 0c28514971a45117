/** What is asked of the process that looks into papers, and what it answers. Plain data: it crosses processes. */
import type { Said } from '../../../domain/kernel/lang.ts'
import type { RedactedType } from '../../../platform/documents/redact/index.ts'

export interface PageBox {
  readonly page: number
  /** Points of the page as it is looked at (pixels of a picture), origin bottom left. */
  readonly box: [x0: number, y0: number, x1: number, y1: number]
}

interface Given {
  readonly bytes: Uint8Array
  readonly type: RedactedType
}

export type Job =
  /** `allowed`: telephones and addresses of the office, which are nobody's. */
  | (Given & { readonly do: 'scan'; readonly allowed: readonly string[] })
  | (Given & { readonly do: 'page'; readonly page: number })
  | (Given & { readonly do: 'redact'; readonly boxes: readonly PageBox[]; readonly texts: readonly string[] })

export interface Scanned {
  readonly is: 'scan'
  readonly hits: {
    readonly kind: string
    readonly label: Said
    readonly sample: string
    readonly place: Said
    readonly box: PageBox | null
    readonly text: string
  }[]
  readonly hidden: { readonly kind: string; readonly label: Said; readonly place: Said; readonly detail: string }[]
  /** What is to be seen and cannot be read: pictures, with the page or part they are. */
  readonly unread: { readonly label: Said; readonly place: Said }[]
  /** 0 for what has no pages: Word files and workbooks. */
  readonly pages: number
}

export interface PagePicture {
  readonly is: 'page'
  readonly mime: string
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

export interface RedactedCopy {
  readonly is: 'redact'
  readonly bytes: Uint8Array
  readonly type: RedactedType
  /** Texts asked for that were nowhere found. */
  readonly notFound: string[]
  /** What whoever hands the copy out should know. */
  readonly notes: Said[]
}

/** Why there is no answer: something about the paper, for whoever gave it. */
export interface Refused {
  readonly is: 'refused'
  readonly code: string
  readonly says: Said
}

export type Answer = Scanned | PagePicture | RedactedCopy | Refused
