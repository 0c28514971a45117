/**
 * What an agency publishes on its own account (条例19-22), from its first draft on. Reviewing and publishing are not
 * here yet: a publication is a draft, or was discarded.
 */
import type { PublicationCategoryId, PublicationOriginId } from '../../law/publications.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { DecisionId, WithheldPart } from '../request/case.ts'

/** What people write and choose; null and blank: not known yet. */
export interface PublicationContent {
  /** 名称 */
  readonly title: string
  readonly category: PublicationCategoryId | null
  /** 内容概述 */
  readonly summary: string
  /** Markdown. */
  readonly text: string
  /** 责任科室 */
  readonly sectionId: string | null
  readonly origin: PublicationOriginId | null
  /** 生成日期: the day it was made or obtained. */
  readonly originOn: LocalDate | null
  /** The organ that is to publish it (条例10). */
  readonly organ: string
}

/** The agency's own, or disclosed on request and found to be for all (条例44). */
export type PublicationSource =
  | { readonly kind: 'own' }
  | {
      readonly kind: 'request'
      readonly requestId: string
      /** 受理号 */
      readonly number: string
      /** How the request was answered; null where it was not yet. */
      readonly answer: { readonly on: LocalDate; readonly decision: DecisionId } | null
      /** What was withheld from the applicant is not published either (条例37). */
      readonly withheld: readonly Pick<WithheldPart, 'part' | 'exemption'>[]
      /** Papers handed over that did not come along: personal data had not been covered in them. */
      readonly papersLeft: number
    }

export type PublicationSourceKind = PublicationSource['kind']

export type PublicationStanding =
  | { readonly state: 'draft' }
  | { readonly state: 'discarded'; readonly on: LocalDate; readonly by: string; readonly reason: string }

export type PublicationState = PublicationStanding['state']

export interface Publication {
  readonly agencyId: string
  readonly id: string
  readonly version: number
  readonly content: PublicationContent
  readonly source: PublicationSource
  readonly standing: PublicationStanding
}
