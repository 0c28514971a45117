/**
 * What the database counts against the same cases counted one by one: table 三 as the domain says of each case
 * (D§3.6, 3.7 A6), and every figure against the list it opens.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/support/database.ts'
import { nationalCalendar } from '../../domain/calendar.ts'
import { addDays, type LocalDate } from '../../domain/kernel/date.ts'
import { editionForYear } from '../../domain/report/form-cells.ts'
import { type LineCount, tableOfLines } from '../../domain/report/tally.ts'
import type { ApplicantKindId, RequestCase } from '../../domain/request/case.ts'
import { type CountedCase, countedOn, countsOf } from '../../domain/request/counting.ts'
import type { OverturningKind } from '../../domain/request/overturning.ts'
import { workdaysTaken } from '../../domain/request/taken.ts'
import { request } from '../../kit/schema/requests.ts'
import { applicantKinds } from '../../law/applicants.ts'
import { decisionsByLine } from '../../law/decisions.ts'
import type { ResultLine } from '../../law/lines.ts'
import type { Database, Tx } from '../../platform/db/connect.ts'
import { supervisedFigureIds, supervisedFigures } from './console/supervised-figures.ts'
import { tableThree } from './console/table-three.ts'
import { requestFilters } from './contract/reads.ts'
import { countsOf as listCounts } from './store/listed.ts'
import { channelCounts, lineCounts, monthCounts, outcomes, supervisionCounts } from './store/statistics.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const day = (text: string) => text as LocalDate
const kinds = Object.keys(applicantKinds) as ApplicantKindId[]
const lines = Object.keys(decisionsByLine) as ResultLine[]

interface Told extends CountedCase {
  readonly closing: { readonly on: LocalDate; readonly line: ResultLine | null; readonly onTime: boolean | null } | null
  readonly due: LocalDate | null
  /** Working days, where it is kept. */
  readonly took?: number
  readonly overturned: { readonly by: OverturningKind; readonly receivedOn: LocalDate } | null
  /** Urgings, and whether each was answered. */
  readonly urged: readonly boolean[]
}

const plain = { kind: 'request', applicantKind: 'natural_person', links: { splitOn: null }, closing: null } as const
const received = (on: string, more: Partial<Told> = {}): Told => ({
  ...plain,
  receivedOn: day(on),
  due: null,
  overturned: null,
  urged: [],
  ...more,
})
const ended = (on: string, line: ResultLine, onTime: boolean | null = true) => ({ on: day(on), line, onTime })

/** Days lie close together, so that periods begin and end on days on which something happened. */
const start = day('2024-12-10')
const someDay = fc.integer({ min: 0, max: 40 }).map(n => addDays(start, n))

const someCase: fc.Arbitrary<Told> = fc
  .record({
    kind: fc.constantFrom('request', 'request', 'request', 'enquiry', 'record_correction'),
    applicantKind: fc.constantFrom(...kinds),
    arrived: someDay,
    confirmed: fc.integer({ min: 0, max: 3 }).map(n => n > 0),
    split: fc.option(fc.integer({ min: 0, max: 10 })),
    took: fc.option(fc.integer({ min: 0, max: 20 })),
    line: fc.constantFrom(...lines),
    onTime: fc.constantFrom(true, false, null),
    due: fc.integer({ min: 0, max: 30 }),
    urged: fc.array(fc.boolean(), { maxLength: 2 }),
    overturned: fc.option(
      fc.record({ by: fc.constantFrom<OverturningKind>('review', 'judgment', 'self'), receivedOn: someDay }),
    ),
  })
  .map(({ kind, applicantKind, arrived, confirmed, split, took, line, onTime, due, urged, overturned }): Told => {
    const splitOn = split === null || !confirmed ? null : addDays(arrived, split)
    const closedOn = took === null ? null : addDays(splitOn ?? arrived, took)
    return {
      ...{ kind, applicantKind, urged },
      overturned: closedOn && overturned,
      receivedOn: confirmed ? arrived : null,
      links: { splitOn },
      closing: closedOn && { on: closedOn, line: kind === 'request' ? line : null, onTime: confirmed ? onTime : null },
      due: confirmed && closedOn === null ? addDays(arrived, due) : null,
    }
  })

const somePeriod = fc
  .tuple(someDay, someDay)
  .map(([one, other]) => (one < other ? { from: one, until: other } : { from: other, until: one }))

let agencies = 0
const idOf = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

function rowOf(agencyId: string, of: Told, n: number): typeof request.$inferInsert {
  const { kind, applicantKind, receivedOn, closing, due, urged } = of
  const at = new Date('2026-01-01T00:00:00Z')
  return {
    ...{ agencyId, kind, applicantKind, receivedOn },
    id: idOf(n),
    number: `〔2025〕${n}号`,
    state: closing ? 'answered' : receivedOn === null ? 'arrived' : 'in_progress',
    channel: n % 3 === 0 ? 'online' : 'mail_signed',
    title: `第 ${n} 件`,
    arrivedOn: receivedOn ?? start,
    countedOn: countedOn(of),
    dueOn: due,
    dueProvisional: false,
    closedOn: closing?.on ?? null,
    line: closing?.line ?? null,
    onTime: closing?.onTime ?? null,
    takenDays: of.took ?? null,
    body: {
      extension: null,
      links: { reopens: null },
      fee: null,
      overturned: of.overturned,
      urgings: urged.map(answered => ({ answer: answered ? { on: '2025-01-01' } : null })),
    },
    applicant: 'sealed',
    applicantMask: '张**',
    nameMatch: 'n',
    identityMatch: 'i',
    codeHash: 'c',
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}

async function agencyWith(cases: readonly Told[]): Promise<string> {
  const agencyId = idOf(0xa000 + ++agencies)
  if (cases.length === 0) return agencyId
  await database.transaction({ agency: agencyId }, tx =>
    tx.insert(request).values(cases.map((one, n) => rowOf(agencyId, one, n + 1))),
  )
  return agencyId
}

const within = <T>(agencyId: string, work: (tx: Tx) => Promise<T>) => database.transaction({ agency: agencyId }, work)
const yearOf = (year: number) => ({ from: day(`${year}-01-01`), until: day(`${year}-12-31`) })
const sorted = (counts: readonly LineCount[]) =>
  counts.map(({ line, applicant, count }) => `${line} ${applicant} ${count}`).sort()

const today = day('2025-01-06')
const soonUntil = day('2025-01-13')

/** How many the list shows under these words of the address. */
async function listed(tx: Tx, agencyId: string, filter: Readonly<Record<string, string>>): Promise<number> {
  const matches = { name: [], identity: [], phone: [] }
  const looking = { agencyId, accountId: idOf(1), today, soonUntil, matches }
  const { states } = await listCounts(tx, requestFilters.parse(filter), looking)
  return Object.values(states).reduce((sum, count) => sum + count, 0)
}

describe('given any cases, when any stretch of days is counted in the database', () => {
  test('then table 三 is the one the domain counts case by case (D§3.7 A6)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someCase, { maxLength: 60 }),
        fc.array(somePeriod, { minLength: 4, maxLength: 4 }),
        async (cases, periods) => {
          const agencyId = await agencyWith(cases)
          await within(agencyId, async tx => {
            for (const period of periods) {
              expect(sorted(await lineCounts(tx, [agencyId], period))).toEqual(sorted(countsOf(cases, period)))
            }
          })
        },
      ),
      { seed: 20261128, numRuns: 25 },
    )
  })
})

describe('given a world of requests of all kinds, confirmed and not, open and ended', () => {
  const cases = fc.sample(someCase, { seed: 7, numRuns: 250 })
  const period = { from: day('2024-12-20'), until: day('2025-01-10') }
  let agencyId = ''
  beforeAll(async () => {
    agencyId = await agencyWith(cases)
  })

  test.each([period, { from: day('2019-12-20'), until: day('2020-12-31') }, yearOf(2025)])(
    'then every cell of table 三 is as many as its list shows ($from to $until)',
    async asked => {
      const [cells, shown] = await within(agencyId, async tx => {
        const counted = tableThree(await lineCounts(tx, [agencyId], asked), asked, 'zh').cells
        const of = []
        for (const { id, filter } of counted) of.push([id, await listed(tx, agencyId, filter)] as const)
        return [counted, of]
      })
      expect(cells.length).toBeGreaterThan(150)
      expect(shown).toEqual(cells.map(({ id, value }) => [id, value]))
    },
  )

  test('then every figure the supervisor sees is as many as its list shows, and as the cases say (条例47)', async () => {
    const [line, shown] = await within(agencyId, async tx => {
      const days = new Map([[agencyId, soonUntil]])
      const [of] = await supervisionCounts(tx, [agencyId], { ...period, today, soonUntil: days })
      const lists: [string, number][] = []
      for (const id of supervisedFigureIds) lists.push([id, await listed(tx, agencyId, supervisedFigures[id](period))])
      return [of, Object.fromEntries(lists)] as const
    })
    expect(line).toMatchObject(shown)
    expect(shown).toEqual(expectedFigures())
    for (const id of supervisedFigureIds) expect([id, shown[id]]).not.toEqual([id, 0])
  })

  function expectedFigures() {
    const requests = cases.filter(({ kind }) => kind === 'request')
    const many = (of: readonly Told[], which: (one: Told) => boolean) => of.filter(which).length
    const open = requests.filter(({ closing }) => closing === null)
    const due = (one: Told, from: string, until: string) => one.due !== null && from <= one.due && one.due <= until
    const gone = requests.filter(
      ({ receivedOn, closing }) => receivedOn && closing && period.from <= closing.on && closing.on <= period.until,
    )
    const line = (start: string) => many(gone, ({ closing }) => closing?.line?.startsWith(start) === true)
    return {
      open: open.length,
      soon: many(open, one => due(one, today, soonUntil)),
      overdue: many(open, one => due(one, '0000', addDays(today, -1))),
      unconfirmed: many(open, ({ receivedOn }) => receivedOn === null),
      received: many(requests, one => {
        const on = countedOn(one)
        return on !== null && period.from <= on && on <= period.until
      }),
      answered: many(gone, ({ closing }) => closing?.onTime != null),
      late: many(gone, ({ closing }) => closing?.onTime === false),
      granted: line('granted') + line('partial'),
      denied: line('denied.'),
      unavailable: line('unavailable.'),
      notProcessed: line('not_processed.'),
      other: line('other.'),
      reversed: many(
        requests,
        ({ overturned }) =>
          overturned !== null &&
          overturned.by !== 'self' &&
          period.from <= overturned.receivedOn &&
          overturned.receivedOn <= period.until,
      ),
      urged: many(open, ({ urged }) => urged.includes(false)),
    }
  }

  test('then each agency’s soon is by its own last day', async () => {
    const other = await agencyWith(cases)
    const ids = [agencyId, other]
    const days = new Map([
      [agencyId, soonUntil],
      [other, today],
    ])
    const counted = await database.transaction({ agencies: ids }, tx =>
      supervisionCounts(tx, ids, { ...period, today, soonUntil: days }),
    )
    const soon = (id: string) => counted.find(line => line.agencyId === id)?.soon ?? 0
    const isOpen = (one: Told) => one.kind === 'request' && one.closing === null
    expect(soon(other)).toBe(cases.filter(one => isOpen(one) && one.due === today).length)
    expect(soon(other)).toBeGreaterThan(0)
    expect(soon(agencyId)).toBeGreaterThan(soon(other))
  })
})

describe('given a fax request and one handed in, both withdrawn, the fax never confirmed (条例31)', () => {
  test('then table 三 has one, its list shows one, and the supervisor sees one', async () => {
    const withdrawn = ended('2025-02-10', 'other.other', null)
    const agencyId = await agencyWith([
      received('2025-02-03', { closing: withdrawn }),
      { ...received('2025-02-03', { closing: withdrawn }), receivedOn: null },
    ])
    await within(agencyId, async tx => {
      const { cells } = tableThree(await lineCounts(tx, [agencyId], yearOf(2025)), yearOf(2025), 'zh')
      const cell = cells.find(({ filter, value }) => filter.line === 'other.other' && value > 0)
      expect(cell?.value).toBe(1)
      expect(await listed(tx, agencyId, cell?.filter ?? {})).toBe(1)
      const [line] = await supervisionCounts(tx, [agencyId], { ...yearOf(2025), today, soonUntil: new Map() })
      expect(line).toMatchObject({ other: 1 })
    })
  })
})

const takenBy = (of: RequestCase) => workdaysTaken(of, nationalCalendar)

describe('given some cases', () => {
  const cases: Told[] = [
    received('2025-02-03', { closing: ended('2025-02-13', 'granted'), took: 8 }),
    received('2025-02-04', {
      ...{ applicantKind: 'business', took: 22, closing: ended('2025-03-06', 'denied.third_party', false) },
    }),
    received('2025-12-20'),
  ]

  test('then channels, months and durations are told', async () => {
    const agencyId = await agencyWith(cases)
    await within(agencyId, async tx => {
      expect(await channelCounts(tx, agencyId, yearOf(2025))).toEqual([
        { channel: 'mail_signed', count: 2 },
        { channel: 'online', count: 1 },
      ])
      expect(await monthCounts(tx, agencyId, yearOf(2025))).toEqual([
        { month: '2025-02', received: 2, ended: 1 },
        { month: '2025-03', received: 0, ended: 1 },
        { month: '2025-12', received: 1, ended: 0 },
      ])
      expect(await outcomes(tx, agencyId, yearOf(2025), takenBy)).toMatchObject({
        durations: { count: 2, mean: 15, median: 15, ninth: 22, longest: 22 },
        inTime: 1,
        late: 1,
      })
      const none = await outcomes(tx, agencyId, yearOf(2020), takenBy)
      expect(none).toMatchObject({ durations: { count: 0, mean: null, longest: null } })
    })
  })

  test('then those of several agencies are counted apart, and added up they are those of all', async () => {
    const [one, other, empty] = [await agencyWith(cases), await agencyWith(cases.slice(0, 1)), await agencyWith([])]
    const counted = await database.transaction({ agencies: [one, other, empty] }, tx =>
      lineCounts(tx, [one, other, empty], yearOf(2025)),
    )
    const apart = (id: string) => counted.filter(({ agencyId }) => agencyId === id)
    const alone = (id: string) => within(id, tx => lineCounts(tx, [id], yearOf(2025)))
    for (const id of [one, other, empty]) expect(apart(id)).toEqual(expect.arrayContaining(await alone(id)))
    const table = tableOfLines(counted, editionForYear(2025))
    expect(table.new?.total).toBe(4)
    expect(table.granted?.natural_person).toBe(2)
    expect(table.total?.total).toBe(3)
  })
})
