/** Passkeys as people have them: made at a machine, then signing in by themselves, with the browser's own authenticator. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from './support/browser.ts'
import { type RunningInstallation, startInstallation } from './support/installation.ts'
import { look, person } from './support/person.ts'

let opened: OpenBrowser
let demo: RunningInstallation

// A passkey belongs to a name; the number of a machine has none.
beforeAll(async () => {
  ;[opened, demo] = await Promise.all([openBrowser(), startInstallation('--demo', '--host', 'localhost')])
})

afterAll(async () => {
  await opened?.close()
  expect(await demo?.close()).toBe(0)
})

interface Authenticator {
  /** How often each credential it holds was used. */
  readonly uses: () => Promise<readonly number[]>
  /** Whether whoever holds it shows their finger. */
  readonly verifies: (yes: boolean) => Promise<void>
}

/** A machine with a fingerprint reader, made of the browser's own parts. */
async function authenticator(page: Page): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    uses: async () => {
      const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId })
      return credentials.map(({ signCount }) => signCount)
    },
    verifies: async isUserVerified => {
      await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
  }
}

async function enter(page: Page, name: string): Promise<void> {
  const link = demo.links.find(({ line }) => line.includes(name))
  if (!link) throw new Error(`no link for ${name}`)
  await page.goto(link.link)
  await page.getByRole('button', { name: '进入', exact: true }).click()
  await page.getByRole('heading', { name: '待办' }).waitFor()
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^我的 / }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
}

const withPasskey = (page: Page) => page.getByRole('button', { name: '用通行密钥登录' }).click()

describe('a passkey', () => {
  it('given one is made at this machine, when its person signs out, then it signs them in by itself, and is gone once removed', () =>
    person(opened, { expected: /status of 4(?:00|01|22)/ }, async page => {
      const machine = await authenticator(page)
      await enter(page, '叶青禾')
      await page.goto(`${demo.url}/console/me`)
      await page.getByRole('button', { name: '添加通行密钥' }).click()
      await page.getByRole('rowheader', { name: '本机' }).waitFor()
      expect(await machine.uses()).toHaveLength(1)
      await look(page)

      await leave(page)
      await withPasskey(page)
      await page.getByRole('heading', { name: '待办' }).waitFor()
      await page.getByRole('button', { name: '我的 叶青禾' }).waitFor()
      expect((await machine.uses())[0]).toBeGreaterThan(1)

      await page.goto(`${demo.url}/console/me`)
      await page.getByRole('button', { name: '删除 本机' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
      await page.getByRole('rowheader', { name: '本机' }).waitFor({ state: 'detached' })
      await leave(page)
      await withPasskey(page)
      await page.getByRole('alert').getByText('通行密钥没有通过验证').waitFor()
    }))

  it('given an administrator who made one instead of one-time codes, then it is both factors; without the finger, nobody is in', () =>
    person(opened, { expected: /status of 4(?:00|01|22)/ }, async page => {
      const machine = await authenticator(page)
      await enter(page, '常安宁')
      await page.goto(`${demo.url}/console/me`)
      await page.getByRole('button', { name: '添加通行密钥' }).click()
      await page.getByRole('rowheader', { name: '本机' }).waitFor()
      await leave(page)
      await machine.verifies(false)
      await withPasskey(page)
      await page.getByRole('alert').waitFor()
      await page.getByRole('heading', { name: '登录' }).waitFor()
      await machine.verifies(true)
      await withPasskey(page)
      await page.getByRole('heading', { name: '待办' }).waitFor()
    }))
})
