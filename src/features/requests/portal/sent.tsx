/** Sending the form, and coming back to one that was sent: always what was filed, never what was typed since. */
import { teller } from '../../../ui/messages.ts'
import type { Sending, SentApplication } from '../citizen.ts'
import { ReceiptPage } from './receipt.tsx'
import { isKey, keyIn, show, type Visit } from './site.ts'
import { receiptWords } from './words.ts'

const cookieName = 'gongkai_sending'
/** Longer than anybody looks at the last page; how long the code is shown is counted from the sending. */
const keptSeconds = 3600

/** The secret the last page of the form is sent with: the browser's own, so that it holds for whatever it sends. */
export function sendingKey({ site, c }: Visit): string {
  const before = site.cookies.read(c, cookieName) ?? ''
  const key = isKey(before) ? before : site.newKey()
  site.cookies.write(c, cookieName, key, keptSeconds)
  return key
}

export function sendingOf({ site, c }: Visit, typed: URLSearchParams | null): Sending {
  return { key: keyIn(typed), cookie: site.cookies.read(c, cookieName) ?? null }
}

/** This browser no longer counts as the one that sent a form. */
export function forgetSending({ site, c }: Visit): void {
  site.cookies.remove(c, cookieName)
}

/**
 * The receipt of the form of that name; null where it was not sent. `typed`: what somebody wanted to keep in it since, which
 * is not in it and goes on into a form of its own.
 */
export async function sentPage(visit: Visit, name: string, typed: URLSearchParams | null): Promise<Response | null> {
  const sent = await visit.site.desk.sent(visit.host.agency.id, name, sendingOf(visit, typed))
  return sent && shownReceipt(visit, sent, typed === null ? null : withoutKey(typed))
}

function withoutKey(typed: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...typed].filter(([name]) => name !== 'key'))
}

export function shownReceipt(visit: Visit, sent: SentApplication, unsaved: URLSearchParams | null): Response {
  const title = teller(visit.host.lang)(receiptWords.title)
  const body = <ReceiptPage visit={visit} sent={sent} unsaved={unsaved} />
  return show(visit, { title, body, status: unsaved === null ? 200 : 409 })
}
