import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  codeAt,
  codeOf,
  goodPassword,
  type House,
  openHouse,
  type Person,
  problemOf,
  setUpCodes,
} from '../../../test/support/accounts.ts'
import { DAY, HOUR, MINUTE } from '../../domain/kernel/instant.ts'
import { setting } from '../../kit/schema/agencies.ts'
import { account, session } from '../../kit/schema/people.ts'
import { hashToken } from '../../platform/crypto/tokens.ts'
import { idempotency, rate } from '../../platform/record/schema.ts'
import { changePassword, getMe, listSessions, secondFactor, signIn, signOut } from './contract.ts'
import { listPeople } from './people-contract.ts'

let house: House
let agencyId = ''
beforeAll(async () => {
  house = await openHouse()
  agencyId = await house.addAgency('示例县教育局')
  await house.addPerson(agencyId, 'zhang.san', 'handler')
})
afterAll(() => house.close())

const wrong = 'Wr0ng-password'
const tokenIn = (jar: ReadonlyMap<string, string>) => jar.get('__Host-gongkai') ?? ''

describe('signing in with a password', () => {
  test('given the right one, then the cookie is for this host alone and the table has only its hash', async () => {
    const own = house.browser()
    const answer = await house.app.request('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'sign-in-1' },
      body: JSON.stringify({ login: ' Zhang.San ', password: goodPassword }),
    })
    expect(await answer.json()).toEqual({ step: 'done' })
    const [set = ''] = answer.headers.getSetCookie()
    expect(set).toMatch(/^__Host-gongkai=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const token = /=([\w-]{43});/.exec(set)?.[1] ?? ''
    const rows = await house.database.transaction('installation', tx => tx.select().from(session))
    expect(rows.map(({ tokenHash }) => tokenHash)).toContain(hashToken(token))
    expect(JSON.stringify(rows)).not.toContain(token)
    own.jar.set('__Host-gongkai', token)
    expect((await own.call(getMe, {})).me?.account.login).toBe('zhang.san')
  })

  test('given an unknown name, a wrong password, or somebody deactivated, then the answer is the same', async () => {
    const gone = await house.addPerson(agencyId, 'gone.person')
    await house.database.transaction('installation', tx =>
      tx.update(account).set({ status: 'deactivated' }).where(eq(account.id, gone.id)),
    )
    const tries = [
      ['nobody.here', wrong],
      ['zhang.san', wrong],
      ['gone.person', goodPassword],
    ] as const
    const problems = []
    for (const [login, password] of tries) problems.push(await problemOf(house.signIn(login, password)))
    expect(problems[0]).toMatchObject({ code: 'bad_credentials', status: 422 })
    expect(problems[1]).toEqual(problems[0])
    expect(problems[2]).toEqual(problems[0])
  })

  test('given a token known before, when somebody signs in with it, then it is worth nothing: a new one is given', async () => {
    const own = house.browser()
    own.jar.set('__Host-gongkai', 'planted-by-somebody-else-0000000000000000000')
    await house.signIn('zhang.san', goodPassword, own)
    const token = tokenIn(own.jar)
    expect(token).not.toContain('planted')
    await house.signIn('zhang.san', goodPassword, own)
    expect(tokenIn(own.jar)).not.toBe(token)
    own.jar.set('__Host-gongkai', token)
    expect(await own.call(getMe, {})).toEqual({ step: 'done', me: null })
  })

  test('given the same call again, then it says it was carried out, and nothing of the password is kept', async () => {
    const body = { login: 'zhang.san', password: goodPassword }
    await house.browser().call(signIn, { body }, 'twice-the-same')
    expect(await codeOf(house.browser().call(signIn, { body }, 'twice-the-same'))).toBe('already_done')
    const [row] = await house.database.transaction('installation', tx =>
      tx.select().from(idempotency).where(eq(idempotency.key, 'twice-the-same')),
    )
    const plain = hashToken(`accounts.signIn /api/v1/session\n${JSON.stringify(body)}`)
    expect(row?.answer).toBeNull()
    expect(row?.requestHash).not.toBe(plain)
  })

  test.each([
    ['nothing', {}, 'body.login'],
    ['a number', { login: 5, password: 'x' }, 'body.login'],
    ['too long a name', { login: 'x'.repeat(65), password: 'x' }, 'body.login'],
    ['a control character', { login: 'ab\u0000cd', password: 'x' }, 'body.login'],
    ['too long a password', { login: 'zhang.san', password: 'x'.repeat(201) }, 'body.password'],
  ])('given %s, then it is refused at its place', async (_, body, at) => {
    const asked = house.browser().call(signIn, { body: body as { login: string; password: string } })
    expect(await problemOf(asked)).toMatchObject({ code: 'bad_input', at })
  })

  test.each(["' OR 1=1 --", '<script>alert(1)</script>', '%%', '‮nas.gnahz'])(
    'given %j, then it is nobody',
    async login => {
      expect(await codeOf(house.signIn(login, wrong))).toBe('bad_credentials')
    },
  )
})

describe('locking', () => {
  test.each(['chen.qi', 'no.such.person'])(
    'given five failures at %s, then even the right password waits',
    async login => {
      if (login === 'chen.qi') await house.addPerson(agencyId, login)
      for (let n = 0; n < 5; n++) expect(await codeOf(house.signIn(login, wrong))).toBe('bad_credentials')
      const locked = await problemOf(house.signIn(login))
      expect(locked).toMatchObject({ code: 'locked', status: 429 })
      expect(locked.says.zh).toContain('15 分钟')
      house.later(15 * MINUTE)
      expect(await codeOf(house.signIn(login))).toBe(login === 'chen.qi' ? 'done' : 'bad_credentials')
    },
  )

  test('given twelve wrong ones at once, then no more than five are looked at', async () => {
    await house.addPerson(agencyId, 'qian.ba')
    const codes = await Promise.all(Array.from({ length: 12 }, () => codeOf(house.signIn('qian.ba', wrong))))
    expect(codes.filter(code => code === 'bad_credentials')).toHaveLength(5)
    expect(codes.filter(code => code === 'locked')).toHaveLength(7)
    const failed = (await house.events(agencyId)).filter(({ kind }) => kind === 'accounts.failedSignIn')
    expect(failed.filter(({ data }) => (data as { why: string }).why === 'now_locked')).toHaveLength(2)
  })

  test('given failures and then the right one, then they are forgotten', async () => {
    await house.addPerson(agencyId, 'sun.jiu')
    for (let n = 0; n < 4; n++) await codeOf(house.signIn('sun.jiu', wrong))
    expect(await codeOf(house.signIn('sun.jiu'))).toBe('done')
    for (let n = 0; n < 4; n++) expect(await codeOf(house.signIn('sun.jiu', wrong))).toBe('bad_credentials')
    expect(await codeOf(house.signIn('sun.jiu'))).toBe('done')
  })

  test('given too many calls from one address, then others there wait, and other addresses do not', async () => {
    const bucket = 'accounts.signIn 198.51.100.9'
    await house.database.transaction('installation', tx =>
      tx.insert(rate).values({ bucket, startedAt: house.clock.now, count: 119 }),
    )
    const there = house.browser('198.51.100.9')
    expect(await codeOf(house.signIn('zhang.san', goodPassword, there))).toBe('done')
    const refused = await problemOf(house.signIn('zhang.san', goodPassword, there))
    expect(refused).toMatchObject({ code: 'too_often', status: 429 })
    const answer = await house.app.request('/api/v1/session', {
      method: 'POST',
      headers: { 'x-address': '198.51.100.9' },
    })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '300'])
    expect(await codeOf(house.signIn('zhang.san'))).toBe('done')
    house.later(5 * MINUTE)
    expect(await codeOf(house.signIn('zhang.san', goodPassword, there))).toBe('done')
  })
})

describe('the second factor', () => {
  let li: Person
  beforeAll(async () => {
    li = await house.addPerson(agencyId, 'li.si', 'system_admin')
  })
  const halfway = async () => {
    house.later(MINUTE)
    const half = await house.signIn('li.si')
    expect(half.step).toBe('second_factor')
    return half
  }

  test('given a session that waits for it, then it is nobody but for the code', async () => {
    const { call, browser } = await halfway()
    expect(await call(getMe, {})).toEqual({ step: 'second_factor', me: null })
    expect(await codeOf(call(listSessions, {}))).toBe('session_unfinished')
    expect(await codeOf(call(listPeople, { params: { agencyId }, query: {} }))).toBe('session_unfinished')
    expect(await codeOf(call(changePassword, { body: { current: goodPassword, next: 'Xyz-12345678' } }))).toBe(
      'session_unfinished',
    )
    const before = tokenIn(browser.jar)
    expect(await call(secondFactor, { body: { code: li.code() } })).toEqual({ step: 'done' })
    expect(tokenIn(browser.jar)).not.toBe(before)
    expect((await call(getMe, {})).me?.roles).toEqual(['system_admin'])
    expect(await codeOf(call(secondFactor, { body: { code: li.code() } }))).toBe('no_code_awaited')
  })

  test('given a code used once, then it is refused, in the same session and in another', async () => {
    const one = await halfway()
    const other = await house.signIn('li.si')
    const code = li.code()
    expect(await codeOf(one.call(secondFactor, { body: { code } }))).toBe('done')
    expect(await codeOf(other.call(secondFactor, { body: { code } }))).toBe('replayed_code')
  })

  test('given one code in four sessions at once, then it opens one', async () => {
    const halves = []
    house.later(MINUTE)
    for (let n = 0; n < 4; n++) halves.push(await house.signIn('li.si'))
    const code = li.code()
    const codes = await Promise.all(halves.map(({ call }) => codeOf(call(secondFactor, { body: { code } }))))
    expect(codes.sort()).toEqual(['done', 'replayed_code', 'replayed_code', 'replayed_code'])
  })

  test('given a recovery code, however typed, then it works once', async () => {
    const code = ` ${li.recoveryCodes[0]?.toLowerCase().replaceAll('-', ' ')} `
    expect(await codeOf((await halfway()).call(secondFactor, { body: { code } }))).toBe('done')
    expect(await codeOf((await halfway()).call(secondFactor, { body: { code } }))).toBe('wrong_code')
  })

  test('given wrong codes, then they count with wrong passwords, and the right password does not clear them', async () => {
    const { call } = await halfway()
    await call(secondFactor, { body: { code: li.code() } })
    const codes = []
    for (let n = 0; n < 5; n++) {
      const half = await house.signIn('li.si')
      codes.push(await codeOf(half.call(secondFactor, { body: { code: '000000' } })))
    }
    expect(codes).toEqual(Array.from({ length: 5 }, () => 'wrong_code'))
    expect(await codeOf(house.signIn('li.si'))).toBe('locked')
    house.later(15 * MINUTE)
    expect(await codeOf((await halfway()).call(secondFactor, { body: { code: li.code() } }))).toBe('done')
  })

  test('given a session without it, when a visitor calls, then they are told to sign in', async () => {
    expect(await codeOf(house.browser().call(secondFactor, { body: { code: '123456' } }))).toBe('not_signed_in')
  })
})

describe('a session', () => {
  test('given half an hour without a call, then it has ended, and says so; before that each call keeps it', async () => {
    const { call } = await house.signIn('zhang.san')
    house.later(29 * MINUTE)
    expect((await call(getMe, {})).me).not.toBeNull()
    house.later(29 * MINUTE)
    expect((await call(getMe, {})).me).not.toBeNull()
    house.later(30 * MINUTE)
    expect(await problemOf(call(listSessions, {}))).toMatchObject({ code: 'session_idle', status: 401 })
    expect(await call(getMe, {})).toEqual({ step: 'done', me: null })
  })

  test('given an agency that ends its sessions sooner, then those that work in it end sooner, and no others', async () => {
    const strict = await house.addAgency('示例县公安局')
    const values = { agencyId: strict, key: 'session.idleMinutes', value: 10 }
    await house.database.transaction('installation', tx => tx.insert(setting).values(values))
    const guard = await house.addPerson(strict, 'guard.wang')
    const other = await house.signIn('zhang.san')
    expect((await guard.call(getMe, {})).me?.idleMinutes).toBe(10)
    expect((await other.call(getMe, {})).me?.idleMinutes).toBe(30)
    house.later(10 * MINUTE)
    expect(await codeOf(guard.call(listSessions, {}))).toBe('session_idle')
    expect((await other.call(getMe, {})).me).not.toBeNull()
    const again = await house.signIn('guard.wang')
    expect((await again.call(listSessions, {})).items).toHaveLength(1)
  })

  test('given twelve hours, then it ends however busy', async () => {
    const { call } = await house.signIn('zhang.san')
    const { pool } = house.database
    for (let n = 0; n < 36; n++) {
      // When somebody was last seen is kept soon after the answer.
      await expect.poll(() => pool.totalCount - pool.idleCount).toBe(0)
      house.later(20 * MINUTE - 1)
      expect((await call(getMe, {})).me).not.toBeNull()
    }
    house.later(MINUTE)
    expect(await codeOf(call(listSessions, {}))).toBe('session_too_old')
  })

  test('given several calls within a minute, then it is written down once', async () => {
    const { call } = await house.signIn('zhang.san')
    const seen = async () => (await call(listSessions, {})).items.find(({ here }) => here)?.lastSeenAt
    const first = await seen()
    house.later(MINUTE - 1)
    expect(await seen()).toBe(first)
    house.later(1)
    expect(await seen()).not.toBe(first)
  })

  test('given one signed out, then its token is worth nothing and the cookie is gone', async () => {
    const { call, browser } = await house.signIn('zhang.san')
    const token = tokenIn(browser.jar)
    await call(signOut, {})
    expect(browser.jar.size).toBe(0)
    browser.jar.set('__Host-gongkai', token)
    expect(await codeOf(call(listSessions, {}))).toBe('session_revoked')
    expect(await codeOf(house.browser().call(signOut, {}))).toBe('done')
  })

  test('given a dead one, then signing in with its cookie works', async () => {
    const { browser } = await house.signIn('zhang.san')
    house.later(HOUR)
    expect((await house.signIn('zhang.san', goodPassword, browser)).step).toBe('done')
  })
})

describe('an administrator', () => {
  test('given no second factor, then it is set up before anything else, with codes to fall back on', async () => {
    const own = await house.addPerson(agencyId, 'zhou.shi', 'audit_admin')
    await house.database.transaction('installation', tx =>
      tx.update(account).set({ totp: null, recoveryHashes: [] }).where(eq(account.id, own.id)),
    )
    const { step, call, browser } = await house.signIn('zhou.shi')
    expect(step).toBe('set_up_second_factor')
    expect(await codeOf(call(listSessions, {}))).toBe('session_unfinished')
    const made = await setUpCodes(browser, house.services.now)
    expect(made.step).toBe('done')
    expect(new Set(made.recoveryCodes).size).toBe(10)
    expect(await codeOf(call(listSessions, {}))).toBe('done')
    const stored = await house.database.transaction('installation', tx => tx.execute(sql`SELECT * FROM account`))
    expect(JSON.stringify(stored.rows)).not.toContain(made.secret)
    const again = await house.signIn('zhou.shi')
    const body = { code: codeAt(made.secret, house.clock.now) }
    expect(await codeOf(again.call(secondFactor, { body }))).toBe('replayed_code')
  })

  test('given a password of 90 days, then it is changed before anything else', async () => {
    await house.addPerson(agencyId, 'wu.yi', 'handler')
    house.later(90 * DAY)
    const { step, call } = await house.signIn('wu.yi')
    expect(step).toBe('change_password')
    expect(await codeOf(call(listSessions, {}))).toBe('session_unfinished')
    const body = { current: goodPassword, next: '秋水Ch4ng-tian' }
    expect(await call(changePassword, { body })).toEqual({ step: 'done' })
    expect(await codeOf(call(listSessions, {}))).toBe('done')
  })
})
