/** People at a browser: what the browser complains of, and what a page shows wrong, is kept for the test to ask. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { violations } from './axe.ts'
import type { OpenBrowser } from './browser.ts'

const widths = [1280, 390] as const
const height = 900
/** Milliseconds until what does not show is missing. */
export const patience = 30_000
/** From here on an answer is the program's own fault. */
const fault = 500

interface Options extends BrowserContextOptions {
  /** Complaints that are part of the journey. */
  readonly expected?: RegExp
}

/** Runs a journey in a browser of its own person; any complaint of that browser fails it. */
export async function person(
  { browser }: OpenBrowser,
  { expected = /^$/, ...options }: Options,
  journey: (page: Page) => Promise<void>,
): Promise<void> {
  const viewport = { width: widths[0], height }
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  page.on('response', answer => answer.status() >= fault && complaints.push(`${answer.status()} ${answer.url()}`))
  try {
    await journey(page)
    expect(complaints.filter(text => !expected.test(text))).toEqual([])
  } finally {
    await context.close()
  }
}

/** Holds the page as it stands against axe and against the window, on a desk and on a telephone. */
export async function look(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('.c-loading').first().waitFor({ state: 'detached' })
  const before = page.viewportSize()
  const wrong: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height })
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth)
    if (scrolls > width) wrong.push(`${scrolls} px wide at ${width}`)
    wrong.push(...(await violations(page)).map(violation => `${width}: ${violation}`))
  }
  if (before) await page.setViewportSize(before)
  expect({ page: page.url(), wrong }).toEqual({ page: page.url(), wrong: [] })
}

/** The same for a page that stands without scripts, which axe cannot do without: its copy is looked at, opened with them. */
export async function lookBeside({ browser }: OpenBrowser, page: Page): Promise<void> {
  const body = await page.content()
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  try {
    const copy = await context.newPage()
    await copy.route(page.url(), route => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
    await copy.goto(page.url())
    await look(copy)
  } finally {
    await context.close()
  }
}
