/** Table 三 of all agencies supervised, or of one of them; every figure a way to its cases (条例47). */
import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useId } from 'react'
import { useRead } from '../../../kit/console/api.tsx'
import { useLang, useTell } from '../../../kit/console/language.tsx'
import { useMe } from '../../../kit/console/me.tsx'
import { Empty, Loaded, PageHead } from '../../../kit/console/states.tsx'
import { DataTable } from '../../../kit/console/table.tsx'
import { TableFiles } from '../../../kit/console/table-files.tsx'
import { useUrlState } from '../../../kit/console/url-state.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { type CellNote, StatutoryTable } from '../../../ui/statutory-table.tsx'
import { supervisedTables } from '../contract/statistics.ts'
import { type Period, PeriodPicker, usePeriod } from './period.tsx'
import { statisticsWords, supervisedTableWords as words } from './statistics-words.ts'
import { type CountedCell, countedCells, countsOf, rowsOfCells, tableThree } from './table-three.ts'

type Agency = AnswerOf<typeof supervisedTables>['agencies'][number]

export function SupervisedTables() {
  const t = useTell()
  const { agencyId } = useMe()
  const period = usePeriod()
  const query = useRead(supervisedTables, { params: { agencyId }, query: period })
  return (
    <div className="c-page c-page-wide">
      <PageHead title={t(words.title)} lead={t(words.lead)}>
        <Link to="/supervision/requests" search={{ ...period } as never}>
          {t(words.back)}
        </Link>
      </PageHead>
      <PeriodPicker>{query.data && <AgencyChoice agencies={query.data.agencies} />}</PeriodPicker>
      <Loaded query={query}>
        {({ agencies }) =>
          agencies.length === 0 ? <Empty says={t(words.empty)} /> : <Shown agencies={agencies} period={period} />
        }
      </Loaded>
    </div>
  )
}

function AgencyChoice({ agencies }: { readonly agencies: readonly Agency[] }) {
  const t = useTell()
  const id = useId()
  const [{ of = '' }, change] = useUrlState()
  const all = { value: '', label: t(words.all(agencies.length)) }
  return (
    <div className="c-filter c-filter-choice">
      <label htmlFor={id}>{t(words.agency)}</label>
      <Select
        id={id}
        value={agencies.some(({ agencyId }) => agencyId === of) ? of : ''}
        options={[all, ...agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))]}
        onChange={(chosen: string) => change({ of: chosen, cell: '' })}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
      />
    </div>
  )
}

interface ShownProps {
  readonly agencies: readonly Agency[]
  readonly period: Period
}

function Shown({ agencies, period }: ShownProps) {
  const t = useTell()
  const lang = useLang()
  const [{ of, cell: chosen }] = useUrlState()
  const one = agencies.find(({ agencyId }) => agencyId === of)
  const counts = (one ? [one] : agencies).flatMap(({ lines }) => countsOf(lines))
  const { table, cells } = tableThree(counts, period, lang)
  const link = (cell: CountedCell) => (one ? casesOf(one.agencyId, cell) : agenciesOf(cell, period))
  const told = one ? statisticsWords.behind : words.behindAll
  const noteOf = (cell: CountedCell): CellNote => {
    const says = t(told(cell.row, cell.column, String(cell.value)))
    return { marks: [], link: { href: `/console${link(cell)}`, says } }
  }
  const notes = new Map(cells.flatMap(cell => (cell.value === 0 ? [] : [[cell.id, noteOf(cell)] as const])))
  const opened = one ? undefined : cells.find(({ id }) => id === chosen)
  const name = `${t(statisticsWords.table)}-${one?.name ?? t(words.all(agencies.length))}-${period.from}-${period.until}`
  const sums = { name: t(words.sum), cells }
  const parts = () =>
    agencies.map(agency => ({ name: agency.name, cells: countedCells(countsOf(agency.lines), period, lang) }))
  return (
    <>
      {counts.length === 0 && <Empty says={t(statisticsWords.empty)} />}
      <section aria-label={t(statisticsWords.table)}>
        <h2>{one?.name ?? t(words.all(agencies.length))}</h2>
        <StatutoryTable table={table} id="table-three" lang={lang} notes={notes} />
        <TableFiles
          name={name}
          sheets={() => [
            {
              name: t(statisticsWords.table),
              rows: one ? rowsOfCells(cells) : rowsOfAll([t(words.agency), t(words.row)], [sums, ...parts()]),
            },
          ]}
        />
      </section>
      {opened && <ByAgency cell={opened} agencies={agencies} period={period} />}
    </>
  )
}

interface Counted {
  readonly name: string
  readonly cells: readonly CountedCell[]
}

/** One after the other, each row with its agency's name before it. */
function rowsOfAll(heads: readonly string[], all: readonly Counted[]): (string | number)[][] {
  const tables = all.map(({ name, cells }) => ({ name, rows: rowsOfCells(cells) }))
  const columns = tables[0]?.rows[0]?.slice(1) ?? []
  return [[...heads, ...columns], ...tables.flatMap(({ name, rows }) => rows.slice(1).map(row => [name, ...row]))]
}

/** Where the cases of a figure of one agency are listed. */
function casesOf(agencyId: string, { filter }: CountedCell): string {
  return `/requests?${new URLSearchParams({ ...filter, of: agencyId })}`
}

/** Where a figure of all is told by agency. */
function agenciesOf({ id }: CountedCell, { from, until }: Period): string {
  return `/supervision/requests/tables?${new URLSearchParams({ from, until, cell: id })}#by-agency`
}

function ByAgency({ cell, agencies, period }: ShownProps & { readonly cell: CountedCell }) {
  const t = useTell()
  const lang = useLang()
  const rows = agencies.flatMap(({ agencyId, name, lines }) => {
    const own = countedCells(countsOf(lines), period, lang).find(({ id }) => id === cell.id)
    return own && own.value > 0 ? [{ agencyId, name, value: own.value }] : []
  })
  const title = t(words.cell(cell.row, cell.column))
  return (
    <section aria-label={title} id="by-agency">
      <h2>{title}</h2>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={({ agencyId }) => agencyId}
        columns={[
          { key: 'agency', head: t(words.agency), names: true, cell: row => row.name },
          {
            key: 'count',
            head: t(statisticsWords.count),
            cell: ({ agencyId, name, value }) => (
              <Link
                to="/requests"
                search={{ ...cell.filter, of: agencyId } as never}
                aria-label={t(words.cases(name, String(value)))}
              >
                {value}
              </Link>
            ),
          },
        ]}
      />
    </section>
  )
}
