/** How one wants to hear of things. */
import { z } from 'zod'
import { noticeGroupIds, noticeWays } from '../../domain/people/notices.ts'
import { contract } from '../../kit/contract.ts'
import { said } from '../../kit/shapes.ts'

const ways = z.array(z.enum(noticeWays))

const noticeChoicesAnswer = z.object({
  items: z.array(z.object({ group: z.enum(noticeGroupIds), label: said, always: z.boolean(), ways })),
  /** Where one is reached, masked; null where there is no such address. */
  email: z.string().nullable(),
  phone: z.string().nullable(),
})

export type NoticeChoicesAnswer = z.output<typeof noticeChoicesAnswer>

export const getNoticeChoices = contract({
  id: 'accounts.noticeChoices',
  method: 'get',
  path: '/me/notices',
  says: { zh: '我的提醒方式', en: 'How I want to hear of things' },
  answer: noticeChoicesAnswer,
})

export const setNoticeChoices = contract({
  id: 'accounts.setNoticeChoices',
  method: 'put',
  path: '/me/notices',
  says: { zh: '选择提醒方式', en: 'Choose how to hear of things' },
  body: z.object({ choices: z.partialRecord(z.enum(noticeGroupIds), ways.max(noticeWays.length)) }),
  answer: noticeChoicesAnswer,
})
