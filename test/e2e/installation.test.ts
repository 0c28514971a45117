/** The whole installation as it is built and started, from the first link to what the public reads. */
import { Secret, TOTP } from 'otpauth'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from './support/browser.ts'
import { type RunningInstallation, startInstallation } from './support/installation.ts'
import { look, person } from './support/person.ts'

let opened: OpenBrowser
let empty: RunningInstallation
let demo: RunningInstallation

beforeAll(async () => {
  ;[opened, empty, demo] = await Promise.all([openBrowser(), startInstallation(), startInstallation('--demo')])
})

afterAll(async () => {
  await opened?.close()
  const ends = await Promise.all([empty?.close(), demo?.close()])
  expect(ends).toEqual([0, 0])
})

const password = '一把很长的钥匙 for tests 2026'
/** What a one-time link that was used is answered with. */
const gone = { expected: /status of 410/ }

/** Sets one-time codes up from where the page offers to begin, until the recovery codes were shown. */
async function setUpCodes(page: Page): Promise<void> {
  await page.getByRole('button', { name: '开始设置' }).click()
  const secret = (await page.locator('.c-secret').innerText()).replaceAll(' ', '')
  await page.getByRole('img', { name: '动态验证码的二维码' }).locator('path').first().waitFor()
  await look(page)
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  await page.getByLabel('应用现在显示的 6 位数字').fill(code)
  await page.getByRole('button', { name: '确认' }).click()
  await page.getByRole('heading', { name: '请保存恢复码' }).waitFor()
  expect(await page.locator('.c-codes li').count()).toBeGreaterThan(4)
  await look(page)
  await page.getByRole('button', { name: '已保存，继续' }).click()
}

function linkOf({ links }: RunningInstallation, words = ''): string {
  const found = links.find(({ line }) => line.includes(words))
  if (!found) throw new Error(`no link for ${words}`)
  return found.link
}

async function isRefused(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('alert').getByText('这个一次性链接无效、已用过或已过期').waitFor()
}

describe('the first start', () => {
  it('given an empty installation, when the printed link is opened, then its administrator comes in with two factors', () =>
    person(opened, {}, async page => {
      expect(empty.links).toHaveLength(1)
      await page.goto(linkOf(empty))
      await page.getByRole('heading', { name: '设立第一位系统管理员' }).waitFor()
      await look(page)
      await page.getByLabel('机关全称').fill('试验县人民政府')
      await page.getByLabel('行政区划代码').fill('639922')
      await page.getByLabel('您的姓名').fill('陈明')
      await page.getByLabel('登录名').fill('chen.ming')
      await page.getByLabel('新密码').first().fill(password)
      await page.getByLabel('再输入一次').first().fill(password)
      await page.getByRole('button', { name: '设立第一位系统管理员' }).click()
      await page.getByRole('heading', { name: '设置动态验证码' }).waitFor()
      await look(page)
      await setUpCodes(page)
      await page.getByRole('heading', { name: '待办' }).waitFor()
      await look(page)
    }))

  it('given the link was used, when it is opened again, then a sentence says so', () =>
    person(opened, gone, page => isRefused(page, linkOf(empty))))
})

/** Opens a link of the demonstration and stands in the console. */
async function enterDemo(page: Page, words: string): Promise<void> {
  await page.goto(linkOf(demo, words))
  await page.getByRole('heading', { name: '进入演示' }).waitFor()
  await page.getByRole('button', { name: '进入', exact: true }).click()
  await page.getByRole('heading', { name: '待办' }).waitFor()
}

async function go(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
}

describe('the demonstration', () => {
  it('given a program that asks the root of the API, then it is told where the description is, and how people come in', async () => {
    const answer = await fetch(`${demo.url}/api/v1/`, { headers: { Accept: 'application/json' } })
    expect(await answer.json()).toEqual({ openapi: '/api/v1/openapi.json', oidc: false })
  })

  it('given the link of a handler, when it is opened, then the handler is in, goes out again, and the link is spent', () =>
    person(opened, gone, async page => {
      expect(demo.links.length).toBeGreaterThan(30)
      await page.goto(linkOf(demo, '叶青禾'))
      await page.getByRole('button', { name: '进入', exact: true }).waitFor()
      await look(page)
      await page.getByRole('button', { name: '进入', exact: true }).click()
      await page.getByRole('heading', { name: '待办' }).waitFor()
      await look(page)
      await page.getByRole('button', { name: '我的 叶青禾' }).click()
      await page.getByRole('menuitem', { name: '退出登录' }).click()
      await page.getByRole('heading', { name: '登录' }).waitFor()
      await look(page)
      await isRefused(page, linkOf(demo, '叶青禾'))
      await look(page)
    }))
})

describe('an applicant with an account (design §9)', () => {
  /** What the telephone of the first journey keeps. */
  let state: Awaited<ReturnType<BrowserContext['storageState']>>

  it('given the link of the demonstration, on a telephone without scripts, then one list holds the requests to all agencies, and one is corrected from it', () =>
    person(opened, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } }, async page => {
      const fits = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      await page.goto(linkOf(demo, '申请人账户'))
      await fits()
      await page.getByRole('button', { name: '进入' }).click()
      await page.getByRole('heading', { level: 1, name: '我的申请' }).waitFor()
      for (const agency of ['示例县教育局', '示例县卫生健康局', '示例县人民政府']) {
        expect(await page.locator('.mine').getByText(agency).count()).toBeGreaterThan(0)
      }
      await fits()
      await page.locator('.mine > li').filter({ hasText: '需要您补正' }).first().getByRole('link').click()
      await page.getByLabel('补正内容').fill('2025 年 1 月至 6 月')
      await page.getByRole('button', { name: '补正', exact: true }).click()
      await page.getByText('已经收到您的操作').waitFor()
      await fits()
      await page.getByRole('link', { name: '返回我的申请' }).click()
      await page.getByRole('link', { name: '账户和个人信息' }).click()
      await page.getByRole('heading', { level: 1, name: '账户和个人信息' }).waitFor()
      await fits()
      state = await page.context().storageState()
    }))

  it('given the same browser, then its pages are within reach of everyone, and signed out it finds neither them nor the link', () =>
    person(opened, { storageState: state, expected: /status of 404/ }, async page => {
      await page.goto(`${demo.url}/a/xzf/apply/mine`)
      await look(page)
      await page.locator('.mine').getByRole('link').first().click()
      await page.getByRole('link', { name: '返回我的申请' }).waitFor()
      await look(page)
      await page.goto(`${demo.url}/a/xzf/apply/account`)
      await look(page)
      await page.getByRole('button', { name: '退出登录' }).click()
      await page.getByText('本站没有接通邮件和短信').waitFor()
      await look(page)
      expect((await page.goto(linkOf(demo, '申请人账户')))?.status()).toBe(404)
    }))
})

describe("an administrator's day", () => {
  const login = 'wu.fang'
  let invitation: string

  it('the system administrator sets up one-time codes, adds a person, whose link shows once, and renames a section', () =>
    person(opened, {}, async page => {
      await enterDemo(page, '季维新')
      await page.goto(`${demo.url}/console/me`)
      await page.getByRole('button', { name: '设置动态验证码' }).click()
      await setUpCodes(page)
      await page.getByText('已启用', { exact: true }).waitFor()
      await look(page)

      await go(page, '人员')
      await page.getByRole('cell', { name: 'xzf.leader' }).waitFor()
      await look(page)
      await page.getByRole('button', { name: '添加人员' }).click()
      await page.getByRole('heading', { name: '添加人员' }).waitFor()
      await page.getByLabel('姓名').fill('吴芳')
      await page.getByLabel('登录名').fill(login)
      await look(page)
      await page.getByRole('button', { name: '添加人员' }).click()
      invitation = await page.getByText('/console/invitation#').innerText()
      expect(invitation).toContain(demo.url)
      await look(page)
      await page.getByRole('button', { name: '返回人员列表' }).click()
      await page.getByRole('link', { name: '吴芳' }).click()
      await page.getByRole('heading', { name: '吴芳' }).waitFor()
      expect(await page.getByText('/console/invitation#').count()).toBe(0)
      await look(page)

      await go(page, '科室')
      await page.getByRole('button', { name: '改名 秘书科' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('名称').fill('秘书信息科')
      await dialog.getByRole('button', { name: '保存' }).click()
      await page.getByRole('rowheader', { name: '秘书信息科' }).waitFor()
      await look(page)
    }))

  it('the new person opens the account with that link, which then is spent', () =>
    person(opened, gone, async page => {
      await page.goto(invitation)
      await page.getByRole('heading', { name: '开通账号' }).waitFor()
      await look(page)
      await page.getByLabel('新密码').first().fill(password)
      await page.getByLabel('再输入一次').first().fill(password)
      await page.getByRole('button', { name: '开通账号' }).click()
      await page.getByRole('heading', { name: '待办' }).waitFor()
      await page.context().clearCookies()
      await isRefused(page, invitation)
      await page.getByRole('link', { name: '去登录' }).click()
      await page.getByLabel('登录名').fill(login)
      await page.getByLabel('密码').first().fill(password)
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.getByRole('heading', { name: '待办' }).waitFor()
    }))

  it('the security administrator grants a role', () =>
    person(opened, {}, async page => {
      await enterDemo(page, '常安宁')
      await go(page, '人员')
      await page.getByRole('link', { name: '吴芳' }).click()
      await page.getByLabel('经办人').check()
      await look(page)
      await page.getByRole('button', { name: '保存' }).click()
      await page.getByText('已保存', { exact: true }).waitFor()
      await page.reload()
      await page.getByRole('heading', { name: '吴芳' }).waitFor()
      expect(await page.getByLabel('经办人').isChecked()).toBe(true)
    }))

  it('a handler writes the guide anew, another publishes it, and the public reads it without scripts', async () => {
    const sentence = '申请人可以到一楼大厅当面递交申请。'
    await person(opened, {}, async page => {
      await enterDemo(page, '孟思远')
      await go(page, '指南与页面')
      await page.getByRole('link', { name: /公开指南/ }).waitFor()
      await look(page)
      await page.getByRole('link', { name: /公开指南/ }).click()
      const body = page.getByLabel('正文')
      await body.fill(`${await body.inputValue()}\n\n${sentence}\n`)
      await page.getByRole('region', { name: '预览' }).getByText(sentence).waitFor()
      await look(page)
      await page.getByRole('button', { name: '保存为新版本' }).click()
      await page.getByText('已保存为第 2 版').waitFor()
      expect(await page.getByRole('button', { name: /^发布/ }).count()).toBe(0)
    })
    const guide = `${demo.url}/a/xzf/guide`
    await person(opened, { javaScriptEnabled: false }, async page => {
      await page.goto(guide)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await page.getByText(sentence).count()).toBe(0)
    })
    await person(opened, {}, async page => {
      await enterDemo(page, '方晓棠')
      await go(page, '指南与页面')
      await page.getByRole('link', { name: /公开指南/ }).click()
      await page.getByRole('button', { name: '与最新版比较 第 1 版' }).click()
      await page.getByRole('dialog').getByText(sentence).waitFor()
      await look(page)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '发布 第 2 版' }).first().click()
      await page.getByRole('dialog').getByRole('button', { name: '发布 第 2 版' }).click()
      await page.getByText('已发布第 2 版').waitFor()
      await look(page)
    })
    await person(opened, { javaScriptEnabled: false }, async page => {
      await page.goto(guide)
      await page.getByText(sentence).waitFor()
    })
  })

  it('the audit administrator sees what the others did, and finds the record whole', () =>
    person(opened, {}, async page => {
      await enterDemo(page, '简公明')
      await go(page, '审计记录')
      for (const act of ['添加人员', '修改人员', '发布']) await page.getByRole('cell', { name: act }).first().waitFor()
      await look(page)
      await page.getByRole('button', { name: '核验完整性' }).click()
      await page.getByText('条记录前后相连，未被改动').waitFor()
      await page
        .getByRole('button', { name: /条的详情/ })
        .first()
        .click()
      await page.getByRole('dialog').getByText('校验值').waitFor()
      await look(page)
    }))
})

describe('the public', () => {
  const read: string[] = []
  const scriptless = { javaScriptEnabled: false, expected: /status of 404/ }

  it.each([1280, 390])('goes without scripts, at %i px, from the list of agencies to the tables of a report', width =>
    person(opened, { viewport: { width, height: 900 }, ...scriptless }, async page => {
      read.length = 0
      const here = async (title: string | RegExp) => {
        await page.getByRole('heading', { level: 1, name: title }).waitFor()
        read.push(page.url())
      }
      const follow = async (name: string | RegExp, title: string | RegExp = name) => {
        await page.getByRole('link', { name }).first().click()
        await here(title)
      }
      await page.goto(demo.url)
      await here('机关名录')
      await follow('示例县教育局', '政府信息公开')
      await follow('政府信息公开指南')
      await follow('政府信息公开制度')
      await follow(/^县教育局/)
      await follow('政府信息公开年报')
      await follow(/20\d\d年政府信息公开工作年度报告/)
      expect(await page.getByRole('table').count()).toBe(3)
      const answer = await page.goto(`${demo.url}/a/jyj/nothing-here`)
      expect(answer?.status()).toBe(404)
      await here(/./)
    }),
  )

  it('finds no barrier on these pages, and none is wider than the window', () =>
    person(opened, { expected: /status of 404/ }, async page => {
      expect(read).toHaveLength(8)
      for (const address of read) {
        await page.goto(address)
        await look(page)
      }
    }))
})
