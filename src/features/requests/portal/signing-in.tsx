/** Signing in to an account: the address, then the code that was sent to it; in the demo by a link. */
import type { Refusal } from '../../../domain/kernel/result.ts'
import { teller } from '../../../ui/messages.ts'
import { signInWords as words } from './account-words.ts'
import { notRead, refusedPage } from './applying.tsx'
import { sentForm } from './bodies.ts'
import { CodePage, LinkPage, SignInPage } from './sign-in.tsx'
import { leadTo, sessionCookie, show, type Visit } from './site.ts'

const codeCookie = 'gongkai_code'
/** As long as a code holds. */
const codeSeconds = 10 * 60
/** To where somebody wanted to go; nowhere else. */
const goals = ['mine', 'apply'] as const
type Goal = (typeof goals)[number]

function goalOf({ c }: Visit): Goal {
  return goals.find(goal => goal === c.req.query('to')) ?? 'mine'
}

const goalPath = ({ paths }: Visit, goal: Goal) => (goal === 'apply' ? paths.start : paths.mine)

const statusOf = (trouble: Refusal | null) => (trouble === null ? 200 : trouble.code === 'too_often' ? 429 : 422)

export async function signInPage(visit: Visit): Promise<Response> {
  if (await visit.citizen()) return leadTo(visit, goalPath(visit, goalOf(visit)))
  return shownSignIn(visit, '', null)
}

export async function signInSent(visit: Visit): Promise<Response> {
  return sendTo(visit, false, (typed, trouble) => shownSignIn(visit, typed, trouble))
}

/** Sends a code to what was typed; `changes`: it is to become the address of whoever is signed in. */
export async function sendTo(
  visit: Visit,
  changes: boolean,
  refused: (typed: string, trouble: Refusal) => Response | Promise<Response>,
): Promise<Response> {
  const { site, host, c, paths } = visit
  const sent = await sentForm(visit)
  if (typeof sent === 'string') return notRead(visit, sent)
  const citizen = changes ? await visit.citizen() : null
  if (changes && !citizen) return leadTo(visit, paths.signIn)
  const typed = sent.fields.get('contact') ?? ''
  const asked = { agencyId: host.agency.id, typed, from: site.addressOf(c), citizen }
  const code = await site.accounts.sendCode(asked)
  if (!code.ok) return refused(typed, code.refusal)
  site.cookies.write(c, codeCookie, code.value.token, codeSeconds)
  return leadTo(visit, `${paths.code}?to=${goalOf(visit)}`)
}

export async function codePage(visit: Visit): Promise<Response> {
  return shownCode(visit, null)
}

export async function codeSent(visit: Visit): Promise<Response> {
  const { site, c } = visit
  const sent = await sentForm(visit)
  if (typeof sent === 'string') return notRead(visit, sent)
  const token = site.cookies.read(c, codeCookie) ?? ''
  const typed = sent.fields.get('code') ?? ''
  const entered = await site.accounts.enter(token, typed, site.addressOf(c), await visit.citizen())
  if (!entered.ok) return shownCode(visit, entered.refusal)
  return comeIn(visit, entered.value)
}

function comeIn(visit: Visit, session: string): Response {
  const { site, c } = visit
  site.cookies.remove(c, codeCookie)
  site.cookies.write(c, sessionCookie, session)
  return leadTo(visit, goalPath(visit, goalOf(visit)))
}

export async function linkPage(visit: Visit): Promise<Response | null> {
  const token = visit.c.req.param('token') ?? ''
  if (!(await visit.site.accounts.linkHolds(token))) return null
  const body = <LinkPage visit={visit} token={token} />
  return show(visit, { title: teller(visit.host.lang)(words.link), body })
}

export async function linkSent(visit: Visit): Promise<Response> {
  const { site, c } = visit
  const sent = await sentForm(visit)
  if (typeof sent === 'string') return notRead(visit, sent)
  const entered = await site.accounts.enterByLink(c.req.param('token') ?? '', site.addressOf(c))
  return entered.ok ? comeIn(visit, entered.value) : refusedPage(visit, entered.refusal)
}

function shownSignIn(visit: Visit, typed: string, trouble: Refusal | null): Response {
  const body = <SignInPage visit={visit} typed={typed} trouble={trouble} to={goalOf(visit)} />
  return show(visit, { title: teller(visit.host.lang)(words.title), body, status: statusOf(trouble) })
}

async function shownCode(visit: Visit, trouble: Refusal | null): Promise<Response> {
  const { site, c, host } = visit
  const pending = await site.accounts.pending(site.cookies.read(c, codeCookie) ?? '')
  if (!pending) return shownSignIn(visit, '', trouble ?? { code: 'no_code', says: words.none })
  const body = <CodePage visit={visit} pending={pending} trouble={trouble} to={goalOf(visit)} />
  return show(visit, { title: teller(host.lang)(words.codeTitle), body, status: statusOf(trouble) })
}
