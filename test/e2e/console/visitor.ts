/** Somebody at the console: a fresh browser on a fresh made-up API; what the page complains of fails the test. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { password } from '../../support/console-api/accounts.ts'
import { type MadeUp, startMadeUp } from '../../support/console-api/index.ts'
import type { OpenBrowser } from '../support/browser.ts'
import { patience } from '../support/person.ts'

export const wide = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' } as const
export const phone = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' } as const

interface Options {
  readonly size?: BrowserContextOptions
  /** Contracts this person may not carry out. */
  readonly without?: readonly string[]
  /** Stands at the door instead of inside. */
  readonly outside?: boolean
  /** Answers of these states are part of the journey and no complaint. */
  readonly expected?: RegExp
}

export interface Visit {
  readonly page: Page
  readonly site: MadeUp
  readonly open: (path: string) => Promise<void>
}

/** Runs a journey and closes everything after it. */
export async function visit(
  opened: OpenBrowser,
  { size = wide, without = [], outside = false, expected = /^$/ }: Options,
  journey: (visit: Visit) => Promise<void>,
): Promise<void> {
  const site = await startMadeUp(without)
  site.state.signedIn = !outside
  const context = await opened.browser.newContext(size)
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      console.error(`against the policy: ${event.violatedDirective} ${event.sourceFile}`)
    })
  })
  const open = async (path: string) => {
    await page.goto(`${site.url}/console${path}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  }
  try {
    await journey({ page, site, open })
    expect(complaints.filter(text => !expected.test(text))).toEqual([])
    expect(site.api.faults).toEqual([])
  } finally {
    await context.close()
    await site.close()
  }
}

/** Login and password, up to the second factor. */
export async function givePassword(page: Page, login = 'chen.ming'): Promise<void> {
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码', { exact: false }).first().fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}
