/** An agency, as the tree and the import know it. */
import type { DivisionCode } from './division.ts'
import type { AgencyKind } from './kinds.ts'
import type { Office } from './office.ts'

export interface Agency {
  readonly id: string
  readonly name: string
  readonly kind: AgencyKind
  readonly division: DivisionCode
  /** The agency it belongs to; null at the top of what is installed here. */
  readonly superiorId: string | null
  /** 垂直领导: led by the department above it, not by the government beside it (条例3). */
  readonly vertical: boolean
  /** 政府信息公开工作主管部门 of its region; where no department of a government is, the government is itself. */
  readonly regionalSupervisor: boolean
  readonly creditCode: string | null
  readonly siteCode: string | null
  readonly office: Office
}
