/** The pages of applying and following, below every agency's 依申请公开. They work without scripts. */
import { type Context, Hono } from 'hono'
import { paymentPath } from '../payment/order.ts'
import {
  accountFile,
  accountPage,
  changeContact,
  closeAccount,
  keepDetails,
  signOut,
  signOutEverywhere,
} from './account.tsx'
import { caseAct } from './acting.tsx'
import { begin, foundPage, startPage, stepPage, stepSent } from './applying.tsx'
import { caseFile, casePage, leave, trackPage, trackSent } from './following.tsx'
import { addToMine, attachCase, detachCase, minePage, openMine } from './following-mine.tsx'
import { ownDataFile, ownDataPage, payPage } from './own.tsx'
import { paymentTold } from './payments.ts'
import { codePage, codeSent, linkPage, linkSent, signInPage, signInSent } from './signing-in.tsx'
import { type RequestsPortalSite, type Visit, visitOf } from './site.ts'

type Answer = (visit: Visit) => Promise<Response | null>

const draft = ':draft{[A-Za-z0-9_-]{16,100}}'
const id = ':id{[0-9a-f-]{36}}'
const token = ':token{[A-Za-z0-9_-]{43}}'

const pages: readonly (readonly ['get' | 'post', string, Answer])[] = [
  ['get', '/apply/online', startPage],
  ['post', '/apply/online', begin],
  ['get', `/apply/online/${draft}/found`, foundPage],
  ['get', `/apply/online/${draft}/:step`, stepPage],
  ['post', `/apply/online/${draft}/:step`, stepSent],
  ['get', '/apply/published', published],
  ['get', '/apply/track', trackPage],
  ['post', '/apply/track', trackSent],
  ['get', '/apply/case', casePage],
  ['get', '/apply/case/own-data', ownDataPage],
  ['get', '/apply/case/own-data.json', ownDataFile],
  ['get', '/apply/case/pay', payPage],
  ['post', '/apply/case/leave', leave],
  ['post', '/apply/case/attach', attachCase],
  ['post', '/apply/case/detach', detachCase],
  ['post', '/apply/case/:act', caseAct],
  ['get', `/apply/case/letters/${id}`, caseFile('letter')],
  ['get', `/apply/case/attachments/${id}`, caseFile('attachment')],
  ['get', '/apply/mine', minePage],
  ['post', '/apply/mine', addToMine],
  ['get', `/apply/mine/${id}`, openMine],
  ['get', '/apply/account', accountPage],
  ['get', '/apply/account/own-data.json', accountFile],
  ['get', '/apply/account/sign-in', signInPage],
  ['post', '/apply/account/sign-in', signInSent],
  ['get', '/apply/account/code', codePage],
  ['post', '/apply/account/code', codeSent],
  ['get', `/apply/account/link/${token}`, linkPage],
  ['post', `/apply/account/link/${token}`, linkSent],
  ['post', '/apply/account/details', keepDetails],
  ['post', '/apply/account/contact', changeContact],
  ['post', '/apply/account/sign-out', signOut],
  ['post', '/apply/account/sign-out-everywhere', signOutEverywhere],
  ['post', '/apply/account/close', closeAccount],
]

export function requestsPortal(site: RequestsPortalSite): Hono {
  const routes = new Hono()
  routes.post(paymentPath, c => paymentTold(site, c))
  for (const [method, path, answer] of pages) {
    for (const under of [`/a/:slug${path}`, path]) {
      routes.on(method.toUpperCase(), under, async (c: Context, next) => {
        const host = await site.hostOf(c)
        return (host && (await answer(visitOf(site, c, host)))) ?? next()
      })
    }
  }
  return routes
}

/** What is public about some words, for the script of the form. */
async function published({ site, c, host }: Visit): Promise<Response> {
  const words = (c.req.query('q') ?? '').slice(0, 300)
  if (words.trim() === '') return c.json({ items: [] })
  const found = await site.desk.published(host.agency.id, words, { address: site.addressOf(c) })
  return found.ok ? c.json({ items: found.value }) : c.json({ items: [], says: found.refusal.says }, 429)
}
