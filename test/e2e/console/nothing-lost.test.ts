import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { visit } from './visitor.ts'

let opened: OpenBrowser

beforeAll(async () => {
  opened = await openBrowser()
})

afterAll(() => opened?.close())

describe('what is typed', () => {
  it('given a reload, is back, says so, and can be dropped', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open('/people/new')
      await page.getByLabel('姓名').fill('吴芳')
      await page.getByText('自动保存').waitFor()
      await page.reload()
      await page.getByText('尚未提交的内容').waitFor()
      expect(await page.getByLabel('姓名').inputValue()).toBe('吴芳')
      await page.getByRole('button', { name: '丢弃草稿' }).click()
      await page.getByText('草稿已丢弃').waitFor()
      expect(await page.getByLabel('姓名').inputValue()).toBe('')
      expect(site.state.drafts.size).toBe(0)
    }))

  it('given an answer that never came, stays; tried again it is done once, under the same key', () =>
    visit(opened, { expected: /status of 502/ }, async ({ page, site, open }) => {
      await open('/agency/sections')
      const keys: (string | undefined)[] = []
      page.on('request', request => {
        if (request.method() === 'POST' && request.url().endsWith('/sections'))
          keys.push(request.headers()['idempotency-key'])
      })
      await page.getByLabel('名称').fill('信访科')
      site.api.failNext('agencies.addSection', null)
      await page.getByRole('button', { name: '添加科室' }).click()
      await page.getByText('服务器答复 502').waitFor()
      expect(await page.getByLabel('名称').inputValue()).toBe('信访科')
      await page.getByRole('button', { name: '添加科室' }).click()
      await page.getByText('科室已添加').waitFor()
      expect(keys).toHaveLength(2)
      expect(new Set(keys).size).toBe(1)
    }))

  it('given a change by somebody else meanwhile, stays, and the mend is said', () =>
    visit(opened, { expected: /status of 409/ }, async ({ page, site, open }) => {
      await open('/agency')
      await page.getByLabel('联系电话').fill('0571-99999999')
      const mine = site.state.agencies[0]
      if (mine) mine.version = 7
      await page.getByRole('button', { name: '保存' }).click()
      await page.getByText('已被他人修改').waitFor()
      expect(await page.getByLabel('联系电话').inputValue()).toBe('0571-99999999')
    }))

  it('given a password half typed, when the page is left, then it is asked first', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/me')
      await page.getByLabel('现在的密码').fill('half')
      await page.getByRole('link', { name: '待办' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '留在这一页' }).click()
      expect(await page.getByLabel('现在的密码').inputValue()).toBe('half')
      await page.getByRole('link', { name: '待办' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '仍然离开' }).click()
      await page.getByRole('heading', { name: '待办' }).waitFor()
    }))
})

describe('lists', () => {
  it('keep search and sorting in the address, and go by pages', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/people')
      await page.getByLabel('姓名或登录名').fill('李')
      await page.waitForURL(/q=/)
      await page.getByRole('row', { name: /王强/ }).waitFor({ state: 'hidden' })
      await page.reload()
      await page.getByRole('row', { name: /李娜/ }).waitFor()
      expect(await page.getByLabel('姓名或登录名').inputValue()).toBe('李')
      await open('/people?sort=name.down')
      expect(await page.locator('th[aria-sort=descending]').innerText()).toContain('姓名')
      await open('/record')
      await page.getByRole('button', { name: '下一页' }).click()
      await page.getByText('本页 12 条').waitFor()
    }))

  it('give all rows as a file, not only those of the page', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/record')
      await page.getByText('本页 50 条').waitFor()
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '导出 CSV' }).click(),
      ])
      const text = readFileSync(await file.path(), 'utf8')
      expect(text.trim().split('\r\n')).toHaveLength(63)
    }))
})

describe('the frame', () => {
  it('shows only what this person may do', () =>
    visit(
      opened,
      { without: ['accounts.addPerson', 'desk.events', 'agencies.changeSection'] },
      async ({ page, open }) => {
        await open('/people')
        expect(await page.getByRole('button', { name: '添加人员' }).count()).toBe(0)
        expect(await page.getByRole('link', { name: '审计记录' }).count()).toBe(0)
        await open('/agency/sections')
        await page.getByRole('row', { name: /督查科/ }).waitFor()
        expect(await page.getByRole('button', { name: /停用/ }).count()).toBe(0)
      },
    ))

  it('works by keys: search, going places, the list of keys, and without them when switched off', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/')
      await page.keyboard.press('/')
      await page.keyboard.type('指南')
      await page.getByRole('link', { name: /政府信息公开指南.*第 2 版/ }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('heading', { name: '待办' }).click()
      await page.keyboard.press('g')
      await page.keyboard.press('p')
      await page.getByRole('heading', { name: '人员' }).waitFor()
      await page.keyboard.press('?')
      await page.getByRole('dialog').getByLabel('使用快捷键').uncheck()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await page.keyboard.press('?')
      expect(await page.getByRole('dialog').count()).toBe(0)
    }))

  it('speaks English when asked, and has large type', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/people?lang=en')
      await page.getByRole('heading', { name: 'People' }).waitFor()
      await page.getByRole('button', { name: /陈明/ }).click()
      await page.getByRole('menuitem', { name: 'Large type' }).click()
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('20px')
      await page.reload()
      await page.getByRole('heading', { name: 'People' }).waitFor()
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('20px')
    }))
})
