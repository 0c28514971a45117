import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violations } from './support/axe.ts'
import { type OpenBrowser, openBrowser } from './support/browser.ts'
import { picture, sampleFiles, type UploadFile } from './support/files.ts'
import { type ServedSite, serveSite } from './support/site.ts'

let opened: OpenBrowser
let site: ServedSite

beforeAll(async () => {
  ;[opened, site] = await Promise.all([openBrowser(), serveSite()])
})

afterAll(async () => {
  await Promise.all([opened?.close(), site?.close()])
})

const wide = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' } as const
const phone = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' } as const

/** A fresh visitor; what the page's console complains about fails the test. */
async function visitor(options: BrowserContextOptions, journey: (page: Page) => Promise<void>): Promise<void> {
  const context = await opened.browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  try {
    await page.goto(site.url)
    await journey(page)
    expect(complaints).toEqual([])
  } finally {
    await context.close()
  }
}

async function toSamples(page: Page): Promise<void> {
  await page.getByRole('button', { name: '试用样例' }).click()
  await page.getByRole('heading', { name: '核查结果' }).waitFor()
}

async function toSlips(page: Page): Promise<void> {
  await toSamples(page)
  await page
    .getByRole('row', { name: /2023年/ })
    .getByRole('link', { name: '示例市水务局' })
    .click()
  await page.getByRole('heading', { name: '示例市水务局 2023年' }).waitFor()
}

async function choose(page: Page, files: readonly UploadFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件', exact: true }).click()
  await (await chooser).setFiles([...files])
}

async function drop(page: Page, files: readonly UploadFile[]): Promise<void> {
  const given = files.map(({ name, buffer }) => ({ name, base64: buffer.toString('base64') }))
  const data = await page.evaluateHandle(list => {
    const transfer = new DataTransfer()
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0))
      transfer.items.add(new File([bytes], name))
    }
    return transfer
  }, given)
  await page.dispatchEvent('[data-drop]', 'drop', { dataTransfer: data })
}

const target = 'td[id="cell-requests.unavailable.not_held.total"]'

describe('from the samples to the cell to mend', () => {
  it('leads from the finding to its cell and back', () =>
    visitor(wide, async page => {
      await toSlips(page)
      await page.locator('#finding-1').getByRole('link').first().click()
      expect(new URL(page.url()).hash).toBe('#cell-requests.unavailable.not_held.total')
      const cell = page.locator(target)
      expect(await cell.evaluate(c => c.matches(':target'))).toBe(true)
      expect(await inView(cell)).toBe(true)
      await cell.getByRole('link').first().click()
      expect(new URL(page.url()).hash).toBe('#finding-1')
      expect(await inView(page.locator('#finding-1'))).toBe(true)
    }))

  it('shows the sentence at the cell on hover', () =>
    visitor(wide, async page => {
      await toSlips(page)
      const bubble = page.locator(`${target} .bubble`).first()
      expect((await bubble.boundingBox())?.width).toBeLessThan(5)
      await page.locator(`${target} .mark`).first().hover()
      expect((await bubble.boundingBox())?.width).toBeGreaterThan(200)
    }))

  it('sets the computed figure beside the published one on request', () =>
    visitor(wide, async page => {
      await toSlips(page)
      await page.getByRole('link', { name: '对照算得的数' }).click()
      await page.locator(target).getByText('算得 3', { exact: true }).waitFor()
      expect(await page.locator(`${target} .cell-text`).innerText()).toBe('2')
    }))

  it('gives the report as a file with its name', () =>
    visitor(wide, async page => {
      await toSlips(page)
      for (const [link, ending] of [
        ['Word', 'docx'],
        ['PDF', 'pdf'],
        ['CSV', 'csv'],
      ] as const) {
        const downloading = page.waitForEvent('download')
        await page.getByRole('link', { name: link, exact: true }).click()
        const download = await downloading
        expect(download.suggestedFilename()).toBe(`示例市水务局2023年政府信息公开工作年度报告.${ending}`)
        expect(await download.failure()).toBeNull()
      }
    }))

  it('discards everything when asked', () =>
    visitor(wide, async page => {
      await toSamples(page)
      const place = page.url()
      await page.getByRole('button', { name: '立即清除' }).click()
      await page.getByRole('heading', { name: '已清除' }).waitFor()
      const answer = await page.request.get(place)
      expect(answer.status()).toBe(410)
    }))
})

describe('uploading', () => {
  it('drops many files, one of them no report: each says how it went', () =>
    visitor(wide, async page => {
      await drop(page, [...(await sampleFiles()), picture])
      await page.getByRole('heading', { name: '核查完毕' }).waitFor()
      expect(await page.locator('.queue-status').innerText()).toBe('共 4 个文件，已完成 4 个')
      expect(await page.locator('.state-ready').count()).toBe(3)
      const failed = page.locator('.queue-item', { hasText: '照片.docx' })
      expect(await failed.locator('.queue-state').innerText()).toContain('未能核查')
      expect((await failed.locator('.queue-detail').innerText()).length).toBeGreaterThan(10)
      await page.getByRole('link', { name: '查看全部结果' }).click()
      await page.getByText('共 3 份报告，2 份有错误；1 个文件未能核查。').waitFor()
    }))

  it('leads a single file straight to its report', () =>
    visitor(wide, async page => {
      await choose(page, (await sampleFiles()).slice(1, 2))
      await page.getByRole('heading', { name: '示例市水务局 2023年' }).waitFor()
    }))

  it('cancels what is not done and keeps what is', () =>
    visitor(wide, async page => {
      const [first] = await sampleFiles()
      if (!first) throw new Error('samples')
      const held: (() => void)[] = []
      await page.route('**/files?name=slow*', route =>
        new Promise<void>(done => held.push(done)).then(() => route.abort()),
      )
      await choose(page, [first, ...[1, 2, 3, 4].map(n => ({ ...first, name: `slow${n}.html` }))])
      await page.locator('.state-ready').waitFor()
      await page.getByRole('button', { name: '取消其余文件' }).click()
      await page.getByRole('heading', { name: '核查完毕' }).waitFor()
      expect(await page.locator('.state-cancelled').count()).toBe(4)
      expect(await page.locator('.state-ready').count()).toBe(1)
      for (const release of held) release()
    }))

  it('says when the server cannot be reached, and tries again', async () => {
    const context = await opened.browser.newContext(wide)
    const page = await context.newPage()
    await page.goto(site.url)
    await page.route('**/api/**', route => route.abort())
    await choose(page, (await sampleFiles()).slice(0, 2))
    await page.getByText('没有连上服务器').first().waitFor()
    await page.unroute('**/api/**')
    await page.getByRole('button', { name: /^重试/ }).first().click()
    await page.locator('.state-ready').waitFor()
    await context.close()
  })
})

describe('without scripts', () => {
  it('uploads, shows, jumps and switches all the same', () =>
    visitor({ ...wide, javaScriptEnabled: false }, async page => {
      await page.getByLabel('年度报告文件').setInputFiles([...(await sampleFiles()), picture])
      await page.getByRole('button', { name: '开始核查' }).click()
      await page.getByText('共 3 份报告，2 份有错误；1 个文件未能核查。').waitFor()
      await page
        .getByRole('row', { name: /2023年/ })
        .getByRole('link')
        .click()
      await page.locator('#finding-1').getByRole('link').first().click()
      expect(new URL(page.url()).hash).toBe('#cell-requests.unavailable.not_held.total')
      await page.getByRole('link', { name: '原文与位置' }).click()
      await page
        .getByText(/原文“17”/)
        .first()
        .waitFor()
    }))

  it('tells of an upload that is too large instead of breaking off', () =>
    visitor({ ...wide, javaScriptEnabled: false }, async page => {
      const buffer = Buffer.alloc(45 * 2 ** 20)
      const files = [1, 2, 3, 4, 5].map(n => ({ ...picture, name: `${n}.docx`, buffer }))
      const answer = await page.request.post(`${site.url}/reports/check`, {
        multipart: Object.fromEntries(files.map(f => [f.name, f])),
      })
      expect(answer.status()).toBe(413)
      expect(await answer.text()).toContain('一次合计不超过 200 MB')
    }))
})

describe('by keyboard', () => {
  it('reaches content, samples, findings and the sentence at a cell', () =>
    visitor(wide, async page => {
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('跳到正文')
      await page.keyboard.press('Enter')
      await tabTo(page, '试用样例')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '核查结果' }).waitFor()
      await tabTo(page, '示例市水务局')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: '示例市水务局' }).waitFor()
      await page.keyboard.press('j')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('finding-1')
      await page.keyboard.press('j')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('finding-2')
      await page.keyboard.press('k')
      await tabTo(page, '表三 1.本机关不掌握相关政府信息 · 总计')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      const bubble = await page.evaluate(
        () => document.activeElement?.querySelector('.bubble')?.getBoundingClientRect().width,
      )
      expect(bubble).toBeGreaterThan(200)
    }))
})

describe('on a phone', () => {
  it('no page scrolls sideways; wide tables scroll in their own region and keep their labels', () =>
    visitor(phone, async page => {
      expect(await overflow(page)).toBe(0)
      await toSamples(page)
      expect(await overflow(page)).toBe(0)
      await page.getByRole('link', { name: '示例市水务局' }).first().click()
      await page.getByRole('heading', { name: '示例市水务局 2023年' }).waitFor()
      expect(await overflow(page)).toBe(0)
      const region = page.locator('.sheet-region', { has: page.locator('#table-requests') })
      const label = page.locator('#table-requests th', { hasText: '属于国家秘密' })
      const before = await label.boundingBox()
      await region.evaluate(r => r.scrollTo(300, 0))
      const after = await label.boundingBox()
      expect(Math.abs((after?.x ?? 0) - (before?.x ?? 0))).toBeLessThan(2)
      expect(await region.evaluate(r => r.scrollWidth > r.clientWidth)).toBe(true)
    }))
})

describe('on paper', () => {
  it('prints whole tables and all findings, and nothing to press', () =>
    visitor(wide, async page => {
      await toSlips(page)
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: 688, height: 1000 })
      expect(await page.locator('.downloads').isVisible()).toBe(false)
      expect(await page.getByRole('button').count()).toBe(0)
      expect(await page.locator('.view-switch').isVisible()).toBe(false)
      expect(await page.locator('#finding-3').isVisible()).toBe(true)
      const table = await page.locator('#table-requests').boundingBox()
      expect((table?.x ?? 0) + (table?.width ?? 0)).toBeLessThanOrEqual(688)
      expect(
        await page.locator('#table-requests').evaluate(t => getComputedStyle(t.parentElement ?? t).overflowX),
      ).toBe('visible')
    }))
})

describe('every state of the page is clean to axe', () => {
  it.each([
    ['wide', wide],
    ['phone', phone],
  ])('%s', (_, size) =>
    visitor(size, async page => {
      expect(await violations(page)).toEqual([])
      await drop(page, [...(await sampleFiles()), picture])
      await page.getByRole('heading', { name: '核查完毕' }).waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('link', { name: '查看全部结果' }).click()
      await page.getByRole('heading', { name: '核查结果' }).waitFor()
      expect(await violations(page)).toEqual([])
      const overview = page.url()
      for (const path of ['/1', '/2', '/2?view=computed', '/2?view=places', '/3?lang=en', '/3?lang=zh']) {
        await page.goto(overview + path)
        expect(await violations(page), path).toEqual([])
      }
      await page.goto(`${site.url}/reports/discarded`)
      expect(await violations(page)).toEqual([])
    }),
  )
})

async function inView(locator: ReturnType<Page['locator']>): Promise<boolean> {
  return locator.evaluate(element => {
    const box = element.getBoundingClientRect()
    return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth
  })
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
}

/** Presses Tab until the element with these words has the focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page)) === words) return
  }
  throw new Error(`the keyboard does not reach “${words}”`)
}

/** How far the page can be scrolled sideways, in pixels. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
