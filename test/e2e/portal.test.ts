import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyAgency, fullAgency, type TestAgency } from '../support/portal.ts'
import { fullPaths } from '../web/agencies/support.ts'
import { violations } from './support/axe.ts'
import { type OpenBrowser, openBrowser } from './support/browser.ts'
import { servePortal } from './support/portal.ts'
import type { ServedSite } from './support/site.ts'

let opened: OpenBrowser
let site: ServedSite

/** Names nobody has thought of: they must break nowhere. */
function longAgency(): TestAgency {
  const empty = emptyAgency()
  const name = `${'示例自治州示例市示例区'.repeat(6)}管理委员会`
  const office = { ...empty.agency.office, name: 'Administration'.repeat(12), address: '很长的地址'.repeat(30) }
  const documents = fullAgency().documents.map(d => ({ ...d, title: `${d.title}${'（试行）'.repeat(40)}` }))
  return { ...empty, agency: { ...empty.agency, slug: 'long', id: 'long', name, office }, documents }
}

beforeAll(async () => {
  ;[opened, site] = await Promise.all([openBrowser(), servePortal([fullAgency(), emptyAgency(), longAgency()])])
})

afterAll(async () => {
  await Promise.all([opened?.close(), site?.close()])
})

const widths = { wide: 1280, phone: 390 } as const
const sizes = (width: number): BrowserContextOptions => ({ viewport: { width, height: 860 }, reducedMotion: 'reduce' })

/** A visitor; a complaint of the browser or a call to elsewhere fails the test. */
async function visitor(options: BrowserContextOptions, journey: (page: Page) => Promise<void>, cookies = '') {
  const context = await opened.browser.newContext(options)
  const [name, value] = cookies.split('=')
  if (name && value) await context.addCookies([{ name, value, url: site.url }])
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  page.on('request', request => {
    if (!/^data:/.test(request.url()) && new URL(request.url()).origin !== site.url) complaints.push(request.url())
  })
  try {
    await journey(page)
    expect(complaints).toEqual([])
  } finally {
    await context.close()
  }
}

const pages = [
  '/',
  ...fullPaths.map(path => `/a/swj${path}`),
  ...['/', '/guide', '/rules', '/catalogue/budget', '/reports'].map(path => `/a/kbz${path}`),
  ...['/', '/rules', '/rules/review', '/contact', '/apply/form'].map(path => `/a/long${path}`),
]

/** One of each kind: enough for what a mode or a language changes. */
const kinds = ['/', '/guide', '/apply', '/apply/form', '/reports', `${fullPaths.at(-2)}`].map(path => `/a/swj${path}`)

async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** No page of the portal has a script (test/web/agencies); axe itself needs the browser to run one. */
describe.each(Object.entries(widths))('%s', (_, width) => {
  it('every page fits its width and is clean to axe', () =>
    visitor(sizes(width), async page => {
      const wrong: string[] = []
      for (const path of pages) {
        await page.goto(site.url + path)
        if ((await overflow(page)) > 0) wrong.push(`${path}: wider than the window`)
        wrong.push(...(await violations(page)).map(violation => `${path}: ${violation}`))
      }
      expect(wrong).toEqual([])
    }))

  it.each(['mode=elder', 'mode=accessible', 'lang=en'])('so it is with %s', cookie =>
    visitor(
      sizes(width),
      async page => {
        const wrong: string[] = []
        for (const path of [...kinds, '/a/long/']) {
          await page.goto(site.url + path)
          if ((await overflow(page)) > 0) wrong.push(`${path}: wider than the window`)
          wrong.push(...(await violations(page)).map(violation => `${path}: ${violation}`))
        }
        expect(wrong).toEqual([])
      },
      cookie,
    ),
  )
})

describe('a reader without scripts', () => {
  const plain = { ...sizes(widths.wide), javaScriptEnabled: false }

  it('goes from the list of agencies to a rule, and finds it by the search as well', () =>
    visitor(plain, async page => {
      await page.goto(site.url)
      await page.getByRole('link', { name: '示例市水务局' }).click()
      await page
        .getByRole('navigation', { name: '政府信息公开栏目' })
        .getByRole('link', { name: '政府信息公开制度' })
        .click()
      await page.getByRole('link', { name: '政府信息公开审查制度' }).click()
      await page.getByRole('heading', { name: '政府信息公开审查制度' }).waitFor()
      await page.getByRole('searchbox').fill('审查制度')
      await page.getByRole('button', { name: '搜索' }).click()
      await page.getByRole('link', { name: '政府信息公开审查制度' }).click()
      expect(new URL(page.url()).pathname).toBe('/a/swj/rules/review')
    }))

  it('chooses large type once and keeps it', () =>
    visitor(plain, async page => {
      await page.goto(`${site.url}/a/swj/guide`)
      const before = await page
        .getByRole('heading', { level: 1 })
        .evaluate(h => Number.parseFloat(getComputedStyle(h).fontSize))
      await page.getByRole('link', { name: '长辈版' }).click()
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/a/swj/guide')
      const after = await page
        .getByRole('heading', { level: 1 })
        .evaluate(h => Number.parseFloat(getComputedStyle(h).fontSize))
      expect(after).toBeGreaterThan(before * 1.3)
      await page
        .getByRole('link', { name: '联系我们' })
        .or(page.getByRole('link', { name: '网站地图' }))
        .first()
        .click()
      expect(await page.locator('html').getAttribute('class')).toBe('portal mode-elder')
    }))

  it('goes back to a page and sees it changed mode, though the browser has a copy', () =>
    visitor(plain, async page => {
      await page.goto(`${site.url}/a/swj/guide`)
      await page.goto(`${site.url}/a/swj/rules?mode=accessible`)
      await page.goto(`${site.url}/a/swj/guide`)
      expect(await page.locator('html').getAttribute('class')).toBe('portal mode-accessible')
    }))

  it('skips to the content by keyboard', () =>
    visitor(plain, async page => {
      await page.goto(`${site.url}/a/swj/guide`)
      await page.keyboard.press('Tab')
      const skip = page.getByRole('link', { name: '跳到正文' })
      expect(await skip.evaluate(link => link === document.activeElement)).toBe(true)
      expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      const inside = await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))
      expect(inside).toBe(true)
    }))
})

describe('on paper', () => {
  const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length

  it.each(['/a/swj/guide', '/a/swj/apply/form', `/a/swj${fullPaths.at(-1)}`])(
    '%s leaves out what can only be pressed',
    path =>
      visitor(sizes(widths.wide), async page => {
        await page.goto(site.url + path)
        await page.emulateMedia({ media: 'print' })
        for (const name of ['政府信息公开栏目', '显示方式和语言', '当前位置']) {
          expect(await page.getByRole('navigation', { name }).count()).toBe(0)
        }
        expect(await page.getByRole('searchbox').count()).toBe(0)
        expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
      }),
  )

  it('the blank form takes no more than a sheet, front and back', () =>
    visitor(sizes(widths.wide), async page => {
      await page.goto(`${site.url}/a/swj/apply/form`)
      expect(pagesOf(await page.pdf({ format: 'A4' }))).toBeLessThanOrEqual(2)
    }))
})
