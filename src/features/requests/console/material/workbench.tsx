/** Covering a paper: pages with boxes at the left, what was found at the right, the copy below. */
import { Button, Input } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { useAct } from '../../../../kit/console/api.tsx'
import { DraftNote } from '../../../../kit/console/draft-note.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMay } from '../../../../kit/console/me.tsx'
import { linesOf } from '../../../../kit/console/more-fields.tsx'
import { Trouble } from '../../../../kit/console/states.tsx'
import { useToast } from '../../../../kit/console/toast.tsx'
import { getRequest, type RequestView, redactPaper } from '../../contract/index.ts'
import { materialWords } from '../words/material-words.ts'
import type { Box } from './boxes.ts'
import { Hits, type Scan } from './hits.tsx'
import { Pages } from './pages.tsx'
import { Report } from './report.tsx'
import { Result } from './result.tsx'
import { useCovers } from './use-covers.ts'

interface Props {
  readonly view: RequestView
  readonly paper: RequestView['papers'][number]
  readonly scan: Scan
}

export function Workbench({ view, paper, scan }: Props) {
  const t = useTell()
  const may = useMay()
  const toast = useToast()
  const id = useId()
  const { agencyId, id: requestId } = view.case
  const covers = useCovers(paper.id, scan)
  const { boxes, texts, set } = covers
  const [page, setPage] = useState(1)
  const paged = scan.pages > 0
  const earlier = view.papers.findLast(({ from }) => from === paper.id)?.id ?? null
  const redact = useAct(redactPaper, {
    refresh: [getRequest],
    done: () => {
      toast(t(materialWords.made))
      covers.draft.drop().catch(() => undefined)
    },
  })
  const copy = redact.data?.id ?? earlier
  const nothing = boxes.length === 0 && linesOf(texts).length === 0
  const focusing = useFocusOnBox()
  const body = { boxes: boxes.map(box => ({ ...box })), texts: linesOf(texts) }
  return (
    <>
      <DraftNote state={covers.draft.state} drop={covers.drop} />
      <div className="r-material">
        {paged ? (
          <Pages
            place={{ agencyId, requestId, paperId: paper.id }}
            pages={scan.pages}
            page={page}
            turn={setPage}
            boxes={boxes}
            set={next => set({ boxes: next })}
            focus={focusing}
          />
        ) : (
          <Texts id={id} texts={texts} set={next => set({ texts: next })} />
        )}
        <Hits
          scan={scan}
          covered={covers.covered}
          cover={covers.cover}
          show={({ box }) => {
            if (!box) return
            setPage(box.page)
            focusing(boxes.findIndex((known: Box) => known.page === box.page && known.box[1] === box.box[1]))
          }}
        />
      </div>
      {redact.error && <Trouble error={redact.error} />}
      {may(redactPaper) && (
        <div className="c-form-acts">
          <Button
            type="primary"
            disabled={nothing}
            loading={redact.isPending}
            onClick={() => redact.mutate({ params: { agencyId, requestId, paperId: paper.id }, body })}
          >
            {t(materialWords.make)}
          </Button>
          <span className="note" role="status">
            {t(nothing ? materialWords.nothing : materialWords.boxes(boxes.length))}
          </span>
        </div>
      )}
      {redact.data && <Report notFound={redact.data.notFound} notes={redact.data.notes} />}
      {copy && <Result agencyId={agencyId} requestId={requestId} original={paper.id} copy={copy} pages={scan.pages} />}
    </>
  )
}

function Texts({
  id,
  texts,
  set,
}: {
  readonly id: string
  readonly texts: string
  readonly set: (texts: string) => void
}) {
  const t = useTell()
  return (
    <div>
      <label htmlFor={id}>{t(materialWords.texts)}</label>
      <Input.TextArea id={id} rows={8} value={texts} onChange={event => set(event.target.value)} />
      <p className="note">{t(materialWords.textsHelp)}</p>
    </div>
  )
}

/** Gives the focus to a box by its place in the list, once it is drawn. */
function useFocusOnBox(): (at: number) => void {
  const wanted = useRef<number | null>(null)
  const [, again] = useState(0)
  useEffect(() => {
    const box = wanted.current === null ? null : document.querySelector<HTMLElement>(`[data-box="${wanted.current}"]`)
    if (!box) return
    wanted.current = null
    box.focus()
  })
  return at => {
    wanted.current = at
    again(n => n + 1)
  }
}
