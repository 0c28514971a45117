/** The original and its redacted copy side by side, page by page. */
import { useState } from 'react'
import { FileLink } from '../../../../kit/console/file.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMay } from '../../../../kit/console/me.tsx'
import { paperFile, paperPage } from '../../contract/index.ts'
import { materialWords } from '../words/material-words.ts'
import { PageImage } from './page-view.tsx'
import { Pager } from './pager.tsx'

interface Props {
  readonly agencyId: string
  readonly requestId: string
  readonly original: string
  readonly copy: string
  /** Pages that can be shown; none where the paper has no pages. */
  readonly pages: number
}

export function Result({ agencyId, requestId, original, copy, pages }: Props) {
  const t = useTell()
  const may = useMay()
  const [page, setPage] = useState(1)
  const place = { agencyId, requestId }
  return (
    <section aria-labelledby="result">
      <h2 id="result">{t(materialWords.result)}</h2>
      <FileLink contract={paperFile} params={{ ...place, paperId: copy }} label={t(materialWords.download)} />
      {pages > 0 && may(paperPage) && (
        <>
          <Pager page={page} pages={pages} turn={setPage} />
          <div className="r-both">
            {[
              { id: original, head: materialWords.original },
              { id: copy, head: materialWords.copy },
            ].map(({ id, head }) => (
              <div key={head.en}>
                <h3>{t(head)}</h3>
                <PageImage {...place} paperId={id} page={page} />
              </div>
            ))}
          </div>
        </>
      )}
    </section>
  )
}
