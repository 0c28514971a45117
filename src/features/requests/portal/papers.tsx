/** Proof of identity and papers: added one by one, kept at once, so that none is lost to a mistake elsewhere. */

import type { Said } from '../../../domain/kernel/lang.ts'
import { Isolated } from '../../../ui/isolated.tsx'
import { teller } from '../../../ui/messages.ts'
import { begunOf, type Fields, paperLimits, papersOf, uploadKinds } from './draft.ts'
import { Troubles } from './fields.tsx'
import type { Visit } from './site.ts'
import { StepHead } from './step.tsx'
import { papersWords, stepping } from './words.ts'

interface Props {
  readonly visit: Visit
  readonly name: string
  readonly fields: Fields
  readonly trouble: Said | null
  /** Chosen before, where the file was refused. */
  readonly kind?: string
}

export function PapersPage({ visit, name, fields, trouble, kind = 'identity' }: Props) {
  const { host, paths } = visit
  const t = teller(host.lang)
  const papers = papersOf(fields)
  const mb = paperLimits.bytes / 2 ** 20
  return (
    <>
      <Troubles troubles={trouble ? [{ code: 'paper', says: trouble, at: 'file' }] : []} lang={host.lang} kept />
      <StepHead visit={visit} step="papers" />
      <p>{t(papersWords.lead)}</p>
      {begunOf(fields).agent && <p>{t(papersWords.agentLead)}</p>}
      <Added visit={visit} name={name} fields={fields} />
      {papers.length < paperLimits.most && (
        <form method="post" action={paths.step(name, 'papers')} encType="multipart/form-data" className="apply-form">
          <div className="field">
            <label htmlFor="kind">{t(papersWords.kind)}</label>
            <select id="kind" name="kind" defaultValue={kind}>
              {Object.entries(uploadKinds).map(([id, label]) => (
                <option key={id} value={id}>
                  {t(label)}
                </option>
              ))}
            </select>
          </div>
          <div className={trouble ? 'field field-trouble' : 'field'}>
            <label htmlFor="file">{t(papersWords.file)}</label>
            <p className="field-hint" id="file-hint">
              {t(papersWords.limit(mb, paperLimits.most))}
            </p>
            {trouble && (
              <p className="field-error" id="file-trouble">
                {t(trouble)}
              </p>
            )}
            <input
              type="file"
              id="file"
              name="file"
              aria-describedby={trouble ? 'file-hint file-trouble' : 'file-hint'}
              aria-invalid={trouble !== null || undefined}
              accept="image/*,.pdf,.doc,.docx,.xls,.xlsx,.wps"
            />
          </div>
          <div className="apply-acts">
            <button type="submit" className="button">
              {t(papersWords.add)}
            </button>
          </div>
        </form>
      )}
      <p>{t(papersWords.later)}</p>
      <p className="apply-acts">
        <a className="button button-primary" href={paths.step(name, 'check')}>
          {t(stepping.next)}
        </a>
        <a href={paths.step(name, 'delivery')}>{t(stepping.back)}</a>
      </p>
    </>
  )
}

function Added({ visit: { host, paths }, name, fields }: Pick<Props, 'visit' | 'name' | 'fields'>) {
  const t = teller(host.lang)
  const papers = papersOf(fields)
  return (
    <section className="part" aria-labelledby="added">
      <h2 id="added">{t(papersWords.added)}</h2>
      {papers.length === 0 && <p className="nothing">{t(papersWords.none)}</p>}
      <ul className="apply-papers">
        {papers.map(({ key, kind, name: file, bytes }) => (
          <li key={key}>
            <span>
              {t(uploadKinds[kind as keyof typeof uploadKinds])}：<Isolated>{file}</Isolated>（
              {Math.ceil(bytes.length / 1024)} KB）
            </span>
            <form method="post" action={paths.step(name, 'papers')}>
              <input type="hidden" name="remove" value={key} />
              <button type="submit" className="button" aria-label={`${t(papersWords.remove)} ${file}`}>
                {t(papersWords.remove)}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
