/** One's own requests, signed in: the list, opening one of it, putting one in and taking one out. */
import type { Refusal } from '../../../domain/kernel/result.ts'
import { teller } from '../../../ui/messages.ts'
import { mineWords as words } from './account-words.ts'
import { notRead } from './applying.tsx'
import { sentForm } from './bodies.ts'
import { followedBy, plain, rememberAs, shownTrack } from './following.tsx'
import { MinePage } from './mine.tsx'
import { leadTo, originOf, show, type Visit } from './site.ts'

export async function minePage(visit: Visit): Promise<Response> {
  return shownMine(visit, '', null)
}

async function shownMine(visit: Visit, number: string, trouble: Refusal | null): Promise<Response> {
  const { site, host, c, paths } = visit
  const citizen = await visit.citizen()
  if (!citizen) return leadTo(visit, paths.signIn)
  const page = Math.min(Math.max(Number.parseInt(c.req.query('page') ?? '1', 10) || 1, 1), 1000)
  const list = await site.desk.ownRequests(citizen.id, page)
  const body = <MinePage visit={visit} citizen={citizen} list={list} page={page} number={number} trouble={trouble} />
  const status = trouble === null ? 200 : trouble.code === 'too_often' ? 429 : 422
  return show(visit, { title: teller(host.lang)(words.title), body, status })
}

/** By number and code, as when it is followed. */
export async function addToMine(visit: Visit): Promise<Response> {
  const { site, host, paths } = visit
  const sent = await sentForm(visit)
  if (typeof sent === 'string') return notRead(visit, sent)
  const citizen = await visit.citizen()
  if (!citizen) return leadTo(visit, paths.signIn)
  const who = { number: plain(sent.fields.get('number')), code: plain(sent.fields.get('code')) }
  const added = await site.desk.attach(host.agency.id, who, citizen.id, originOf(visit, ''))
  return added.ok ? leadTo(visit, paths.mine) : shownMine(visit, who.number, added.refusal)
}

/** The page of the request, as with number and code; whether it is theirs is looked at there. */
export async function openMine(visit: Visit): Promise<Response> {
  const { c, paths } = visit
  if (!(await visit.citizen())) return leadTo(visit, paths.signIn)
  rememberAs(visit, { requestId: c.req.param('id') ?? '' })
  return leadTo(visit, paths.case)
}

/** Puts the request that is open into the account. */
export async function attachCase(visit: Visit): Promise<Response> {
  const { site, host, paths } = visit
  const sent = await sentForm(visit)
  if (typeof sent === 'string') return notRead(visit, sent)
  const [who, citizen] = [await followedBy(visit), await visit.citizen()]
  if (!citizen) return leadTo(visit, paths.signIn)
  if (!who) return leadTo(visit, paths.track)
  const added = await site.desk.attach(host.agency.id, who, citizen.id, originOf(visit, ''))
  if (!added.ok) return shownTrack(visit, '', added.refusal)
  rememberAs(visit, { requestId: added.value.id })
  return leadTo(visit, `${paths.case}?done`)
}

/** Takes the request that is open out of the account it was opened from. */
export async function detachCase(visit: Visit): Promise<Response> {
  const { site, host, paths } = visit
  const sent = await sentForm(visit)
  if (typeof sent === 'string') return notRead(visit, sent)
  const who = await followedBy(visit)
  if (!who || 'code' in who) return leadTo(visit, paths.case)
  const gone = await site.desk.detach(host.agency.id, who, originOf(visit, ''))
  if (!gone.ok) return shownTrack(visit, '', gone.refusal)
  rememberAs(visit, null)
  return leadTo(visit, paths.mine)
}
