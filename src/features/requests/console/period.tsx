/** From when until when: a year, or any two days; kept in the address. */
import { Select } from 'antd'
import { type ReactNode, useId } from 'react'
import { DayField } from '../../../kit/console/day-field.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { useUrlState } from '../../../kit/console/url-state.ts'
import { shanghaiDay } from '../../../ui/day.ts'
import { statisticsWords as words } from './statistics-words.ts'

export interface Period {
  readonly from: string
  readonly until: string
}

const yearsShown = 6
const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')

/** What the address says, or this year. */
export function usePeriod(): Period {
  const [state] = useUrlState()
  const year = shanghaiDay(new Date().toISOString()).slice(0, 4)
  const { from, until } = state
  return { from: isDay(from) ? from : `${year}-01-01`, until: isDay(until) ? until : `${year}-12-31` }
}

/** The year a period is, or null where it is another stretch. */
function yearIn({ from, until }: Period): number | null {
  const year = from.slice(0, 4)
  return from === `${year}-01-01` && until === `${year}-12-31` ? Number(year) : null
}

/** `children`: what else may be chosen beside it. */
export function PeriodPicker({ children }: { readonly children?: ReactNode }) {
  const t = useTell()
  const period = usePeriod()
  const [, change] = useUrlState()
  const [yearId, fromId, untilId] = [useId(), useId(), useId()]
  const latest = Number(shanghaiDay(new Date().toISOString()).slice(0, 4))
  const years = Array.from({ length: yearsShown }, (_, n) => latest - n)
  return (
    <search className="c-filters">
      <div className="c-filter c-filter-choice">
        <label htmlFor={yearId}>{t(words.year)}</label>
        <Select
          id={yearId}
          value={yearIn(period)}
          options={years.map(year => ({ value: year, label: t(words.years(year)) }))}
          onChange={(year: number) => change({ from: `${year}-01-01`, until: `${year}-12-31` })}
          popupMatchSelectWidth={false}
        />
      </div>
      <Day id={fromId} label={t(words.from)} value={period.from} change={from => change({ from })} />
      <Day id={untilId} label={t(words.until)} value={period.until} change={until => change({ until })} />
      {children}
    </search>
  )
}

interface DayProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly change: (day: string) => void
}

function Day({ id, label, value, change }: DayProps) {
  return (
    <div className="c-filter c-filter-day">
      <label htmlFor={id}>{label}</label>
      <DayField id={id} value={value} change={change} />
    </div>
  )
}
