/** Says which figure of table 三 the list stands for, where it was come to from one. */
import { Link } from '@tanstack/react-router'
import { useTell } from '../../../../kit/console/language.tsx'
import type { UrlState } from '../../../../kit/console/url-state.ts'
import { editions } from '../../../../law/editions/index.ts'
import { listWords } from '../words/list-words.ts'

/** The newest form that has the row: the words people know it by. */
function rowLabel(id: string) {
  for (const { requests } of [...editions].reverse()) {
    const row = requests.rows.find(known => known.id === id)
    if (row) return row.label
  }
  return null
}

export function TableCell({ state }: { readonly state: UrlState }) {
  const t = useTell()
  const rows = (state.line ?? state.cell ?? '').split(',')
  const labels = rows.map(rowLabel).filter(label => label !== null)
  if (labels.length === 0) return null
  const { line: _, cell: __, after: ___, ...rest } = state
  return (
    <div className="c-note">
      <span>
        {t(listWords.behindTable)}
        <strong>{labels.map(t).join(t(listWords.andRow))}</strong>
      </span>
      <Link to="/requests" search={rest as never}>
        {t(listWords.leaveTable)}
      </Link>
    </div>
  )
}
