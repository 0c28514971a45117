/** The pages of signing in: where the code is to go, the code, and what is said where none can be sent. */
import type { Refusal } from '../../../domain/kernel/result.ts'
import { type Teller, teller } from '../../../ui/messages.ts'
import { codeMinutes } from '../account/codes.ts'
import { wordFor } from '../account/contact.ts'
import type { ContactWay, PendingCode } from '../account.ts'
import { signInWords as words } from './account-words.ts'
import { Troubles } from './fields.tsx'
import type { Visit } from './site.ts'

interface Props {
  readonly visit: Visit
  readonly typed: string
  readonly trouble: Refusal | null
  /** Where it leads afterwards. */
  readonly to: string
}

export function SignInPage({ visit, typed, trouble, to }: Props) {
  const { host, paths, site } = visit
  const t = teller(host.lang)
  const { ways } = site.accounts
  if (ways.length === 0) return <ClosedPage visit={visit} />
  return (
    <>
      {trouble && <Troubles troubles={[{ at: 'contact', ...trouble }]} lang={host.lang} />}
      <div className="page-head">
        <h1>{t(words.title)}</h1>
        <p className="lead">{t(words.lead)}</p>
      </div>
      <form method="post" action={`${paths.signIn}?to=${to}`} className="apply-form">
        <ContactField ways={ways} typed={typed} t={t} />
        <details className="apply-privacy">
          <summary>{t(words.privacy)}</summary>
          <p>{t(words.privacyText)}</p>
        </details>
        <div className="apply-acts">
          <button type="submit" className="button button-primary">
            {t(words.send)}
          </button>
        </div>
      </form>
      <p>
        {t(words.noNeed)} <a href={paths.track}>{t(words.byCode)}</a>
      </p>
    </>
  )
}

interface ContactProps {
  readonly ways: readonly ContactWay[]
  readonly typed: string
  readonly t: Teller
}

const keyboards = {
  both: { type: 'text', autoComplete: 'username' },
  mail: { type: 'email', autoComplete: 'email' },
  sms: { type: 'tel', autoComplete: 'tel' },
} as const

export function ContactField({ ways, typed, t }: ContactProps) {
  const kind = wordFor(ways)
  return (
    <div className="field">
      <label htmlFor="contact">{t(words.contact[kind])}</label>
      <input {...keyboards[kind]} id="contact" name="contact" defaultValue={typed} spellCheck={false} required />
    </div>
  )
}

function ClosedPage({ visit: { host, paths } }: { readonly visit: Visit }) {
  const t = teller(host.lang)
  return (
    <>
      <div className="page-head">
        <h1>{t(words.title)}</h1>
      </div>
      <p>{t(words.closed)}</p>
      <p className="apply-acts">
        <a className="button button-primary" href={paths.track}>
          {t(words.byCode)}
        </a>
      </p>
    </>
  )
}

interface CodeProps extends Pick<Props, 'visit' | 'trouble' | 'to'> {
  readonly pending: PendingCode
}

export function CodePage({ visit: { host, paths }, pending, trouble, to }: CodeProps) {
  const t = teller(host.lang)
  return (
    <>
      {trouble && <Troubles troubles={[trouble]} lang={host.lang} />}
      <div className="page-head">
        <h1>{t(words.codeTitle)}</h1>
        <p className="lead">{t(words.sent(pending.mask, codeMinutes))}</p>
      </div>
      <form method="post" action={`${paths.code}?to=${to}`} className="apply-form">
        <div className="field">
          <label htmlFor="code">{t(words.code)}</label>
          <input
            type="text"
            id="code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            required
          />
        </div>
        <div className="apply-acts">
          <button type="submit" className="button button-primary">
            {t(pending.changes ? words.change : words.go)}
          </button>
          <a href={pending.changes ? paths.account : `${paths.signIn}?to=${to}`}>{t(words.again)}</a>
        </div>
      </form>
    </>
  )
}

export function LinkPage({ visit: { host, paths }, token }: { readonly visit: Visit; readonly token: string }) {
  const t = teller(host.lang)
  return (
    <>
      <div className="page-head">
        <h1>{t(words.link)}</h1>
        <p className="lead">{t(words.linkLead)}</p>
      </div>
      <form method="post" action={paths.link(token)} className="apply-form">
        <button type="submit" className="button button-primary">
          {t(words.enter)}
        </button>
      </form>
    </>
  )
}
