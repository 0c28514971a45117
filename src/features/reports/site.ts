/** What the pages and the API of the slice are given by `main`. */
import type { Context } from 'hono'
import type { Lang } from '../../domain/kernel/lang.ts'
import type { BodyReader } from '../../platform/http/body.ts'
import type { Frame } from '../../ui/layout.tsx'
import type { Engine } from './engine.ts'
import type { VisitStore } from './visit.ts'

export interface Sizes {
  readonly fileBytes: number
  /** One upload without scripts, all its files together. */
  readonly formBytes: number
  /** How long a visit lives after it was last looked at. */
  readonly minutes: number
}

export interface ReportsSite {
  readonly engine: Engine
  readonly visits: VisitStore
  readonly bodies: BodyReader
  readonly sizes: Sizes
  /** The frame of a page answering this request. */
  readonly frame: (c: Context) => Frame
  readonly lang: (c: Context) => Lang
}
