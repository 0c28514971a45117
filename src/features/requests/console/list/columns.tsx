/** The columns of the list of requests. */

import { Link } from '@tanstack/react-router'
import { requestStates } from '../../../../domain/request/states.ts'
import type { useTell } from '../../../../kit/console/language.tsx'
import type { Column } from '../../../../kit/console/table.tsx'
import type { UrlState } from '../../../../kit/console/url-state.ts'
import type { AnswerOf } from '../../../../kit/contract.ts'
import { applicantKinds } from '../../../../law/applicants.ts'
import { Isolated } from '../../../../ui/isolated.tsx'
import type { listRequests } from '../../contract/index.ts'
import { ClockMark, clockText, StateMark } from '../marks.tsx'
import { listWords } from '../words/list-words.ts'

export type Listed = AnswerOf<typeof listRequests>['items'][number]

/** `from`: the words of the list's address, which the page of the case keeps for the list at its left. */
export function columns(t: ReturnType<typeof useTell>, from: UrlState): readonly Column<Listed>[] {
  const place = ({ section, handler }: Listed) => [section, handler].filter(Boolean).join(' ') || t(listWords.nobody)
  const due = ({ clock }: Listed) => clock.due ?? ''
  return [
    {
      key: 'number',
      head: t(listWords.number),
      text: ({ number }) => number,
      cell: ({ number }) => <span className="c-whole">{number}</span>,
    },
    {
      key: 'name',
      head: t(listWords.name),
      names: true,
      text: ({ title }) => title,
      cell: ({ id, title }) => (
        <Link to="/requests/$requestId" params={{ requestId: id }} search={from as never}>
          <Isolated>{title}</Isolated>
        </Link>
      ),
    },
    {
      key: 'applicant',
      head: t(listWords.applicant),
      text: ({ applicant }) => applicant,
      cell: ({ applicant, applicantKind }) => (
        <div>
          <Isolated>{applicant}</Isolated>
          <span className="r-sub">{t(applicantKinds[applicantKind].label)}</span>
        </div>
      ),
    },
    {
      key: 'received',
      head: t(listWords.received),
      text: ({ receivedOn }) => receivedOn ?? '',
      cell: ({ receivedOn }) => <span className="c-whole">{receivedOn ?? t(listWords.notReceived)}</span>,
    },
    {
      key: 'due',
      head: t(listWords.due),
      text: row => `${due(row)} ${clockText(row.clock, row.onTime, t)}`.trim(),
      cell: row => (
        <div className="r-due">
          {row.clock.due && <span className="c-whole">{row.clock.due}</span>}
          <ClockMark clock={row.clock} onTime={row.onTime} />
        </div>
      ),
    },
    { key: 'place', head: t(listWords.place), text: place, cell: place },
    {
      key: 'state',
      head: t(listWords.state),
      text: ({ state, outcome }) => [t(requestStates[state].label), outcome ? t(outcome) : ''].join(' ').trim(),
      cell: ({ state, outcome }) => (
        <div>
          <StateMark state={state} />
          {outcome && <span className="r-sub">{t(outcome)}</span>}
        </div>
      ),
    },
  ]
}
