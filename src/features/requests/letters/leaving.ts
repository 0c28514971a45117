/** Which letters go out electronically, under which id, and whether one is on its way just now. */
import type { RequestCase } from '../../../domain/request/case.ts'
import { type ElectronicWay, electronicWays } from '../../../domain/request/service-ways.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { uuidOf } from '../../../platform/db/uuid7.ts'
import { isLeaving, sentOf } from '../../../platform/record/outbox.ts'
import type { ActBody } from '../contract/acts.ts'

type Way = ActBody<'sendLetter'>['way']

/** The same for the same letter however often it is asked for: a receiver can tell that it is. */
export function messageId(letterId: string, way: Way): string {
  return uuidOf('letter', letterId, way)
}

/** Whether it is leaving just now by one of the ways, or may have left unheard. */
export function isLetterLeaving(tx: Tx, agencyId: string, letterId: string): Promise<boolean> {
  return isLeaving(
    tx,
    agencyId,
    electronicWays.map(way => messageId(letterId, way)),
  )
}

/** A letter that has left, though the case has no word of it: somebody changed the case while it was leaving. */
export interface NotEntered {
  readonly letterId: string
  readonly way: ElectronicWay
  readonly at: Date
}

export async function notEnteredOf(tx: Tx, { agencyId, letters }: RequestCase): Promise<readonly NotEntered[]> {
  const sendings = letters.flatMap(({ id: letterId }) =>
    electronicWays.map(way => ({ letterId, way, id: messageId(letterId, way) })),
  )
  const sent = await sentOf(
    tx,
    agencyId,
    sendings.map(({ id }) => id),
  )
  return sent.flatMap(({ id, at, evidence }) => {
    const sending = sendings.find(one => one.id === id)
    if (!sending || typeof evidence['notEntered'] !== 'string') return []
    return [{ letterId: sending.letterId, way: sending.way, at }]
  })
}
