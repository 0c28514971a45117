/** One's account: what it keeps, whole; what forms are filled in with; another address; the way out. */
import type { ReactNode } from 'react'
import type { Refusal } from '../../../domain/kernel/result.ts'
import {
  type IntakeField,
  type IntakeFieldId,
  intakeFields,
  type Typed,
} from '../../../domain/request/intake/fields.ts'
import { shanghaiMinute } from '../../../ui/day.ts'
import { type Teller, teller } from '../../../ui/messages.ts'
import { detailFields, identityFields } from '../account/details.ts'
import type { AccountData } from '../account.ts'
import { mineWords, signInWords, accountWords as words } from './account-words.ts'
import { Part } from './case.tsx'
import { Field, Tick, Troubles } from './fields.tsx'
import { ContactField } from './sign-in.tsx'
import type { Visit } from './site.ts'

interface Props {
  readonly visit: Visit
  readonly data: AccountData
  /** What was typed and not kept, in place of what is. */
  readonly typed: Typed | null
  readonly troubles: readonly Refusal[]
  readonly saved: boolean
}

const filled = (id: IntakeFieldId): IntakeField => intakeFields[id]

export function AccountPage({ visit, data, typed, troubles, saved }: Props) {
  const { host, paths } = visit
  const t = teller(host.lang)
  return (
    <>
      <Troubles troubles={troubles} lang={host.lang} />
      {saved && (
        <p className="apply-done" role="status">
          {t(words.saved)}
        </p>
      )}
      <div className="page-head">
        <h1>{t(words.title)}</h1>
        <p className="lead">{t(words.lead)}</p>
      </div>
      <dl className="facts">
        <Fact label={t(words.signsIn)}>{data.contact}</Fact>
        <Fact label={t(words.since)}>
          <time dateTime={data.createdAt}>{shanghaiMinute(data.createdAt)}</time>
        </Fact>
        <Fact label={t(words.sessions)}>{data.sessions}</Fact>
      </dl>
      <p className="apply-acts">
        <a className="button" href={paths.accountFile} download>
          {t(words.file)}
        </a>
        <a href={paths.mine}>{t(mineWords.back)}</a>
      </p>
      <Details visit={visit} details={typed ?? data.details} troubles={troubles} t={t} />
      <Part id="account-acts" title={t(words.acts)}>
        <ChangeContact visit={visit} troubles={troubles} t={t} />
        <Plain action={paths.signOut} label={t(mineWords.signOut)} />
        <Plain action={paths.signOutEverywhere} label={t(words.everywhere)} />
        <details className="case-act" open={troubles.some(({ at }) => at === 'sure')}>
          <summary>{t(words.close)}</summary>
          <p>{t(words.closeNote)}</p>
          <form method="post" action={paths.close} className="apply-form">
            <Tick name="sure" label={t(words.sure)} ticked={false} />
            <div className="apply-acts">
              <button type="submit" className="button button-primary">
                {t(words.close)}
              </button>
            </div>
          </form>
        </details>
      </Part>
    </>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="as-typed">{children}</dd>
    </div>
  )
}

interface DetailsProps {
  readonly visit: Visit
  readonly details: Typed
  readonly troubles: readonly Refusal[]
  readonly t: Teller
}

function Details({ visit: { host, paths }, details, troubles, t }: DetailsProps) {
  const field = (id: IntakeFieldId) => (
    <Field
      key={id}
      id={id}
      value={details[id] ?? ''}
      trouble={troubles.find(({ at }) => at === id)}
      lang={host.lang}
      optional
    />
  )
  return (
    <Part id="details" title={t(words.details)}>
      <p>{t(words.detailsNote)}</p>
      <form method="post" action={paths.details} className="apply-form" noValidate>
        {detailFields.filter(id => filled(id).only !== 'organisation').map(field)}
        <fieldset className="field">
          <legend>{t(words.identity)}</legend>
          <Tick name="keepIdentity" label={t(words.keepIdentity)} ticked={details.identityNumber !== undefined} />
          {identityFields.map(field)}
        </fieldset>
        <fieldset className="field">
          <legend>{t(words.organisation)}</legend>
          {detailFields.filter(id => filled(id).only === 'organisation').map(field)}
        </fieldset>
        <div className="apply-acts">
          <button type="submit" className="button button-primary">
            {t(words.save)}
          </button>
        </div>
      </form>
    </Part>
  )
}

function ChangeContact({ visit: { paths, site }, troubles, t }: Omit<DetailsProps, 'details'>) {
  const { ways } = site.accounts
  if (ways.length === 0) return null
  return (
    <details className="case-act" open={troubles.some(({ at }) => at === 'contact')}>
      <summary>{t(words.contact)}</summary>
      <p>{t(words.contactNote)}</p>
      <form method="post" action={paths.contact} className="apply-form">
        <ContactField ways={ways} typed="" t={t} />
        <div className="apply-acts">
          <button type="submit" className="button">
            {t(signInWords.send)}
          </button>
        </div>
      </form>
    </details>
  )
}

function Plain({ action, label }: { readonly action: string; readonly label: string }) {
  return (
    <form method="post" action={action} className="account-act">
      <button type="submit" className="button">
        {label}
      </button>
    </form>
  )
}
