/** What an agency tells of itself for its guide. */
import type { ChannelId } from '../../../law/channels.ts'

/** Of the office, what the guide tells; null where the agency has none. */
export interface GuideOffice {
  readonly name: string
  readonly address: string
  readonly postcode: string
  readonly hours: string
  readonly telephone: string
  readonly fax: string | null
  readonly email: string | null
  /** Where letters go, where that is not the office's address. */
  readonly post: string | null
}

export interface GuideFacts {
  readonly agency: string
  readonly office: GuideOffice
  /** Ways to apply that the agency opens beside those nobody can be refused: what is named here binds it. */
  readonly channels: readonly ChannelId[]
  /** Address of the agency's column on the web. */
  readonly site: string | null
  /** 主管部门, which takes complaints. */
  readonly supervisor: { readonly name: string; readonly telephone: string | null } | null
  /** Who reconsiders the agency's decisions. */
  readonly reviewOrgan: string | null
}
