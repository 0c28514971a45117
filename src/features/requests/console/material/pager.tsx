/** Leafing through the pages of a paper. */
import { Button } from 'antd'
import { useTell } from '../../../../kit/console/language.tsx'
import { materialWords } from '../words/material-words.ts'

interface Props {
  readonly page: number
  readonly pages: number
  readonly turn: (page: number) => void
}

export function Pager({ page, pages, turn }: Props) {
  const t = useTell()
  return (
    <div className="r-pager">
      <Button onClick={() => turn(page - 1)} disabled={page <= 1}>
        {t(materialWords.previous)}
      </Button>
      <span role="status">{t(materialWords.page(page, pages))}</span>
      <Button onClick={() => turn(page + 1)} disabled={page >= pages}>
        {t(materialWords.next)}
      </Button>
    </div>
  )
}
