import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  codeOf,
  goodPassword,
  type House,
  openHouse,
  type Person,
  publicUrl,
  tokenOf,
} from '../../../test/support/accounts.ts'
import { Authenticator, type Mischief } from '../../../test/support/authenticator.ts'
import { MINUTE } from '../../domain/kernel/instant.ts'
import type { Call } from '../../kit/client.ts'
import { addUser } from './actions/operator.ts'
import {
  acceptInvitation,
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  getMe,
  listPasskeys,
  listSessions,
  passkeySignIn,
  removePasskey,
} from './contract.ts'
import { deactivatePerson } from './people-contract.ts'

let house: House
let agencyId = ''
let zhang: Person
beforeAll(async () => {
  house = await openHouse()
  agencyId = await house.addAgency('示例县教育局')
  zhang = await house.addPerson(agencyId, 'zhang.san')
})
afterAll(() => house.close())

const site = { domain: 'gk.example.gov.cn', origin: publicUrl }
const challengeIn = (options: Record<string, unknown>) => ({ ...site, challenge: String(options.challenge) })
const asBody = (response: object) => ({ response: { ...response } })

async function make(call: Call, device: Authenticator, mischief: Mischief = {}) {
  const asked = challengeIn(await call(beginPasskey, {}))
  return call(addPasskey, { body: { name: '我的手机', ...asBody(device.register(asked, mischief)) } })
}

async function proveWith(call: Call, device: Authenticator, mischief: Mischief = {}) {
  const asked = challengeIn(await call(beginPasskeySignIn, {}))
  return call(passkeySignIn, { body: asBody(device.prove(asked, mischief)) })
}

describe('a passkey', () => {
  const device = new Authenticator()

  test('given somebody signed in, when they make one, then it is listed and signs in by itself', async () => {
    expect((await make(zhang.call, device)).items).toMatchObject([{ name: '我的手机', lastUsedAt: null }])
    const { call } = house.browser()
    expect(await proveWith(call, device)).toEqual({ step: 'done' })
    expect((await call(getMe, {})).me?.account).toMatchObject({ login: 'zhang.san', passkeys: 1 })
    expect((await call(listPasskeys, {})).items[0]?.lastUsedAt).toBe(house.clock.now.toISOString())
  })

  test('given a challenge begun in one browser, then it is of no use in another, nor twice, nor after ten minutes', async () => {
    const [one, other] = [house.browser(), house.browser()]
    const asked = challengeIn(await one.call(beginPasskeySignIn, {}))
    const body = asBody(device.prove(asked))
    expect(await codeOf(other.call(passkeySignIn, { body }))).toBe('passkey_refused')
    expect(await codeOf(one.call(passkeySignIn, { body }))).toBe('done')
    expect(await codeOf(one.call(passkeySignIn, { body }))).toBe('passkey_refused')
    const late = house.browser()
    const again = challengeIn(await late.call(beginPasskeySignIn, {}))
    house.later(10 * MINUTE)
    expect(await codeOf(late.call(passkeySignIn, { body: asBody(device.prove(again)) }))).toBe('passkey_refused')
  })

  test.each<[string, Mischief]>([
    ['made on another page', { origin: 'https://gk.example.gov.cn.evil.example' }],
    ['for another domain', { domain: 'evil.example' }],
    ['for another challenge', { challenge: 'AAAA' }],
    ['by a device that asked nobody', { unverified: true }],
    ['with another signature', { breakSignature: true }],
    ['by a copy fallen behind', { counter: 1 }],
  ])('%s, it proves nothing', async (_, mischief) => {
    expect(await codeOf(proveWith(house.browser().call, device, mischief))).toBe('passkey_refused')
  })

  test.each([{}, { id: 5 }, { id: 'x', response: null }])(
    'given %j for an answer, it proves nothing',
    async response => {
      const { call } = house.browser()
      await call(beginPasskeySignIn, {})
      expect(await codeOf(call(passkeySignIn, { body: { response } }))).toBe('passkey_refused')
      const own = (await house.signIn('zhang.san')).call
      await own(beginPasskey, {})
      expect(await codeOf(own(addPasskey, { body: { name: 'x', response } }))).toBe('passkey_refused')
    },
  )

  test('given the device of one, then it does not become another’s as well', async () => {
    const li = await house.addPerson(agencyId, 'li.si')
    expect(await codeOf(make(li.call, device))).toBe('passkey_refused')
  })

  test('given it is removed, by its owner alone, then it signs in no more', async () => {
    const credentialId = device.id.toString('base64url')
    const li = await house.signIn('li.si')
    expect(await codeOf(li.call(removePasskey, { params: { credentialId } }))).toBe('not_found')
    const own = await house.signIn('zhang.san')
    await own.call(removePasskey, { params: { credentialId } })
    expect(await codeOf(proveWith(house.browser().call, device))).toBe('passkey_refused')
  })

  test('given ten, then no more', async () => {
    const wang = await house.addPerson(agencyId, 'wang.wu')
    for (let n = 0; n < 10; n++) await make(wang.call, new Authenticator())
    expect(await codeOf(make(wang.call, new Authenticator()))).toBe('too_many_passkeys')
  })

  test('given an administrator, then it is the second factor, and signs in whole', async () => {
    const { link } = await addUser(house.services, {
      login: 'zhao.liu',
      name: '赵六',
      agencyId,
      roles: ['audit_admin'],
    })
    const { call } = house.browser()
    const open = { params: { token: tokenOf(link) }, body: { password: goodPassword } }
    expect(await call(acceptInvitation, open)).toEqual({ step: 'set_up_second_factor' })
    const own = new Authenticator()
    await make(call, own)
    expect(await call(getMe, {})).toMatchObject({ step: 'done', me: { roles: ['audit_admin'] } })
    const half = await house.signIn('zhao.liu')
    expect(half.step).toBe('second_factor')
    expect(await codeOf(half.call(listSessions, {}))).toBe('session_unfinished')
    expect(await proveWith(half.call, own)).toEqual({ step: 'done' })
    expect(await codeOf(half.call(listSessions, {}))).toBe('done')
  })

  test('given somebody deactivated, then theirs opens nothing', async () => {
    const qian = await house.addPerson(agencyId, 'qian.qi')
    const own = new Authenticator()
    await make(qian.call, own)
    const root = await house.addPerson(agencyId, 'sys.admin', 'system_admin')
    await root.call(deactivatePerson, { params: { agencyId, accountId: qian.id }, body: { reason: '调离本机关' } })
    expect(await codeOf(proveWith(house.browser().call, own))).toBe('passkey_refused')
  })
})
