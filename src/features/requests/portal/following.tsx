/** Following a request: in by number and code, which this browser then keeps for a while, so that no address holds them. */
import type { Refusal, Result } from '../../../domain/kernel/result.ts'
import { attachment } from '../../../platform/http/attachment.ts'
import { teller } from '../../../ui/messages.ts'
import type { CitizenAct, CitizenFile, Follower, Uploaded } from '../citizen.ts'
import { notRead, refusedPage } from './applying.tsx'
import { type SentForm, sentForm } from './bodies.ts'
import { CasePage, type Ownership } from './case.tsx'
import { leadTo, originOf, show, type Visit } from './site.ts'
import { TrackPage } from './track.tsx'
import { trackWords, troubleWords } from './words.ts'

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
  return (typed ?? '').normalize('NFKC').replace(/\s+/g, '').slice(0, 100)
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
  const body = <CasePage {...shown} typed={null} trouble={null} />
  return show(visit, { title: tracked.value.title, body })
}

export async function caseAct(visit: Visit): Promise<Response | null> {
  const { site, host, c, paths } = visit
  const who = await followedBy(visit)
  if (!who) return leadTo(visit, paths.track)
  const sent = await sentForm(visit)
  if (typeof sent === 'string') return notRead(visit, sent)
  const read = actOf(c.req.param('act') ?? '', sent)
  if (read === null) return null
  if ('refusal' in read) return shownCase(visit, who, sent, read.refusal)
  const acted = await site.desk.act(host.agency.id, who, read.act, originOf(visit, ''))
  if (!acted.ok) return shownCase(visit, who, sent, acted.refusal)
  return leadTo(visit, `${paths.case}?done`)
}

/** The act as typed; null where there is none of that name. */
function actOf(
  name: string,
  { fields, files }: SentForm,
): { readonly act: CitizenAct } | { readonly refusal: Refusal } | null {
  const text = (field: string) => (fields.get(field) ?? '').trim().slice(0, 2000)
  const papers = (kind: Uploaded['kind']) => files.map(({ name: file, bytes }) => ({ kind, name: file, bytes }))
  const needed = (field: string, act: CitizenAct) =>
    text(field) === '' ? { refusal: { code: 'missing', says: troubleWords.missing, at: field } } : { act }
  if (name === 'correct') return needed('text', { act: name, text: text('text'), papers: papers('applicant_other') })
  if (name === 'giveReasons') return needed('text', { act: name, text: text('text') })
  if (name === 'declarePaid') return { act: { act: name, note: text('note'), papers: papers('payment') } }
  if (name === 'proposePublication') return needed('proposal', { act: name, reason: text('proposal') })
  if (name === 'changeContact') {
    const email = text('email')
    const act = {
      act: name,
      phone: text('phone'),
      email: email === '' ? null : email,
      address: text('address'),
    } as const
    return text('phone') === '' && text('address') === '' && email === '' ? needed('phone', act) : { act }
  }
  if (name !== 'withdraw') return null
  if (fields.get('sure') !== 'yes') return { refusal: { code: 'unsure', says: troubleWords.unsure, at: 'sure' } }
  return { act: { act: name, reason: text('why') } }
}

/** The case with what was typed still in its form. */
async function shownCase(visit: Visit, who: Follower, { fields }: SentForm, trouble: Refusal): Promise<Response> {
  const { site, host } = visit
  const tracked = await site.desk.track(host.agency.id, who, originOf(visit, ''))
  if (!tracked.ok) return shownTrack(visit, numberOf(who), tracked.refusal)
  const shown = { visit, trouble, tracked: tracked.value, ownership: await ownership(visit, who) }
  const body = <CasePage {...shown} typed={fields} done={false} />
  return show(visit, { title: tracked.value.title, body, status: 422 })
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
