/** The page of a case in the console, worked with the mouse. */
import type { Locator, Page } from 'playwright-core'

/** Opens an act's form from the list of all that may be done. */
export async function formOf(page: Page, act: string): Promise<Locator> {
  await page.getByRole('button', { name: '其他办理' }).click()
  await page.getByRole('dialog', { name: '可以办理的事项' }).getByRole('button', { name: act, exact: true }).click()
  const form = page.getByRole('dialog', { name: act })
  await form.waitFor()
  return form
}

/** Sends the form, which goes when the act is done. */
export async function send(form: Locator, act: string): Promise<void> {
  await form.getByRole('button', { name: act, exact: true }).click()
  await form.waitFor({ state: 'detached' })
}

/** Issues the only letter that waits for it. */
export async function issueLetter(page: Page): Promise<void> {
  await send(await formOf(page, '签发文书'), '签发文书')
}

/** Hands the letter over for sending on the platform. */
export async function sendOnline(page: Page): Promise<void> {
  const form = await formOf(page, '登记发出')
  await form.getByLabel('本平台').check()
  await send(form, '登记发出')
}
