/** Table 三 counted by the database against the same cases counted one by one (D§3.7 A1, A2, A3, A4, A6). */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/support/database.ts'
import { addDays, type LocalDate } from '../../domain/kernel/date.ts'
import { editionForYear } from '../../domain/report/form-cells.ts'
import { type TalliedCase, tableOfLines, tally } from '../../domain/report/tally.ts'
import { request } from '../../kit/schema/requests.ts'
import { applicantKinds } from '../../law/applicants.ts'
import { decisionsByLine } from '../../law/decisions.ts'
import type { ResultLine } from '../../law/lines.ts'
import type { Database } from '../../platform/db/connect.ts'
import { channelCounts, lineCounts, monthCounts, outcomes, supervisionCounts } from './store/statistics.ts'

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const first = '2023-06-01' as LocalDate
const kinds = Object.keys(applicantKinds)
const lines = Object.keys(decisionsByLine) as ResultLine[]

const someCase: fc.Arbitrary<TalliedCase> = fc
  .record({
    after: fc.integer({ min: 0, max: 1100 }),
    applicant: fc.constantFrom(...kinds),
    took: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
    line: fc.constantFrom(...lines),
  })
  .map(({ after, applicant, took, line }) => {
    const received = addDays(first, after)
    return took === null
      ? { received, applicant }
      : { received, applicant, closed: { on: addDays(received, took), line } }
  })

let agencies = 0
const idOf = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** A case that is counted from `received`; every fifth came in long before, and is a part that was split off that day. */
function rowOf(agencyId: string, { received, applicant, closed }: TalliedCase, n: number): typeof request.$inferInsert {
  const at = new Date('2026-01-01T00:00:00Z')
  return {
    agencyId,
    id: idOf(n),
    number: `〔${received.slice(0, 4)}〕${n}号`,
    kind: 'request',
    state: closed ? 'answered' : 'in_progress',
    channel: n % 3 === 0 ? 'online' : 'mail_signed',
    applicantKind: applicant,
    title: `第 ${n} 件`,
    arrivedOn: received,
    receivedOn: n % 5 === 0 ? addDays(received, -200) : received,
    countedOn: received,
    dueOn: closed ? null : addDays(received, 30),
    dueProvisional: false,
    closedOn: closed?.on ?? null,
    line: closed?.line ?? null,
    onTime: closed ? n % 7 !== 0 : null,
    body: { extension: null, links: { reopens: null }, fee: null, urgings: [] },
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

async function agencyWith(cases: readonly TalliedCase[]): Promise<string> {
  const agencyId = idOf(0xa000 + ++agencies)
  const beside = { ...rowOf(agencyId, { received: first, applicant: 'business' }, 999_999), kind: 'enquiry' }
  const unconfirmed = {
    ...beside,
    id: idOf(999_998),
    number: 'x',
    kind: 'request',
    state: 'arrived',
    receivedOn: null,
    countedOn: null,
    dueOn: null,
  }
  await database.transaction({ agency: agencyId }, tx =>
    tx.insert(request).values([...cases.map((one, n) => rowOf(agencyId, one, n + 1)), beside, unconfirmed]),
  )
  return agencyId
}

const yearOf = (year: number) => ({ from: `${year}-01-01`, until: `${year}-12-31` })

describe('given any cases, when a year is counted in the database', () => {
  test('then table 三 is the one counted case by case, and what one year carries over the next carries in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someCase, { maxLength: 60 }), async cases => {
        const agencyId = await agencyWith(cases)
        const tables = await database.transaction({ agency: agencyId }, async tx => {
          const counted = []
          for (const year of [2023, 2024, 2025]) counted.push(await lineCounts(tx, [agencyId], yearOf(year)))
          return counted
        })
        for (const [n, year] of [2023, 2024, 2025].entries()) {
          const edition = editionForYear(year)
          const expected = tally(cases, year, edition)
          expect(expected.ok && expected.value).toEqual(tableOfLines(tables[n] ?? [], edition))
        }
        const sum = (n: number, line: string) =>
          (tables[n] ?? []).filter(c => c.line === line).reduce((total, c) => total + c.count, 0)
        for (const n of [0, 1]) expect(sum(n, 'carried_out')).toBe(sum(n + 1, 'carried_in'))
      }),
      { seed: 20261128, numRuns: 25 },
    )
  })
})

describe('given some cases', () => {
  const cases: TalliedCase[] = [
    {
      received: '2025-02-03' as LocalDate,
      applicant: 'natural_person',
      closed: { on: '2025-02-13' as LocalDate, line: 'granted' },
    },
    {
      received: '2025-02-04' as LocalDate,
      applicant: 'business',
      closed: { on: '2025-03-06' as LocalDate, line: 'denied.third_party' },
    },
    { received: '2025-12-20' as LocalDate, applicant: 'natural_person' },
  ]

  test('then channels, months and durations are told', async () => {
    const agencyId = await agencyWith(cases)
    await database.transaction({ agency: agencyId }, async tx => {
      expect(await channelCounts(tx, agencyId, yearOf(2025))).toEqual([
        { channel: 'mail_signed', count: 2 },
        { channel: 'online', count: 1 },
      ])
      expect(await monthCounts(tx, agencyId, yearOf(2025))).toEqual([
        { month: '2025-02', received: 2, ended: 1 },
        { month: '2025-03', received: 0, ended: 1 },
        { month: '2025-12', received: 1, ended: 0 },
      ])
      expect(await outcomes(tx, agencyId, yearOf(2025))).toMatchObject({
        count: 2,
        mean: 20,
        median: 20,
        longest: 30,
        inTime: 2,
        late: 0,
      })
      expect(await outcomes(tx, agencyId, yearOf(2020))).toMatchObject({ count: 0, mean: null, longest: null })
    })
  })

  test('then those of several agencies are counted apart, and added up they are those of all', async () => {
    const [one, other, empty] = [await agencyWith(cases), await agencyWith(cases.slice(0, 1)), await agencyWith([])]
    const counted = await database.transaction({ agencies: [one, other, empty] }, tx =>
      lineCounts(tx, [one, other, empty], yearOf(2025)),
    )
    const apart = (id: string) => counted.filter(({ agencyId }) => agencyId === id)
    const alone = (id: string) => database.transaction({ agency: id }, tx => lineCounts(tx, [id], yearOf(2025)))
    for (const id of [one, other, empty]) expect(apart(id)).toEqual(expect.arrayContaining(await alone(id)))
    const table = tableOfLines(counted, editionForYear(2025))
    expect(table.new?.total).toBe(4)
    expect(table.granted?.natural_person).toBe(2)
    expect(table.total?.total).toBe(3)
  })

  test('when a supervisor looks, then open, overdue and kinds of decision stand for each agency', async () => {
    const agencyId = await agencyWith(cases)
    const [line, ...more] = await database.transaction({ agencies: [agencyId] }, tx =>
      supervisionCounts(tx, [agencyId], { ...yearOf(2025), today: '2026-03-01', soonUntil: '2026-03-08' }),
    )
    expect(more).toEqual([])
    expect(line).toMatchObject({
      agencyId,
      open: 2,
      overdue: 1,
      unconfirmed: 1,
      received: 3,
      granted: 1,
      denied: 1,
      other: 0,
    })
  })
})
