/** What somebody does with their account: see and take away what it keeps, change it, sign out, close it. */
import type { Refusal } from '../../../domain/kernel/result.ts'
import type { Typed } from '../../../domain/request/intake/fields.ts'
import { attachment } from '../../../platform/http/attachment.ts'
import { teller } from '../../../ui/messages.ts'
import { detailFields, identityFields } from '../account/details.ts'
import type { AccountData, Citizen } from '../account.ts'
import { accountWords as words } from './account-words.ts'
import { forgetApplication, notRead } from './applying.tsx'
import { sentForm } from './bodies.ts'
import { rememberAs } from './following.tsx'
import { AccountPage } from './own-account.tsx'
import { sendTo } from './signing-in.tsx'
import { leadTo, sessionCookie, show, type Visit } from './site.ts'

interface Shown {
  readonly typed?: Typed
  readonly troubles?: readonly Refusal[]
}

export async function accountPage(visit: Visit): Promise<Response> {
  return shownAccount(visit, {})
}

async function shownAccount(visit: Visit, { typed, troubles = [] }: Shown): Promise<Response> {
  return withData(visit, data => {
    const saved = visit.c.req.query('saved') !== undefined && troubles.length === 0
    const body = <AccountPage visit={visit} data={data} typed={typed ?? null} troubles={troubles} saved={saved} />
    const status = troubles.length > 0 ? 422 : 200
    return show(visit, { title: teller(visit.host.lang)(words.title), body, status })
  })
}

export async function accountFile(visit: Visit): Promise<Response> {
  return withData(visit, data =>
    visit.c.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': attachment('account.json'),
      'Cache-Control': 'no-store',
    }),
  )
}

async function withData(visit: Visit, answer: (data: AccountData) => Response): Promise<Response> {
  const citizen = await visit.citizen()
  const data = citizen && (await visit.site.accounts.ownData(citizen))
  return data ? answer(data) : leadTo(visit, visit.paths.signIn)
}

type Sent = URLSearchParams

/** A form of somebody who is signed in; all others are led to sign in. */
async function signedInForm(
  visit: Visit,
  work: (citizen: Citizen, fields: Sent) => Promise<Response>,
): Promise<Response> {
  const sent = await sentForm(visit)
  if (typeof sent === 'string') return notRead(visit, sent)
  const citizen = await visit.citizen()
  return citizen ? work(citizen, sent.fields) : leadTo(visit, visit.paths.signIn)
}

export function keepDetails(visit: Visit): Promise<Response> {
  return signedInForm(visit, async (citizen, fields) => {
    const asked = [...detailFields, ...identityFields]
    const typed: Typed = Object.fromEntries(asked.map(id => [id, fields.get(id) ?? '']))
    const kept = await visit.site.accounts.keepDetails(citizen, typed, fields.get('keepIdentity') === 'yes')
    if (!kept.ok) return shownAccount(visit, { typed, troubles: kept.refusals })
    return leadTo(visit, `${visit.paths.account}?saved`)
  })
}

export function changeContact(visit: Visit): Promise<Response> {
  return sendTo(visit, true, (_, trouble) => shownAccount(visit, { troubles: [{ at: 'contact', ...trouble }] }))
}

export function signOut(visit: Visit): Promise<Response> {
  return signedInForm(visit, async () => {
    const { site, c, paths } = visit
    await site.accounts.signOut(site.cookies.read(c, sessionCookie) ?? '')
    return leave(visit, paths.signIn)
  })
}

export function signOutEverywhere(visit: Visit): Promise<Response> {
  return signedInForm(visit, async citizen => {
    await visit.site.accounts.signOutEverywhere(citizen)
    return leave(visit, visit.paths.signIn)
  })
}

export function closeAccount(visit: Visit): Promise<Response> {
  return signedInForm(visit, async (citizen, fields) => {
    if (fields.get('sure') !== 'yes') {
      return shownAccount(visit, { troubles: [{ code: 'unsure', says: words.unsure, at: 'sure' }] })
    }
    await visit.site.accounts.close(citizen)
    return leave(visit, visit.paths.track)
  })
}

/** Whoever sits down at this machine next finds nothing open. */
function leave(visit: Visit, to: string): Response {
  const { site, c } = visit
  site.cookies.remove(c, sessionCookie)
  rememberAs(visit, null)
  forgetApplication(visit)
  return leadTo(visit, to)
}
