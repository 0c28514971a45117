/** Due dates for calendar programs, under an address only one person knows. */
import { z } from 'zod'
import { contract, fileAnswer } from '../../../kit/contract.ts'
import { agencyParams, instant, nothing } from '../../../kit/shapes.ts'

/** Whether there is an address, and since when; the address itself is known to nobody but who has it. */
export const getFeed = contract({
  id: 'requests.getFeed',
  method: 'get',
  path: '/agencies/{agencyId}/calendar-feed',
  says: { zh: '本人的到期日历地址', en: 'The address of one’s own due dates' },
  params: agencyParams,
  answer: z.object({ madeAt: instant.nullable() }),
})

/** A new address in the place of the one before; told once. */
export const makeFeed = contract({
  id: 'requests.makeFeed',
  method: 'post',
  path: '/agencies/{agencyId}/calendar-feed',
  says: { zh: '生成本人的到期日历地址', en: 'Make the address of one’s own due dates' },
  params: agencyParams,
  answer: z.object({ url: z.string() }),
})

export const revokeFeed = contract({
  id: 'requests.revokeFeed',
  method: 'delete',
  path: '/agencies/{agencyId}/calendar-feed',
  says: { zh: '停用本人的到期日历地址', en: 'Revoke the address of one’s own due dates' },
  params: agencyParams,
  answer: nothing,
})

/** `file`: the token with `.ics`. */
export const readFeed = contract({
  id: 'requests.readFeed',
  method: 'get',
  path: '/agencies/{agencyId}/calendar-feed/{file}',
  says: { zh: '到期日历', en: 'Due dates for a calendar program' },
  params: agencyParams.extend({ file: z.string().min(1).max(60) }),
  answer: fileAnswer,
})
