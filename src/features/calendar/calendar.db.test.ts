import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, refusalOf, startApi } from '../../../test/support/api.ts'
import { type County, enterCounty } from '../../../test/support/county.ts'
import type { RegionCode } from '../../domain/agency/region.ts'
import type { LocalDate } from '../../domain/kernel/date.ts'
import { calendarIn } from '../../kit/calendars.ts'
import type { CallOf } from '../../kit/contract.ts'
import type { OpenDeadline } from '../../kit/deadlines.ts'
import { noAgency } from '../../kit/routes.ts'
import { calendarRoutes } from './api.ts'
import * as contracts from './contract.ts'

const day = (text: string) => text as LocalDate
/** Received in late December: it is due by the calendar of the next year. */
const open = (agencyId: string, regionCode: string): OpenDeadline => ({
  agencyId,
  regionCode: regionCode as RegionCode,
  subject: `request:${regionCode}`,
  label: '〔2026〕1号',
  history: { received: day('2026-12-21'), events: [], today: day('2026-12-22') },
})

let api: Api
let at: County
let deadlines: OpenDeadline[] = []
beforeAll(async () => {
  api = await startApi(calendarRoutes([async () => deadlines]), new Date('2026-12-01T02:00:00Z'))
  at = await enterCounty(api.database, [['system_admin'], ['drafter']])
  deadlines = [open(at.bureau, '639921'), open(at.other, '639922')]
})
afterAll(() => api.close())

const as = (agencyId = at.county) => api.as(at.person(agencyId, 'system_admin'))
type Body = CallOf<typeof contracts.setYear>['body']
const newYear = (changes: object = {}): Body => ({
  region: '',
  state: 'published',
  notice: '示例〔2026〕1号',
  noticeDate: '2026-11-10',
  days: [
    { date: '2027-01-01', kind: 'off', name: '元旦' },
    { date: '2027-01-04', kind: 'off', name: '元旦' },
    { date: '2027-01-05', kind: 'off', name: '元旦' },
  ],
  version: 0,
  ...changes,
})
const set = (body: Body, year = 2027, agencyId = at.county) =>
  as(agencyId)(contracts.setYear, { params: { year }, body })
const years = async (region?: string) => (await as()(contracts.listYears, { query: region ? { region } : {} })).items
const of = async (year: number) => (await years()).find(y => y.year === year)

describe('calendar.years', () => {
  test('given nothing entered, then the law’s years are listed, and the next one as not yet published', async () => {
    expect(await of(2026)).toMatchObject({ state: 'published', version: 0, edited: false })
    expect((await of(2026))?.days.length).toBeGreaterThan(20)
    expect(await of(2027)).toMatchObject({ state: 'not_yet_published', version: 0, edited: false, days: [] })
    expect((await years()).map(({ year }) => year)).toEqual([...(await years()).map(({ year }) => year)].sort())
  })

  test('given a visitor, then they are asked to sign in', async () => {
    expect(await refusalOf(api.as(null)(contracts.listYears, { query: {} }))).toMatchObject({ status: 401 })
  })
})

describe('calendar.preview', () => {
  test('given a year, then it tells which deadlines move and what looks odd, and changes nothing', async () => {
    const answer = await as()(contracts.previewYear, { params: { year: 2027 }, body: newYear() })
    expect(answer.moved.map(({ subject }) => subject).sort()).toEqual(['request:639921', 'request:639922'])
    expect(answer.moved[0]).toMatchObject({ label: '〔2026〕1号', before: '2027-01-18', after: '2027-01-21' })
    expect(answer.warnings[0]?.zh).toContain('法定放假')
    expect(await of(2027)).toMatchObject({ version: 0, edited: false })
  })
})

describe('calendar.set', () => {
  test.each([
    ['body.notice', { notice: null }],
    ['body.noticeDate', { noticeDate: null }],
    ['body.days', { days: [] }],
    ['body.days.1', { days: [newYear().days[0], newYear().days[0]] }],
    ['body.days.0', { days: [{ date: '2027-01-04', kind: 'work', name: '' }] }],
    ['body.days.0', { days: [{ date: '2026-05-01', kind: 'off', name: '' }] }],
    ['body.days', { state: 'not_yet_published' }],
  ])('given a year that cannot be, then it is told at %s and nothing is kept', async (place, changes) => {
    const body = newYear(changes)
    const sent = await api.send(at.person(at.county, 'system_admin'), 'PUT', '/calendar/2027', { body })
    expect(sent).toMatchObject({ status: 422, at: place })
    expect(await of(2027)).toMatchObject({ version: 0 })
  })

  test.each([
    [2027, { days: [{ date: '2027-02-30', kind: 'off', name: '' }] }],
    [2027, { days: Array(101).fill(newYear().days[0]) }],
    [2027, { days: [{ date: '2027-01-01', kind: 'off', name: '<b>\u0007' }] }],
    [2027, { version: 'x' }],
    [2027, { region: '63' }],
    [1999, {}],
  ])('given %i with %j, then it is bad input', async (year, changes) => {
    const body = newYear(changes)
    const sent = await api.send(at.person(at.county, 'system_admin'), 'PUT', `/calendar/${year}`, { body })
    expect(sent).toMatchObject({ status: 400, code: 'bad_input' })
  })

  test('given an administrator who is not at the top, then the national year stays', async () => {
    expect(await refusalOf(set(newYear(), 2027, at.bureau))).toMatchObject({ status: 403 })
    const drafter = api.as(at.person(at.county, 'drafter'))
    const call = drafter(contracts.setYear, { params: { year: 2027 }, body: newYear() })
    expect(await refusalOf(call)).toMatchObject({ status: 403, code: 'no_role' })
    expect(await of(2027)).toMatchObject({ version: 0 })
  })

  test('given a year, then everything is counted by it, and the record of no agency tells', async () => {
    const answer = await set(newYear())
    expect(answer).toMatchObject({ year: { version: 1, edited: true, state: 'published' }, moved: [{}, {}] })
    const calendar = await api.database.transaction('installation', tx => calendarIn(tx, null))
    expect(calendar.special.get(day('2027-01-05'))?.workday).toBe(false)
    expect((await api.events(noAgency)).at(-1)).toMatchObject({
      kind: 'calendar.set',
      subject: 'calendar:2027',
      data: { version: 1, moved: 2, notice: '示例〔2026〕1号' },
    })
  })

  test('given it was changed meanwhile, then nothing is overwritten', async () => {
    expect(await refusalOf(set(newYear({ notice: '旧' })))).toMatchObject({ status: 409, code: 'changed_meanwhile' })
    expect(await of(2027)).toMatchObject({ notice: '示例〔2026〕1号', version: 1 })
    const both = await Promise.allSettled([1, 2].map(n => set(newYear({ version: 1, notice: `第${n}号` }))))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await of(2027)).toMatchObject({ version: 2 })
  })

  test('given two enter a year at once for the first time, then one of them is told', async () => {
    const body = newYear({ days: [{ date: '2028-01-01', kind: 'off', name: '元旦' }] })
    const both = await Promise.allSettled([1, 2].map(() => set(body, 2028)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('given it is said not to be published after all, then what was certain is provisional', async () => {
    const body = newYear({ state: 'not_yet_published', notice: null, noticeDate: null, days: [], version: 2 })
    const answer = await set(body)
    expect(answer.year).toMatchObject({ state: 'not_yet_published', version: 3 })
    expect(answer.moved[0]).toMatchObject({ before: '2027-01-21', after: '2027-01-18' })
  })

  test('given days of a region, then its government sets them and only its deadlines move', async () => {
    const days = [{ date: '2027-01-06', kind: 'off', name: '县庆' }]
    const answer = await set(newYear({ region: '639921', days }))
    expect(answer.moved.map(({ subject }) => subject)).toEqual(['request:639921'])
    expect(await years('639921')).toMatchObject([{ region: '639921', year: 2027, version: 1 }])
    expect(await years('639922')).toEqual([])
    expect(await refusalOf(set(newYear({ region: '639922', days })))).toMatchObject({ status: 403 })
    expect(await refusalOf(set(newYear({ region: '110101', days })))).toMatchObject({ status: 403 })
  })
})
