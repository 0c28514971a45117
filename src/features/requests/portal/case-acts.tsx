/** What an applicant can do with a request: what is asked of them first, everything else folded away. */

import type { ReactNode } from 'react'
import type { Refusal } from '../../../domain/kernel/result.ts'
import { type ReachId, reachIds } from '../../../domain/request/intake/contact.ts'
import { intakeFields } from '../../../domain/request/intake/fields.ts'
import { Isolated } from '../../../ui/isolated.tsx'
import type { Teller } from '../../../ui/messages.ts'
import type { Asked, Tracked } from '../citizen.ts'
import { Tick } from './fields.tsx'
import { ownWords } from './own-words.ts'
import type { Visit } from './site.ts'
import { caseWords } from './words.ts'

/** An act that was refused, with what was typed for it. */
export interface Refused {
  readonly act: string
  readonly typed: URLSearchParams
  readonly trouble: Refusal
}

interface Props {
  readonly visit: Visit
  readonly tracked: Tracked
  /** What was typed last and could not be done. */
  readonly refused: Refused | null
  readonly t: Teller
}

export function AskedOf(props: Props) {
  const { asked } = props.tracked
  if (asked === null) return null
  const { t } = props
  return (
    <section className="case-asked" aria-labelledby="asked">
      <h2 id="asked">{t(caseWords.toDo)}</h2>
      <p>
        {t(caseWords.by)}
        <strong>
          <time dateTime={asked.by}>{asked.by}</time>
        </strong>
      </p>
      {asked.what === 'correct' && <Correct {...props} asked={asked} />}
      {asked.what === 'give_reasons' && <GiveReasons {...props} asked={asked} />}
      {asked.what === 'pay' && <Pay {...props} asked={asked} />}
    </section>
  )
}

type AskedAs<W extends Asked['what']> = Props & { readonly asked: Extract<Asked, { what: W }> }

function Correct({ asked, visit, refused, t }: AskedAs<'correct'>) {
  return (
    <>
      <h3>{t(caseWords.correctItems)}</h3>
      <ol className="bullets">
        {asked.items.map(item => (
          <li key={item}>{item}</li>
        ))}
      </ol>
      <ActForm visit={visit} act="correct" label={t(caseWords.correct)} files>
        <Text name="text" label={t(caseWords.correctText)} {...{ refused, t }} />
        <File label={t(caseWords.paper)} {...{ refused, t }} />
      </ActForm>
      <p className="field-hint">{t(caseWords.correctNote)}</p>
    </>
  )
}

function GiveReasons({ asked, visit, refused, t }: AskedAs<'give_reasons'>) {
  return (
    <>
      <p className="as-typed">{asked.explain}</p>
      <ActForm visit={visit} act="giveReasons" label={t(caseWords.reasons)}>
        <Text name="text" label={t(caseWords.reasonsText)} {...{ refused, t }} />
      </ActForm>
    </>
  )
}

function Pay({ asked, visit, refused, t }: AskedAs<'pay'>) {
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t(caseWords.amount)}</dt>
          <dd>
            {asked.amount} {t(caseWords.yuan)}
          </dd>
        </div>
        <div>
          <dt>{t(caseWords.payTo)}</dt>
          <dd className="as-typed">{asked.payTo}</dd>
        </div>
      </dl>
      {asked.online && (
        <p className="apply-acts">
          <a className="button button-primary" href={visit.paths.pay} rel="noreferrer">
            {t(ownWords.payOnline)}
          </a>
          <span>{t(ownWords.payOnlineNote)}</span>
        </p>
      )}
      {asked.declared ? (
        <p role="status">{t(caseWords.declared)}</p>
      ) : (
        <ActForm visit={visit} act="declarePaid" label={t(caseWords.declare)} files>
          <Text name="note" label={t(caseWords.declareNote)} {...{ refused, t }} rows={2} />
          <File label={t(caseWords.paper)} {...{ refused, t }} />
        </ActForm>
      )}
      <p className="field-hint">{t(caseWords.payNote)}</p>
    </>
  )
}

export function OtherActs({ visit, tracked, refused, t }: Props) {
  const { mayPropose, mayWithdraw } = tracked
  const open = (act: string) => refused?.act === act
  return (
    <section className="part on-screen" aria-labelledby="other-acts">
      <h2 id="other-acts">{t(caseWords.other)}</h2>
      <Folded title={t(caseWords.contact)} open={open('changeContact')}>
        <ChangeContact {...{ visit, tracked, refused, t }} />
      </Folded>
      {mayPropose && (
        <Folded title={t(caseWords.propose)} open={open('proposePublication')}>
          <ActForm visit={visit} act="proposePublication" label={t(caseWords.send)}>
            <Text name="proposal" label={t(caseWords.reasonsText)} {...{ refused, t }} rows={3} />
          </ActForm>
        </Folded>
      )}
      {mayWithdraw && (
        <Folded title={t(caseWords.withdraw)} open={open('withdraw')}>
          <p>{t(caseWords.withdrawNote)}</p>
          <ActForm visit={visit} act="withdraw" label={t(caseWords.withdraw)}>
            <Text name="why" label={t(caseWords.reason)} {...{ refused, t }} rows={2} />
            <Wrong at="sure" {...{ refused, t }} />
            <Tick name="sure" label={t(caseWords.withdrawSure)} ticked={false} />
          </ActForm>
        </Folded>
      )}
    </section>
  )
}

/** What is kept stands beside each field, masked, and is never in it: what is sent back is what was typed. */
function ChangeContact({ visit, tracked: { applicant }, refused, t }: Props) {
  return (
    <>
      <p>{t(caseWords.contactNote)}</p>
      <ActForm visit={visit} act="changeContact" label={t(caseWords.send)}>
        {reachIds.map(id => (
          <Line key={id} id={id} kept={applicant[id] ?? ''} {...{ refused, t }} />
        ))}
      </ActForm>
    </>
  )
}

interface Typed {
  readonly refused: Refused | null
  readonly t: Teller
}

interface LineProps extends Typed {
  readonly id: ReachId
  /** Masked; empty where there is none. */
  readonly kept: string
}

const inputTypes: Readonly<Record<ReachId, string>> = { phone: 'tel', address: 'text', email: 'email', fax: 'tel' }

function Line({ id, kept, refused, t }: LineProps) {
  const { label } = intakeFields[id]
  const remove = `remove-${id}`
  return (
    <div className={isWrong(refused, id) ? 'field field-trouble' : 'field'}>
      <label htmlFor={id}>{t(label)}</label>
      <p className="field-hint" id={`${id}-kept`}>
        {kept === '' ? (
          t(caseWords.contactNone)
        ) : (
          <>
            {t(caseWords.contactNow)}：<Isolated>{kept}</Isolated>
          </>
        )}
      </p>
      <Wrong at={id} {...{ refused, t }} />
      <input
        type={inputTypes[id]}
        id={id}
        name={id}
        defaultValue={refused?.typed.get(id) ?? ''}
        autoComplete="off"
        {...describedBy(refused, id, `${id}-kept`)}
      />
      {kept !== '' && (
        <Tick name={remove} label={t(caseWords.contactRemove(label))} ticked={refused?.typed.get(remove) === 'yes'} />
      )}
    </div>
  )
}

const isWrong = (refused: Refused | null, at: string) => refused?.trouble.at === at

/** What is wrong, at its field. */
function Wrong({ at, refused, t }: Typed & { readonly at: string }) {
  if (!refused || !isWrong(refused, at)) return null
  return (
    <p className="field-error" id={`${at}-trouble`}>
      {t(refused.trouble.says)}
    </p>
  )
}

function describedBy(refused: Refused | null, at: string, hint?: string) {
  const wrong = isWrong(refused, at)
  const ids = [hint, wrong ? `${at}-trouble` : undefined].filter(id => id !== undefined)
  return { 'aria-describedby': ids.join(' ') || undefined, 'aria-invalid': wrong || undefined }
}

/** What was typed into a form that is there no more, so that nothing of it is lost. */
export function Unsent({ tracked: { asked }, refused, t }: Props) {
  if (!refused || !['correct', 'giveReasons', 'declarePaid'].includes(refused.act)) return null
  const isThere = asked !== null && askedActs[asked.what] === refused.act && !('declared' in asked && asked.declared)
  const typed = refused.typed.get('text') ?? refused.typed.get('note') ?? ''
  if (isThere || typed.trim() === '') return null
  return (
    <section className="part" aria-labelledby="unsent">
      <h2 id="unsent">{t(caseWords.unsent)}</h2>
      <p className="as-typed">{typed}</p>
    </section>
  )
}

const askedActs = { correct: 'correct', give_reasons: 'giveReasons', pay: 'declarePaid' } as const

interface ActFormProps {
  readonly visit: Visit
  readonly act: string
  readonly label: string
  readonly files?: boolean
  readonly children: ReactNode
}

function ActForm({ visit: { paths, site }, act, label, files = false, children }: ActFormProps) {
  return (
    <form
      method="post"
      action={paths.act(act)}
      className="apply-form"
      {...(files ? { encType: 'multipart/form-data' } : {})}
    >
      <input type="hidden" name="key" value={site.newKey()} />
      {children}
      <div className="apply-acts">
        <button type="submit" className="button button-primary">
          {label}
        </button>
      </div>
    </form>
  )
}

interface TextProps extends Typed {
  readonly name: string
  readonly label: string
  readonly rows?: number
}

function Text({ name, label, refused, t, rows = 6 }: TextProps) {
  return (
    <div className={isWrong(refused, name) ? 'field field-trouble' : 'field'}>
      <label htmlFor={name}>{label}</label>
      <Wrong at={name} {...{ refused, t }} />
      <textarea
        id={name}
        name={name}
        rows={rows}
        defaultValue={refused?.typed.get(name) ?? ''}
        {...describedBy(refused, name)}
      />
    </div>
  )
}

function File({ label, refused, t }: Typed & { readonly label: string }) {
  return (
    <div className={isWrong(refused, 'file') ? 'field field-trouble' : 'field'}>
      <label htmlFor="file">{label}</label>
      <Wrong at="file" {...{ refused, t }} />
      <input type="file" id="file" name="file" {...describedBy(refused, 'file')} />
    </div>
  )
}

interface FoldedProps {
  readonly title: string
  /** Where something in it was refused. */
  readonly open: boolean
  readonly children: ReactNode
}

function Folded({ title, open, children }: FoldedProps) {
  return (
    <details className="case-act" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
