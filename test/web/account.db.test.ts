/** A citizen's account through the portal's own pages, as a browser without scripts sends them, on a real database. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DAY, MINUTE } from '../../src/domain/kernel/instant.ts'
import { rotateAllKeys } from '../../src/features/accounts/actions/rotate-all.ts'
import { portalStore } from '../../src/features/agencies/portal-store.ts'
import { citizenAccounts } from '../../src/features/requests/account/accounts.ts'
import { demoAccount } from '../../src/features/requests/account/demo.ts'
import { sweepAccounts } from '../../src/features/requests/account/sweep.ts'
import { citizenDesk } from '../../src/features/requests/citizen/desk.ts'
import { agencyKeys } from '../../src/kit/keys.ts'
import { openOutgoing } from '../../src/kit/outgoing.ts'
import { noAgency } from '../../src/kit/routes.ts'
import { setting } from '../../src/kit/schema/agencies.ts'
import { citizen, citizenCode, citizenSession } from '../../src/kit/schema/citizens.ts'
import { request } from '../../src/kit/schema/requests.ts'
import { resealers } from '../../src/main/resealers.ts'
import { hashToken } from '../../src/platform/crypto/tokens.ts'
import { outbox, rate } from '../../src/platform/record/schema.ts'
import { type Office, startOffice, wanted, zhang } from '../support/request-office.ts'
import { browserOf } from './browser.ts'
import { testSite } from './support.ts'

let office: Office
let site: ReturnType<typeof testSite>['app']
let desk: ReturnType<typeof citizenDesk>
const begun = new Date('2026-03-02T02:00:00Z')

beforeAll(async () => {
  office = await startOffice(begun)
  desk = citizenDesk(office.services)
  const accounts = citizenAccounts(office.services, { ways: ['mail', 'sms'] })
  site = testSite({ portal: portalStore(office.services), desk, accounts }).app
  const online = { key: 'channel.online', value: true }
  await inAll(tx =>
    tx.insert(setting).values([office.bureau, office.at.county].map(agencyId => ({ agencyId, ...online }))),
  )
})
afterAll(() => office.close())
beforeEach(async () => {
  office.now = begun
  await inAll(tx => tx.delete(rate))
})

const inAll = <T>(work: Parameters<typeof office.database.transaction<T>>[1]) =>
  office.database.transaction('installation', work)

const browser = () => browserOf((path, init) => site.request(path, init))
type Browser = ReturnType<typeof browser>

const outboxOf = (who: Browser) =>
  inAll(async tx => {
    const held = eq(citizenCode.tokenHash, hashToken(who.jar.get('gongkai_code') ?? ''))
    const [code] = await tx.select().from(citizenCode).where(held)
    const [row] = await tx
      .select()
      .from(outbox)
      .where(eq(outbox.subject, `citizen_code:${code?.id}`))
    if (!row) throw new Error('nothing waits')
    return row
  })

/** What was sent to this browser's holder, opened. */
async function messageTo(who: Browser): Promise<{ to: string; text: string }> {
  const { agencyId, id, payload } = await outboxOf(who)
  const keys = await inAll(tx => agencyKeys(tx, office.services.keys, agencyId))
  return openOutgoing(keys, { id, payload: payload as Record<string, unknown> }) as { to: string; text: string }
}

const codeTo = async (who: Browser) => /\d{6}/.exec((await messageTo(who)).text)?.[0] ?? ''

async function codeSentTo(who: Browser, contact: string): Promise<string> {
  expect(await who.post('/account/sign-in', { contact })).toMatchObject({ status: 303 })
  return codeTo(who)
}

async function signIn(contact: string, who = browser()): Promise<Browser> {
  const code = await codeSentTo(who, contact)
  const entered = await who.post('/account/code', { code })
  expect([entered.status, entered.to]).toEqual([303, '/a/jyj/apply/mine'])
  return who
}

const keptWords = '已填的内容已经保存'

let count = 0
async function applied(agencyId = office.bureau, title = wanted.title) {
  const origin = { address: `203.0.113.${++count}`, key: `a-form-of-somebody-${count}` }
  const made = await desk.apply(
    agencyId,
    { kind: 'request', applicant: zhang, wanted: { ...wanted, title }, papers: [] },
    origin,
  )
  if (!made.ok) throw new Error(made.refusal.says.en)
  return { number: made.value.number, code: made.value.queryCode }
}

describe('coming in by a code (design §9)', () => {
  test('given an address that is known and one that is not, then the answers and the work are the same, and an account is made only once the code was typed', async () => {
    await signIn('known@example.invalid')
    const before = (await inAll(tx => tx.select().from(citizen))).length
    const [known, unknown] = [browser(), browser()]
    const answers = [
      await known.post('/account/sign-in', { contact: 'KNOWN@example.invalid' }),
      await unknown.post('/account/sign-in', { contact: 'other@example.invalid' }),
    ]
    expect(answers[0]).toEqual(answers[1])
    expect((await known.get('/account/code')).page).toContain('k****@example.invalid')
    expect(await inAll(tx => tx.select().from(citizen))).toHaveLength(before)
  })

  test('given a mobile number, then the code goes by SMS at once, also at night, in the agency’s name', async () => {
    office.now = new Date('2026-03-02T18:00:00Z')
    const who = browser()
    await codeSentTo(who, '+86 139-7200-0009')
    expect(await messageTo(who)).toMatchObject({
      to: '13972000009',
      text: expect.stringMatching(/^示例县教育局：登录验证码 \d{6}/),
    })
    expect((await outboxOf(who)).dueAt).toEqual(office.now)
  })

  test('given a code, then it works once, in its browser alone, and what was sent of it is emptied', async () => {
    const who = browser()
    const code = await codeSentTo(who, 'once@example.invalid')
    const { id } = await outboxOf(who)
    const stranger = browser()
    expect((await stranger.post('/account/code', { code })).status).toBe(422)
    const copy = browser()
    for (const [name, value] of who.jar) copy.jar.set(name, value)
    expect(await who.post('/account/code', { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })).toMatchObject({
      status: 303,
    })
    expect(await copy.post('/account/code', { code })).toMatchObject({ status: 422 })
    const [row] = await inAll(tx => tx.select().from(outbox).where(eq(outbox.id, id)))
    expect(row).toMatchObject({ payload: { to: 'o****@example.invalid' }, stoppedAt: begun })
    expect(row?.payload).not.toHaveProperty('sealed')
  })

  test('given five wrong codes, then the right one no longer works; given ten minutes, then neither', async () => {
    const who = browser()
    const code = await codeSentTo(who, 'wrong@example.invalid')
    const other = code === '000000' ? '111111' : '000000'
    const told = []
    for (let n = 0; n < 5; n++) told.push((await who.post('/account/code', { code: other })).page)
    expect(told[0]).toContain('还可以试 4 次')
    expect(told[4]).toContain('请重新发送验证码')
    expect((await who.post('/account/code', { code })).status).toBe(422)
    const late = browser()
    const expired = await codeSentTo(late, 'late@example.invalid')
    office.now = new Date(begun.getTime() + 10 * MINUTE)
    expect((await late.post('/account/code', { code: expired })).status).toBe(422)
    await inAll(tx => sweepAccounts(tx, new Date(begun.getTime() + DAY)))
    expect(await inAll(tx => tx.select().from(citizenCode))).toEqual([])
  })

  test('given too many codes to one address, then the next is told to wait, whoever asks', async () => {
    const sent = []
    for (let n = 0; n < 6; n++)
      sent.push(await browser().post('/account/sign-in', { contact: 'often@example.invalid' }))
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 429])
  })

  test('given what is no address, then the place is told and what was typed stays', async () => {
    const told = await browser().post('/account/sign-in', { contact: '0972-8612345' })
    expect(told.status).toBe(422)
    expect(told.page).toContain('value="0972-8612345"')
    expect(told.page).toContain('11 位手机号码')
    expect(told.page).not.toContain(keptWords)
  })

  test('given something wrong, then only an unfinished form says that it keeps what was typed', async () => {
    const who = browser()
    const tracked = await who.post('/track', { number: '〔2026〕999号', code: 'AAAA-BBBB-CCCC-DDDD' })
    expect(tracked.page).toContain('error-summary')
    expect(tracked.page).not.toContain(keptWords)
    const step = (await who.post('/online', { kind: 'request' })).to ?? ''
    const wrong = await who.post(step, { title: '' })
    expect(wrong.page).toContain('error-summary')
    expect(wrong.page).toContain(keptWords)
  })

  test('given an installation that sends neither mail nor SMS, then the page says so and leads to number and code', async () => {
    const { app } = testSite({ portal: portalStore(office.services), desk })
    const page = await (await app.request('/a/jyj/apply/account/sign-in')).text()
    expect(page).toContain('没有接通邮件和短信')
    expect(page).toContain('href="/a/jyj/apply/track"')
    expect(page).not.toContain('name="contact"')
  })
})

describe('at rest (个保法51)', () => {
  test('given an account, then its tables hold neither address, code nor token, no agency’s transaction sees them, and a new key takes all of it along', async () => {
    const who = await signIn('sealed@example.invalid')
    await who.post('/account/details', { name: '李四', phone: '13972000008' })
    const pending = browser()
    const code = await codeSentTo(pending, 'sealed@example.invalid')
    const everything = async () =>
      JSON.stringify(
        await inAll(async tx => [
          await tx.select().from(citizen),
          await tx.select().from(citizenCode),
          await tx.select().from(citizenSession),
          await tx.select().from(rate),
        ]),
      )
    const kept = await everything()
    for (const secret of ['sealed@', '李四', '13972000008', code, ...who.jar.values(), ...pending.jar.values()]) {
      expect(kept).not.toContain(`"${secret}"`)
      expect(kept.includes(secret) && secret.length > 6).toBe(false)
    }
    const seen = await office.database.transaction({ agency: office.bureau }, async tx => [
      ...(await tx.select().from(citizen)),
      ...(await tx.select().from(citizenCode)),
      ...(await tx.select().from(citizenSession)),
    ])
    expect(seen).toEqual([])
    const rotated = []
    for await (const one of rotateAllKeys(office.services, resealers)) rotated.push(one)
    expect(rotated.find(({ agency }) => agency === null)?.resealed).toBeGreaterThanOrEqual(3)
    expect(await pending.post('/account/code', { code })).toMatchObject({ status: 303 })
    expect((await who.get('/account')).page).toContain('李四')
  })
})

describe('my requests', () => {
  test('given requests to two agencies put in by number and code, then one list holds them, and each opens with all its acts', async () => {
    const [school, road] = [await applied(), await applied(office.at.county, '县道养护计划')]
    const who = await signIn('two@example.invalid')
    expect((await who.post('/mine', school)).status).toBe(303)
    expect((await who.post('/a/xian/apply/mine', road)).status).toBe(303)
    const list = (await who.get('/mine')).page
    for (const text of [wanted.title, '县道养护计划', '示例县人民政府', '示例县教育局']) expect(list).toContain(text)
    const href = /href="(\/a\/xian\/apply\/mine\/[^"]+)"/.exec(list)?.[1] ?? ''
    expect(await who.get(href)).toMatchObject({ status: 303, to: '/a/xian/apply/case' })
    expect((await who.get('/a/xian/apply/case')).page).toContain('县道养护计划')
    const sent = await who.post('/a/xian/apply/case/withdraw', { sure: 'yes', why: '不再需要' })
    expect(sent.to).toBe('/a/xian/apply/case?done')
    expect((await who.get('/a/xian/apply/case/own-data')).page).toContain(zhang.identityNumber)
    const last = (await office.events(office.at.county)).at(-1)
    expect(last).toMatchObject({ kind: 'requests.ownData', actor: 'applicant' })
  })

  test('given a request of somebody else, then an account opens neither its page nor its acts, whatever its cookie says', async () => {
    const owner = await signIn('owner@example.invalid')
    await owner.post('/mine', await applied())
    const href = /href="(\/a\/jyj\/apply\/mine\/[^"]+)"/.exec((await owner.get('/mine')).page)?.[1] ?? ''
    for (const who of [await signIn('thief@example.invalid'), browser()]) {
      await who.get(href)
      for (const [name, value] of owner.jar) if (name !== 'gongkai_citizen') who.jar.set(name, value)
      const page = await who.get('/case')
      expect(page.page).not.toContain(wanted.title)
      expect([422, 303]).toContain((await who.post('/case/withdraw', { sure: 'yes' })).status)
      expect((await who.get('/case/own-data')).page).not.toContain(zhang.name)
      await who.post('/case/detach')
    }
    expect((await owner.get('/mine')).page).toContain(wanted.title)
  })

  test('given a wrong code, then nothing is put in, and the number typed stays', async () => {
    const { number } = await applied()
    const who = await signIn('mistaken@example.invalid')
    const told = await who.post('/mine', { number, code: 'AAAA-AAAA-AAAA-AAAA' })
    expect(told.status).toBe(422)
    expect(told.page).toContain('受理号或者查询码不对')
    expect(told.page).toContain(`value="${number.normalize('NFKC')}"`)
    expect(told.page).toContain('这里还没有申请')
  })

  test('given a request taken out, then number and code still lead to it, and the record says that it was, not whose account', async () => {
    const one = await applied()
    const who = await signIn('out@example.invalid')
    await who.post('/track', one)
    expect((await who.get('/case')).page).toContain('放进我的申请')
    await who.post('/case/attach')
    expect((await who.get('/case')).page).toContain('从我的申请移出')
    await who.post('/case/detach')
    expect((await who.get('/mine')).page).toContain('这里还没有申请')
    expect((await desk.track(office.bureau, one, { address: '198.51.100.9', key: '' })).ok).toBe(true)
    const told = (await office.events(office.bureau)).slice(-2)
    expect(told.map(({ kind, data }) => [kind, data])).toEqual([
      ['requests.attach', {}],
      ['requests.detach', {}],
    ])
  })

  test('given a form begun while signed in, then contact data are filled in and proof of identity only where it was kept, and the request belongs to the account', async () => {
    const who = await signIn('form@example.invalid')
    await who.post('/account/details', {
      name: '李四',
      address: '示例县东街1号',
      phone: '13972000008',
      identityType: 'id_card',
      identityNumber: zhang.identityNumber,
    })
    const form = async () =>
      ((await who.post('/online', { kind: 'request', sort: 'citizen' })).to ?? '').replace(/\/wanted$/, '')
    const first = (await who.get(`${await form()}/applicant`)).page
    for (const text of ['李四', '示例县东街1号']) expect(first).toContain(`value="${text}"`)
    expect(first).not.toContain(zhang.identityNumber)
    await who.post('/account/details', {
      name: '李四',
      address: '示例县东街1号',
      phone: '13972000008',
      identityType: 'id_card',
      identityNumber: zhang.identityNumber,
      keepIdentity: 'yes',
    })
    const path = await form()
    expect((await who.get(`${path}/applicant`)).page).toContain(zhang.identityNumber)
    await who.post(`${path}/wanted`, { title: '校车安全检查记录', features: '2025年' })
    await who.post(`${path}/applicant`, {
      name: '李四',
      address: '示例县东街1号',
      phone: '13972000008',
      identityType: 'id_card',
      identityNumber: zhang.identityNumber,
    })
    expect((await who.get(`${path}/delivery`)).page).toContain('value="form@example.invalid"')
    await who.post(`${path}/delivery`, { form: 'online', route: 'online' })
    expect((await who.post(`${path}/check`)).page).toContain('本件已放进您的账户')
    expect((await who.get('/mine')).page).toContain('校车安全检查记录')
  })
})

describe('the account is its holder’s (个保法44-47)', () => {
  test('given it is looked at, then it stands there whole and in a file, and each look is in the record', async () => {
    const who = await signIn('whole@example.invalid')
    expect((await who.get('/account')).page).toContain('whole@example.invalid')
    expect(JSON.parse((await who.get('/account/own-data.json')).page)).toMatchObject({
      format: 'gongkai.account/1',
      contact: 'whole@example.invalid',
      sessions: 1,
    })
    const kinds = (await office.events(noAgency)).slice(-4).map(({ kind }) => kind)
    expect(kinds).toEqual(['citizens.open', 'citizens.signIn', 'citizens.ownData', 'citizens.ownData'])
  })

  test('given another address that is proved, then codes go there, and other browsers are out', async () => {
    const [who, second] = [await signIn('former@example.invalid'), await signIn('former@example.invalid')]
    expect((await who.post('/account/contact', { contact: 'known@example.invalid' })).status).toBe(303)
    const taken = await codeTo(who)
    expect((await who.post('/account/code', { code: taken })).page).toContain('已有另一个账户')
    await who.post('/account/contact', { contact: '13972000077' })
    const code = await codeTo(who)
    expect((await who.post('/account/code', { code })).status).toBe(303)
    expect((await who.get('/account')).page).toContain('13972000077')
    expect((await second.get('/mine')).to).toBe('/a/jyj/apply/account/sign-in')
  })

  test('given it is closed, then address, details and sessions are gone, and requests stay with number and code', async () => {
    const one = await applied()
    const [who, second] = [await signIn('closing@example.invalid'), await signIn('closing@example.invalid')]
    await who.post('/mine', one)
    expect((await who.post('/account/close')).page).toContain('请先勾选确认')
    expect((await who.post('/account/close', { sure: 'yes' })).to).toBe('/a/jyj/apply/track')
    expect((await second.get('/mine')).to).toBe('/a/jyj/apply/account/sign-in')
    const left = await inAll(tx => tx.select().from(request))
    expect(left.some(({ number, accountId }) => number === one.number && accountId === null)).toBe(true)
    expect((await desk.track(office.bureau, one, { address: '198.51.100.10', key: '' })).ok).toBe(true)
    expect((await office.events(office.bureau)).at(-1)?.kind).toBe('requests.detach')
    expect((await (await signIn('closing@example.invalid')).get('/mine')).page).toContain('这里还没有申请')
  })
})

describe('sessions', () => {
  test('given a page of another site sends a form, then nothing is done', async () => {
    const who = await signIn('forged@example.invalid')
    for (const path of [
      '/mine',
      '/account/details',
      '/account/contact',
      '/account/sign-out',
      '/account/sign-out-everywhere',
      '/account/close',
      '/case/attach',
      '/case/detach',
      '/account/sign-in',
      '/account/code',
    ]) {
      expect([path, (await who.post(path, { sure: 'yes' }, 'cross-site')).status]).toEqual([path, 403])
    }
    expect((await who.get('/mine')).status).toBe(200)
  })

  test('given nobody is signed in, then every page of an account leads to sign in and nothing is done', async () => {
    const nobody = browser()
    nobody.jar.set('gongkai_citizen', 'x'.repeat(43))
    for (const path of ['/mine', '/account', '/account/own-data.json', `/mine/${office.bureau}`]) {
      expect([path, (await nobody.get(path)).to]).toEqual([path, '/a/jyj/apply/account/sign-in'])
    }
    for (const path of ['/mine', '/account/details', '/account/contact', '/account/close', '/account/sign-out']) {
      expect([path, (await nobody.post(path, { sure: 'yes' })).to]).toEqual([path, '/a/jyj/apply/account/sign-in'])
    }
  })

  test('given signing out, on one browser or on all, then exactly those are out; given half an hour idle, then so is the rest', async () => {
    const [a, b, c] = [
      await signIn('many@example.invalid'),
      await signIn('many@example.invalid'),
      await signIn('many@example.invalid'),
    ]
    const token = a.jar.get('gongkai_citizen') ?? ''
    await a.post('/account/sign-out')
    expect(a.jar.has('gongkai_citizen')).toBe(false)
    a.jar.set('gongkai_citizen', token)
    expect((await a.get('/mine')).status).toBe(303)
    expect((await b.get('/mine')).status).toBe(200)
    await b.post('/account/sign-out-everywhere')
    expect((await c.get('/mine')).status).toBe(303)
    const idle = await signIn('many@example.invalid')
    office.now = new Date(begun.getTime() + 30 * MINUTE)
    expect((await idle.get('/mine')).status).toBe(303)
    await inAll(tx => sweepAccounts(tx, office.now))
    expect(await inAll(tx => tx.select().from(citizenSession))).toEqual([])
  })

  test('given the link of the demo, then it signs in once, by a form and not by being looked at, and any other link is no page', async () => {
    const token = await inAll(tx =>
      demoAccount(
        { tx, now: begun, services: office.services },
        {
          agencyId: office.bureau,
          mail: 'lin@example.invalid',
          details: { name: '林晓' },
          since: begun,
          owned: [],
          holds: DAY,
        },
      ),
    )
    const [who, late] = [browser(), browser()]
    for (let n = 0; n < 2; n++) expect((await who.get(`/account/link/${token}`)).page).toContain('演示')
    expect((await who.post(`/account/link/${token}`)).to).toBe('/a/jyj/apply/mine')
    expect((await late.post(`/account/link/${token}`)).status).toBe(422)
    expect((await late.get(`/account/link/${token}`)).status).toBe(404)
    const code = browser()
    await codeSentTo(code, 'nolink@example.invalid')
    expect((await late.get(`/account/link/${code.jar.get('gongkai_code')}`)).status).toBe(404)
  })
})
