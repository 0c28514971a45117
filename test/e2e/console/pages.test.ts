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

const inside = [
  '/',
  '/notifications',
  '/reports',
  `/reports/${idOf(901)}`,
  '/agency',
  '/agency/sections',
  '/agency/leaders',
  '/agency/pages',
  `/agency/pages/${idOf(600)}`,
  '/agencies',
  '/agencies/new',
  '/agencies/import',
  `/agencies/${idOf(2)}`,
  '/people',
  '/people/new',
  '/people/import',
  `/people/${idOf(101)}`,
  '/delegations',
  '/keys',
  '/settings',
  '/calendar?year=2026',
  '/record',
  '/outbox',
  '/jobs',
  '/help',
  '/me',
  '/nothing-here',
]
const doors = ['/sign-in?trouble=not_linked', '/invitation#first-abcdefghijklmnopqrstuv']

/** What is wrong with a page as it stands: barriers, and a page that must be pushed sideways. */
async function wrongOn(page: Parameters<typeof violations>[0], width: number): Promise<string[]> {
  await page.waitForLoadState('networkidle')
  const found = await violations(page)
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth)
  return scrolls > width ? [...found, `${scrolls} px wide`] : found
}

describe.each([
  ['1280', wide],
  ['390', phone],
] as const)('every page at %s px', (width, size) => {
  it('inside has no barrier and fits', () =>
    visit(opened, { size }, async ({ page, open }) => {
      for (const path of inside) {
        await open(path)
        expect({ path, wrong: await wrongOn(page, Number(width)) }).toEqual({ path, wrong: [] })
      }
    }))

  it('at the door has no barrier and fits', () =>
    visit(opened, { size, outside: true }, async ({ page, open }) => {
      for (const path of doors) {
        await page.goto('about:blank')
        await open(path)
        expect({ path, wrong: await wrongOn(page, Number(width)) }).toEqual({ path, wrong: [] })
      }
    }))

  it('with a question open has no barrier', () =>
    visit(opened, { size }, async ({ page, open }) => {
      await open(`/people/${idOf(102)}`)
      await page.getByRole('button', { name: '停用' }).click()
      await page.getByRole('dialog').waitFor()
      expect(await wrongOn(page, Number(width))).toEqual([])
      await open('/record')
      await page.getByRole('button', { name: '第 62 条的详情' }).click()
      await page.getByRole('dialog').waitFor()
      expect(await wrongOn(page, Number(width))).toEqual([])
    }))
})

describe('on a phone', () => {
  it('the navigation comes when called and goes when used', () =>
    visit(opened, { size: phone }, async ({ page, open }) => {
      await open('/')
      await page.getByRole('button', { name: '菜单' }).click()
      await page.getByRole('dialog').getByRole('link', { name: '科室' }).click()
      await page.getByRole('heading', { name: '科室', exact: true }).waitFor()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }))
})
