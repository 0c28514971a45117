/** An agency, as the tree and the import know it. */

import type { AgencyKind } from './kinds.ts'
import type { Office } from './office.ts'
import type { RegionCode } from './region.ts'

export interface Agency {
  readonly id: string
  readonly name: string
  readonly shortName: string | null
  readonly kind: AgencyKind
  readonly regionCode: RegionCode
  /** The agency it belongs to; null at the top of what is installed here. */
  readonly superiorId: string | null
  /** 垂直领导: led by the department above it, not by the government beside it (条例3). */
  readonly vertical: boolean
  readonly creditCode: string | null
  readonly siteCode: string | null
  readonly office: Office
}
