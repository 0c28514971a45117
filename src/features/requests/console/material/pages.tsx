/** The pages of a paper under the boxes that will cover them. */
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTell } from '../../../../kit/console/language.tsx'
import { materialWords } from '../words/material-words.ts'
import type { Box } from './boxes.ts'
import { PageView } from './page-view.tsx'
import { Pager } from './pager.tsx'

interface Props {
  readonly place: { readonly agencyId: string; readonly requestId: string; readonly paperId: string }
  readonly pages: number
  readonly page: number
  readonly turn: (page: number) => void
  readonly boxes: readonly Box[]
  readonly set: (boxes: readonly Box[]) => void
  readonly focus: (at: number) => void
}

/** Where a box begun by keys lies at first. */
const first: Box['box'] = [200, 400, 360, 430]

export function Pages({ place, pages, page, turn, boxes, set, focus }: Props) {
  const t = useTell()
  const [chosen, choose] = useState<number | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const change = (next: readonly Box[]) => {
    set(next)
    if (next.length >= boxes.length) return
    choose(null)
    add.current?.focus()
  }
  const addBox = () => {
    set([...boxes, { page, box: first }])
    choose(boxes.length)
    focus(boxes.length)
  }
  return (
    <div>
      <Pager page={page} pages={pages} turn={turn} />
      <div className="r-pager">
        <Button ref={add} onClick={addBox}>
          {t(materialWords.addBox)}
        </Button>
        <Button disabled={chosen === null} onClick={() => change(boxes.filter((_, at) => at !== chosen))}>
          {t(materialWords.removeBox)}
        </Button>
      </div>
      <p className="note">{t(materialWords.boxHelp)}</p>
      <PageView {...place} page={page} boxes={boxes} chosen={chosen} choose={choose} set={change} />
    </div>
  )
}
