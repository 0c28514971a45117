/** Signing in, one's own account, and the people of an agency. */
import { z } from 'zod'
import { type AnswerOf, contract } from '../../kit/contract.ts'
import { agencyParams, day, id, instant, line, nothing, pageOf, paging } from '../../kit/shapes.ts'

const login = line(64, 2)
const password = z.string().min(1).max(200)
const roles = z.array(z.string().max(40)).max(20)
const token = z.string().min(20).max(200)
const sessionParams = z.object({ sessionId: id })
const personParams = agencyParams.extend({ accountId: id })
/** What a WebAuthn browser call takes or gives; its shape belongs to that standard. */
const webauthn = z.record(z.string(), z.unknown())

/** What is left to do before the session counts. */
export const step = z.enum(['done', 'second_factor', 'set_up_second_factor', 'change_password'])

export const me = z.object({
  account: z.object({ id, login: z.string(), name: z.string(), secondFactor: z.boolean(), passkeys: z.number() }),
  agency: z.object({ id, name: z.string(), shortName: z.string(), slug: z.string() }).nullable(),
  agencies: z.array(z.object({ id, name: z.string(), roles })),
  roles,
  /** Roles held for others while they are away, and until when. */
  borrowed: z.array(z.object({ role: z.string(), from: z.string(), until: instant })),
  /** Actions the policies allow in this agency, whatever the thing acted on. */
  may: z.array(z.string()),
  idleMinutes: z.number(),
})

export const getMe = contract({
  id: 'accounts.me',
  method: 'get',
  path: '/me',
  says: { zh: '当前登录的人', en: 'Who is signed in' },
  answer: z.object({ step, me: me.nullable() }),
})

export type MeAnswer = AnswerOf<typeof getMe>

export const signIn = contract({
  id: 'accounts.signIn',
  method: 'post',
  path: '/session',
  says: { zh: '登录', en: 'Sign in' },
  body: z.object({ login, password }),
  answer: z.object({ step }),
})

export const secondFactor = contract({
  id: 'accounts.secondFactor',
  method: 'post',
  path: '/session/second-factor',
  says: { zh: '输入动态验证码或恢复码', en: 'Give the one-time code or a recovery code' },
  body: z.object({ code: line(40) }),
  answer: z.object({ step }),
})

export const signOut = contract({
  id: 'accounts.signOut',
  method: 'delete',
  path: '/session',
  says: { zh: '退出登录', en: 'Sign out' },
  answer: nothing,
})

export const switchAgency = contract({
  id: 'accounts.switchAgency',
  method: 'put',
  path: '/session/agency',
  says: { zh: '切换机关', en: 'Work in another agency' },
  body: z.object({ agencyId: id }),
  answer: z.object({ me }),
})

export const listSessions = contract({
  id: 'accounts.sessions',
  method: 'get',
  path: '/me/sessions',
  says: { zh: '我的登录会话', en: 'My sessions' },
  answer: z.object({
    items: z.array(
      z.object({
        id,
        address: z.string(),
        agent: z.string(),
        createdAt: instant,
        lastSeenAt: instant,
        here: z.boolean(),
      }),
    ),
  }),
})

export type SessionItem = AnswerOf<typeof listSessions>['items'][number]

export const revokeSession = contract({
  id: 'accounts.revokeSession',
  method: 'delete',
  path: '/me/sessions/{sessionId}',
  says: { zh: '结束一个登录会话', en: 'End a session' },
  params: sessionParams,
  answer: nothing,
})

export const changePassword = contract({
  id: 'accounts.changePassword',
  method: 'put',
  path: '/me/password',
  says: { zh: '修改密码', en: 'Change the password' },
  body: z.object({ current: password, next: password }),
  answer: z.object({ step }),
})

export const beginTotp = contract({
  id: 'accounts.beginTotp',
  method: 'post',
  path: '/me/totp',
  says: { zh: '开始设置动态验证码', en: 'Begin to set up one-time codes' },
  answer: z.object({ secret: z.string(), uri: z.string() }),
})

export const confirmTotp = contract({
  id: 'accounts.confirmTotp',
  method: 'put',
  path: '/me/totp',
  says: { zh: '确认动态验证码', en: 'Confirm one-time codes' },
  body: z.object({ code: line(10) }),
  answer: z.object({ recoveryCodes: z.array(z.string()), step }),
})

export const passkeyItem = z.object({
  credentialId: z.string(),
  name: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
})

export type PasskeyItem = z.output<typeof passkeyItem>

export const listPasskeys = contract({
  id: 'accounts.passkeys',
  method: 'get',
  path: '/me/passkeys',
  says: { zh: '我的通行密钥', en: 'My passkeys' },
  answer: z.object({ items: z.array(passkeyItem) }),
})

export const beginPasskey = contract({
  id: 'accounts.beginPasskey',
  method: 'post',
  path: '/me/passkeys/options',
  says: { zh: '开始添加通行密钥', en: 'Begin to add a passkey' },
  answer: webauthn,
})

export const addPasskey = contract({
  id: 'accounts.addPasskey',
  method: 'post',
  path: '/me/passkeys',
  says: { zh: '添加通行密钥', en: 'Add a passkey' },
  body: z.object({ name: line(60), response: webauthn }),
  answer: z.object({ items: z.array(passkeyItem) }),
})

export const removePasskey = contract({
  id: 'accounts.removePasskey',
  method: 'delete',
  path: '/me/passkeys/{credentialId}',
  says: { zh: '删除通行密钥', en: 'Remove a passkey' },
  params: z.object({ credentialId: z.string().max(400) }),
  answer: nothing,
})

export const beginPasskeySignIn = contract({
  id: 'accounts.beginPasskeySignIn',
  method: 'post',
  path: '/session/passkey/options',
  says: { zh: '开始用通行密钥登录', en: 'Begin to sign in with a passkey' },
  answer: webauthn,
})

export const passkeySignIn = contract({
  id: 'accounts.passkeySignIn',
  method: 'post',
  path: '/session/passkey',
  says: { zh: '用通行密钥登录', en: 'Sign in with a passkey' },
  body: z.object({ response: webauthn }),
  answer: z.object({ step }),
})

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
  name: line(60),
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

export const getInvitation = contract({
  id: 'accounts.invitation',
  method: 'get',
  path: '/invitations/{token}',
  says: { zh: '一次性链接的内容', en: 'What a one-time link is for' },
  params: z.object({ token }),
  answer: z.object({
    purpose: z.enum(['first_administrator', 'invitation', 'new_password', 'demo']),
    login: z.string().nullable(),
    name: z.string().nullable(),
  }),
})

export type InvitationAnswer = AnswerOf<typeof getInvitation>

export const acceptInvitation = contract({
  id: 'accounts.acceptInvitation',
  method: 'post',
  path: '/invitations/{token}',
  says: { zh: '使用一次性链接', en: 'Use a one-time link' },
  params: z.object({ token }),
  body: z.object({
    password: password.optional(),
    /** Asked of the first administrator only. */
    login: login.optional(),
    name: line(60).optional(),
    agencyName: line(100, 2).optional(),
    regionCode: line(12, 6).optional(),
  }),
  answer: z.object({ step }),
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
  body: z.object({ name: line(60), scopes: z.array(line(60)).min(1).max(50), days: z.number().int().min(1).max(730) }),
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
