/** Statistics and supervision: the form as it is printed, and every figure a way to its cases (D§3.7 A6; 条例47). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violations } from '../support/axe.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { phone, visit, wide } from './visitor.ts'

let opened: OpenBrowser
beforeAll(async () => {
  opened = await openBrowser()
})
afterAll(() => opened?.close())

describe('statistics of requests', () => {
  it('given a figure of table 三, when it is followed, then the list is narrowed to just its cases', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/statistics/requests?from=2026-01-01&until=2026-12-31')
      await page.getByRole('link', { name: /予以公开.*自然人.*5 件/ }).click()
      await page.getByRole('heading', { level: 1, name: '依申请公开' }).waitFor()
      const search = new URL(page.url()).searchParams
      expect(Object.fromEntries(search)).toEqual({
        kind: 'request',
        line: 'granted',
        closedFrom: '2026-01-01',
        closedUntil: '2026-12-31',
        applicantKind: 'natural_person',
      })
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
      for (const path of ['/statistics/requests?from=2026-01-01&until=2026-12-31', '/supervision/requests']) {
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
