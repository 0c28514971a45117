/** 我的申请: every request of an account, where it stands, until when, and what waits for its holder. */

import type { Refusal } from '../../../domain/kernel/result.ts'
import { requestStates } from '../../../domain/request/states.ts'
import { Isolated } from '../../../ui/isolated.tsx'
import { type Teller, teller } from '../../../ui/messages.ts'
import type { Citizen } from '../account.ts'
import type { Asked, OwnRequest, OwnRequests } from '../citizen.ts'
import { mineWords as words } from './account-words.ts'
import { Troubles } from './fields.tsx'
import { pathsIn } from './paths.ts'
import type { Visit } from './site.ts'
import { NumberAndCode } from './track.tsx'
import { caseWords, receiptWords, start } from './words.ts'

interface Props {
  readonly visit: Visit
  readonly citizen: Citizen
  readonly list: OwnRequests
  /** From 1. */
  readonly page: number
  /** Typed to be added. */
  readonly number: string
  readonly trouble: Refusal | null
}

export function MinePage({ visit, citizen, list, page, number, trouble }: Props) {
  const { host, paths } = visit
  const t = teller(host.lang)
  return (
    <>
      {trouble && <Troubles troubles={[{ ...trouble, at: 'number' }]} lang={host.lang} />}
      <div className="page-head">
        <h1>{t(words.title)}</h1>
        <p className="lead">{t(words.lead)}</p>
      </div>
      <div className="mine-who">
        <span>{t(words.as(citizen.mask))}</span>
        <a href={paths.account}>{t(words.account)}</a>
        <form method="post" action={paths.signOut}>
          <button type="submit" className="button">
            {t(words.signOut)}
          </button>
        </form>
      </div>
      {list.requests.length === 0 && <p className="nothing">{t(words.none)}</p>}
      <ul className="mine">
        {list.requests.map(one => (
          <One key={one.id} one={one} href={placeOf(visit, one)} t={t} />
        ))}
      </ul>
      <p className="apply-acts">
        {page > 1 && <a href={`${paths.mine}?page=${page - 1}`}>{t(words.newer)}</a>}
        {list.more && <a href={`${paths.mine}?page=${page + 1}`}>{t(words.older)}</a>}
      </p>
      {host.agency.channels.includes('online') && (
        <p className="apply-acts">
          <a className="button button-primary" href={paths.start}>
            {t(start.title)}
          </a>
        </p>
      )}
      <section className="part" aria-labelledby="add">
        <h2 id="add">{t(words.add)}</h2>
        <p>{t(words.addNote(host.agency.name))}</p>
        <form method="post" action={paths.mine} className="apply-form">
          <NumberAndCode number={number} lang={host.lang} />
          <div className="apply-acts">
            <button type="submit" className="button">
              {t(words.addIt)}
            </button>
          </div>
        </form>
      </section>
    </>
  )
}

/** Below the agency it was sent to; from a host of one agency alone, others are reached where all are. */
function placeOf({ host, paths, site }: Visit, { agency, id }: OwnRequest): string {
  if (agency.id === host.agency.id) return paths.mineOf(id)
  const there = pathsIn(`/a/${agency.slug}`).mineOf(id)
  return host.base === '' ? `${site.publicUrl}${there}` : there
}

interface OneProps {
  readonly one: OwnRequest
  readonly href: string
  readonly t: Teller
}

function One({ one, href, t }: OneProps) {
  const { number, title, agency, state, means, due, remaining, provisional, asked, submittedOn } = one
  const late = remaining !== null && remaining < 0
  return (
    <li>
      <p className="apply-step">
        {agency.name} {number} <time dateTime={submittedOn}>{submittedOn}</time> {t(words.submitted)}
      </p>
      <h2>
        <a href={href}>
          <Isolated>{title}</Isolated>
        </a>
      </h2>
      <p>
        <strong>{t(requestStates[state].label)}</strong> {t(means)}
      </p>
      {due && (
        <p>
          {t(words.due)} <time dateTime={due}>{due}</time>
          {provisional && t(receiptWords.provisional)}
          {remaining !== null && <span className={late ? 'late' : ''}> {t(caseWords.remaining(remaining))}</span>}
        </p>
      )}
      {asked && <Waits asked={asked} t={t} />}
    </li>
  )
}

function Waits({ asked, t }: { readonly asked: Asked; readonly t: Teller }) {
  if (asked.what === 'pay' && asked.declared) return <p className="mine-told">{t(words.told)}</p>
  return (
    <p className="mine-waits">
      {t(words.waits[asked.what])}
      {t(words.by(asked.by))}
    </p>
  )
}
