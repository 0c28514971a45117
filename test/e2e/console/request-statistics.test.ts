/** Statistics and supervision: the form as it is printed, and every figure a way to its cases (D§3.7 A6; 条例47). */
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
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

const year = 'from=2026-01-01&until=2026-12-31'

describe('table 三 of all agencies supervised', () => {
  it('given a figure of all, when it is followed, then by agency, and there to just its cases', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/supervision/requests')
      await page.getByRole('link', { name: /表三/ }).click()
      await page.getByRole('heading', { level: 1, name: '所监督机关收到和处理申请情况' }).waitFor()
      await open(`/supervision/requests/tables?${year}`)
      await page.getByRole('link', { name: /予以公开.*自然人.*6 件/ }).click()
      await page.getByRole('heading', { name: /予以公开.*自然人.*各机关/ }).waitFor()
      await page.getByRole('link', { name: /示例县水务局：2 件/ }).click()
      await page.getByRole('heading', { level: 1, name: '依申请公开' }).waitFor()
      expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
        of: idOf(3),
        cell: 'total',
        line: 'granted',
        closedFrom: '2026-01-01',
        closedUntil: '2026-12-31',
        applicantKind: 'natural_person',
      })
    }))

  it('given one agency is chosen, then its table stands there, each figure a way to its cases', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open(`/supervision/requests/tables?${year}&of=${idOf(2)}`)
      await page.getByRole('heading', { level: 2, name: '示例县教育局' }).waitFor()
      const figure = page.getByRole('link', { name: /予以公开.*自然人.*4 件/ })
      expect(await figure.getAttribute('href')).toContain(`of=${idOf(2)}`)
    }))

  it.each([
    ['导出 Excel', /\.xlsx$/],
    ['导出 CSV', /\.csv$/],
  ])('given %s, then a file of all and of each agency', (button, name) =>
    visit(opened, {}, async ({ page, open }) => {
      await open(`/supervision/requests/tables?${year}`)
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ])
      expect(file.suggestedFilename()).toMatch(name)
      const bytes = readFileSync(await file.path())
      const told =
        bytes[0] === 0x50
          ? Object.values(unzipSync(bytes))
              .map(part => strFromU8(part))
              .join('')
          : String(bytes)
      for (const word of ['合计', '示例县教育局', '示例县水务局', '示例县卫生健康局']) expect(told).toContain(word)
    }),
  )
})

describe('statistics of requests', () => {
  it('given a figure of table 三, when it is followed, then the list is narrowed to just its cases', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/statistics/requests?from=2026-01-01&until=2026-12-31')
      await page.getByRole('link', { name: /予以公开.*自然人.*5 件/ }).click()
      await page.getByRole('heading', { level: 1, name: '依申请公开' }).waitFor()
      const search = new URL(page.url()).searchParams
      expect(Object.fromEntries(search)).toEqual({
        cell: 'total',
        line: 'granted',
        closedFrom: '2026-01-01',
        closedUntil: '2026-12-31',
        applicantKind: 'natural_person',
      })
    }))

  it('given an agency supervised was found wrong, then that figure opens a list that says whose cases these are, and can be left', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open(`/supervision/requests?${year}`)
      await page.getByRole('link', { name: '示例县教育局 被复议、诉讼纠正 1' }).click()
      await page.getByText('统计数字由这些申请构成：被复议、诉讼纠正').waitFor()
      await page.getByRole('link', { name: '不再按统计数字筛选' }).click()
      await page.getByText('统计数字由这些申请构成').waitFor({ state: 'detached' })
      expect(new URL(page.url()).searchParams.has('cell')).toBe(false)
    }))

  it('given it is exported, then every part of the page is in one workbook, its figures as numbers', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open(`/statistics/requests?${year}`)
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '导出 Excel' }).click(),
      ])
      const parts = unzipSync(readFileSync(await file.path()))
      const names = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
      for (const name of ['收到和处理申请情况', '办理用时和按期率', '收到渠道', '各月收到和办结'])
        expect(names).toContain(name)
      expect(strFromU8(parts['xl/worksheets/sheet3.xml'] ?? new Uint8Array())).toContain('<v>3</v>')
    }))

  it('given the year 2020, then the form of that year stands there, other results undivided (D§3.6)', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/statistics/requests?from=2020-01-01&until=2020-12-31')
      await page.getByRole('rowheader', { name: '（六）其他处理' }).waitFor()
      expect(await page.getByText('不补正').count()).toBe(0)
    }))

  it.each([
    ['wide', wide],
    ['on a telephone', phone],
  ])('is within reach of everyone and fits, %s', (_, size) =>
    visit(opened, { size }, async ({ page, open }) => {
      for (const path of [
        '/statistics/requests?from=2026-01-01&until=2026-12-31',
        '/supervision/requests',
        '/supervision/requests/tables?from=2026-01-01&until=2026-12-31&cell=requests.granted.natural_person',
      ]) {
        await open(path)
        expect(await violations(page)).toEqual([])
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(over).toBe(0)
      }
    }),
  )
})
