/** A citizen on the portal, without scripts: applies, follows by number and code, takes files along. */
import { readFileSync } from 'node:fs'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false }

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const field = page.getByLabel(label).first()
    const chosen = (await field.evaluate(element => element.tagName)) === 'SELECT'
    await (chosen ? field.selectOption({ label: value }) : field.fill(value))
  }
}

const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click()
const card = { name: '身份证.png', mimeType: 'image/png', buffer: Buffer.from('a picture') }

/** From the front page of an agency to the page where everything is checked once more. */
export async function fillIn(page: Page, agency: string, title: string): Promise<void> {
  await page.goto(agency)
  await page.getByRole('link', { name: '依申请公开' }).first().click()
  await page.getByRole('link', { name: '网上申请', exact: true }).first().click()
  await page.getByRole('button', { name: '开始填写' }).click()
  await fill(page, { 需要什么信息: title, 特征描述: '有关材料' })
  await next(page)
  await fill(page, { 姓名: '张三', 证件名称: '居民身份证', 证件号码: '11010519491231002X' })
  await fill(page, { 联系电话: '13800000000', 通信地址: '示例县清河路 9 号' })
  await next(page)
  await fill(page, { 希望得到的形式: '网上查看下载', 希望得到的途径: '本平台' })
  await next(page)
  await page.getByLabel('选择文件或者拍照').setInputFiles(card)
  await page.getByRole('button', { name: '上传这一份' }).click()
  await page.getByText('身份证.png').waitFor()
  await page.getByRole('link', { name: '下一步' }).click()
}

/** Fails where something lies over what is to be read. */
export async function lieOpen(page: Page, values: string): Promise<void> {
  for (const value of await page.locator(values).all()) await value.click({ trial: true })
}

/** From the receipt to one's own case; the number, and a code no address holds. */
export async function follow(page: Page, title: string): Promise<string> {
  const [number = '', code = ''] = await page.locator('.receipt-codes dd').allInnerTexts()
  await page.getByRole('link', { name: '查询办理进度' }).click()
  await fill(page, { 受理号: number, 查询码: code })
  await page.getByRole('button', { name: '查询', exact: true }).click()
  await page.getByRole('heading', { name: title }).waitFor()
  expect(page.url()).not.toContain(code)
  return number
}

/** Looks again until the words stand there: what is sent leaves in the background. */
export async function seen(page: Page, words: string): Promise<void> {
  const there = async () => {
    await page.reload()
    return page.getByText(words).count()
  }
  await expect.poll(there, { timeout: 30_000, interval: 500 }).toBeGreaterThan(0)
}

export async function download(page: Page, name: string | RegExp): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  return readFileSync(await file.path())
}
