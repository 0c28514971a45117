/** The first page of applying: what, as whom, and what becomes of one's data (个保法17). */
import { requestKindIds } from '../../../domain/request/states.ts'
import { teller } from '../../../ui/messages.ts'
import { signInWords } from './account-words.ts'
import { Tick } from './fields.tsx'
import type { Visit } from './site.ts'
import { start } from './words.ts'

interface Props {
  readonly visit: Visit
  /** Address of a form that was begun here before. */
  readonly begun: string | null
  readonly signedIn: boolean
}

export function StartPage({ visit, begun, signedIn }: Props) {
  const { host, paths } = visit
  const t = teller(host.lang)
  return (
    <>
      <div className="page-head">
        <h1>{t(start.title)}</h1>
        <p className="lead">{t(start.lead)}</p>
      </div>
      {begun && (
        <p className="apply-now">
          <a className="button button-primary" href={begun}>
            {t(start.goOn)}
          </a>
        </p>
      )}
      <SigningIn visit={visit} signedIn={signedIn} />
      <form method="post" action={paths.start} className="apply-form">
        <fieldset className="field">
          <legend>{t(start.kind)}</legend>
          {requestKindIds.map((id, n) => (
            <Radio key={id} name="kind" value={id} label={t(start.kinds[id])} chosen={n === 0} />
          ))}
        </fieldset>
        <fieldset className="field">
          <legend>{t(start.sort)}</legend>
          <Radio name="sort" value="citizen" label={t(start.citizen)} chosen />
          <Radio name="sort" value="organisation" label={t(start.organisation)} />
        </fieldset>
        <Tick name="agent" label={t(start.agent)} ticked={false} />
        <details className="apply-privacy">
          <summary>{t(start.privacy)}</summary>
          <p>{t(start.privacyText(host.agency.name))}</p>
        </details>
        <div className="apply-acts">
          <button type="submit" className="button button-primary">
            {t(start.begin)}
          </button>
          <a href={`${paths.apply}/form`}>{t(start.paper)}</a>
        </div>
      </form>
    </>
  )
}

/** Nobody has to; who is signed in types less. */
function SigningIn({ visit: { host, paths, site }, signedIn }: Omit<Props, 'begun'>) {
  const t = teller(host.lang)
  if (signedIn) return <p>{t(signInWords.filled)}</p>
  if (site.accounts.ways.length === 0) return null
  return (
    <p>
      {t(signInWords.faster)} <a href={`${paths.signIn}?to=apply`}>{t(signInWords.title)}</a>
    </p>
  )
}

/** Where online is no way to apply here (函2017-19: the guide says which are open). */
export function ClosedPage({ visit: { host, paths } }: { readonly visit: Visit }) {
  const t = teller(host.lang)
  return (
    <>
      <div className="page-head">
        <h1>{t(start.title)}</h1>
      </div>
      <p>{t(start.closed)}</p>
      <p>
        <a className="button button-primary" href={`${paths.apply}/form`}>
          {t(start.paper)}
        </a>
      </p>
    </>
  )
}

interface RadioProps {
  readonly name: string
  readonly value: string
  readonly label: string
  readonly chosen?: boolean
}

function Radio({ name, value, label, chosen = false }: RadioProps) {
  const id = `${name}-${value}`
  return (
    <div className="field-choice">
      <input type="radio" id={id} name={name} value={value} defaultChecked={chosen} />
      <label htmlFor={id}>{label}</label>
    </div>
  )
}
