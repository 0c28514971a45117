/** Following a request: in by number and code, which this browser then keeps for a while, so that no address holds them. */
import type { Refusal, Result } from '../../../domain/kernel/result.ts'
import { attachment } from '../../../platform/http/attachment.ts'
import { teller } from '../../../ui/messages.ts'
import type { CitizenFile, Follower } from '../citizen.ts'
import { notRead, refusedPage } from './applying.tsx'
import { sentForm } from './bodies.ts'
import { CasePage, type Ownership } from './case.tsx'
import type { Refused } from './case-acts.tsx'
import { leadTo, originOf, show, type Visit } from './site.ts'
import { TrackPage } from './track.tsx'
import { trackWords } from './words.ts'

const cookieName = 'gongkai_case'
const keptSeconds = 30 * 60

export async function trackPage(visit: Visit): Promise<Response> {
  const number = visit.c.req.query('number') ?? ''
  return shownTrack(visit, number.slice(0, 100), null)
}

export async function trackSent(visit: Visit): Promise<Response> {
  const { site, host, paths } = visit
  const sent = await sentForm(visit)
  if (typeof sent === 'string') return notRead(visit, sent)
  const who = { number: plain(sent.fields.get('number')), code: plain(sent.fields.get('code')) }
  const tracked = await site.desk.track(host.agency.id, who, originOf(visit, ''))
  if (!tracked.ok) return shownTrack(visit, numberOf(who), tracked.refusal)
  rememberAs(visit, who)
  return leadTo(visit, paths.case)
}

/** As copied from paper or a telephone: without spaces, in one width. */
export function plain(typed: string | null): string {
  return (typed ?? '').normalize('NFKC').replace(/\s+/g, '')
}

/** What the browser keeps: number and code, or only which request of the account it is signed in to. */
type Kept = { readonly number: string; readonly code: string } | { readonly requestId: string }

/** Keeps it for a while from now on; null: no more. */
export function rememberAs({ site, c, host }: Visit, kept: Kept | null): void {
  if (kept === null) {
    site.cookies.remove(c, cookieName)
    return
  }
  const parts = 'code' in kept ? [host.agency.id, kept.number, kept.code] : [host.agency.id, kept.requestId]
  site.cookies.write(c, cookieName, Buffer.from(JSON.stringify(parts)).toString('base64url'), keptSeconds)
}

function keptIn({ site, c, host }: Visit): Kept | null {
  try {
    const kept: unknown = JSON.parse(Buffer.from(site.cookies.read(c, cookieName) ?? '', 'base64url').toString('utf8'))
    if (!Array.isArray(kept)) return null
    const [agencyId, which, code] = kept.map(String)
    if (agencyId !== host.agency.id || !which) return null
    return code === undefined ? { requestId: which } : { number: which, code }
  } catch {
    return null
  }
}

/** By what the request is followed that this browser has open. Whose account it is comes from the session alone. */
export async function followedBy(visit: Visit): Promise<Follower | null> {
  const kept = keptIn(visit)
  if (kept === null || 'code' in kept) return kept
  const citizen = await visit.citizen()
  return citizen && isId(kept.requestId) ? { accountId: citizen.id, requestId: kept.requestId } : null
}

const isId = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const numberOf = (who: Follower) => ('code' in who ? who.number : '')

/** How the request that is shown stands to an account. */
async function ownership(visit: Visit, who: Follower): Promise<Ownership> {
  if (!('code' in who)) return 'owned'
  return (await visit.citizen()) === null ? 'none' : 'may_own'
}

export async function casePage(visit: Visit): Promise<Response> {
  const { site, host, c, paths } = visit
  const who = await followedBy(visit)
  if (!who) return leadTo(visit, paths.track)
  const tracked = await site.desk.track(host.agency.id, who, originOf(visit, ''))
  if (!tracked.ok) return shownTrack(visit, numberOf(who), tracked.refusal)
  rememberAs(visit, who)
  const done = c.req.query('done') !== undefined
  const shown = { visit, done, tracked: tracked.value, ownership: await ownership(visit, who) }
  const body = <CasePage {...shown} refused={null} />
  return show(visit, { title: tracked.value.title, body })
}

/** The case with what was typed still in its form. */
export async function shownCase(visit: Visit, who: Follower, refused: Refused): Promise<Response> {
  const { site, host } = visit
  const tracked = await site.desk.track(host.agency.id, who, originOf(visit, ''))
  if (!tracked.ok) return shownTrack(visit, numberOf(who), tracked.refusal)
  const shown = { visit, refused, tracked: tracked.value, ownership: await ownership(visit, who) }
  return show(visit, { title: tracked.value.title, body: <CasePage {...shown} done={false} />, status: 422 })
}

export function caseFile(what: 'letter' | 'attachment') {
  return async (visit: Visit): Promise<Response> => {
    const { site, host, c, paths } = visit
    const who = await followedBy(visit)
    if (!who) return leadTo(visit, paths.track)
    const id = c.req.param('id') ?? ''
    const file: Result<CitizenFile> = await site.desk[what](host.agency.id, who, id, originOf(visit, ''))
    if (!file.ok) return refusedPage(visit, file.refusal)
    const { name, type, bytes } = file.value
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': type,
      'Content-Disposition': attachment(name),
      'Cache-Control': 'no-store',
    })
  }
}

export async function leave(visit: Visit): Promise<Response> {
  rememberAs(visit, null)
  return leadTo(visit, visit.paths.track)
}

export function shownTrack(visit: Visit, number: string, trouble: Refusal | null): Response {
  const t = teller(visit.host.lang)
  const status = trouble === null ? 200 : trouble.code === 'too_often' ? 429 : 422
  return show(visit, {
    title: t(trackWords.title),
    body: <TrackPage visit={visit} number={number} trouble={trouble} />,
    status,
  })
}
