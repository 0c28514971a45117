/** A page with a list: search, filters, sorting, pages by key, a file of all of it; its state stands in the address. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { ApiProblem } from '../client.ts'
import { type FilterSpec, Filters } from './filters.tsx'
import { useTell } from './language.tsx'
import { Empty, Loaded } from './states.tsx'
import { type Column, DataTable, type Sorting } from './table.tsx'
import { saveTables, type TableFileKind, tableFileKinds, tableFileWords } from './table-file.ts'
import { type UrlState, useUrlState } from './url-state.ts'
import { useBusy } from './use-busy.ts'
import { words } from './words.ts'

interface PageOf<T> {
  readonly items: readonly T[]
  readonly next?: string | null
}

/** What is asked of the server: the filters set, and where to go on. */
export interface ListQuery {
  readonly after?: string
  readonly limit: number
  readonly set: UrlState
}

interface Props<T> {
  /** The contract's id and what else tells this list from others. */
  readonly id: readonly unknown[]
  readonly caption: string
  readonly filters?: readonly FilterSpec[]
  readonly load: (query: ListQuery) => Promise<PageOf<T>>
  readonly columns: readonly Column<T>[]
  readonly rowKey: (row: T) => string
  /** What belongs here, where there is nothing at all. */
  readonly empty: string
  readonly first?: ReactNode
  /** Name of the file, without ending; none: no file. */
  readonly file?: string
  /** Whether something beside the filters narrows the list. */
  readonly narrowed?: boolean
  readonly above?: (items: readonly T[]) => ReactNode
}

const pageSize = 50
const fileStep = 200

export function ListView<T>(props: Props<T>) {
  const { id, filters = [], load } = props
  const [state, change] = useUrlState()
  const set = Object.fromEntries(filters.flatMap(({ name }) => (state[name] ? [[name, state[name]]] : [])))
  const { after } = state
  const query = useQuery<PageOf<T>, ApiProblem>({
    queryKey: [...id, set, after ?? ''],
    queryFn: () => load({ limit: pageSize, set, ...(after ? { after } : {}) }),
    placeholderData: keepPreviousData,
  })
  const narrowed = props.narrowed === true || Object.keys(set).length > 0
  return (
    <div className="c-list">
      {filters.length > 0 && (
        <Filters specs={filters} set={set} change={words => change({ ...words, after: '' }, { replace: true })} />
      )}
      <Loaded query={query}>
        {page =>
          page.items.length === 0 && !after ? (
            <Nothing {...props} narrowed={narrowed} />
          ) : (
            <Rows {...props} page={page} state={state} change={change} set={set} />
          )
        }
      </Loaded>
    </div>
  )
}

function Nothing<T>({ narrowed, empty, first }: Props<T>) {
  const t = useTell()
  return <Empty says={narrowed ? t(words.nothingFits) : empty}>{!narrowed && first}</Empty>
}

interface RowsProps<T> extends Props<T> {
  readonly page: PageOf<T>
  readonly state: UrlState
  readonly set: UrlState
  readonly change: (change: UrlState) => void
}

function Rows<T>({ page, state, change, set, caption, columns, rowKey, load, file, above }: RowsProps<T>) {
  const t = useTell()
  const whole = !page.next && !state.after
  const sort = ({ key, down }: Sorting) => change({ sort: `${key}${down ? '.down' : ''}` })
  return (
    <>
      {above?.(page.items)}
      <DataTable
        caption={caption}
        columns={columns}
        rows={page.items}
        rowKey={rowKey}
        sorting={whole ? sortingOf(state.sort) : null}
        sort={whole ? sort : undefined}
      />
      <div className="c-list-foot">
        <span>{t(words.rows(page.items.length))}</span>
        {!whole && <span>{t(words.sortPart)}</span>}
        <span className="c-grow" />
        {state.after && <Button onClick={() => change({ after: '' })}>{t(words.firstPage)}</Button>}
        {page.next && <Button onClick={() => change({ after: page.next ?? '' })}>{t(words.nextPage)}</Button>}
        {file !== undefined &&
          tableFileKinds.map(kind => (
            <FileButton key={kind} kind={kind} file={file} columns={columns} load={load} set={set} />
          ))}
      </div>
    </>
  )
}

function sortingOf(word: string | undefined): Sorting | null {
  if (!word) return null
  const down = word.endsWith('.down')
  return { key: down ? word.slice(0, -'.down'.length) : word, down }
}

type FileProps<T> = Pick<Props<T>, 'columns' | 'load'> & {
  readonly kind: TableFileKind
  readonly file: string
  readonly set: UrlState
}

/** Everything the filters let through, not only the page shown. */
function FileButton<T>({ kind, file, columns, load, set }: FileProps<T>) {
  const t = useTell()
  const told = columns.flatMap(({ head, text }) => (text ? [{ head, text }] : []))
  const [busy, run] = useBusy(async () => {
    const rows: string[][] = [told.map(({ head }) => head)]
    let after: string | null | undefined
    do {
      const page: PageOf<T> = await load({ limit: fileStep, set, ...(after ? { after } : {}) })
      rows.push(...page.items.map(item => told.map(({ text }) => text(item))))
      after = page.next
    } while (after)
    await saveTables(kind, file, [{ name: file, rows }])
  })
  return (
    <Button onClick={run} loading={busy}>
      {t(busy ? words.exporting : tableFileWords[kind])}
    </Button>
  )
}
