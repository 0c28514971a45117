import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { Trouble } from '../trouble.ts'
import { cookies } from './cookies.ts'
import { formTokens } from './form-token.ts'
import { problem } from './problem.ts'

describe('tokens of forms', () => {
  const hour = 3_600_000
  const tokens = formTokens(Buffer.from('key'), hour)
  const now = Date.UTC(2026, 10, 21)
  const token = tokens.give('browser-1', 'request', now)

  test('given the browser, the form and the time it was given for, then it holds', () => {
    expect(tokens.check(token, 'browser-1', 'request', now + hour)).toBe('ok')
    expect(tokens.check(token, 'browser-1', 'request', now + hour + 1)).toBe('expired')
  })

  test('given anything else, then it is wrong', () => {
    const later = `${(now + 5 * hour).toString(36)}${token.slice(token.indexOf('.'))}`
    const wrong: [string, string, string][] = [
      [token, 'browser-2', 'request'],
      [token, 'browser-1', 'complaint'],
      [later, 'browser-1', 'request'],
      [formTokens(Buffer.from('other'), hour).give('browser-1', 'request', now), 'browser-1', 'request'],
      [`${token}x`, 'browser-1', 'request'],
      ['', 'browser-1', 'request'],
      ['.', 'browser-1', 'request'],
    ]
    expect(wrong.map(([given, holder, form]) => tokens.check(given, holder, form, now))).toEqual(
      wrong.map(() => 'wrong'),
    )
  })

  test('given names that run into each other, then their tokens differ', () => {
    expect(tokens.give('a', 'bc', now)).not.toBe(tokens.give('ab', 'c', now))
  })
})

describe('cookies', () => {
  const app = (https: boolean) => {
    const jar = cookies(https)
    return new Hono()
      .get('/in', c => {
        jar.write(c, 'session', 'abc', 60)
        return c.text('')
      })
      .get('/out', c => {
        jar.remove(c, 'session')
        return c.text('')
      })
      .get('/read', c => c.text(jar.read(c, 'session') ?? 'none'))
  }

  test.each([
    [true, '__Host-session=abc; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax'],
    [false, 'session=abc; Max-Age=60; Path=/; HttpOnly; SameSite=Lax'],
  ])('given https %s, then a cookie is set, read and taken away under its name', async (https, expected) => {
    const set = (await app(https).request('/in')).headers.get('set-cookie') ?? ''
    expect(set).toBe(expected)
    const cookie = set.slice(0, set.indexOf(';'))
    expect(await (await app(https).request('/read', { headers: { cookie } })).text()).toBe('abc')
    const gone = (await app(https).request('/out', { headers: { cookie } })).headers.get('set-cookie')
    expect(gone).toMatch(new RegExp(`^${https ? '__Host-' : ''}session=; Max-Age=0; Path=/;`))
  })

  test('given https, then a cookie planted under the plain name is not read', async () => {
    const answer = await app(true).request('/read', { headers: { cookie: 'session=planted' } })
    expect(await answer.text()).toBe('none')
  })
})

describe('problems', () => {
  const trouble = new Trouble({
    code: 'too_large',
    says: { zh: '文件太大。', en: 'The file is too large.' },
    mend: { zh: '请拆开。', en: 'Split it.' },
    at: 'files[0]',
    cause: new Error('secret'),
  })

  test('given a trouble, then the answer is problem+json with code, both languages and place, and nothing else', async () => {
    const app = new Hono()
    app.get('/', c => {
      c.set('requestId', 'r1')
      return problem(c, 413, trouble, 'zh')
    })
    const answer = await app.request('/')
    expect(answer.status).toBe(413)
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await answer.json()).toEqual({
      type: 'urn:gongkai:problem:too_large',
      title: '文件太大。',
      detail: '请拆开。',
      status: 413,
      instance: 'urn:gongkai:request:r1',
      code: 'too_large',
      says: { zh: '文件太大。', en: 'The file is too large.' },
      mend: { zh: '请拆开。', en: 'Split it.' },
      at: 'files[0]',
    })
  })

  test('given several things wrong, then each has its place', async () => {
    const app = new Hono()
    const missing = (at: string) => ({ at, says: { zh: '没有填写。', en: 'Not filled in.' } })
    const whole = { code: 'invalid', says: { zh: '有两处要改。', en: 'Two things are wrong.' } }
    app.get('/', c => problem(c, 422, { ...whole, errors: [missing('body.name'), missing('body.text')] }, 'en'))
    const body = await (await app.request('/')).json()
    expect(body).toMatchObject({ title: 'Two things are wrong.', errors: [{ at: 'body.name' }, { at: 'body.text' }] })
    expect(body).not.toHaveProperty('detail')
    expect(body).not.toHaveProperty('instance')
  })
})
