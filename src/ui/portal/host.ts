/** An agency's portal as another slice's pages stand in it: its frame, its head, its ways to apply. */
import type { Lang } from '../../domain/kernel/lang.ts'
import type { ChannelId } from '../../law/channels.ts'
import type { Link, PageHead, PortalFrame } from './frame.ts'

export interface PortalHost {
  readonly agency: {
    readonly id: string
    readonly name: string
    /** Ways to apply that are open beside those nobody can be refused. */
    readonly channels: readonly ChannelId[]
    readonly office: { readonly name: string; readonly telephone: string; readonly address: string }
  }
  /** In front of every path of the agency: `/a/{slug}`, or empty. */
  readonly base: string
  readonly lang: Lang
  /** Today in Asia/Shanghai, YYYY-MM-DD. */
  readonly today: string
  readonly frame: PortalFrame
  /** Address of a whole page with this head, below 依申请公开; never listed by search engines. */
  readonly head: (title: string, above?: readonly Link[]) => PageHead
}
