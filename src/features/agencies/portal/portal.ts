/** An agency's portal as one reader sees it, and what its pages are made of. */
import type { ReactNode } from 'react'
import type { Lang, Said } from '../../../domain/kernel/lang.ts'
import type { Report } from '../../../domain/report/report.ts'
import type { PageHead } from '../../../ui/portal/frame.ts'
import type { Mode } from '../../../ui/portal/modes.ts'
import type { PortalAgency, PortalData } from '../portal-data.ts'
import type { Paths } from './paths.ts'

export type WrittenDocument =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly error: { readonly says: Said } }

/** What `main` gives the portal. */
export interface PortalSite {
  readonly data: PortalData
  /** Writes a report as a document. */
  readonly write: (report: Report, format: 'docx' | 'pdf' | 'xlsx') => Promise<WrittenDocument>
  /** Address of the style sheet. */
  readonly style: string
  /** Changes when the program does: pages that readers keep were made by another one. */
  readonly build: string
  /** Today in Asia/Shanghai, YYYY-MM-DD. */
  readonly today: () => string
}

/** How a page is asked for, whoever's it is. */
export interface Reading {
  readonly lang: Lang
  readonly mode: Mode
  /** Path and query. */
  readonly here: string
  readonly origin: string
  readonly style: string
  readonly build: string
  readonly today: string
}

export interface Portal extends Reading {
  readonly agency: PortalAgency
  readonly paths: Paths
}

/** What the address says beside the page's name. */
export interface Asked {
  readonly param: (name: string) => string
  readonly query: (name: string) => string
}

export interface Page {
  readonly head: PageHead
  readonly body: ReactNode
}

/** Makes a page; null where there is none of that name. */
export type PageMaker = (portal: Portal, data: PortalData, asked: Asked) => Promise<Page | null>
