/** One paper of a case: looked through for personal and hidden data, and covered where it is withheld (条例37). */

import { Link, useParams } from '@tanstack/react-router'
import { useRead } from '../../../../kit/console/api.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMay, useMe } from '../../../../kit/console/me.tsx'
import { Empty, Loaded, NotAllowed, PageHead } from '../../../../kit/console/states.tsx'
import { Isolated } from '../../../../ui/isolated.tsx'
import { getRequest, type RequestView, scanPaper } from '../../contract/index.ts'
import { caseWords } from '../words/case-words.ts'
import { materialWords } from '../words/material-words.ts'
import { Workbench } from './workbench.tsx'

export function MaterialPage() {
  const { agencyId } = useMe()
  const may = useMay()
  const { requestId = '', paperId = '' }: { readonly requestId?: string; readonly paperId?: string } = useParams({
    strict: false,
  })
  const query = useRead(getRequest, { params: { agencyId, requestId }, query: {} })
  if (!may(scanPaper)) return <NotAllowed />
  return (
    <div className="c-page c-page-wide">
      <Loaded query={query}>{view => <Material view={view} paperId={paperId} />}</Loaded>
    </div>
  )
}

function Material({ view, paperId }: { readonly view: RequestView; readonly paperId: string }) {
  const t = useTell()
  const { agencyId, id: requestId, number, wanted } = view.case
  const paper = view.papers.find(({ id }) => id === paperId)
  const scan = useRead(scanPaper, { params: { agencyId, requestId, paperId } }, { enabled: paper !== undefined })
  return (
    <>
      <p className="crumbs">
        <Link to="/requests/$requestId" params={{ requestId }}>
          {number} <Isolated>{wanted.title}</Isolated>
        </Link>
      </p>
      <PageHead title={paper?.name ?? t(caseWords.papers)} lead={t(materialWords.lead)} />
      {paper ? (
        <Loaded query={scan}>{found => <Workbench key={paperId} view={view} paper={paper} scan={found} />}</Loaded>
      ) : (
        <Empty says={t(caseWords.noPapers)} />
      )}
    </>
  )
}
