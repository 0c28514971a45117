/** What a row shows of its case: all of it follows from the case, the calendar and the day. */
import type { Calendar } from '../../../domain/calendar.ts'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import { clockOfCase, clockOptionsOf } from '../../../domain/request/case-clock.ts'
import { countedOn } from '../../../domain/request/counting.ts'
import type { RequestRules } from '../../../domain/request/inputs.ts'
import { limitsOf } from '../../../domain/request/limits.ts'
import { workdaysTaken } from '../../../domain/request/taken.ts'
import type { request } from '../../../kit/schema/requests.ts'

/** What counting needs beside the case. */
export interface Counting {
  readonly today: LocalDate
  readonly calendar: Calendar
  readonly rules: RequestRules
}

type Row = typeof request.$inferSelect
export type Derived = Omit<
  Row,
  | 'applicant'
  | 'applicantMask'
  | 'nameMatch'
  | 'identityMatch'
  | 'phoneMatch'
  | 'codeHash'
  | 'accountId'
  | 'createdAt'
  | 'updatedAt'
>

/** Every column that repeats the case. */
export function columnsOf(of: RequestCase, { today, calendar, rules }: Counting): Derived {
  const { agencyId, id, number, kind, state, channel, applicantKind, version, closing } = of
  const { due, provisional } = clockOfCase(of, today, calendar, clockOptionsOf(rules))
  return {
    ...{ agencyId, id, number, kind, state, channel, applicantKind, version },
    title: of.wanted.title,
    sectionId: of.place?.sectionId ?? null,
    handlerId: of.place?.handlerId ?? null,
    arrivedOn: of.arrival.arrivedOn,
    receivedOn: of.receivedOn,
    countedOn: countedOn(of),
    dueOn: due,
    dueProvisional: provisional,
    nextOn: limitsOf(of, calendar, rules)[0]?.on ?? null,
    closedOn: closing?.on ?? null,
    decision: closing?.decision ?? null,
    line: closing?.line ?? null,
    onTime: closing?.onTime ?? null,
    takenDays: workdaysTaken(of, calendar, clockOptionsOf(rules)),
    body: of,
  }
}
