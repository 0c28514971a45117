import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

describe.each([
  ['1280', wide],
  ['390', phone],
] as const)('every page of the office at %s px', (width, size) => {
  it('has no barrier and fits', () =>
    visit(opened, { size }, async ({ page, open }) => {
      for (const path of ['/letters', '/letters/L06', '/retention']) {
        await open(path)
        await page.waitForLoadState('networkidle')
        expect([path, await violations(page)]).toEqual([path, []])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(Number(width))
      }
    }))
})
