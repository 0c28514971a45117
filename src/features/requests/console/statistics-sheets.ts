/** What stands on the page of statistics as tables of a file: table 三, channels, months, and the time taken. */
import type { Said } from '../../../domain/kernel/lang.ts'
import type { Sheet } from '../../../kit/console/sheet.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { channels } from '../../../law/channels.ts'
import type { requestStatistics } from '../contract/statistics.ts'
import { statisticsWords as words } from './statistics-words.ts'
import { type CountedCell, rowsOfCells } from './table-three.ts'

export type Statistics = AnswerOf<typeof requestStatistics>

export interface Figure {
  readonly label: Said
  /** null: nothing was answered that could be measured. */
  readonly value: number | null
}

const rounded = (n: number | null) => (n === null ? null : Math.round(n * 10) / 10)

/** In the order they are told. */
export function figuresOf(answer: Statistics): readonly Figure[] {
  const { durations, beside } = answer
  return [
    { label: words.answered, value: durations.count },
    { label: words.mean, value: rounded(durations.mean) },
    { label: words.median, value: rounded(durations.median) },
    { label: words.ninth, value: rounded(durations.ninth) },
    { label: words.longest, value: rounded(durations.longest) },
    { label: words.inTime, value: answer.inTime },
    { label: words.late, value: answer.late },
    { label: words.extended, value: answer.extended },
    { label: words.reopened, value: answer.reopened },
    { label: words.reversed, value: answer.reversed },
    { label: words.fees, value: answer.feesCharged },
    { label: words.corrections, value: beside.recordCorrections },
    { label: words.enquiries, value: beside.enquiries },
  ]
}

/** The whole page, part by part, as it is read. */
export function sheetsOf(answer: Statistics, cells: readonly CountedCell[], t: (said: Said) => string): Sheet[] {
  const sheet = (name: Said, heads: readonly Said[], rows: Sheet['rows']): Sheet => ({
    name: t(name),
    rows: [heads.map(t), ...rows],
  })
  return [
    { name: t(words.table), rows: rowsOfCells(cells) },
    sheet(
      words.durations,
      [words.item, words.value],
      figuresOf(answer).map(({ label, value }) => [t(label), value]),
    ),
    sheet(
      words.channels,
      [words.channel, words.count],
      answer.channels.map(({ channel, count }) => [t(channels[channel].label), count]),
    ),
    sheet(
      words.months,
      [words.month, words.received, words.ended],
      answer.months.map(({ month, received, ended }) => [month, received, ended]),
    ),
  ]
}
