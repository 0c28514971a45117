/** Working with nothing but the keyboard. */
import type { Page } from 'playwright-core'

const farthest = 150

/** The name of what has the focus, as it is read out: label, words, title. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const here = document.activeElement
    if (!(here instanceof HTMLElement) || here === document.body) return ''
    const labels = 'labels' in here ? [...((here as HTMLInputElement).labels ?? [])].map(label => label.innerText) : []
    return here.ariaLabel ?? (labels.join(' ') || here.innerText || '')
  })

/** Goes on with Tab until something of this name has the focus. Rejects where nothing has. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const fits = (text: string) => (typeof name === 'string' ? text.trim().startsWith(name) : name.test(text))
  const seen: string[] = []
  for (let n = 0; n < farthest; n++) {
    await page.keyboard.press('Tab')
    const text = await focused(page)
    if (fits(text)) return
    seen.push(text.slice(0, 20))
  }
  throw new Error(`no ${String(name)} among ${seen.join(' | ')}`)
}

export async function typeInto(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.type(text)
}

export async function pressOn(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}
