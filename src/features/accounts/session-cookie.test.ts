import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { sessionCookie } from './session-cookie.ts'

async function seenWith(publicUrl: string, cookie: string) {
  const kept = sessionCookie({ publicUrl })
  const app = new Hono()
  app.get('/read', c => c.text(kept.read(c) ?? 'none'))
  app.get('/set', c => {
    kept.keep(c, 'a-token')
    return c.text('')
  })
  app.get('/clear', c => {
    kept.keep(c, null)
    return c.text('')
  })
  const set = async (path: string) => (await app.request(path)).headers.getSetCookie()[0] ?? ''
  const read = await (await app.request('/read', { headers: { cookie } })).text()
  return { read, set: await set('/set'), cleared: await set('/clear') }
}

describe('the cookie of a session', () => {
  test('given https, then it is for this host over https alone, and no other is taken for it', async () => {
    const seen = await seenWith('https://gk.example.gov.cn', '__Host-gongkai=right; gongkai=planted')
    expect(seen.read).toBe('right')
    expect(seen.set).toBe('__Host-gongkai=a-token; Path=/; HttpOnly; Secure; SameSite=Lax')
    expect(seen.cleared).toMatch(/^__Host-gongkai=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect((await seenWith('https://gk.example.gov.cn', 'gongkai=planted')).read).toBe('none')
  })

  test('given an intranet without certificates, then it goes by its plain name', async () => {
    const seen = await seenWith('http://10.0.0.5:3000', 'gongkai=right')
    expect(seen.read).toBe('right')
    expect(seen.set).toBe('gongkai=a-token; Path=/; HttpOnly; SameSite=Lax')
  })
})
