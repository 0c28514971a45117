/** Files whose time is over, and a new code for an applicant who lost theirs. */
import { z } from 'zod'
import { requestKindIds } from '../../../domain/request/states.ts'
import { contract } from '../../../kit/contract.ts'
import { agencyParams, day, id, pageOf, paging } from '../../../kit/shapes.ts'
import { keyOf } from './case.ts'
import { identityType, requestParams } from './view.ts'

export const overdueFile = z.object({
  id,
  number: z.string(),
  title: z.string(),
  kind: z.enum(requestKindIds as ['request', ...typeof requestKindIds]),
  closedOn: day,
  archivedOn: day.nullable(),
  keptUntil: day,
})
export type OverdueFile = z.output<typeof overdueFile>

export const listRetention = contract({
  id: 'requests.retention',
  method: 'get',
  path: '/agencies/{agencyId}/requests/retention',
  says: { zh: '保管期限届满的卷宗', en: 'Case files whose time is over' },
  params: agencyParams,
  query: z.object(paging),
  answer: pageOf(overdueFile).extend({ years: z.number() }),
})

/** Who came for the code, and how they were known. */
export const codeAskers = {
  applicant: { zh: '申请人本人', en: 'The applicant' },
  agent: { zh: '代理人（核对了授权委托书）', en: 'The agent, by a written authority' },
  representative: { zh: '法人或者其他组织的工作人员（核对了介绍信）', en: 'Staff of the organisation, by its letter' },
} as const

export const newCode = contract({
  id: 'requests.newCode',
  method: 'post',
  path: '/agencies/{agencyId}/requests/{requestId}/code',
  says: { zh: '核验身份后发给新的查询码', en: 'Give a new code to follow the request, identity checked' },
  params: requestParams,
  /** Words of closed lists only: the record keeps them, and it never holds personal data. */
  body: z.object({ asker: keyOf(codeAskers), proof: identityType }),
  answer: z.object({ number: z.string(), queryCode: z.string() }),
})
