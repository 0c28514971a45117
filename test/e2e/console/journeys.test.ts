import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../support/console-api/fake.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { givePassword, visit } from './visitor.ts'

let opened: OpenBrowser

beforeAll(async () => {
  opened = await openBrowser()
})

afterAll(() => opened?.close())

describe('signing in', () => {
  it('given a page asked for, when signed in with password and one-time code, then that page is shown', () =>
    visit(opened, { outside: true }, async ({ page, site, open }) => {
      await open('/people?role=handler')
      await givePassword(page)
      await page.getByRole('heading', { name: '动态验证码' }).waitFor()
      await page.getByLabel('验证码或恢复码').fill(site.state.totp.generate())
      await page.getByRole('button', { name: '确认' }).click()
      await page.getByRole('heading', { name: '人员' }).waitFor()
      expect(new URL(page.url()).search).toBe('?role=handler')
    }))

  it('given a wrong password, then the sentence of the server is shown and the login is still there', () =>
    visit(opened, { outside: true, expected: /status of 401/ }, async ({ page, open }) => {
      await open('/')
      await page.getByLabel('登录名').fill('chen.ming')
      await page.getByLabel('密码').first().fill('wrong')
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.getByText('登录名或密码不对').waitFor()
      expect(await page.getByLabel('登录名').inputValue()).toBe('chen.ming')
    }))

  it('given a new person, when one-time codes are set up, then recovery codes are shown once and a password is asked', () =>
    visit(opened, { outside: true }, async ({ page, site, open }) => {
      await open('/')
      await givePassword(page, 'sun.li')
      await page.getByRole('button', { name: '开始设置' }).click()
      await page.getByRole('img', { name: '动态验证码的二维码' }).locator('path').first().waitFor()
      await page.getByLabel('应用现在显示的 6 位数字').fill(site.state.totp.generate())
      await page.getByRole('button', { name: '确认' }).click()
      await page.getByText('a3f7-92kd').waitFor()
    }))

  it('given a session that ends while somebody types, when signed in again, then what was typed is still there', () =>
    visit(opened, { expected: /status of 401/ }, async ({ page, site, open }) => {
      await open('/people/new')
      await page.getByLabel('姓名').fill('吴芳')
      site.state.signedIn = false
      const out = { status: 401, code: 'not_signed_in', says: { zh: '请先登录。', en: 'Sign in first.' } }
      site.api.failNext('accounts.addPerson', out)
      await page.getByLabel('登录名').fill('wu.fang')
      await page.getByRole('button', { name: '添加人员' }).click()
      const door = page.getByRole('dialog')
      await door.getByText('刚才填写的内容还在').waitFor()
      await door.getByLabel('登录名').fill('chen.ming')
      await door.getByLabel('密码').first().fill('一把很长的钥匙 for tests 2026')
      await door.getByRole('button', { name: '登录', exact: true }).click()
      await door.getByLabel('验证码或恢复码').fill(site.state.totp.generate())
      await door.getByRole('button', { name: '确认' }).click()
      await door.waitFor({ state: 'hidden' })
      expect(await page.getByLabel('姓名').inputValue()).toBe('吴芳')
    }))

  it('given the link of the first administrator, when agency, name and password are given, then the work list opens', () =>
    visit(opened, { outside: true }, async ({ page, site, open }) => {
      await open('/invitation#first-abcdefghijklmnopqrstuv')
      await page.getByLabel('机关全称').fill('示例县人民政府办公室')
      await page.getByLabel('您的姓名').fill('陈明')
      await page.getByLabel('登录名').fill('chen.ming')
      await page.getByLabel('新密码').first().fill('一把很长的钥匙 for tests 2026')
      await page.getByLabel('再输入一次').first().fill('不一样')
      await page.getByRole('button', { name: '设立第一位系统管理员' }).click()
      await page.getByText('两次输入的密码不一样').waitFor()
      await page.getByLabel('再输入一次').first().fill('一把很长的钥匙 for tests 2026')
      await page.getByRole('button', { name: '设立第一位系统管理员' }).click()
      await page.getByRole('heading', { name: '待办' }).waitFor()
      expect(site.api.done.map(({ id }) => id)).toContain('accounts.acceptInvitation')
    }))
})

describe("an administrator's day", () => {
  it('adds a person: errors at the field, conflicts of roles in a sentence, the link shown once', () =>
    visit(opened, { expected: /status of 4/ }, async ({ page, site, open }) => {
      await open('/people')
      await page.getByRole('button', { name: '添加人员' }).click()
      await page.getByLabel('邮箱').fill('not an address')
      await page.getByRole('button', { name: '添加人员' }).click()
      await page.getByText('有 3 处需要修改').waitFor()
      await page.getByText('请写成 name@example.gov.cn').waitFor()
      await page.getByLabel('登录名').fill('li.na')
      await page.getByLabel('姓名').fill('吴芳')
      await page.getByLabel('邮箱').fill('')
      await page.getByLabel('经办人').check()
      await page.getByLabel('系统管理员').check()
      await page.getByText('三员分立').waitFor()
      await page.getByLabel('系统管理员').uncheck()
      await page.getByRole('button', { name: '添加人员' }).click()
      await page.locator('.ant-form-item-explain-error').getByText('已有人使用').waitFor()
      await page.getByLabel('登录名').fill('wu.fang')
      await page.getByRole('button', { name: '添加人员' }).click()
      await page.getByText('/console/invitation#').waitFor()
      expect(site.state.people.at(-1)).toMatchObject({ login: 'wu.fang', roles: ['handler'], email: null })
      expect(site.state.drafts.has('person-new')).toBe(false)
    }))

  it('deactivates a person only with a reason, which is sent', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open(`/people/${idOf(102)}`)
      await page.getByRole('button', { name: '停用' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: '停用' }).click()
      await dialog.getByText('至少 2 个字').waitFor()
      await dialog.getByLabel('理由').fill('调离本单位')
      await dialog.getByRole('button', { name: '停用' }).click()
      await page.getByRole('button', { name: '恢复' }).waitFor()
      const sent = site.api.done.find(({ id }) => id === 'accounts.deactivatePerson')
      expect(sent?.input).toMatchObject({ body: { reason: '调离本单位' } })
    }))

  it('closes a section and takes it back', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open('/agency/sections')
      await page.getByRole('button', { name: '停用 督查科' }).click()
      await page.getByText('科室已停用').waitFor()
      expect(site.state.sections.find(({ name }) => name === '督查科')?.status).toBe('closed')
      await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
      await page.getByRole('button', { name: '停用 督查科' }).waitFor()
      expect(site.state.sections.find(({ name }) => name === '督查科')?.status).toBe('open')
    }))

  it('moves a section up', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/agency/sections')
      await page.getByRole('button', { name: '上移 政务公开科' }).click()
      await page.getByRole('row').nth(1).getByText('政务公开科').waitFor()
    }))

  it('writes a new version of the guide, sees what changed, and publishes it', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open(`/agency/pages/${idOf(600)}`)
      await page
        .getByLabel('正文')
        .fill('# 指南\n\n<script>alert(1)</script>\n\n![图](x.png) [点](javascript:alert(1))')
      const preview = page.getByRole('region', { name: '预览' })
      await preview.getByRole('heading', { name: '指南' }).waitFor()
      expect(await preview.locator('script, img, a[href^="javascript"]').count()).toBe(0)
      await page.getByRole('button', { name: '保存为新版本' }).click()
      await page.getByText('已保存为第 3 版').waitFor()
      await page.getByRole('button', { name: '与最新版比较 第 1 版' }).click()
      await page.getByRole('dialog').getByText('第 1 版 → 第 3 版').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '发布 第 3 版' }).first().click()
      await page.getByRole('dialog').getByRole('button', { name: '发布 第 3 版' }).click()
      await page.getByText('已发布第 3 版').waitFor()
      expect(site.state.documents[0]).toMatchObject({ shown: 3, latest: 3 })
    }))

  it('edits the calendar by keyboard, sees what would move, and saves', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open('/calendar?year=2027')
      await page.getByLabel('已公布').check()
      await page.getByLabel('通知文号').fill('国办发明电〔2026〕9号')
      await page.getByLabel('节日名称').fill('国庆节')
      await page.locator('[data-day="2027-10-01"]').click()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Space')
      await page.getByRole('button', { name: '看哪些期限会变' }).click()
      await page.getByText('关于老旧小区改造的申请').waitFor()
      await page.getByRole('button', { name: '保存日历' }).click()
      await page.getByText('日历已保存').waitFor()
      expect(site.state.years.find(({ year }) => year === 2027)).toMatchObject({
        state: 'published',
        notice: '国办发明电〔2026〕9号',
        days: [
          { date: '2027-10-01', kind: 'off', name: '国庆节' },
          { date: '2027-10-02', kind: 'work' },
        ],
      })
    }))

  it('tries an import first, reads the rows, then imports', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open('/agencies/import')
      const file = { name: '机关.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK') }
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByRole('button', { name: '试运行' }).click()
      await page.getByText('校验位不对').waitFor()
      await page.getByRole('button', { name: '真正导入' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '真正导入' }).click()
      await page.getByRole('heading', { name: '导入结果' }).waitFor()
      const runs = site.api.done.filter(({ id }) => id === 'agencies.import')
      expect(runs.map(({ input }) => (input.body as { dryRun: boolean }).dryRun)).toEqual([true, false])
    }))

  it('keeps a report and sees its findings at the cells', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/reports')
      const file = { name: '2023.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK') }
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByRole('heading', { name: '核查发现' }).waitFor()
      expect(await page.locator('.mark-error').count()).toBeGreaterThan(0)
    }))
})
