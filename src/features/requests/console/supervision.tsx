/** The agencies supervised, a line each: what is open, soon due, late, and how they decide (条例47). */
import { Link } from '@tanstack/react-router'
import { useRead } from '../../../kit/console/api.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { Mark } from '../../../kit/console/mark.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { Empty, Loaded, PageHead } from '../../../kit/console/states.tsx'
import { DataTable } from '../../../kit/console/table.tsx'
import { TableFiles } from '../../../kit/console/table-files.tsx'
import type { AnswerOf } from '../../../kit/contract.ts'
import { supervisedTables, superviseRequests } from '../contract/statistics.ts'
import { type Period, PeriodPicker, usePeriod } from './period.tsx'
import { supervisionWords as words } from './statistics-words.ts'
import { supervisedFigureIds as figures, type SupervisedFigure, supervisedFigures } from './supervised-figures.ts'

type Row = AnswerOf<typeof superviseRequests>['items'][number]

export function RequestSupervision() {
  const t = useTell()
  const { agencyId } = useMe()
  const may = useMay()
  const period = usePeriod()
  const query = useRead(superviseRequests, { params: { agencyId }, query: period })
  return (
    <div className="c-page c-page-wide">
      <PageHead title={t(words.title)} lead={t(words.lead)}>
        {may(supervisedTables) && (
          <Link to="/supervision/requests/tables" search={{ ...period } as never}>
            {t(words.toTables)}
          </Link>
        )}
      </PageHead>
      <PeriodPicker />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? <Empty says={t(words.empty)} /> : <Table items={items} period={period} />
        }
      </Loaded>
    </div>
  )
}

function Table({ items, period }: { readonly items: readonly Row[]; readonly period: Period }) {
  const t = useTell()
  const columns = figures.map(key => ({
    key,
    head: t(words[key]),
    cell: (row: Row) => <Value row={row} figure={key} period={period} />,
    text: (row: Row) => String(row[key]).padStart(8, '0'),
  }))
  const rows = () => [
    [words.agency, ...figures.map(key => words[key]), words.reversalPercent].map(t),
    ...items.map(row => [row.name, ...figures.map(key => row[key]), percent(row.reversed, row.answered)]),
  ]
  return (
    <>
      <div className="r-figures">
        <DataTable<Row>
          caption={t(words.title)}
          rows={items}
          rowKey={row => row.agencyId}
          columns={[
            { key: 'agency', head: t(words.agency), names: true, cell: row => row.name, text: row => row.name },
            ...columns,
            { key: 'reversal', head: t(words.reversal), cell: row => rate(row.reversed, row.answered) },
          ]}
        />
      </div>
      <TableFiles
        name={`${t(words.title)}-${period.from}-${period.until}`}
        sheets={() => [{ name: t(words.title), rows: rows() }]}
      />
    </>
  )
}

interface ValueProps {
  readonly row: Row
  readonly figure: SupervisedFigure
  readonly period: Period
}

function Value({ row, figure, period }: ValueProps) {
  const t = useTell()
  const value = row[figure]
  if (value === 0) return <span>0</span>
  const shown =
    figure === 'overdue' ? (
      <Mark look="error" icon="error">
        {String(value)}
      </Mark>
    ) : (
      value
    )
  const search = { of: row.agencyId, ...supervisedFigures[figure](period) } as never
  return (
    <Link to="/requests" search={search} aria-label={`${row.name} ${t(words[figure])} ${value}`}>
      {shown}
    </Link>
  )
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10
}

function rate(part: number, whole: number): string {
  const share = percent(part, whole)
  return share === null ? '—' : `${part} / ${share}%`
}
