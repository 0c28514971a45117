/** A table that is one on a wide screen and on paper, and a list of cards on a phone. */
import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { useTell } from './language.tsx'
import { words } from './words.ts'

export interface Column<T> {
  readonly key: string
  readonly head: string
  readonly cell: (row: T) => ReactNode
  /** The cell as text, for the file and for sorting. None: not in the file, not sorted. */
  readonly text?: (row: T) => string
  /** Names the row: read out as its head. */
  readonly names?: boolean
}

/** A column and a direction. */
export interface Sorting {
  readonly key: string
  readonly down: boolean
}

interface Props<T> {
  readonly caption: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  readonly sorting?: Sorting | null
  /** None: the table cannot be sorted. */
  readonly sort?: ((sorting: Sorting) => void) | undefined
}

export function DataTable<T>({ caption, columns, rows, rowKey, sorting = null, sort }: Props<T>) {
  return (
    <table className="c-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <Head key={column.key} column={column} sorting={sorting} sort={sort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted(rows, columns, sorting).map(row => (
          <tr key={rowKey(row)}>
            {columns.map(column => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type HeadProps<T> = Required<Pick<Props<T>, 'sorting'>> & {
  readonly column: Column<T>
  readonly sort: Props<T>['sort']
}

function Head<T>({ column, sorting, sort }: HeadProps<T>) {
  const t = useTell()
  const { key, head, text } = column
  const here = sorting?.key === key
  if (!sort || !text) return <th scope="col">{head}</th>
  const direction = here ? (sorting.down ? 'descending' : 'ascending') : 'none'
  return (
    <th scope="col" aria-sort={direction}>
      <button
        type="button"
        className="c-sort"
        title={t(words.sortBy(head))}
        onClick={() => sort({ key, down: here && !sorting.down })}
      >
        {head} {here && <Icon name={sorting.down ? 'down' : 'up'} />}
      </button>
    </th>
  )
}

function Cell<T>({ column, row }: { readonly column: Column<T>; readonly row: T }) {
  const content = column.cell(row)
  if (column.names) {
    return (
      <th scope="row" data-head={column.head}>
        {content}
      </th>
    )
  }
  return <td data-head={column.head}>{content}</td>
}

const inOrder = new Intl.Collator('zh-CN', { numeric: true })

function sorted<T>(rows: readonly T[], columns: readonly Column<T>[], sorting: Sorting | null): readonly T[] {
  const text = columns.find(({ key }) => key === sorting?.key)?.text
  if (!sorting || !text) return rows
  const way = sorting.down ? -1 : 1
  return [...rows].sort((a, b) => way * inOrder.compare(text(a), text(b)))
}
