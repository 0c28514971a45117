/** One's own data and one's own fee: for whoever followed the request in by number and code. */
import type { Result } from '../../../domain/kernel/result.ts'
import { attachment } from '../../../platform/http/attachment.ts'
import { teller } from '../../../ui/messages.ts'
import type { OwnData } from '../contract/own-data.ts'
import { refusedPage } from './applying.tsx'
import { followedBy, shownTrack } from './following.tsx'
import { OwnDataPage } from './own-data.tsx'
import { ownWords } from './own-words.ts'
import { leadTo, originOf, show, type Visit } from './site.ts'

export async function ownDataPage(visit: Visit): Promise<Response> {
  return withOwnData(visit, data => {
    const title = teller(visit.host.lang)(ownWords.title)
    return show(visit, { title, body: <OwnDataPage visit={visit} data={data} /> })
  })
}

export async function ownDataFile(visit: Visit): Promise<Response> {
  return withOwnData(visit, data =>
    visit.c.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': attachment(`${data.number}.json`),
      'Cache-Control': 'no-store',
    }),
  )
}

/** To the page of the provider, or back to the fee, where the account stands. */
export async function payPage(visit: Visit): Promise<Response> {
  const { site, host, paths } = visit
  const who = await followedBy(visit)
  if (!who) return leadTo(visit, paths.track)
  const begun = await site.desk.pay(host.agency.id, who, paths.case, originOf(visit, ''))
  if (!begun.ok) return refusedPage(visit, begun.refusal)
  return leadTo(visit, 'url' in begun.value ? begun.value.url : `${paths.case}#asked`)
}

async function withOwnData(visit: Visit, answer: (data: OwnData) => Response): Promise<Response> {
  const { site, host, paths } = visit
  const who = await followedBy(visit)
  if (!who) return leadTo(visit, paths.track)
  const data: Result<OwnData> = await site.desk.ownData(host.agency.id, who, originOf(visit, ''))
  return data.ok ? answer(data.value) : shownTrack(visit, 'code' in who ? who.number : '', data.refusal)
}
