/** One's own request in plain words: where it stands, until when, what happened, what to do, and the way on. */

import type { ReactNode } from 'react'
import { requestStates } from '../../../domain/request/states.ts'
import { shanghaiMinute } from '../../../ui/day.ts'
import { Isolated } from '../../../ui/isolated.tsx'
import { type Teller, teller } from '../../../ui/messages.ts'
import type { Tracked, TrackedLetter } from '../citizen.ts'
import { mineWords } from './account-words.ts'
import { AskedOf, OtherActs, type Refused, Unsent } from './case-acts.tsx'
import { Troubles } from './fields.tsx'
import { ownWords } from './own-words.ts'
import type { Visit } from './site.ts'
import { caseWords, receiptWords, trackWords } from './words.ts'

interface Props {
  readonly visit: Visit
  readonly tracked: Tracked
  /** What was typed and could not be done. */
  readonly refused: Refused | null
  readonly done: boolean
  readonly ownership: Ownership
}

/** `owned`: opened from an account; `may_own`: by its code, by somebody who is signed in. */
export type Ownership = 'owned' | 'may_own' | 'none'

export function CasePage({ visit, tracked, refused, done, ownership }: Props) {
  const { host, paths } = visit
  const t = teller(host.lang)
  const part = { visit, tracked, refused, t }
  return (
    <>
      {refused && <Troubles troubles={[refused.trouble]} lang={host.lang} />}
      <Unsent {...part} />
      {done && (
        <p className="apply-done" role="status">
          {t(caseWords.done)}
        </p>
      )}
      <div className="page-head">
        <p className="apply-step">{tracked.number}</p>
        <h1>
          <Isolated>{tracked.title}</Isolated>
        </h1>
      </div>
      <Standing tracked={tracked} t={t} />
      <AskedOf {...part} />
      <Steps tracked={tracked} t={t} />
      <Letters {...part} />
      <Remedies tracked={tracked} t={t} />
      <OtherActs {...part} />
      <Own {...part} />
      <InAccount visit={visit} ownership={ownership} t={t} />
      {ownership === 'owned' ? (
        <p className="part">
          <a className="button" href={paths.mine}>
            {t(mineWords.back)}
          </a>
        </p>
      ) : (
        <form method="post" action={paths.leave} className="part">
          <button type="submit" className="button">
            {t(trackWords.leave)}
          </button>
        </form>
      )}
    </>
  )
}

/** Into the account, or out of it. */
function InAccount({ visit: { paths }, ownership, t }: Pick<Props, 'visit' | 'ownership'> & { readonly t: Teller }) {
  if (ownership === 'none') return null
  const owned = ownership === 'owned'
  return (
    <Part id="in-account" title={t(mineWords.title)}>
      <p>{t(owned ? mineWords.detachNote : mineWords.attach)}</p>
      <form method="post" action={owned ? paths.detach : paths.attach}>
        <button type="submit" className="button">
          {t(owned ? mineWords.detach : mineWords.addIt)}
        </button>
      </form>
    </Part>
  )
}

interface Told {
  readonly tracked: Tracked
  readonly t: Teller
}

function Standing({ tracked, t }: Told) {
  const { state, receivedOn, due, remaining, provisional, why } = tracked
  const late = remaining !== null && remaining < 0
  return (
    <section className="case-standing" aria-labelledby="standing">
      <h2 id="standing" className="visually-hidden">
        {t(caseWords.stands)}
      </h2>
      <p className="case-state">
        <strong>{t(requestStates[state].label)}</strong> {t(tracked.means)}
      </p>
      <dl className="facts">
        <div>
          <dt>{t(caseWords.received)}</dt>
          <dd>{receivedOn ?? t(caseWords.notYet)}</dd>
        </div>
        {due && (
          <div>
            <dt>{t(caseWords.due)}</dt>
            <dd>
              {due}
              {provisional && t(receiptWords.provisional)}
              {remaining !== null && <span className={late ? 'late' : ''}> {t(caseWords.remaining(remaining))}</span>}
            </dd>
          </div>
        )}
      </dl>
      {why.length > 0 && (
        <details>
          <summary>{t(due === null ? caseWords.whyNone : caseWords.why)}</summary>
          <ul className="bullets">
            {why.map(said => (
              <li key={said.zh}>{t(said)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Steps({ tracked: { steps }, t }: Told) {
  return (
    <Part id="steps" title={t(caseWords.steps)}>
      <ol className="case-steps">
        {steps.map(({ at, title, detail, done }) => (
          <li key={`${at}${title.zh}`} className={done ? 'case-step-done' : undefined}>
            <time dateTime={at}>{at.includes('T') ? shanghaiMinute(at) : at}</time>
            <strong>{t(title)}</strong>
            {detail && <span>{t(detail)}</span>}
          </li>
        ))}
      </ol>
    </Part>
  )
}

function Letters({ visit: { paths }, tracked, t }: Told & { readonly visit: Visit }) {
  return (
    <Part id="letters" title={t(caseWords.letters)}>
      {tracked.letters.length === 0 && <p className="nothing">{t(caseWords.noLetters)}</p>}
      <ul className="apply-papers">
        {tracked.letters.map(({ id, title, number, on, served, service, file }) => (
          <li key={id}>
            <div>
              <strong>{t(title)}</strong> {number} {on} {t(served)}
              <Service service={service} t={t} />
            </div>
            {file && (
              <a className="button" href={paths.letter(id)} aria-label={`${t(caseWords.download)} ${t(title)}`}>
                {t(caseWords.download)}
              </a>
            )}
          </li>
        ))}
      </ul>
      {tracked.attachments.length > 0 && (
        <>
          <h3>{t(caseWords.attachments)}</h3>
          <ul className="apply-papers">
            {tracked.attachments.map(({ id, name, size }) => (
              <li key={id}>
                <span>
                  <Isolated>{name}</Isolated>（{Math.ceil(size / 1024)} KB）
                </span>
                <a className="button" href={paths.attachment(id)} aria-label={`${t(caseWords.download)} ${name}`}>
                  {t(caseWords.download)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}

/** How and when it was served, by which number, and what shows it (送达函1-4). */
function Service({ service, t }: { readonly service: TrackedLetter['service']; readonly t: Teller }) {
  const { way, sentOn, trackingNumber, servedOn, evidence } = service
  const facts = [
    [caseWords.way, way && t(way)],
    [caseWords.sentOn, sentOn],
    [caseWords.trackingNumber, trackingNumber],
    [caseWords.servedOn, servedOn],
    [caseWords.evidence, evidence],
  ] as const
  const known = facts.filter(([, value]) => value !== null)
  if (known.length === 0) return null
  return (
    <dl className="facts">
      {known.map(([label, value]) => (
        <div key={label.zh}>
          <dt>{t(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Remedies({ tracked: { remedies }, t }: Told) {
  if (remedies.length === 0) return null
  return (
    <Part id="remedies" title={t(caseWords.remedies)}>
      <ul className="case-remedies">
        {remedies.map(({ says, body, until, address, online, articles }) => (
          <li key={says.zh}>
            <p>{t(says)}</p>
            <dl className="facts">
              <div>
                <dt>{t(body)}</dt>
                <dd>
                  {until === null ? (
                    t(caseWords.untilUnknown)
                  ) : (
                    <>
                      {t(caseWords.until)} <time dateTime={until}>{until}</time>
                    </>
                  )}
                </dd>
              </div>
              {address && (
                <div>
                  <dt>{t(caseWords.address)}</dt>
                  <dd>{address}</dd>
                </div>
              )}
              {online && (
                <div>
                  <dt>{t(caseWords.online)}</dt>
                  <dd>
                    <a href={online} rel="noreferrer">
                      {online}
                    </a>
                  </dd>
                </div>
              )}
            </dl>
            <p className="field-hint">{articles.map(article => t(article)).join(t(caseWords.between))}</p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** What is kept of the applicant, how long, and the copy of it (个保法45). */
function Own({ visit: { paths }, tracked: { retention }, t }: Told & { readonly visit: Visit }) {
  return (
    <Part id="own" title={t(ownWords.title)}>
      <p>{t(ownWords.kept(retention.years, retention.until))}</p>
      <p>
        <a href={paths.ownData}>{t(ownWords.look)}</a>
      </p>
    </Part>
  )
}

interface PartProps {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

export function Part({ id, title, children }: PartProps) {
  return (
    <section className="part" aria-labelledby={`${id}-title`} id={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  )
}
