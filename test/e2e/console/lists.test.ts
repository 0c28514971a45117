/** Lists taken in and out, the record read by name, and agencies closed. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limitsWith, readPaper } from '../../../src/platform/documents/index.ts'
import { idOf } from '../../support/console-api/fake.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { phone, visit, wide } from './visitor.ts'

let opened: OpenBrowser

beforeAll(async () => {
  opened = await openBrowser()
})

afterAll(() => opened?.close())

describe('a list as a file', () => {
  it('comes as a workbook or as CSV, all of it, and the writer of workbooks only when it is asked for', () =>
    visit(opened, {}, async ({ page, open }) => {
      const asked: string[] = []
      page.on('request', request => asked.push(request.url()))
      await open('/record')
      expect(asked.filter(url => /xlsx/.test(url))).toEqual([])
      const [workbook] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '导出 Excel' }).click(),
      ])
      expect(workbook.suggestedFilename()).toBe('审计记录.xlsx')
      const paper = await readPaper(readFileSync(await workbook.path()), limitsWith({}))
      const [grid] = paper.blocks.filter(block => block.kind === 'grid')
      // 62 entries on two pages, and the heads.
      expect(new Set(grid?.cells.map(({ row }) => row)).size).toBe(63)
      expect(grid?.cells.map(({ text }) => text)).toContain('人员 李娜')
      const [csv] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '导出 CSV' }).click(),
      ])
      expect(csv.suggestedFilename()).toBe('审计记录.csv')
    }))
})

describe.each([
  ['1280', wide],
  ['390', phone],
] as const)('at %s px', (_, size) => {
  it('given a browser in another language, then days in the record are typed as the page writes them', () =>
    visit(opened, { size: { ...size, locale: 'de-DE' } }, async ({ page, site, open }) => {
      await open('/record')
      const from = page.getByLabel('起')
      expect(await from.getAttribute('placeholder')).toBe('年-月-日')
      await from.fill('2026年11月3日')
      await from.press('Enter')
      await page.waitForURL(/from=2026-11-03/)
      expect(await from.inputValue()).toBe('2026-11-03')
      await from.fill('11/03')
      await page.getByLabel('止').focus()
      await page.getByText('请写成 2026-11-23 这样').waitFor()
      expect(site.api.faults).toEqual([])
    }))

  it('closes an agency only with a reason, says so, and takes it back', () =>
    visit(opened, { size }, async ({ page, site, open }) => {
      await open(`/agencies/${idOf(2)}`)
      await page.getByRole('button', { name: '撤并机关' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: '撤并机关' }).click()
      await dialog.getByText('请写明理由').waitFor()
      await dialog.getByRole('textbox').fill('并入县文化局')
      await dialog.getByRole('button', { name: '撤并机关' }).click()
      await page.getByText('这个机关已撤并').waitFor()
      await page.getByRole('button', { name: '撤销' }).click()
      await page.getByText('这个机关已撤并').waitFor({ state: 'detached' })
      const acts = site.api.done.filter(({ id }) => /agencies\.(?:close|reopen)/.test(id))
      expect(acts.map(({ id, input }) => [id, input.body])).toEqual([
        ['agencies.close', { reason: '并入县文化局' }],
        ['agencies.reopen', undefined],
      ])
      expect(site.state.agencies.find(({ id }) => id === idOf(2))?.status).toBe('open')
    }))

  it('imports people: tried, read row by row, taken in, their links to be saved once', () =>
    visit(opened, { size }, async ({ page, site, open }) => {
      await open('/people')
      await page.getByRole('button', { name: '从表格导入' }).click()
      await page.getByRole('heading', { name: '从表格导入人员' }).waitFor()
      const file = { name: '人员.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK') }
      await page.locator('input[type=file]').setInputFiles(file)
      await page.getByRole('button', { name: '试运行' }).click()
      await page.getByText('角色由安全管理员授予').waitFor()
      expect(await page.getByText('只显示这一次').count()).toBe(0)
      await page.getByRole('button', { name: '真正导入' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '真正导入' }).click()
      await page.getByText('只显示这一次').waitFor()
      const [links] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '保存链接（CSV）' }).click(),
      ])
      expect(readFileSync(await links.path(), 'utf8')).toContain('吴芳 wu.fang,https://')
      const runs = site.api.done.filter(({ id }) => id === 'accounts.importPeople')
      expect(runs.map(({ input }) => (input.body as { dryRun: boolean }).dryRun)).toEqual([true, false])
    }))

  it('compares versions by what changed; what did not opens with one click', () =>
    visit(opened, { size }, async ({ page, open }) => {
      await open(`/agency/pages/${idOf(600)}`)
      await page.getByRole('button', { name: '与最新版比较 第 1 版' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText('国家档案馆、公共图书馆').waitFor()
      const unchanged = dialog.getByText('为了更好地提供政府信息公开服务', { exact: false })
      expect(await unchanged.isVisible()).toBe(false)
      await dialog.getByText('行没有变化').click()
      expect(await unchanged.isVisible()).toBe(true)
    }))
})
