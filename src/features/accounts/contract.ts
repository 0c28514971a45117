/** Signing in, and one's own account. */
import { z } from 'zod'
import { type AnswerOf, contract } from '../../kit/contract.ts'
import { id, instant, line, name, nothing } from '../../kit/shapes.ts'
import { login, roles } from './shapes.ts'

const password = z.string().min(1).max(200)
const token = z.string().min(20).max(200)
const sessionParams = z.object({ sessionId: id })
/** What a WebAuthn browser call takes or gives; its shape belongs to that standard. */
const webauthn = z.record(z.string(), z.unknown())

/** What is left to do before the session counts. */
const step = z.enum(['done', 'second_factor', 'set_up_second_factor', 'change_password'])

const me = z.object({
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
  body: z.object({ name: name(60), response: webauthn }),
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
    name: name(60).optional(),
    agencyName: name(100, 2).optional(),
    regionCode: line(12, 6).optional(),
  }),
  answer: z.object({ step }),
})
