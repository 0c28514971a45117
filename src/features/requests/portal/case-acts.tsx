/** What an applicant can do with a request: what is asked of them first, everything else folded away. */
import type { ReactNode } from 'react'
import type { Teller } from '../../../ui/messages.ts'
import type { Asked, Tracked } from '../citizen.ts'
import { Tick } from './fields.tsx'
import { ownWords } from './own-words.ts'
import type { Visit } from './site.ts'
import { caseWords } from './words.ts'

interface Props {
  readonly visit: Visit
  readonly tracked: Tracked
  readonly typed: URLSearchParams | null
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

function Correct({ asked, visit, typed, t }: AskedAs<'correct'>) {
  return (
    <>
      <h3>{t(caseWords.correctItems)}</h3>
      <ol className="bullets">
        {asked.items.map(item => (
          <li key={item}>{item}</li>
        ))}
      </ol>
      <ActForm visit={visit} act="correct" label={t(caseWords.correct)} files>
        <Text name="text" label={t(caseWords.correctText)} value={typed?.get('text') ?? ''} />
        <File label={t(caseWords.paper)} />
      </ActForm>
      <p className="field-hint">{t(caseWords.correctNote)}</p>
    </>
  )
}

function GiveReasons({ asked, visit, typed, t }: AskedAs<'give_reasons'>) {
  return (
    <>
      <p className="as-typed">{asked.explain}</p>
      <ActForm visit={visit} act="giveReasons" label={t(caseWords.reasons)}>
        <Text name="text" label={t(caseWords.reasonsText)} value={typed?.get('text') ?? ''} />
      </ActForm>
    </>
  )
}

function Pay({ asked, visit, typed, t }: AskedAs<'pay'>) {
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
          <Text name="note" label={t(caseWords.declareNote)} value={typed?.get('note') ?? ''} rows={2} />
          <File label={t(caseWords.paper)} />
        </ActForm>
      )}
      <p className="field-hint">{t(caseWords.payNote)}</p>
    </>
  )
}

export function OtherActs({ visit, tracked, typed, t }: Props) {
  const { applicant, mayPropose, mayWithdraw } = tracked
  return (
    <section className="part on-screen" aria-labelledby="other-acts">
      <h2 id="other-acts">{t(caseWords.other)}</h2>
      <Folded title={t(caseWords.contact)}>
        <p>
          {t(caseWords.contactNow)}
          {[applicant.name, applicant.phone, applicant.address].join(t(caseWords.comma))}
        </p>
        <ActForm visit={visit} act="changeContact" label={t(caseWords.send)}>
          <Line name="phone" type="tel" value={typed?.get('phone') ?? ''} t={t} />
          <Line name="address" type="text" value={typed?.get('address') ?? ''} t={t} />
          <Line name="email" type="email" value={typed?.get('email') ?? ''} t={t} />
        </ActForm>
      </Folded>
      {mayPropose && (
        <Folded title={t(caseWords.propose)}>
          <ActForm visit={visit} act="proposePublication" label={t(caseWords.send)}>
            <Text name="proposal" label={t(caseWords.reasonsText)} value={typed?.get('proposal') ?? ''} rows={3} />
          </ActForm>
        </Folded>
      )}
      {mayWithdraw && (
        <Folded title={t(caseWords.withdraw)}>
          <p>{t(caseWords.withdrawNote)}</p>
          <ActForm visit={visit} act="withdraw" label={t(caseWords.withdraw)}>
            <Text name="why" label={t(caseWords.reason)} value={typed?.get('why') ?? ''} rows={2} />
            <Tick name="sure" label={t(caseWords.withdrawSure)} ticked={false} />
          </ActForm>
        </Folded>
      )}
    </section>
  )
}

const contactLabels = {
  phone: { zh: '联系电话', en: 'Telephone' },
  address: { zh: '通信地址', en: 'Postal address' },
  email: { zh: '电子邮箱', en: 'E-mail' },
} as const
type ContactName = keyof typeof contactLabels

interface LineProps {
  readonly name: ContactName
  readonly type: string
  readonly value: string
  readonly t: Teller
}

function Line({ name, type, value, t }: LineProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{t(contactLabels[name])}</label>
      <input type={type} id={name} name={name} defaultValue={value} autoComplete="off" />
    </div>
  )
}

interface ActFormProps {
  readonly visit: Visit
  readonly act: string
  readonly label: string
  readonly files?: boolean
  readonly children: ReactNode
}

function ActForm({ visit: { paths }, act, label, files = false, children }: ActFormProps) {
  return (
    <form
      method="post"
      action={paths.act(act)}
      className="apply-form"
      {...(files ? { encType: 'multipart/form-data' } : {})}
    >
      {children}
      <div className="apply-acts">
        <button type="submit" className="button button-primary">
          {label}
        </button>
      </div>
    </form>
  )
}

interface TextProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly rows?: number
}

function Text({ name, label, value, rows = 6 }: TextProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <textarea id={name} name={name} rows={rows} defaultValue={value} />
    </div>
  )
}

function File({ label }: { readonly label: string }) {
  return (
    <div className="field">
      <label htmlFor="file">{label}</label>
      <input type="file" id="file" name="file" />
    </div>
  )
}

function Folded({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className="case-act">
      <summary>{title}</summary>
      {children}
    </details>
  )
}
