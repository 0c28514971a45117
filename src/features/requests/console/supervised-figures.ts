/** What is told of an agency supervised, and what its list is filtered by to show just the cases of each figure (条例47). */
import { linesOfPart, type ResultPart } from '../../../domain/report/result-parts.ts'
import type { Period } from './period.tsx'

type Filter = Readonly<Record<string, string>>

const owed = (standing: string) => (): Filter => ({ kind: 'request', standing })
const ended = ({ from, until }: Period): Filter => ({ cell: 'total', closedFrom: from, closedUntil: until })
const result =
  (part: ResultPart) =>
  (period: Period): Filter => ({ ...ended(period), line: linesOfPart(part).join(',') })

/** In the order they are told. */
export const supervisedFigures = {
  open: owed('open'),
  soon: owed('soon'),
  overdue: owed('overdue'),
  unconfirmed: () => ({ kind: 'request', state: 'arrived' }),
  received: ({ from, until }) => ({ cell: 'new', receivedFrom: from, receivedUntil: until }),
  answered: period => ({ ...ended(period), standing: 'answered' }),
  late: period => ({ ...ended(period), standing: 'late_closed' }),
  granted: result('granted'),
  denied: result('denied'),
  unavailable: result('unavailable'),
  notProcessed: result('notProcessed'),
  other: result('other'),
  reversed: ({ from, until }) => ({ cell: 'reversed', closedFrom: from, closedUntil: until }),
  urged: owed('urged'),
} as const satisfies Readonly<Record<string, (period: Period) => Filter>>

export type SupervisedFigure = keyof typeof supervisedFigures

export const supervisedFigureIds = Object.keys(supervisedFigures) as SupervisedFigure[]
