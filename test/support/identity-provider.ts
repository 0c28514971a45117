/** A real OpenID Connect provider on a loopback port, and a person with a browser that keeps cookies. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export interface IdentityProvider {
  readonly issuer: string
  readonly close: () => Promise<void>
}

export const clientId = 'gongkai'
export const clientSecret = 'only-for-this-test'

/** Starts it with one client; whoever signs in by a name has that name as subject. */
export async function startIdentityProvider(callback: string): Promise<IdentityProvider> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [callback] }],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['only-for-this-test'] },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `${id}的姓名`, preferred_username: id, email: `${id}@example.gov.cn` }),
    }),
  })
  server.on('request', provider.callback())
  return {
    issuer,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Signs in as `name` from the address on, agrees to everything; gives the address the browser is sent back to. */
export async function signInAs(name: string, url: string, callback: string): Promise<string> {
  const jar = new Map<string, string>()
  let next: Request = new Request(url)
  for (let hop = 0; hop < 12; hop++) {
    if (next.url.startsWith(callback)) return next.url
    const cookie = [...jar].map(([key, value]) => `${key}=${value}`).join('; ')
    const answer = await fetch(new Request(next, { headers: { ...Object.fromEntries(next.headers), cookie } }), {
      redirect: 'manual',
    })
    for (const set of answer.headers.getSetCookie()) {
      const [key = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s)
      if (value === '') jar.delete(key)
      else jar.set(key, value)
    }
    next = follow(next, answer, await answer.text(), name)
  }
  throw new Error(`the provider did not come to an end; last at ${next.url}`)
}

function follow(asked: Request, answer: Response, page: string, name: string): Request {
  const location = answer.headers.get('location')
  if (location) return new Request(new URL(location, asked.url))
  const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1]
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
  if (!action || !prompt) throw new Error(`${answer.status} from ${asked.url}: ${page.slice(0, 400)}`)
  const body = new URLSearchParams(prompt === 'login' ? { prompt, login: name, password: 'any' } : { prompt })
  return new Request(new URL(action, asked.url), { method: 'POST', body })
}
