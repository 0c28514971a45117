/** The people of an agency: who they are, who stands in for whom, and the keys of their programs. */
import { z } from 'zod'
import { type AnswerOf, contract } from '../../kit/contract.ts'
import { importAnswer, importBody, importRow } from '../../kit/import-shapes.ts'
import { agencyParams, day, id, instant, line, name, nothing, pageOf, paging } from '../../kit/shapes.ts'
import { login, roles } from './shapes.ts'

const personParams = agencyParams.extend({ accountId: id })

const delegationItem = z.object({
  id,
  from: z.object({ id, name: z.string() }),
  to: z.object({ id, name: z.string() }),
  roles,
  fromDate: day,
  untilDate: day,
  endedOn: day.nullable(),
})

export type Delegation = z.output<typeof delegationItem>

export const listDelegations = contract({
  id: 'accounts.delegations',
  method: 'get',
  path: '/agencies/{agencyId}/delegations',
  says: { zh: '外出委托', en: 'Delegations while away' },
  params: agencyParams,
  answer: z.object({ items: z.array(delegationItem) }),
})

export const delegate = contract({
  id: 'accounts.delegate',
  method: 'post',
  path: '/agencies/{agencyId}/delegations',
  says: { zh: '外出期间委托他人', en: 'Delegate while away' },
  params: agencyParams,
  body: z.object({ toAccountId: id, roles: roles.min(1), fromDate: day, untilDate: day }),
  answer: delegationItem,
})

export const revokeDelegation = contract({
  id: 'accounts.revokeDelegation',
  method: 'delete',
  path: '/agencies/{agencyId}/delegations/{delegationId}',
  says: { zh: '收回委托', en: 'Take a delegation back' },
  params: agencyParams.extend({ delegationId: id }),
  answer: nothing,
})

export const person = z.object({
  id,
  login: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  /** Masked. */
  phone: z.string().nullable(),
  sectionId: id.nullable(),
  roles,
  status: z.enum(['invited', 'active', 'locked', 'deactivated']),
  lastSeenAt: instant.nullable(),
})

export type Person = z.output<typeof person>

export const listPeople = contract({
  id: 'accounts.people',
  method: 'get',
  path: '/agencies/{agencyId}/people',
  says: { zh: '本机关的人员', en: "The agency's people" },
  params: agencyParams,
  query: z.object({ q: z.string().max(100).optional(), role: z.string().max(40).optional(), ...paging }),
  answer: pageOf(person),
})

const personDetails = {
  name: name(60),
  email: z.email().max(200).nullable(),
  phone: line(30).nullable(),
  sectionId: id.nullable(),
  roles,
}

export const addPerson = contract({
  id: 'accounts.addPerson',
  method: 'post',
  path: '/agencies/{agencyId}/people',
  says: { zh: '添加人员', en: 'Add a person' },
  params: agencyParams,
  body: z.object({ login, ...personDetails }),
  /** The link is shown once. */
  answer: z.object({ person, link: z.string() }),
})

export type AddedPerson = AnswerOf<typeof addPerson>

const importedRow = importRow.extend({
  /** Of somebody new, once: the link to set a password with. */
  link: z.string().nullable(),
})

export const importPeople = contract({
  id: 'accounts.importPeople',
  method: 'post',
  path: '/agencies/{agencyId}/people/import',
  says: { zh: '从表格导入人员（可先试运行）', en: 'Import people from a spreadsheet, or try it first' },
  params: agencyParams,
  body: importBody,
  answer: importAnswer.extend({ rows: z.array(importedRow) }),
})

export type PeopleImportAnswer = AnswerOf<typeof importPeople>

export const changePerson = contract({
  id: 'accounts.changePerson',
  method: 'patch',
  path: '/agencies/{agencyId}/people/{accountId}',
  says: { zh: '修改人员', en: 'Change a person' },
  params: personParams,
  body: z.object(personDetails).partial(),
  answer: person,
})

export const unmaskPhone = contract({
  id: 'accounts.unmaskPhone',
  method: 'post',
  path: '/agencies/{agencyId}/people/{accountId}/phone',
  says: { zh: '查看完整电话（须说明理由，留痕）', en: 'See the whole telephone number, with a reason, recorded' },
  params: personParams,
  body: z.object({ reason: line(200, 2) }),
  answer: z.object({ phone: z.string().nullable() }),
})

export const deactivatePerson = contract({
  id: 'accounts.deactivatePerson',
  method: 'post',
  path: '/agencies/{agencyId}/people/{accountId}/deactivation',
  says: { zh: '停用人员', en: 'Deactivate a person' },
  params: personParams,
  body: z.object({ reason: line(200, 2) }),
  answer: person,
})

export const reactivatePerson = contract({
  id: 'accounts.reactivatePerson',
  method: 'delete',
  path: '/agencies/{agencyId}/people/{accountId}/deactivation',
  says: { zh: '恢复人员', en: 'Reactivate a person' },
  params: personParams,
  answer: person,
})

export const newLink = contract({
  id: 'accounts.newLink',
  method: 'post',
  path: '/agencies/{agencyId}/people/{accountId}/link',
  says: { zh: '生成一次性登录链接', en: 'Make a one-time sign-in link' },
  params: personParams,
  answer: z.object({ link: z.string(), expiresAt: instant }),
})

const keyItem = z.object({
  id,
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: instant,
  expiresAt: instant,
  revokedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
})

export type ApiKey = z.output<typeof keyItem>

export const listKeys = contract({
  id: 'accounts.apiKeys',
  method: 'get',
  path: '/agencies/{agencyId}/api-keys',
  says: { zh: '接口密钥', en: 'API keys' },
  params: agencyParams,
  answer: z.object({ items: z.array(keyItem) }),
})

export const addKey = contract({
  id: 'accounts.addApiKey',
  method: 'post',
  path: '/agencies/{agencyId}/api-keys',
  says: { zh: '新建接口密钥', en: 'Make an API key' },
  params: agencyParams,
  body: z.object({ name: name(60), scopes: z.array(line(60)).min(1).max(50), days: z.number().int().min(1).max(730) }),
  /** The secret is shown once. */
  answer: z.object({ key: keyItem, secret: z.string() }),
})

export const revokeKey = contract({
  id: 'accounts.revokeApiKey',
  method: 'delete',
  path: '/agencies/{agencyId}/api-keys/{keyId}',
  says: { zh: '作废接口密钥', en: 'Revoke an API key' },
  params: agencyParams.extend({ keyId: id }),
  answer: nothing,
})
