/** What slices tell the desk: what waits for somebody, and what is found. `main` hands one to the other. */
import type { LocalDate } from '../domain/kernel/date.ts'
import type { Said } from '../domain/kernel/lang.ts'
import type { Actor } from '../domain/people/policy.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { Services } from './services.ts'

/** Something that waits for the one who looks. */
export interface Waiting {
  /** Slice and id, `documents:018f…`; unlike any other. */
  readonly key: string
  readonly kind: string
  readonly kindLabel: Said
  readonly title: string
  /** What the reader is asked to do. */
  readonly asks: Said
  readonly link: string
  readonly due: LocalDate | null
  readonly since: Date
}

/** What waits for an actor in the agency it works in, by what it may do. */
export type WorkProvider = (tx: Tx, actor: Actor, now: Date) => Promise<readonly Waiting[]>

export interface Found {
  readonly kind: string
  readonly kindLabel: Said
  readonly title: string
  readonly detail: string
  readonly link: string
}

/** What an actor may see of what is called so, at most `limit`. */
export type SearchProvider = (
  tx: Tx,
  actor: Actor,
  q: string,
  limit: number,
  services: Pick<Services, 'keys'>,
) => Promise<readonly Found[]>
