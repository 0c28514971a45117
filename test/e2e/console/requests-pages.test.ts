import type { Page } from 'playwright-core'
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

const pages = [
  '/requests',
  '/requests?standing=late_closed',
  '/requests/new',
  ...[1001, 1002, 1005, 1007, 1008].map(n => `/requests/${idOf(n)}`),
  `/requests/${idOf(1001)}/draft`,
  `/requests/${idOf(1006)}/draft`,
  `/requests/${idOf(1006)}/papers/${idOf(1600)}`,
  '/statistics/requests',
  '/supervision/requests',
  `/requests?of=${idOf(2)}`,
]

/** Forms of acts as the address opens them, one of each make. */
const forms = [
  ...['confirm', 'assign', 'recordSearch', 'askCorrection', 'consult', 'recordOpinion', 'noticeFee', 'split'],
  'closeOtherwise',
]
const caseOf = (act: string) => (act === 'confirm' ? 1002 : 1001)

/** What applicants wrote, as the made-up cases have it. */
const strangers = ['老旧小区改造', '人民路拓宽', '施工合同', '王*明', '示例**']

/** Texts of strangers that could turn what stands beside them: shown by no `Isolated`. */
const barelyShown = (page: Page) =>
  page.evaluate(words => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const [text, holder] = [node.textContent ?? '', node.parentElement]
      const free =
        holder?.closest('bdi, script, textarea, article, .ant-checkbox-label, .ant-select, .visually-hidden') === null
      if (free && words.some(word => text.includes(word))) found.push(`not isolated: ${text}`)
    }
    return found
  }, strangers)

async function wrongOn(page: Page, width: number): Promise<string[]> {
  await page.waitForLoadState('networkidle')
  const found = [...(await violations(page)), ...(await barelyShown(page))]
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth)
  return scrolls > width ? [...found, `${scrolls} px wide`] : found
}

describe.each([
  ['1280', wide],
  ['390', phone],
] as const)('requests at %s px', (width, size) => {
  it('have no barrier on any page, and fit', () =>
    visit(opened, { size }, async ({ page, open }) => {
      for (const path of pages) {
        await open(path)
        expect({ path, wrong: await wrongOn(page, Number(width)) }).toEqual({ path, wrong: [] })
      }
    }))

  it('have no barrier in the forms of acts', () =>
    visit(opened, { size }, async ({ page, open }) => {
      for (const act of forms) {
        await open(`/requests/${idOf(caseOf(act))}?act=${act}`)
        await page.getByRole('dialog').waitFor()
        expect({ act, wrong: await wrongOn(page, Number(width)) }).toEqual({ act, wrong: [] })
      }
    }))

  it('have no barrier in the menu, the days and a letter', () =>
    visit(opened, { size }, async ({ page, open }) => {
      for (const name of [/其他办理/, /期限逐日说明/, /查看 .*延/]) {
        await open(`/requests/${idOf(1001)}`)
        await page.getByRole('button', { name }).click()
        await page.getByRole('dialog').waitFor()
        expect({ name, wrong: await wrongOn(page, Number(width)) }).toEqual({ name, wrong: [] })
      }
    }))
})

describe('in English', () => {
  it('the list and a case speak it', () =>
    visit(opened, {}, async ({ page, open }) => {
      await open('/requests?lang=en')
      await page.getByRole('heading', { name: 'Requests', level: 1 }).waitFor()
      await page.getByText('10 working days late').waitFor()
      await open(`/requests/${idOf(1006)}`)
      await page.getByRole('button', { name: 'Approve' }).waitFor()
    }))
})
