/** The form of the tables of acts, and the groups of states and people they name. */
import type { ArticleId } from '../../law/articles.ts'
import type { Said } from '../kernel/lang.ts'
import type { RoleId } from '../people/roles.ts'
import type { RequestKind, RequestState } from './states.ts'

/** applicant: by receipt number and query code, or account. system: the worker, when a day has come. */
export type Doer = RoleId | 'applicant' | 'system'

export interface ActRule {
  readonly label: Said
  /** The sentence of who may. */
  readonly says: Said
  readonly from: readonly RequestState[]
  readonly who: readonly [Doer, ...Doer[]]
  readonly articles: readonly ArticleId[]
  /** Kinds of case it is for; all where left out. */
  readonly kinds?: readonly RequestKind[]
  /** Approves what somebody drafted: never one's own. */
  readonly approves?: true
}

/** Before an answer is written. */
export const working = ['registered', 'in_progress'] as const
/** While the period runs and nothing is signed; it runs on while the applicant gives reasons (D§2.6). */
export const extendable = [...working, 'reasons_pending', 'in_review'] as const
export const handling = [...working, 'correction_pending', 'reasons_pending', 'fee_pending'] as const
/** Who handles a request. */
export const staff = ['handler', 'drafter', 'office_head'] as const
/** Who runs the office. */
export const office = ['handler', 'office_head'] as const
export const counted = ['request'] as const
