/** Against a real provider, over real sockets of this machine. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  clientId,
  clientSecret,
  type IdentityProvider,
  signInAs,
  startIdentityProvider,
} from '../../../test/support/identity-provider.ts'
import { Trouble } from '../trouble.ts'
import { beginSignIn, connectProvider, finishSignIn, type OidcProvider } from './oidc.ts'

const callback = 'https://gk.example.gov.cn/sign-in/oidc/callback'
let real: IdentityProvider
let provider: OidcProvider

beforeAll(async () => {
  real = await startIdentityProvider(callback)
  provider = await connectProvider({ issuer: real.issuer, clientId, clientSecret, callback, allowHttp: true })
})
afterAll(() => real.close())

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
  } catch (error) {
    if (error instanceof Trouble) return error.code
    throw error
  }
  return 'done'
}

describe('given a provider', () => {
  test('when a person signs in there, then we know who came back', async () => {
    const { url, pending } = await beginSignIn(provider)
    const back = await signInAs('zhangsan', url, callback)
    expect(await finishSignIn(provider, back, pending)).toEqual({
      issuer: real.issuer,
      subject: 'zhangsan',
      name: 'zhangsan的姓名',
      login: 'zhangsan',
      email: 'zhangsan@example.gov.cn',
    })
  })

  test('when our own server is reached under another address, then the query is still the provider’s word', async () => {
    const { url, pending } = await beginSignIn(provider)
    const back = await signInAs('lisi', url, callback)
    const inside = back.replace('https://gk.example.gov.cn', 'http://10.0.0.5:3000')
    expect(await finishSignIn(provider, inside, pending)).toMatchObject({ subject: 'lisi' })
  })

  test('the question carries a challenge, a state and a nonce, new every time', async () => {
    const [a, b] = [await beginSignIn(provider), await beginSignIn(provider)]
    for (const name of ['code_challenge', 'state', 'nonce']) {
      const [one, other] = [a, b].map(({ url }) => new URL(url).searchParams.get(name))
      expect(one).toMatch(/^[\w-]{43}$/)
      expect(one).not.toBe(other)
    }
    expect(a.url).not.toContain(a.pending.verifier)
  })

  test('when an answer comes that another browser asked for, then it is a mismatch', async () => {
    const [own, other] = [await beginSignIn(provider), await beginSignIn(provider)]
    const back = await signInAs('zhangsan', other.url, callback)
    expect(await codeOf(finishSignIn(provider, back, own.pending))).toBe('mismatch')
    expect(await codeOf(finishSignIn(provider, callback, own.pending))).toBe('mismatch')
  })

  test('when nonce or verifier are not those of the question, then nobody is signed in', async () => {
    const first = await beginSignIn(provider)
    const back = await signInAs('zhangsan', first.url, callback)
    const wrongNonce = { ...first.pending, nonce: 'another' }
    expect(await codeOf(finishSignIn(provider, back, wrongNonce))).toBe('bad_answer')
    const second = await beginSignIn(provider)
    const again = await signInAs('zhangsan', second.url, callback)
    const wrongVerifier = { ...second.pending, verifier: first.pending.verifier }
    expect(await codeOf(finishSignIn(provider, again, wrongVerifier))).toBe('refused')
  })

  test('when the same answer is brought twice, or the person says no, then it is refused', async () => {
    const { url, pending } = await beginSignIn(provider)
    const back = await signInAs('zhangsan', url, callback)
    await finishSignIn(provider, back, pending)
    expect(await codeOf(finishSignIn(provider, back, pending))).toBe('refused')
    const no = `${callback}?error=access_denied&state=${pending.state}&iss=${encodeURIComponent(real.issuer)}`
    expect(await codeOf(finishSignIn(provider, no, pending))).toBe('refused')
  })

  test('when the answer names another provider, then it proves nothing', async () => {
    const { url, pending } = await beginSignIn(provider)
    const back = new URL(await signInAs('zhangsan', url, callback))
    back.searchParams.set('iss', 'http://127.0.0.1:1')
    expect(await codeOf(finishSignIn(provider, back.href, pending))).toBe('bad_answer')
  })
})

describe('given an address', () => {
  let other: Server
  beforeAll(async () => {
    other = createServer((request, response) => {
      // The slow one is left waiting.
      if (!request.url?.startsWith('/slow')) response.writeHead(200, { 'content-type': 'text/html' }).end('<p>hello')
    })
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => {
    other.close()
    other.closeAllConnections()
  })

  const at = (issuer: string, allowHttp = true) =>
    codeOf(connectProvider({ issuer, clientId, clientSecret, callback, allowHttp, timeoutSeconds: 1 }))

  test('where nobody, no provider or a mute one answers, then it is unreachable', async () => {
    const { port } = other.address() as AddressInfo
    expect(await at('http://127.0.0.1:1')).toBe('unreachable')
    expect(await at(`http://127.0.0.1:${port}`)).toBe('unreachable')
    expect(await at(`http://127.0.0.1:${port}/slow`)).toBe('unreachable')
  })

  test('without https, then it is refused unless allowed', async () => {
    expect(await at(real.issuer, false)).toBe('unreachable')
    expect(await at(real.issuer)).toBe('done')
  })

  test('given the provider is gone, when a person comes back, then it is unreachable, in both languages', async () => {
    const gone = await startIdentityProvider(callback)
    const settings = { issuer: gone.issuer, clientId, clientSecret, callback, allowHttp: true }
    const known = await connectProvider(settings)
    const { url, pending } = await beginSignIn(known)
    const back = await signInAs('zhangsan', url, callback)
    await gone.close()
    const error = await finishSignIn(known, back, pending).catch((e: unknown) => e)
    expect(error).toMatchObject({ code: 'unreachable', says: { zh: expect.stringContaining('没有应答') } })
  })
})
