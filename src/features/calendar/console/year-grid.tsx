/** Twelve months of buttons, a day each: a word beside the colour, arrow keys to move. */
import { type KeyboardEvent, useRef, useState } from 'react'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import { useTell } from '../../../kit/console/language.tsx'
import type { SpecialDay } from '../contract.ts'
import { isWeekend, movedBy, turned, weeksOf } from './days.ts'
import { calendarWords, weekdays } from './words.ts'

interface Props {
  readonly year: number
  readonly days: readonly SpecialDay[]
  /** Name of the holiday for days off that are clicked now. */
  readonly name: string
  /** None: to be looked at only. */
  readonly change: ((days: readonly SpecialDay[]) => void) | undefined
}

const months = Array.from({ length: 12 }, (_, n) => n + 1)

export function YearGrid({ year, days, name, change }: Props) {
  const [here, setHere] = useState(`${year}-01-01` as LocalDate)
  const grid = useRef<HTMLDivElement>(null)
  const special = new Map(days.map(day => [day.date, day]))
  const move = (event: KeyboardEvent, from: LocalDate) => {
    const to = movedBy(event.key, from)
    if (!to) return
    event.preventDefault()
    setHere(to)
    grid.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus()
  }
  return (
    <div className="c-year" ref={grid}>
      {months.map(month => (
        <Month
          key={month}
          year={year}
          month={month}
          special={special}
          here={here}
          move={move}
          press={change && (day => change(turned(days, day, name)))}
          at={setHere}
        />
      ))}
    </div>
  )
}

interface MonthProps {
  readonly year: number
  readonly month: number
  readonly special: ReadonlyMap<string, SpecialDay>
  readonly here: LocalDate
  readonly move: (event: KeyboardEvent, from: LocalDate) => void
  readonly press: ((day: LocalDate) => void) | undefined
  readonly at: (day: LocalDate) => void
}

function Month({ year, month, special, here, move, press, at }: MonthProps) {
  const t = useTell()
  const weeks = weeksOf(year, month).map((days, n) => ({ key: `w${n}`, days: days.map((day, x) => ({ day, x })) }))
  return (
    <table className="c-month">
      <caption>{t(calendarWords.month(month))}</caption>
      <thead>
        <tr>
          {weekdays.map(said => (
            <th key={said.en} scope="col">
              {t(said)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ key, days }) => (
          <tr key={key}>
            {days.map(({ day, x }) => (
              <td key={x}>
                {day && (
                  <button
                    type="button"
                    data-day={day}
                    tabIndex={day === here ? 0 : -1}
                    className={lookOf(day, special.get(day))}
                    title={special.get(day)?.name || undefined}
                    aria-disabled={press === undefined}
                    onFocus={() => at(day)}
                    onKeyDown={event => move(event, day)}
                    onClick={() => press?.(day)}
                  >
                    <span className="visually-hidden">{day.slice(0, 8)}</span>
                    <span>{Number(day.slice(-2))}</span>
                    <DayWord day={day} special={special.get(day)} />
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface WordProps {
  readonly day: LocalDate
  readonly special: SpecialDay | undefined
}

/** 休 or 班 beneath the figure; what else it is only for the ear. */
function DayWord({ day, special }: WordProps) {
  const t = useTell()
  return (
    <>
      <span className="c-day-word">{special ? t(calendarWords[special.kind]) : ''}</span>
      <span className="visually-hidden">{`${t(stateWords(day, special))} ${special?.name ?? ''}`}</span>
    </>
  )
}

function lookOf(day: LocalDate, special: SpecialDay | undefined): string {
  if (special) return `c-day c-day-${special.kind}`
  return isWeekend(day) ? 'c-day c-day-weekend' : 'c-day'
}

function stateWords(day: LocalDate, special: SpecialDay | undefined) {
  if (special) return special.kind === 'off' ? calendarWords.offLong : calendarWords.workLong
  return isWeekend(day) ? calendarWords.weekend : calendarWords.workday
}
