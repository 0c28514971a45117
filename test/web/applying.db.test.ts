/** Applying and following through the portal's own pages, as a browser without scripts sends them, on a real database. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DAY, MINUTE } from '../../src/domain/kernel/instant.ts'
import { portalStore } from '../../src/features/agencies/portal-store.ts'
import { citizenDesk } from '../../src/features/requests/citizen/desk.ts'
import { applicationDraft, request } from '../../src/kit/schema/requests.ts'
import { rate } from '../../src/platform/record/schema.ts'
import { refusalOf } from '../support/api.ts'
import { type Office, startOffice, wanted, zhang } from '../support/request-office.ts'
import { browserOf } from './browser.ts'
import { testSite } from './support.ts'

let office: Office
let site: ReturnType<typeof testSite>['app']
const begun = new Date('2026-03-02T02:00:00Z')

beforeAll(async () => {
  office = await startOffice(begun)
  site = testSite({ portal: portalStore(office.services), desk: citizenDesk(office.services) }).app
  await office.set('channel.online', true)
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

const { name, identityType, identityNumber, phone, address } = zhang
const applicant = { name, identityType, identityNumber, phone, address }
const requests = async () => (await inAll(tx => tx.select().from(request))).length

/** A form filled in up to its last page; the address of the form. */
async function filledIn(who: Browser, title = '学区划分方案', delivery = { form: 'paper', route: 'post' }) {
  const begins = await who.post('/online', { kind: 'request', sort: 'citizen' })
  const form = (begins.to ?? '').replace(/\/wanted$/, '')
  await who.post(`${form}/wanted`, { title, features: '2026 年，城东片区' })
  await who.post(`${form}/applicant`, applicant)
  expect(await who.post(`${form}/delivery`, delivery)).toMatchObject({ status: 303, to: `${form}/papers` })
  return form
}

/** The secret of a form that a page holds. */
const keyIn = (page: string) => /name="key" value="([^"]+)"/.exec(page)?.[1] ?? ''
const numberIn = (page: string) => /〔\d{4}〕\d+号/.exec(page)?.[0]
const codeIn = (page: string) => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(page)?.[0]

async function sent(who: Browser, title?: string) {
  const form = await filledIn(who, title)
  const key = keyIn((await who.get(`${form}/check`)).page)
  const { page } = await who.post(`${form}/check`, { key })
  return { form, key, number: numberIn(page) ?? '', code: codeIn(page) ?? '' }
}

describe('a form that was sent is over (条例27, 29; 个保法6)', () => {
  test('given another subject is typed into it, then nothing is filed, the receipt is of what was sent, and what was typed begins another', async () => {
    const who = browser()
    const { form, number } = await sent(who, '学区划分方案')
    const before = await requests()
    const refused = await who.post(`${form}/wanted`, { title: '校车安全检查记录', features: '2025 年' })
    expect(refused.status).toBe(409)
    expect(refused.page).toContain('没有提交')
    expect(refused.page).toContain(number)
    expect(refused.page).toContain('<bdi>学区划分方案</bdi>')
    expect(refused.page).not.toContain('<bdi>校车安全检查记录</bdi>')
    const hidden = [...refused.page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)]
    const carried = Object.fromEntries(hidden.map(([, field = '', value = '']) => [field, value]))
    const other = (await who.post('/online', carried)).to ?? ''
    expect((await who.get(other)).page).toContain('value="校车安全检查记录"')
    expect(other).not.toContain(form)
    expect(await requests()).toBe(before)
  })

  test('given it is sent twice, or its writer comes back, then there is one request and the same receipt', async () => {
    const who = browser()
    const { form, key, number, code } = await sent(who)
    const before = await requests()
    for (const { status, page } of [await who.post(`${form}/check`, { key }), await who.get(`${form}/wanted`)]) {
      expect([status, numberIn(page), codeIn(page)]).toEqual([200, number, code])
    }
    expect(await requests()).toBe(before)
  })

  test('given the address of the form and neither cookie nor secret, then there is no code and no proof of identity', async () => {
    const { form, number } = await sent(browser())
    for (const { page } of [await browser().get(`${form}/check`), await browser().post(`${form}/check`)]) {
      expect([numberIn(page), codeIn(page)]).toEqual([number, undefined])
      expect(page).not.toContain(identityNumber)
      expect(page).toContain('查询码不再显示')
    }
    const rows = await inAll(tx => tx.select().from(applicationDraft))
    expect(Math.max(...rows.map(({ fields }) => fields.length))).toBeLessThan(1000)
  })

  test('given a browser without cookies, then its own sending is shown the code again, and only that', async () => {
    const form = await filledIn(browser())
    const key = keyIn((await browser().get(`${form}/check`)).page)
    const code = codeIn((await browser().post(`${form}/check`, { key })).page)
    expect(codeIn((await browser().post(`${form}/check`, { key })).page)).toBe(code)
    expect(code).toBeDefined()
    expect(codeIn((await browser().post(`${form}/check`, { key: 'another-secret-of-somebody' })).page)).toBeUndefined()
    expect(codeIn((await browser().get(`${form}/check`)).page)).toBeUndefined()
  })

  test('given ten minutes, then nobody is shown the code; given a day, then nothing is left of the form', async () => {
    const who = browser()
    const { form, key, number } = await sent(who)
    office.now = new Date(begun.getTime() + 10 * MINUTE)
    const late = await who.post(`${form}/check`, { key })
    expect([late.status, numberIn(late.page), codeIn(late.page)]).toEqual([409, number, undefined])
    await who.post(`${form}/applicant`, applicant)
    office.now = new Date(begun.getTime() + DAY)
    expect((await who.get(`${form}/check`)).status).toBe(410)
  })
})

describe('what cannot be delivered is told at once (条例29(三), 40; D§5.5)', () => {
  test('given an e-mail without an address, then it is asked for on the same page', async () => {
    const who = browser()
    const form = await filledIn(who)
    const told = await who.post(`${form}/delivery`, { form: 'email', route: 'email' })
    expect(told.status).toBe(422)
    expect(told.page).toContain('href="#email"')
    expect(told.page).toContain('id="email"')
    const given = { form: 'email', route: 'email', email: 'a@example.invalid' }
    expect(await who.post(`${form}/delivery`, given)).toMatchObject({ status: 303 })
  })

  test('given a program and given the counter, then they meet the same table', async () => {
    const desk = citizenDesk(office.services)
    const wished = { ...wanted, form: 'disc', route: 'fax' } as const
    const application = { kind: 'request', applicant: zhang, wanted: wished, papers: [] } as const
    const told = await desk.apply(office.bureau, application, { address: '203.0.113.7', key: 'a-disc-by-fax' })
    expect(told.ok ? [] : 'all' in told ? told.all.map(({ at }) => at) : []).toEqual(['wanted.route', 'applicant.fax'])
    const registered = office.register({ wanted: wished })
    expect(await refusalOf(registered)).toMatchObject({ code: 'no_such_way', at: 'body.wanted.route' })
    const withoutAddress = { wanted: { ...wanted, form: 'email', route: 'email' } } as const
    expect((await office.register(withoutAddress)).request.case.wanted.route).toBe('email')
  })
})

describe('papers (条例29, 30)', () => {
  test('given a page or a program, then it is refused at once by its name, and the other papers stay', async () => {
    const who = browser()
    const form = await filledIn(who)
    await who.upload(`${form}/papers`, { kind: 'identity' }, { name: '身份证.txt', bytes: '证件' })
    for (const [file, bytes] of [
      ['网页.html', '<!doctype html><html><script>1</script></html>'],
      ['图.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
    ] as const) {
      const told = await who.upload(`${form}/papers`, { kind: 'authority' }, { name: file, bytes })
      expect(told.status).toBe(422)
      expect(told.page).toContain(`“${file}”没有保存`)
      expect(told.page).toContain('身份证.txt')
      expect(told.page).toMatch(/<option value="authority" selected/)
    }
  })

  test('given no proof of identity, and given no authority, then the last page warns of each and can be sent', async () => {
    const who = browser()
    const form = await filledIn(who)
    expect((await who.get(`${form}/check`)).page).toContain('还没有上传身份证明')
    await who.upload(`${form}/papers`, { kind: 'identity' }, { name: '身份证.txt', bytes: '证件' })
    const { page } = await who.get(`${form}/check`)
    expect(page).not.toContain('还没有上传')
    const begins = await who.post('/online', { kind: 'request', sort: 'citizen', agent: 'yes' })
    const agents = (begins.to ?? '').replace(/\/wanted$/, '/check')
    expect((await who.get(agents)).page).toContain('还没有上传授权委托书')
  })

  test('given a name that leads elsewhere or is read backwards, then it is kept without', async () => {
    const who = browser()
    const form = await filledIn(who)
    await who.upload(`${form}/papers`, { kind: 'identity' }, { name: '../../证件\u202egnp.txt', bytes: '证件' })
    const { page } = await who.get(`${form}/check`)
    expect(page).toContain('证件gnp.txt')
    expect(page).not.toMatch(/\.\.\/|\u202e/)
  })
})

describe('what an applicant sends with a request that is open', () => {
  /** Registered at the counter, and open in a browser. */
  async function open(items: readonly string[] = []) {
    const { request: at, queryCode: code } = await office.register({ wanted: { ...wanted, route: 'hand' } })
    const { id, number } = at.case
    const handler = office.who('handler')
    if (items.length > 0) {
      const asked = await office.act(handler, id, 'askCorrection', {
        grounds: ['unclear'],
        items: [...items],
        days: 10,
      })
      const letterId = asked.case.letters[0]?.id ?? ''
      await office.act(office.who('office_head'), id, 'issueLetter', { letterId })
      await office.act(handler, id, 'serveLetter', { letterId, on: '2026-03-02', evidence: '当面签收' })
    }
    const who = browser()
    await who.post('/track', { number, code })
    return { id, who, page: (await who.get('/case')).page }
  }
  const formIn = (page: string, act: string) => page.slice(page.indexOf(`/case/${act}"`))
  const reachOf = async (who: Browser) => JSON.parse((await who.get('/case/own-data.json')).page).applicant

  test('given a correction sent twice, then it is made once and both are told the same (条例30)', async () => {
    const { who, page, id } = await open(['请说明年度'])
    const sending = { key: keyIn(formIn(page, 'correct')), text: '2025 年度' }
    const first = await who.post('/case/correct', sending)
    expect(first).toMatchObject({ status: 303, to: '/a/jyj/apply/case?done' })
    expect(await who.post('/case/correct', sending)).toEqual(first)
    const told = (await office.events(office.bureau)).filter(
      ({ subject, kind }) => subject.includes(id) && kind === 'requests.correct',
    )
    expect(told).toHaveLength(1)
    const changed = await who.post('/case/correct', { ...sending, text: '2024 年度' })
    expect(changed.status).toBe(422)
    expect(changed.page).toContain('没有提交')
    expect(changed.page).toContain('2024 年度')
  })

  test('given more than there is room for, then it is refused with the count, and all of it stays', async () => {
    const { who, page } = await open(['请说明年度'])
    const text = `${'长'.repeat(2000)}尾巴`
    const told = await who.post('/case/correct', { key: keyIn(formIn(page, 'correct')), text })
    expect(told.status).toBe(422)
    expect(told.page).toContain('现在有 2002 个字')
    expect(told.page).toContain(text)
    expect(told.page).toMatch(/<title>错误：/)
    expect(told.page).toMatch(/class="error-summary"[^>]*autofocus/i)
  })

  test('given a withdrawal without its tick, then its form stays open, with the reason at the box', async () => {
    const { who } = await open()
    const { status, page } = await who.post('/case/withdraw', { why: '已经找到了' })
    expect(status).toBe(422)
    expect(page).toMatch(/<details class="case-act" open=""><summary>撤回申请/)
    expect(page).toContain('id="sure-trouble"')
  })

  test('given only a new telephone, then the rest stays; given what is shown masked, then it is not kept', async () => {
    const { who, page } = await open()
    expect(page).toContain('139****0001')
    expect(page).not.toContain(zhang.phone)
    expect(await who.post('/case/changeContact', { phone: '13500009999', address: '', email: '' })).toMatchObject({
      status: 303,
    })
    expect(await reachOf(who)).toMatchObject({ phone: '13500009999', address: zhang.address, email: zhang.email })
    const masked = await who.post('/case/changeContact', { phone: '139****0001' })
    expect([masked.status, masked.page.includes('这是遮盖后的内容')]).toEqual([422, true])
    expect(masked.page).toMatch(/<details class="case-act" open=""><summary>修改联系方式/)
    expect((await who.post('/case/changeContact', {})).status).toBe(422)
    await who.post('/case/changeContact', { 'remove-phone': 'yes', 'remove-email': 'yes' })
    const last = await who.post('/case/changeContact', { 'remove-address': 'yes' })
    expect(last.page).toContain('请至少留一种')
    expect(await reachOf(who)).toMatchObject({ phone: '', email: null, address: zhang.address })
  })
})
