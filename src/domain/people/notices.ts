/** Notices to staff: what they are about, and by which ways a person wants to hear of each. */
import type { Said } from '../kernel/lang.ts'

export interface NoticeGroup {
  readonly label: Said
  /** Whether it stands in the console whatever a person chose; else only where some way was chosen. */
  readonly always: boolean
}

/** In the order pages show them. */
export const noticeGroups = {
  work: { label: { zh: '等我办理的事项', en: 'What waits for me' }, always: true },
  due: { label: { zh: '期限临近和超期', en: 'Due dates near and past' }, always: true },
  result: { label: { zh: '我经手事项的结果', en: 'What came of my work' }, always: true },
  standing: { label: { zh: '委托和角色', en: 'Delegations and roles' }, always: true },
  account: { label: { zh: '账号安全', en: 'Safety of my account' }, always: true },
  system: { label: { zh: '系统运行', en: 'Running of the system' }, always: true },
  digest: { label: { zh: '每日待办汇总', en: 'Daily summary of what waits' }, always: false },
} as const satisfies Readonly<Record<string, NoticeGroup>>

export type NoticeGroupId = keyof typeof noticeGroups
export const noticeGroupIds = Object.keys(noticeGroups) as readonly NoticeGroupId[]

/** What a notice is, its group first: `work.document`. */
export type NoticeKind = `${NoticeGroupId}.${string}`

/** place: in the console. */
export const noticeWays = ['place', 'mail', 'sms'] as const
export type NoticeWay = (typeof noticeWays)[number]

/** By which ways somebody hears of each group. */
export type NoticeChoices = Readonly<Record<NoticeGroupId, readonly NoticeWay[]>>

/** The choices as kept; what was never chosen, or is kept wrongly, is in the console only. */
export function noticeChoices(kept: unknown): NoticeChoices {
  const given: Readonly<Record<string, unknown>> = typeof kept === 'object' && kept !== null ? { ...kept } : {}
  const entries = noticeGroupIds.map(id => [id, waysFrom(id, given[id])])
  return Object.fromEntries(entries) as NoticeChoices
}

function waysFrom(id: NoticeGroupId, chosen: unknown): readonly NoticeWay[] {
  const ways: readonly unknown[] = Array.isArray(chosen) ? chosen : []
  const heard = noticeGroups[id].always || noticeWays.some(way => ways.includes(way))
  return noticeWays.filter(way => (way === 'place' ? heard : ways.includes(way)))
}

export function noticeGroupOf(kind: NoticeKind): NoticeGroupId {
  const group = noticeGroupIds.find(id => kind.startsWith(`${id}.`))
  if (group === undefined) throw new Error(`a notice of no group: ${kind}`)
  return group
}
