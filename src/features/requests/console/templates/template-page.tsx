/** The templates of one letter: the standard one, the agency's versions, what differs, and which is in force. */
import { Link, useParams } from '@tanstack/react-router'
import { useRead } from '../../../../kit/console/api.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMe } from '../../../../kit/console/me.tsx'
import { Empty, Loaded, PageHead } from '../../../../kit/console/states.tsx'
import { addressOf } from '../../../../kit/contract.ts'
import { type LetterTemplates, listTemplates, standardTemplate } from '../../templates/contract.ts'
import { InUse } from './template-list.tsx'
import { UploadTemplate } from './template-upload.tsx'
import { TemplateVersions } from './template-versions.tsx'
import { templateWords } from './words.ts'

export function TemplatePage() {
  const t = useTell()
  const { agencyId } = useMe()
  const { letter }: { readonly letter?: string } = useParams({ strict: false })
  const query = useRead(listTemplates, { params: { agencyId } })
  return (
    <div className="c-page">
      <p>
        <Link to="/letters">{t(templateWords.all)}</Link>
      </p>
      <Loaded query={query}>
        {({ items }) => {
          const row = items.find(item => item.letter === letter)
          return row ? <OneLetter row={row} /> : <Empty says={t(templateWords.noLetter)} />
        }}
      </Loaded>
    </div>
  )
}

function OneLetter({ row }: { readonly row: LetterTemplates }) {
  const t = useTell()
  const { agencyId } = useMe()
  const { letter, title, findings, versions } = row
  return (
    <>
      <PageHead title={`${letter} ${t(title)}`} lead={<InUse row={row} />}>
        <a className="button" href={addressOf(standardTemplate, { agencyId, letter })} download>
          {t(templateWords.downloadStandard)}
        </a>
      </PageHead>
      {findings.length > 0 && (
        <div className="c-trouble" role="alert">
          <p>{t(templateWords.findingsNow)}</p>
          <ul className="bullets">
            {findings.map(said => (
              <li key={said.zh}>{t(said)}</li>
            ))}
          </ul>
        </div>
      )}
      <UploadTemplate letter={letter} />
      <section aria-labelledby="versions">
        <h2 id="versions">{t(templateWords.versions)}</h2>
        {versions.length === 0 ? <Empty says={t(templateWords.none)} /> : <TemplateVersions row={row} />}
      </section>
    </>
  )
}
