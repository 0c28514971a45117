/** Requests on application through one installation with its own database, in browsers: citizens, staff, the supervisor. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY } from '../../src/domain/kernel/instant.ts'
import { listSections } from '../../src/features/agencies/contract.ts'
import { addPaper, getOffice, listRequests } from '../../src/features/requests/contract/index.ts'
import { dayOf } from '../../src/kit/days.ts'
import { pressOn, tabTo, typeInto } from './console/keys.ts'
import { type OpenBrowser, openBrowser } from './support/browser.ts'
import { formOf, issueLetter, send, sendOnline } from './support/case-page.ts'
import { download, fillIn, follow, lieOpen, phone, seen } from './support/citizen.ts'
import { type RunningInstallation, startInstallation } from './support/installation.ts'
import { look, lookBeside, person } from './support/person.ts'
import { registered, type Seat, type Staff, set, staffOf } from './support/staff.ts'

let opened: OpenBrowser
let demo: RunningInstallation
let staff: Staff

beforeAll(async () => {
  ;[opened, demo] = await Promise.all([openBrowser(), startInstallation('--demo')])
  staff = staffOf(demo)
})

afterAll(async () => {
  await opened?.close()
  const faults = demo?.log().filter(({ level }) => level === 'error')
  expect([await demo?.close(), faults]).toEqual([0, []])
})

/** Works in a browser of one of the staff. `expected`: complaints of that browser that are part of it. */
async function atDesk({ signedIn }: Seat, path: string, work: (page: Page) => Promise<void>, expected = /^$/) {
  await person(opened, { ...signedIn, expected }, async page => {
    await page.goto(`${demo.url}/console${path}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await work(page)
  })
}

describe('a citizen on a telephone without scripts (条例29, 30, 36, 42)', () => {
  it('applies, corrects, pays, gets the answer and reads where to turn against it', async () => {
    const [handler, head] = [await staff('孟思远'), await staff('贺知行')]
    const params = { agencyId: handler.agencyId }
    const title = '清河路雨污分流工程的材料'
    // So that what is sent leaves at once.
    await set(await staff('季维新'), { 'letter.recallMinutes': 0 })
    await person(opened, phone, async citizen => {
      await fillIn(citizen, `${demo.url}/a/xzf`, title)
      await lieOpen(citizen, '.facts dd')
      await lookBeside(opened, citizen)
      await citizen.getByRole('button', { name: '提交申请' }).click()
      await lookBeside(opened, citizen)
      const number = await follow(citizen, title)

      const found = await handler.call(listRequests, { params, query: { q: number } })
      const id = found.items[0]?.id ?? ''
      await atDesk(handler, `/requests/${id}`, async page => {
        const form = await formOf(page, '告知补正')
        await form.getByLabel('申请内容不明确').check()
        await form.getByLabel('需要补正的内容').fill('请写明工程的年度\n请写明是哪一份材料')
        await send(form, '告知补正')
      })
      await atDesk(head, `/requests/${id}`, issueLetter)
      await atDesk(handler, `/requests/${id}`, sendOnline)

      await seen(citizen, '请写明是哪一份材料')
      await lookBeside(opened, citizen)
      await citizen.getByLabel('补正内容').fill('2024 年，竣工验收报告')
      await citizen.getByRole('button', { name: '补正', exact: true }).click()
      await citizen.getByText('已经收到您的操作').waitFor()

      await atDesk(handler, `/requests/${id}`, async page => {
        await page.getByText('2024 年，竣工验收报告').first().waitFor()
        const form = await formOf(page, '通知缴费')
        await form.getByLabel('页数').fill('60')
        await form.getByText('合计 300 元').waitFor()
        await send(form, '通知缴费')
      })
      await atDesk(head, `/requests/${id}`, issueLetter)
      await atDesk(handler, `/requests/${id}`, sendOnline)
      await seen(citizen, '缴纳信息处理费')
      await lookBeside(opened, citizen)
      expect(await citizen.getByText('300 元').count()).toBe(1)
      await citizen.getByLabel('缴费时间、流水号等').fill('今天上午，流水号 0001')
      await citizen.getByRole('button', { name: '我已缴费' }).click()
      await citizen.getByText('您已告知缴费，工作机构正在核对').waitFor()

      await atDesk(handler, `/requests/${id}`, async page => {
        await page.getByText('今天上午，流水号 0001').waitFor()
        await page.getByRole('button', { name: '确认缴费' }).first().click()
        const form = page.getByRole('dialog', { name: '确认缴费' })
        await form.getByLabel('缴费票据号').fill('非税票据 0001')
        await send(form, '确认缴费')
      })
      await answered(id)
      await atDesk(handler, `/requests/${id}`, sendOnline)
      await seen(citizen, '不服或者没有得到答复怎么办')
      await lookBeside(opened, citizen)
      const letter = await download(citizen, /^下载 .*告知书/)
      expect(letter.subarray(0, 5).toString()).toBe('%PDF-')
      expect((await download(citizen, '下载 竣工验收报告.pdf')).toString()).toContain('竣工验收')
      remediesStand(await citizen.locator('#remedies').innerText())
    })
  })
})

/** Whom to turn to and the last day, in words that can be copied into an appeal (复议法20, 行诉法46). */
function remediesStand(text: string) {
  const days = [...text.matchAll(/(?:示例市人民政府|示例县人民法院)\s+最后一天\s+(\d{4}-\d{2}-\d{2})/g)]
  const left = days.map(([, day]) => Math.round((Date.parse(day ?? '') - Date.parse(dayOf(new Date()))) / DAY))
  // Sixty days and six months, or the first working day after.
  expect(left).toHaveLength(2)
  expect([Number(left[0]) >= 60, Number(left[0]) < 75, Number(left[1]) >= 181, Number(left[1]) < 200]).toEqual(
    Array(4).fill(true),
  )
  for (const words of ['应当先申请行政复议', 'https://fuyi.example.com/apply', '《行政复议法》第二十条']) {
    expect(text).toContain(words)
  }
}

/** Answers in part, with a record handed over, and has it signed. */
async function answered(id: string) {
  const [drafter, ...chain] = await Promise.all(['孟思远', '方晓棠', '严守正', '贺知行', '陆承安'].map(staff))
  if (!drafter) throw new Error('nobody drafts')
  const params = { agencyId: drafter.agencyId, requestId: id }
  const file = Buffer.from('%PDF-1.4\n% 竣工验收\n%%EOF\n').toString('base64')
  const paper = await drafter.call(addPaper, { params, body: { kind: 'material', name: '竣工验收报告.pdf', file } })
  await drafter.act(id, 'saveDraft', {
    decision: 'partial',
    facts: { delivery: '附件随本告知书提供' },
    withheld: [
      { part: '第 4 页评标讨论记录', exemption: 'E16b', kind: 'discussion', reason: '属于讨论记录，可以不予公开' },
    ],
    edits: {},
    attachments: [paper.id],
  })
  await drafter.act(id, 'submitDraft', { revision: 1 })
  for (const [i, one] of chain.entries()) {
    await one.act(id, 'approveDraft', { revision: 1, opinion: '同意', secrecy: i === 1 ? 'open_in_part' : null })
  }
}

/** The 县教育局 and who works there. */
const bureau = { handler: '叶青禾', reviewer: '程慎之', secrecy: '龙守密', head: '白启明', leader: '顾云川' } as const

/** Registered and given to a section. */
async function begun(title: string) {
  const [handler, head] = [await staff(bureau.handler), await staff(bureau.head)]
  const { id, number } = await registered(handler, title)
  const params = { agencyId: head.agencyId }
  const [section] = (await head.call(listSections, { params })).items
  const { handlers } = await head.call(getOffice, { params })
  const who = handlers.find(({ name }) => name === bureau.handler)
  await head.act(id, 'assign', { sectionId: section?.id ?? '', handlerId: who?.id ?? null, note: '' })
  return { id, number, path: `/requests/${id}`, handler, head }
}

describe('without a mouse', () => {
  it('a request that came by post goes from intake to the archive, through every hand (条例31, 45)', async () => {
    const handler = await staff(bureau.handler)
    const title = '教师编制核定文件'
    await atDesk(handler, '/requests', async page => {
      await pressOn(page, '登记申请')
      await page.getByRole('heading', { name: '怎样收到的' }).waitFor()
      await tabTo(page, /^渠道/)
      for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
      await page.getByText('以行政机关签收之日为收到申请之日').waitFor()
      await typeInto(page, /^邮件号码/, 'EMS 1111111111111')
      await typeInto(page, /^姓名/, '王小明')
      await typeInto(page, /^证件号码/, '11010519491231002X')
      await typeInto(page, /^联系电话/, '13800001234')
      await typeInto(page, /^通信地址/, '示例县人民路 18 号')
      await typeInto(page, /^政府信息的名称/, title)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '查询码只显示这一次' }).waitFor()
      await pressOn(page, '打开这件申请')
      await page.getByRole('heading', { name: title, level: 1 }).waitFor()
      await page.keyboard.press('n')
      await page.getByRole('dialog', { name: '分派' }).waitFor()
      await tabTo(page, /^科室/)
      for (const key of ['Enter', 'Enter']) await page.keyboard.press(key)
      await pressOn(page, '分派')
      await page.getByRole('dialog', { name: '分派' }).waitFor({ state: 'hidden' })
      await page.keyboard.press('n')
      await page.getByRole('dialog', { name: '认领' }).waitFor()
      await pressOn(page, '认领')
      await page.getByRole('dialog', { name: '认领' }).waitFor({ state: 'hidden' })
      await page.keyboard.press('n')
      await page.getByRole('heading', { name: '处理决定' }).waitFor()
      await tabTo(page, /^已主动公开/)
      await page.keyboard.press('Space')
      await typeInto(page, /^网址、公报期号或者地点/, '本机关网站政府信息公开专栏')
      await look(page)
      await pressOn(page, '保存并提交审批')
      await page.getByText('正在此环节').waitFor()
      await look(page)
    })
    for (const role of ['reviewer', 'secrecy', 'head', 'leader'] as const) {
      await atDesk(await staff(bureau[role]), '/', async page => {
        await pressOn(page, new RegExp(title))
        await page.getByRole('heading', { name: title, level: 1 }).waitFor()
        await page.keyboard.press('n')
        await page.getByText('正在此环节').waitFor()
        if (role === 'secrecy') await pressOn(page, /^可以公开/, 'Space')
        await pressOn(page, /^同意$/)
        await page.locator('.r-chain').getByText(bureau[role]).waitFor()
      })
    }
    await atDesk(handler, '/', async page => {
      await pressOn(page, new RegExp(title))
      await page.getByRole('heading', { name: title, level: 1 }).waitFor()
      await page.keyboard.press('n')
      await page.getByRole('dialog', { name: '登记发出' }).waitFor()
      await typeInto(page, /^邮件号码/, 'EMS 5555555555555')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: '登记发出' }).waitFor({ state: 'hidden' })
      await page.locator('.r-head').getByText('已答复').waitFor()
      await page.keyboard.press('n')
      await page.getByRole('dialog', { name: '登记送达' }).waitFor()
      await typeInto(page, /^送达凭证/, '邮政回执 5555')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: '登记送达' }).waitFor({ state: 'hidden' })
      await page.keyboard.press('a')
      await page.getByRole('dialog', { name: '可以办理的事项' }).waitFor()
      await pressOn(page, /^归档$/)
      await page.getByRole('dialog', { name: '归档' }).waitFor()
      await pressOn(page, /^归档$/)
      await page.locator('.r-head').getByText('已归档').waitFor()
      await look(page)
    })
  })
})

describe('a third party (条例32)', () => {
  it('is asked, objects with good reason, and what is about it is withheld', async () => {
    const { path, handler, head } = await begun('民办学校收费审核材料')
    const refused = /status of 422/
    const name = '示例育才学校有限公司'
    await atDesk(handler, path, async page => {
      const form = await formOf(page, '征求意见')
      await form.getByLabel('名称').fill(name)
      await form.getByRole('radio', { name: '单位', exact: true }).check()
      await form.getByLabel('电话').fill('0571-00000009')
      await form.getByLabel('征求意见的内容').fill('成本核算表')
      await form.getByLabel('征求意见的原因').fill('可能涉及商业秘密')
      await send(form, '征求意见')
    })
    await atDesk(head, path, issueLetter)
    await atDesk(
      handler,
      path,
      async page => {
        const served = await formOf(page, '登记送达')
        await served.getByLabel('送达凭证').fill('当面签收')
        await send(served, '登记送达')
        expect(await page.getByText(name).count()).toBe(0)
        const opinion = await formOf(page, '登记意见')
        await opinion.getByLabel('不同意，理由合理').check()
        await opinion.getByLabel('意见的内容').fill('属于经营成本，公开将影响竞争')
        await send(opinion, '登记意见')
        await page.keyboard.press('n')
        await page.getByRole('radio', { name: /^予以公开/ }).check()
        await page.getByRole('textbox', { name: '附件，或者获取的方式、途径和时间' }).fill('随文附送')
        await page.getByRole('button', { name: '保存并提交审批' }).click()
        await page.getByText('第三方不同意公开且有合理理由的，不应公开').first().waitFor()
        await look(page)
        await page.getByRole('radio', { name: /^部分公开/ }).check()
        await page.getByRole('button', { name: '增加一部分' }).click()
        await page.getByLabel('哪一部分').fill('成本核算表')
        await page.getByLabel('不予公开的情形').click()
        await page.getByTitle('公开会损害第三方合法权益').click()
        await page.getByLabel('属于哪一类').click()
        await page.getByTitle('商业秘密').click()
        await page.getByRole('group', { name: '第 1 部分' }).getByLabel('理由').fill('第三方不同意公开，理由合理')
        await page.getByRole('button', { name: '保存并提交审批' }).click()
        await page.getByText('正在此环节').waitFor()
      },
      refused,
    )
  })
})

describe('an extension (条例33)', () => {
  it('is asked for by the handler, approved by the head of the office alone, and a letter tells the applicant', async () => {
    const title = '历年划片方案'
    const { path, handler, head } = await begun(title)
    await atDesk(handler, path, async page => {
      const form = await formOf(page, '申请延期')
      await form.getByLabel('理由').fill('需要调阅历史档案')
      await send(form, '申请延期')
      await page.getByText('需要调阅历史档案').first().waitFor()
      await page.locator('.r-clock').getByText('还剩 20 个工作日').waitFor()
      expect(await page.getByRole('button', { name: '批准延期' }).count()).toBe(0)
    })
    await atDesk(head, '/', async page => {
      await page.getByRole('link', { name: title }).first().click()
      await page.getByRole('button', { name: '批准延期' }).first().click()
      const form = page.getByRole('dialog', { name: '批准延期' })
      await form.getByText('期限才延长（条例第三十三条）').waitFor()
      await send(form, '批准延期')
      await page.getByText('发出之前期限不变').waitFor()
      await page.locator('.r-clock').getByText('还剩 20 个工作日').waitFor()
      await page.locator('.r-letters').getByText('政府信息公开申请延期答复告知书').waitFor()
      await issueLetter(page)
      await page.locator('.r-letters').getByText('已签发').waitFor()
    })
    await atDesk(handler, path, async page => {
      const form = await formOf(page, '登记发出')
      await form.getByLabel('邮件号码').fill('XA12345678901')
      for (const words of ['办理前', '还剩 20 个工作日', '办理后', '还剩 40 个工作日'])
        await form.getByText(words).waitFor()
      await send(form, '登记发出')
      await page.locator('.r-clock').getByText('还剩 40 个工作日').waitFor()
    })
  })
})

describe('the secrecy review (条例17)', () => {
  it('returns a draft; changed, it is approved from the first step on', async () => {
    const { id, path, handler } = await begun('校园安保方案')
    await handler.act(id, 'saveDraft', {
      decision: 'granted',
      facts: { delivery: '纸质文本，邮寄' },
      withheld: [],
      edits: {},
      attachments: [],
    })
    await handler.act(id, 'submitDraft', { revision: 1 })
    await (await staff(bureau.reviewer)).act(id, 'approveDraft', { revision: 1, opinion: '同意', secrecy: null })
    await atDesk(await staff(bureau.secrecy), `${path}/draft`, async page => {
      await page.locator('.r-chain').getByText(bureau.reviewer).waitFor()
      await page.getByLabel('退回的理由').fill('值守布置涉及敏感信息，请区分处理')
      await page.getByRole('button', { name: '退回修改' }).click()
      await page.getByText('已办理：退回修改').waitFor()
      await look(page)
    })
    await atDesk(handler, '/', async page => {
      await page.getByRole('link', { name: '校园安保方案' }).first().click()
      await page.getByRole('heading', { name: '校园安保方案', level: 1 }).waitFor()
      await page.keyboard.press('n')
      await page.getByRole('heading', { name: '处理决定' }).waitFor()
      await page.getByText('值守布置涉及敏感信息').waitFor()
      await page.getByRole('textbox', { name: '附件，或者获取的方式、途径和时间' }).fill('隐去值守布置后的文本，邮寄')
      await page.getByRole('button', { name: '保存并提交审批' }).click()
      await page.getByText('正在此环节').waitFor()
    })
    await atDesk(await staff(bureau.reviewer), `${path}/draft`, async page => {
      await page.getByRole('heading', { name: /第 2 稿/ }).waitFor()
      expect(await page.locator('.r-chain').innerText()).not.toContain(bureau.reviewer)
      await page.locator('.c-diff-come', { hasText: '隐去值守布置' }).waitFor()
      await look(page)
      await page.getByRole('button', { name: '同意', exact: true }).click()
      await page.locator('.r-chain').getByText(bureau.reviewer).waitFor()
    })
  })
})

describe('supervision (条例47)', () => {
  it('a supervisor looks into a case, urges, and reads the answer; nothing else is offered', async () => {
    const { number, path, handler } = await begun('营养餐采购结果')
    const supervisor = await staff('宋明察')
    await atDesk(supervisor, '/', async page => {
      await page.getByRole('navigation').getByRole('link', { name: '督查', exact: true }).click()
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await look(page)
      await page
        .getByRole('link', { name: /^示例县教育局 / })
        .first()
        .click()
      await page.waitForURL(/of=/)
      await page.getByRole('table').waitFor()
      await look(page)
      await page.getByLabel('受理号、名称或申请人全名').fill(number)
      await page.getByRole('link', { name: '营养餐采购结果' }).click()
      await page.getByRole('heading', { name: '营养餐采购结果', level: 1 }).waitFor()
      await look(page)
      const offered = await page.locator('.r-case').getByRole('button').allInnerTexts()
      expect(offered.filter(text => !text.includes('到期'))).toEqual(['其他办理'])
      const form = await formOf(page, '督办')
      await form.getByLabel('督办要求').fill('请说明办理进展')
      await form.getByLabel('答复时限').fill('2027-01-15')
      await look(page)
      await send(form, '督办')
      await page.getByText('请说明办理进展').first().waitFor()
    })
    await atDesk(handler, '/', async page => {
      await page.getByRole('link', { name: '营养餐采购结果' }).first().click()
      await page
        .getByRole('button', { name: /^回复督办/ })
        .first()
        .click()
      const form = page.getByRole('dialog', { name: '回复督办' })
      await form.getByLabel('答复内容').fill('已送财务科核对，本周答复')
      await send(form, '回复督办')
    })
    await atDesk(supervisor, `${path}?of=${handler.agencyId}`, async page => {
      await page.getByText('已送财务科核对，本周答复').first().waitFor()
    })
  })
})
