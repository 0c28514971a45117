import { describe, expect, test } from 'vitest'
import { Authenticator, type Mischief } from '../../../test/support/authenticator.ts'
import { offerRegistration, offerSignIn, type Passkey, type PasskeyDesk, register, signIn } from './passkeys.ts'

const domain = 'gk.example.gov.cn'
const origin = `https://${domain}`
const zhang = { id: 'account-1', login: 'zhang', name: '张三' }
const li = { id: 'account-2', login: 'li', name: '李四' }

/** A desk whose stores are maps. */
function newDesk(): PasskeyDesk {
  const passkeys = new Map<string, Passkey>()
  const challenges = new Map<string, string>()
  return {
    site: { domain, name: '示例县政府信息公开', origins: [origin] },
    passkeys: {
      of: async accountId => [...passkeys.values()].filter(p => p.accountId === accountId),
      byId: async id => passkeys.get(id) ?? null,
      add: async passkey => void passkeys.set(passkey.id, passkey),
      used: async (id, counter) => {
        const passkey = passkeys.get(id)
        if (passkey) passkeys.set(id, { ...passkey, counter })
      },
    },
    challenges: {
      put: async (handle, challenge) => void challenges.set(handle, challenge),
      take: async handle => {
        const challenge = challenges.get(handle) ?? null
        challenges.delete(handle)
        return challenge
      },
    },
  }
}

async function registered(desk: PasskeyDesk, device: Authenticator, account = zhang, mischief: Mischief = {}) {
  const { challenge } = await offerRegistration(desk, 's', account)
  return register(desk, 's', account.id, device.register({ challenge, domain, origin }, mischief))
}

async function signedIn(desk: PasskeyDesk, device: Authenticator, accountId: string | null, mischief: Mischief = {}) {
  const { challenge } = await offerSignIn(desk, 's', accountId)
  return signIn(desk, 's', accountId, device.prove({ challenge, domain, origin }, mischief))
}

const mischiefs: readonly (readonly [string, Mischief])[] = [
  ['made on another page', { origin: 'https://gk.example.gov.cn.evil.example' }],
  ['for another domain', { domain: 'evil.example' }],
  ['for another challenge', { challenge: 'AAAA' }],
  ['by a device that asked nobody for finger or pin', { unverified: true }],
]

describe('making a passkey', () => {
  test('given an offer, when the device answers, then it is stored and not offered again', async () => {
    const [desk, device] = [newDesk(), new Authenticator()]
    expect(await registered(desk, device)).toMatchObject({ ok: true, passkey: { accountId: zhang.id, counter: 0 } })
    const offer = await offerRegistration(desk, 's', zhang)
    expect(offer.excludeCredentials?.map(c => c.id)).toEqual([device.id.toString('base64url')])
    expect((await offerRegistration(desk, 's', li)).excludeCredentials).toEqual([])
  })

  test.each(mischiefs)('%s, it is refused', async (_, mischief) => {
    const desk = newDesk()
    expect(await registered(desk, new Authenticator(), zhang, mischief)).toEqual({ ok: false, why: 'wrong' })
    expect(await desk.passkeys.of(zhang.id)).toEqual([])
  })

  test('a device that is already somebody’s is not made another’s', async () => {
    const [desk, device] = [newDesk(), new Authenticator()]
    await registered(desk, device)
    expect(await registered(desk, device, li)).toEqual({ ok: false, why: 'wrong' })
  })

  test('an answer without an offer, and a second answer to one offer, are refused', async () => {
    const [desk, device] = [newDesk(), new Authenticator()]
    const { challenge } = await offerRegistration(desk, 's', zhang)
    const answer = device.register({ challenge, domain, origin })
    expect(await register(desk, 'other', zhang.id, answer)).toEqual({ ok: false, why: 'no_challenge' })
    expect(await register(desk, 's', zhang.id, answer)).toMatchObject({ ok: true })
    expect(await register(desk, 's', zhang.id, answer)).toEqual({ ok: false, why: 'no_challenge' })
  })
})

describe('proving a passkey', () => {
  test('given a passkey, when it is proved, then its account is known and its counter kept', async () => {
    const [desk, device] = [newDesk(), new Authenticator()]
    await registered(desk, device)
    expect(await signedIn(desk, device, zhang.id)).toMatchObject({ ok: true, passkey: { accountId: zhang.id } })
    expect(await signedIn(desk, device, null)).toMatchObject({ ok: true, passkey: { accountId: zhang.id, counter: 2 } })
    expect((await desk.passkeys.of(zhang.id))[0]?.counter).toBe(2)
  })

  test.each([
    ...mischiefs,
    ['with a signature of something else', { breakSignature: true }],
    ['by a copy that has fallen behind', { counter: 1 }],
  ] as const)('%s, it is refused', async (_, mischief) => {
    const [desk, device] = [newDesk(), new Authenticator()]
    await registered(desk, device)
    await signedIn(desk, device, zhang.id)
    await signedIn(desk, device, zhang.id)
    expect(await signedIn(desk, device, zhang.id, mischief)).toEqual({ ok: false, why: 'wrong' })
    expect((await desk.passkeys.of(zhang.id))[0]?.counter).toBe(2)
  })

  test('an unknown device, and another account’s, are refused', async () => {
    const [desk, device] = [newDesk(), new Authenticator()]
    expect(await signedIn(desk, device, null)).toEqual({ ok: false, why: 'unknown' })
    await registered(desk, device)
    expect(await signedIn(desk, device, li.id)).toEqual({ ok: false, why: 'unknown' })
  })

  test('one challenge is answered once', async () => {
    const [desk, device] = [newDesk(), new Authenticator()]
    await registered(desk, device)
    const { challenge } = await offerSignIn(desk, 's', null)
    const proof = device.prove({ challenge, domain, origin })
    expect(await signIn(desk, 's', null, proof)).toMatchObject({ ok: true })
    expect(await signIn(desk, 's', null, proof)).toEqual({ ok: false, why: 'no_challenge' })
  })
})
