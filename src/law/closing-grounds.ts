/**
 * On what grounds a request ends in row 3.6.3 by the office's own act (格式2021-30). Closed: whatever has a road of its own
 * (an answer, withdrawal, no correction, no payment, a merger) goes by it. The paper names no list of this row (D§3.6), so
 * each ground is unverified, and agencies may leave any out.
 */
import type { Words } from './words.ts'

export interface ClosingGround {
  readonly label: Words
  /** What must be shown. */
  readonly shows: Words
  /** Another case is to be named: the one that goes on. */
  readonly other: boolean
  readonly unverified: true
}

export const closingGrounds = {
  applicant_gone: {
    label: { zh: '申请人死亡或者终止，无人承受', en: 'The applicant died or ceased to be, and nobody takes over' },
    shows: { zh: '死亡或者注销的证明，无人承受的核实情况', en: 'Proof of it, and how it was found that nobody does' },
    other: false,
    unverified: true,
  },
  came_in_twice: {
    label: { zh: '同一份申请经多个渠道重复收到', en: 'The same application came in by several channels' },
    shows: { zh: '两份申请为同一份的核对情况，继续办理的受理号', en: 'That both are the same, and which case goes on' },
    other: true,
    unverified: true,
  },
  forwarded: {
    label: { zh: '在同一政府内移送负责的机关', en: 'Forwarded within the same government to the organ in charge' },
    shows: {
      zh: '接收机关、移送日期和接收凭据；由接收机关计数',
      en: 'Who took it over, when, and the proof; that organ counts it',
    },
    other: false,
    unverified: true,
  },
} as const satisfies Readonly<Record<string, ClosingGround>>

export type ClosingGroundId = keyof typeof closingGrounds
