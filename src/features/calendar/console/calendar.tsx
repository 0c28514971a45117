/** 节假日历: a year at a time, every day to be clicked, with what a change would move. */
import { Select } from 'antd'
import { useId } from 'react'
import { useRead } from '../../../kit/console/api.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { Loaded, PageHead } from '../../../kit/console/states.tsx'
import { useUrlState } from '../../../kit/console/url-state.ts'
import { shanghaiDay } from '../../../ui/day.ts'
import { type CalendarYear, listYears } from '../contract.ts'
import { calendarWords } from './words.ts'
import { YearEditor } from './year-editor.tsx'

const region = ''

export function CalendarEditor() {
  const t = useTell()
  const id = useId()
  const [state, change] = useUrlState()
  const query = useRead(listYears, { query: { region } })
  const today = Number(shanghaiDay(new Date().toISOString()).slice(0, 4))
  const year = Number(state.year ?? today)
  return (
    <div className="c-page c-page-wide">
      <PageHead title={t(calendarWords.title)} lead={t(calendarWords.lead)} />
      <Loaded query={query}>
        {({ items }) => (
          <>
            <div className="c-row">
              <label htmlFor={id}>{t(calendarWords.year)}</label>
              <Select
                id={id}
                value={year}
                onChange={chosen => change({ year: String(chosen) })}
                options={yearsOf(items, today).map(value => ({ value, label: t(calendarWords.nth(value)) }))}
              />
            </div>
            <YearEditor key={year} given={items.find(item => item.year === year) ?? blank(year)} />
          </>
        )}
      </Loaded>
    </div>
  )
}

/** The years there are, and up to the one after the next. */
function yearsOf(items: readonly CalendarYear[], today: number): readonly number[] {
  return [...new Set([...items.map(({ year }) => year), today, today + 1, today + 2])].sort((a, b) => b - a)
}

function blank(year: number): CalendarYear {
  return {
    year,
    region,
    state: 'not_yet_published',
    notice: null,
    noticeDate: null,
    days: [],
    version: 0,
    edited: false,
  }
}
