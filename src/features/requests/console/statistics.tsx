/** 申请统计: table 三 of any period, each figure a way to its cases; channels, months, durations. */
import type { ReactNode } from 'react'
import { useRead } from '../../../kit/console/api.tsx'
import { useLang, useTell } from '../../../kit/console/language.tsx'
import { useMe } from '../../../kit/console/me.tsx'
import { Empty, Loaded, PageHead } from '../../../kit/console/states.tsx'
import { DataTable } from '../../../kit/console/table.tsx'
import { TableFiles } from '../../../kit/console/table-files.tsx'
import { channels } from '../../../law/channels.ts'
import { type CellNote, StatutoryTable } from '../../../ui/statutory-table.tsx'
import { requestStatistics } from '../contract/statistics.ts'
import { type Period, PeriodPicker, usePeriod } from './period.tsx'
import { figuresOf, type Statistics, sheetsOf } from './statistics-sheets.ts'
import { statisticsWords as words } from './statistics-words.ts'
import { type CountedCell, countsOf, tableThree } from './table-three.ts'

export function RequestStatistics() {
  const t = useTell()
  const { agencyId } = useMe()
  const period = usePeriod()
  const query = useRead(requestStatistics, { params: { agencyId }, query: period })
  return (
    <div className="c-page c-page-wide">
      <PageHead title={t(words.title)} lead={t(words.lead)} />
      <PeriodPicker />
      <Loaded query={query}>{answer => <Shown answer={answer} period={period} />}</Loaded>
    </div>
  )
}

function Shown({ answer, period }: { readonly answer: Statistics; readonly period: Period }) {
  const t = useTell()
  const lang = useLang()
  const counts = countsOf(answer.lines)
  const { table, cells } = tableThree(counts, period, lang)
  const notes = new Map(cells.flatMap(cell => (cell.value === 0 ? [] : [[cell.id, noteOf(cell, t)] as const])))
  return (
    <>
      {counts.length === 0 && <Empty says={t(words.empty)} />}
      <Part title={t(words.table)}>
        <StatutoryTable table={table} id="table-three" lang={lang} notes={notes} />
      </Part>
      <Durations answer={answer} />
      <Part title={t(words.channels)}>
        <DataTable
          caption={t(words.channels)}
          rows={answer.channels}
          rowKey={({ channel }) => channel}
          columns={[
            { key: 'channel', head: t(words.channel), names: true, cell: row => t(channels[row.channel].label) },
            { key: 'count', head: t(words.count), cell: row => row.count },
          ]}
        />
      </Part>
      <Part title={t(words.months)}>
        <DataTable
          caption={t(words.months)}
          rows={answer.months}
          rowKey={({ month }) => month}
          columns={[
            { key: 'month', head: t(words.month), names: true, cell: row => row.month },
            { key: 'received', head: t(words.received), cell: row => row.received },
            { key: 'ended', head: t(words.ended), cell: row => row.ended },
          ]}
        />
      </Part>
      <TableFiles name={`${t(words.title)}-${period.from}-${period.until}`} sheets={() => sheetsOf(answer, cells, t)} />
    </>
  )
}

function noteOf(cell: CountedCell, t: ReturnType<typeof useTell>): CellNote {
  const search = new URLSearchParams(cell.filter).toString()
  const says = t(words.behind(cell.row, cell.column, String(cell.value)))
  return { marks: [], link: { href: `/console/requests?${search}`, says } }
}

function Durations({ answer }: { readonly answer: Statistics }) {
  const t = useTell()
  return (
    <Part title={t(words.durations)}>
      <dl className="c-sheet">
        {figuresOf(answer).map(({ label, value }) => (
          <div key={label.zh}>
            <dt>{t(label)}</dt>
            <dd>{value ?? '—'}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
