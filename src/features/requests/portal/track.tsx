/** Where an applicant comes in by number and query code. */
import type { Lang } from '../../../domain/kernel/lang.ts'
import type { Refusal } from '../../../domain/kernel/result.ts'
import { teller } from '../../../ui/messages.ts'
import { mineWords } from './account-words.ts'
import { Troubles } from './fields.tsx'
import type { Visit } from './site.ts'
import { trackWords } from './words.ts'

interface Props {
  readonly visit: Visit
  readonly number: string
  readonly trouble: Refusal | null
}

export function TrackPage({ visit: { host, paths }, number, trouble }: Props) {
  const t = teller(host.lang)
  const { office } = host.agency
  return (
    <>
      <Troubles troubles={trouble ? [{ ...trouble, at: 'number' }] : []} lang={host.lang} />
      <div className="page-head">
        <h1>{t(trackWords.title)}</h1>
        <p className="lead">{t(trackWords.lead)}</p>
      </div>
      <form method="post" action={paths.track} className="apply-form">
        <NumberAndCode number={number} lang={host.lang} />
        <div className="apply-acts">
          <button type="submit" className="button button-primary">
            {t(trackWords.go)}
          </button>
        </div>
      </form>
      <p>{t(trackWords.lost(office.name, office.telephone))}</p>
      <p>
        <a href={paths.mine}>{t(mineWords.title)}</a>
      </p>
    </>
  )
}

/** What the receipt of a request holds. */
export function NumberAndCode({ number, lang }: { readonly number: string; readonly lang: Lang }) {
  const t = teller(lang)
  return (
    <>
      <div className="field">
        <label htmlFor="number">{t(trackWords.number)}</label>
        <p className="field-hint" id="number-hint">
          {t(trackWords.numberHint)}
        </p>
        <input
          type="text"
          id="number"
          name="number"
          defaultValue={number}
          aria-describedby="number-hint"
          autoComplete="off"
          required
        />
      </div>
      <div className="field">
        <label htmlFor="code">{t(trackWords.code)}</label>
        <input type="text" id="code" name="code" autoComplete="off" spellCheck={false} required />
      </div>
    </>
  )
}
