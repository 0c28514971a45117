/** Says which figure the list stands for, where it was come to from one: of table 三, or beside it. */
import { Link } from '@tanstack/react-router'
import type { Said } from '../../../../domain/kernel/lang.ts'
import { useTell } from '../../../../kit/console/language.tsx'
import type { UrlState } from '../../../../kit/console/url-state.ts'
import { editions } from '../../../../law/editions/index.ts'
import { supervisionWords } from '../statistics-words.ts'
import { listWords } from '../words/list-words.ts'

interface Figure {
  readonly says: Said
  readonly labels: readonly Said[]
  readonly leave: Said
}

function figureOf({ line, cell }: UrlState): Figure | null {
  // No form has a row for it: it is counted beside the table.
  if (cell === 'reversed') {
    return { says: listWords.behindFigure, labels: [supervisionWords.reversed], leave: listWords.leaveFigure }
  }
  const labels = (line ?? cell ?? '').split(',').flatMap(row => rowLabel(row) ?? [])
  return labels.length === 0 ? null : { says: listWords.behindTable, labels, leave: listWords.leaveTable }
}

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
  const figure = figureOf(state)
  if (figure === null) return null
  const { line: _, cell: __, after: ___, ...rest } = state
  return (
    <div className="c-note">
      <span>
        {t(figure.says)}
        <strong>{figure.labels.map(t).join(t(listWords.andRow))}</strong>
      </span>
      <Link to="/requests" search={rest as never}>
        {t(figure.leave)}
      </Link>
    </div>
  )
}
