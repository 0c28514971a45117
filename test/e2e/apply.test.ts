/** Applying and following on a telephone, without scripts: from the first word to the receipt and on. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { identityCheck } from '../../src/domain/personal/identity-number.ts'
import { memoryDesk, trackedCase, trackedCode } from '../support/citizen-desk.ts'
import { fullAgency } from '../support/portal.ts'
import { violations } from './support/axe.ts'
import { type OpenBrowser, openBrowser } from './support/browser.ts'
import { servePortal } from './support/portal.ts'
import type { ServedSite } from './support/site.ts'

let opened: OpenBrowser
let site: ServedSite
const desk = memoryDesk()

beforeAll(async () => {
  const agency = fullAgency()
  const online = { ...agency, agency: { ...agency.agency, channels: ['online', 'fax', 'email'] as const } }
  ;[opened, site] = await Promise.all([openBrowser(), servePortal([online], desk)])
})
afterAll(async () => {
  await Promise.all([opened?.close(), site?.close()])
})
afterEach(() => {
  desk.tracked = trackedCase
})

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false }

async function on(options: BrowserContextOptions, journey: (page: Page) => Promise<void>) {
  const context = await opened.browser.newContext(options)
  try {
    await journey(await context.newPage())
  } finally {
    await context.close()
  }
}

const identity = (() => {
  const first = '63992119900307123'
  return first + identityCheck(first)
})()

/** Nothing hangs over the edge of a telephone, and a screen reader finds its way. */
async function fits(page: Page) {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider).toBe(0)
}

async function begin(page: Page) {
  await page.goto(`${site.url}/a/swj/apply`)
  await page.getByRole('link', { name: '网上申请', exact: true }).first().click()
  await page.getByRole('button', { name: '开始填写' }).click()
}

async function fill(page: Page, fields: Readonly<Record<string, string>>) {
  for (const [label, value] of Object.entries(fields)) {
    const field = page.getByLabel(label, { exact: false }).first()
    if ((await field.evaluate(element => element.tagName)) === 'SELECT') await field.selectOption({ label: value })
    else await field.fill(value)
  }
}

const applicant = {
  姓名: '张三',
  证件名称: '居民身份证',
  证件号码: identity,
  联系电话: '13800000000',
  通信地址: '示例市清河路 9 号',
}

describe('依申请公开 on a telephone without scripts (条例28, 29)', () => {
  it('given a citizen, when the form is filled in step by step, then a receipt shows number and code, and one request is made', () =>
    on(phone, async page => {
      await begin(page)
      await fill(page, { 需要什么信息: '清河路雨污分流工程竣工验收报告', 特征描述: '2024 年，清河路' })
      await fits(page)
      await page.getByRole('button', { name: '下一步' }).click()
      await fill(page, applicant)
      await fits(page)
      await page.getByRole('button', { name: '下一步' }).click()
      await fill(page, { 希望得到的形式: '网上查看下载', 希望得到的途径: '本平台' })
      await page.getByRole('button', { name: '下一步' }).click()
      const picture = join(mkdtempSync(join(tmpdir(), 'paper-')), '身份证.png')
      writeFileSync(picture, 'a picture')
      await page.getByLabel('选择文件或者拍照').setInputFiles(picture)
      await page.getByRole('button', { name: '上传这一份' }).click()
      expect(await page.getByText('身份证.png').count()).toBe(1)
      await fits(page)
      await page.getByRole('link', { name: '下一步' }).click()
      await fits(page)
      await page.getByRole('button', { name: '提交申请' }).click()
      await page.getByText('M4TR-8KWC-2PXZ').waitFor()
      await fits(page)
      expect(desk.applications).toHaveLength(1)
      expect(desk.applications[0]).toMatchObject({
        kind: 'request',
        applicant: { kind: 'natural_person', name: '张三', identityNumber: identity },
        wanted: { title: '清河路雨污分流工程竣工验收报告', form: 'online', route: 'online' },
        papers: [{ kind: 'identity', name: '身份证.png' }],
      })
    }))

  it('given something wrong, then the place and the mend are told and nothing typed is lost', () =>
    on(phone, async page => {
      await begin(page)
      await fill(page, { 需要什么信息: '验收报告', 特征描述: '清河路' })
      await page.getByRole('button', { name: '下一步' }).click()
      await fill(page, { ...applicant, 证件号码: `${identity.slice(0, 17)}${identity.endsWith('1') ? '2' : '1'}` })
      await page.getByRole('button', { name: '下一步' }).click()
      await page.getByRole('heading', { name: '有 1 处需要修改' }).waitFor()
      expect(await page.getByText('末位校验码不符').count()).toBeGreaterThan(0)
      expect(await page.title()).toMatch(/^错误：/)
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary')
      expect(await page.getByLabel('姓名').inputValue()).toBe('张三')
      await fits(page)
    }))

  it('given a form left half filled, when its writer comes back, then it goes on where it was', () =>
    on(phone, async page => {
      await begin(page)
      await fill(page, { 需要什么信息: '河道清淤计划', 特征描述: '' })
      await page.getByRole('button', { name: '下一步' }).click()
      await page.goto(`${site.url}/a/swj/apply/online`)
      await page.getByRole('link', { name: '继续上次没有填完的申请' }).click()
      expect(await page.getByLabel('需要什么信息').inputValue()).toBe('河道清淤计划')
    }))

  it('given what is public already, then it is shown before anybody goes on (条例36(1))', () =>
    on(phone, async page => {
      await begin(page)
      await fill(page, { 需要什么信息: '部门预算', 特征描述: '2026 年' })
      await page.getByRole('button', { name: '下一步' }).click()
      expect(await page.getByRole('link', { name: '2026年部门预算' }).count()).toBe(1)
      await page.getByRole('link', { name: '都不是，继续申请' }).click()
      await page.getByLabel('姓名').waitFor()
    }))

  it('given an organisation, then its kind is asked, which table 三 needs (D§10.9)', () =>
    on(phone, async page => {
      await page.goto(`${site.url}/a/swj/apply/online`)
      await page.getByLabel('法人或者其他组织').check()
      await page.getByRole('button', { name: '开始填写' }).click()
      await fill(page, { 需要什么信息: '预算外资金说明', 特征描述: '2025' })
      await page.getByRole('button', { name: '下一步' }).click()
      await page.getByRole('link', { name: '都不是，继续申请' }).click()
      await page.getByRole('button', { name: '下一步' }).click()
      await page.getByRole('link', { name: '请选择“类型”' }).waitFor()
    }))
})

describe('with scripts', () => {
  it('given words being typed, then what is public about them stands beside', () =>
    on({ viewport: { width: 1280, height: 860 } }, async page => {
      await begin(page)
      await page.getByLabel('需要什么信息').pressSequentially('部门预算')
      await page.getByRole('link', { name: '2026年部门预算' }).waitFor()
      expect(await violations(page)).toEqual([])
    }))
})

describe('following (条例30, 33; D§5.4)', () => {
  async function enter(page: Page) {
    await page.goto(`${site.url}/a/swj/apply/track`)
    await page.getByLabel('受理号').fill('〔2026〕12号')
    await page.getByLabel('查询码').fill(trackedCode)
    await page.getByRole('button', { name: '查询', exact: true }).click()
    await page.getByRole('heading', { name: trackedCase.title }).waitFor()
  }

  it('given number and code, then state, correction, letters and remedies stand in plain words, and no address holds the code', () =>
    on(phone, async page => {
      await enter(page)
      expect(page.url()).not.toContain(trackedCode)
      for (const text of [
        '请说明工程的起止路段',
        '2026-11-19',
        '补正告知书',
        '示例市人民政府',
        '示例市人民路1号',
        '请尽早提出，期限可以向其咨询',
        '2027-01-20',
      ]) {
        expect(await page.getByText(text).count()).toBeGreaterThan(0)
      }
      await fits(page)
    }))

  it('given a correction, when it is sent, then the desk has it', () =>
    on(phone, async page => {
      await enter(page)
      await page.getByLabel('补正内容').fill('清河路自 1 号至 90 号，2024 年验收')
      await page.getByRole('button', { name: '补正', exact: true }).click()
      await page.getByText('已经收到您的操作').waitFor()
      expect(desk.acts.at(-1)).toMatchObject({ act: 'correct', text: '清河路自 1 号至 90 号，2024 年验收' })
    }))

  it('given a withdrawal without its tick, then nothing happens and the reason typed stays', () =>
    on(phone, async page => {
      await enter(page)
      const before = desk.acts.length
      await page.getByText('撤回申请', { exact: true }).first().click()
      await page.getByLabel('原因（选填）').fill('已经找到了')
      await page.getByRole('button', { name: '撤回申请' }).click()
      await page.getByText('撤回申请请先勾选确认').first().waitFor()
      expect(desk.acts.length).toBe(before)
      expect(await page.getByLabel('原因（选填）').isVisible()).toBe(true)
      expect(await page.getByLabel('原因（选填）').inputValue()).toBe('已经找到了')
    }))

  it('given a fee to pay, then amount, account and last day stand there', () =>
    on(phone, async page => {
      desk.tracked = {
        ...trackedCase,
        state: 'fee_pending',
        asked: {
          what: 'pay',
          amount: 380,
          payTo: '示例市财政局非税专户',
          by: trackedCase.receivedOn as never,
          declared: false,
          online: true,
        },
      }
      await enter(page)
      for (const text of ['380', '示例市财政局非税专户']) expect(await page.getByText(text).count()).toBeGreaterThan(0)
      await page.getByLabel('缴费时间、流水号等').fill('11 月 6 日，流水号 0001')
      await page.getByRole('button', { name: '我已缴费' }).click()
      await page.getByText('已经收到您的操作').waitFor()
      expect(desk.acts.at(-1)).toMatchObject({ act: 'declarePaid' })
    }))

  it('given one’s own data are asked for, then they stand there whole, and a way to pay leads to the provider', () =>
    on({ viewport: { width: 1280, height: 860 } }, async page => {
      await enter(page)
      const pay = await page.request.get(`${site.url}/a/swj/apply/case/pay`, { maxRedirects: 0 })
      expect([pay.status(), pay.headers()['location']]).toEqual([303, 'https://pay.example.invalid/begin?order=1'])
      await page.getByRole('link', { name: '查阅、复制本机关保存的您的全部信息' }).click()
      await page.getByRole('heading', { level: 1, name: '您的个人信息' }).waitFor()
      expect(await page.getByText('11010519491231002X').count()).toBe(1)
      expect(await violations(page)).toEqual([])
      const file = await page.request.get(`${site.url}/a/swj/apply/case/own-data.json`)
      expect(await file.json()).toMatchObject({ format: 'gongkai.own-data/1', applicant: { name: '张三丰' } })
    }))

  it('given a wrong code, then number and code are said to be wrong alike', () =>
    on(phone, async page => {
      await page.goto(`${site.url}/a/swj/apply/track`)
      await page.getByLabel('受理号').fill('〔2026〕999号')
      await page.getByLabel('查询码').fill('AAAA-AAAA-AAAA')
      await page.getByRole('button', { name: '查询', exact: true }).click()
      await page.getByText('受理号或者查询码不对').first().waitFor()
    }))

  it('every page is within reach of everyone (WCAG 2.2 AA)', () =>
    on({ viewport: { width: 1280, height: 860 } }, async page => {
      await page.goto(`${site.url}/a/swj/apply/track`)
      expect(await violations(page)).toEqual([])
      await enter(page)
      expect(await violations(page)).toEqual([])
      await page.goto(`${site.url}/a/swj/apply/online`)
      expect(await violations(page)).toEqual([])
    }))
})
