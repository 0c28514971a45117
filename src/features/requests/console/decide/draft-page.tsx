/** The answer of one request: written, reviewed, signed. */

import { Link, useParams } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useRead } from '../../../../kit/console/api.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMe } from '../../../../kit/console/me.tsx'
import { Loaded, PageHead } from '../../../../kit/console/states.tsx'
import { words } from '../../../../kit/console/words.ts'
import { Isolated } from '../../../../ui/isolated.tsx'
import { getRequest, type RequestView } from '../../contract/index.ts'
import { ClockMark, StateMark } from '../marks.tsx'
import { caseWords } from '../words/case-words.ts'
import { draftWords } from '../words/draft-words.ts'
import { Editor } from './editor.tsx'
import { Review } from './review.tsx'

export function DraftPage() {
  const { agencyId } = useMe()
  const { requestId = '' }: { readonly requestId?: string } = useParams({ strict: false })
  const query = useRead(getRequest, { params: { agencyId, requestId }, query: {} })
  return (
    <div className="c-page c-page-wide">
      <Loaded query={query}>{view => <Answer key={view.case.id} view={view} />}</Loaded>
    </div>
  )
}

function Answer({ view }: { readonly view: RequestView }) {
  const t = useTell()
  const { id, number, state, wanted, draft, closing } = view.case
  const [editing, setEditing] = useState(false)
  const [asking, setAsking] = useState(false)
  const may = view.acts.includes('saveDraft')
  const edit = may && (state !== 'in_review' || editing)
  return (
    <>
      <p className="crumbs">
        <Link to="/requests/$requestId" params={{ requestId: id }}>
          {number} <Isolated>{wanted.title}</Isolated>
        </Link>
      </p>
      <PageHead
        title={`${t(draftWords.title)} ${draft ? t(caseWords.revision(draft.revision)) : ''}`.trim()}
        lead={
          <span className="badges">
            <StateMark state={state} />
            <ClockMark clock={view.clock} onTime={closing?.onTime ?? null} />
            {view.clock.due}
          </span>
        }
      >
        {may && !edit && <Button onClick={() => setAsking(true)}>{t(draftWords.edit)}</Button>}
      </PageHead>
      {edit ? <Editor view={view} done={() => setEditing(false)} /> : <Review view={view} />}
      <Modal
        open={asking}
        title={t(draftWords.editTitle)}
        onCancel={() => setAsking(false)}
        onOk={() => {
          setAsking(false)
          setEditing(true)
        }}
        okText={t(draftWords.edit)}
        cancelText={t(words.cancel)}
        closable={{ 'aria-label': t(words.close) }}
      >
        <p>{t(draftWords.editText)}</p>
      </Modal>
    </>
  )
}
