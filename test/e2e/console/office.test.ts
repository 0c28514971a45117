import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../support/console-api/fake.ts'
import { violations } from '../support/axe.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { phone, visit, wide } from './visitor.ts'

let opened: OpenBrowser

beforeAll(async () => {
  opened = await openBrowser()
})

afterAll(() => opened?.close())

const docx = (name: string) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: Buffer.from('PK'),
})

const drafts = ['/publications', ...[2001, 2003].map(n => `/publications/${idOf(n)}`)]

describe('the settings', () => {
  it('given a wrong one, says so at its field; a list is chosen by its words and sent in the order chosen', () =>
    visit(opened, { expected: /status of 422/ }, async ({ page, site, open }) => {
      await open('/settings')
      await page.getByRole('heading', { name: '申请的办理' }).waitFor()
      const filing = page.getByLabel('公安备案号')
      await filing.fill('错的')
      await page.getByRole('button', { name: '保存', exact: true }).click()
      await page.locator('.ant-form-item-explain-error', { hasText: '“公安备案号”的写法不对' }).waitFor()
      expect(await filing.evaluate(field => field === document.activeElement)).toBe(true)
      await filing.fill('')
      await page.getByLabel('其他处理的结案事由').click()
      await page.getByTitle('申请人死亡或者终止，无人承受').last().click()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '保存', exact: true }).click()
      await page.getByText('已保存').first().waitFor()
      const sent = site.api.done.findLast(({ id }) => id === 'agencies.setSettings')
      expect(sent?.input.body).toEqual({ values: { 'request.closingGrounds': 'came_in_twice,forwarded' } })
    }))
})

describe('templates of letters', () => {
  it('given a broken template is uploaded, then every finding is shown at once; a good one is then kept', () =>
    visit(opened, { expected: /status of 422/ }, async ({ page, open }) => {
      await open('/letters')
      await page.getByRole('link', { name: /^L04 / }).click()
      const upload = page.locator('input[type=file]')
      await upload.setInputFiles(docx('坏样式.docx'))
      await page.getByText('有 2 处需要修改，没有保存').waitFor()
      await page.getByText('模板缺少必须填写的项目').waitFor()
      await upload.setInputFiles(docx('好样式.docx'))
      await page.getByRole('rowheader', { name: /第 1 稿/ }).waitFor()
    }))

  it('given a newer version of somebody else, when compared and put into force, then it can be undone', () =>
    visit(opened, {}, async ({ page, site, open }) => {
      await open('/letters/L06')
      await page.getByRole('button', { name: '与标准模板比较 第 2 稿' }).click()
      await page.getByText('示例县专用笺').waitFor()
      await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
      await page.getByRole('button', { name: '启用 第 2 稿' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '启用' }).click()
      await page.getByText('已启用').waitFor()
      const inForce = () =>
        site.state.templates.find(({ letter }) => letter === 'L06')?.versions.find(v => v.inForceAt !== null)?.version
      expect(inForce()).toBe(2)
      await page.getByRole('button', { name: '撤销' }).click()
      await expect.poll(inForce).toBe(1)
    }))
})

describe('files past their time', () => {
  it('given old files, then they are listed and can be taken as a file', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/retention')
      await page.getByText('道路养护合同（第 1 标段）').waitFor()
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '导出 CSV' }).click(),
      ])
      expect(saved.suggestedFilename()).toBe('到期卷宗.csv')
    }))
})

describe('drafts to publish (条例44)', () => {
  it('given a proposal was accepted, then its case leads to the draft, which is filled in, refused at its place, and saved', () =>
    visit(opened, { expected: /status of 422/ }, async ({ page, site, open }) => {
      await open(`/requests/${idOf(1006)}`)
      await page.getByRole('link', { name: '查看主动公开草稿' }).click()
      await page.getByRole('heading', { level: 1, name: '污水处理厂扩建工程施工合同' }).waitFor()
      await page.getByText('公开类别、内容概述、信息来源、生成日期').waitFor()
      await page.getByRole('combobox', { name: '信息来源' }).click()
      await page.getByTitle('从其他行政机关获取').click()
      await page.getByText('由制作或者最初获取的机关公开').waitFor()
      await page.getByRole('combobox', { name: '公开类别' }).fill('重大')
      await page.keyboard.press('Enter')
      await page.getByText('第二十条第（十）项').waitFor()
      await page.getByLabel('内容概述').fill('污水处理厂扩建工程的施工合同。')
      await page.getByLabel('生成日期').fill('2026-12-01')
      await page.getByRole('button', { name: '保存', exact: true }).click()
      await page.locator('.ant-form-item-explain-error', { hasText: '在今天（2026-11-20）之后' }).waitFor()
      await page.getByLabel('生成日期').fill('2026-10-08')
      await page.getByRole('button', { name: '保存', exact: true }).click()
      await page.getByText('草稿已保存').waitFor()
      expect(await page.getByText('还需要补充').count()).toBe(0)
      const saved = site.state.publications.find(({ publication }) => publication.id === idOf(2001))?.publication
      expect(saved).toMatchObject({ version: 2, content: { category: 'projects', origin: 'from_organ' } })
      await page.getByRole('link', { name: '〔2026〕6号' }).click()
      await page.getByRole('link', { name: '查看主动公开草稿' }).waitFor()
    }))

  it('given a draft of our own, when begun, given a file and discarded with a reason, then it can only be read', () =>
    visit(opened, { size: phone }, async ({ page, open }) => {
      await open('/publications')
      await page.getByRole('button', { name: '新建草稿' }).click()
      await page.getByLabel('标题').fill('县级储备粮轮换公告')
      await page.getByRole('button', { name: '保存', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: '县级储备粮轮换公告' }).waitFor()
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: '公告.txt', mimeType: 'text/plain', buffer: Buffer.from('公告') })
      await page.getByRole('link', { name: '下载 公告.txt' }).waitFor()
      await page.getByRole('button', { name: '作废' }).click()
      await page.getByRole('dialog').getByLabel('理由').fill('与统计公报重复')
      await page.getByRole('dialog').getByRole('button', { name: '作废' }).click()
      await page.getByText('与统计公报重复').waitFor()
      expect(await page.getByRole('button', { name: '保存', exact: true }).count()).toBe(0)
      expect(await page.getByRole('button', { name: '移除 公告.txt' }).count()).toBe(0)
    }))
})

describe('the calendar of due dates', () => {
  it('given an address is made, then it is shown once, copied, made anew and revoked, and the page says who can read it', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/due-calendar')
      await page.getByText('任何人拿到这个地址').waitFor()
      await page.getByRole('button', { name: '生成地址' }).click()
      await page.getByText(/calendar-feed\/secret-1\.ics$/).waitFor()
      await page.getByText('只显示这一次').waitFor()
      await page.getByRole('button', { name: '换一个地址' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '换一个地址' }).click()
      await page.getByText(/secret-2\.ics$/).waitFor()
      await page.reload()
      await page.getByText('您的订阅地址生成于').waitFor()
      expect(await page.getByText('secret').count()).toBe(0)
      await page.getByRole('button', { name: '停用' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
      await page.getByText('您还没有订阅地址').waitFor()
    }))
})

describe.each([
  ['1280', wide],
  ['390', phone],
] as const)('every page of the office at %s px', (width, size) => {
  it('has no barrier and fits', () =>
    visit(opened, { size }, async ({ page, open }) => {
      for (const path of ['/letters', '/letters/L06', '/retention', '/due-calendar', ...drafts]) {
        await open(path)
        await page.waitForLoadState('networkidle')
        if (path === '/due-calendar') await page.getByRole('button', { name: '生成地址' }).click()
        if (path === '/due-calendar') await page.getByText('您的订阅地址生成于').waitFor()
        expect([path, await violations(page)]).toEqual([path, []])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(Number(width))
      }
    }))
})
