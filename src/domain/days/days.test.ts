import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarYear, calendarYears } from '../../law/calendar/index.ts'
import { parseRegionCode, type RegionCode } from '../agency/region.ts'
import { addWorkdays, calendarOf, isKnown, isWorkday, nationalCalendar } from '../calendar.ts'
import type { ClockEvent } from '../clock/history.ts'
import { clock } from '../clock/index.ts'
import { addDays, type LocalDate, parseDate } from '../kernel/date.ts'
import type { Result } from '../kernel/result.ts'
import { calendarFor, type EnteredCalendar, nothingEntered, type RegionDay, yearStandings } from './calendars.ts'
import { movedDeadlines } from './moved.ts'
import { checkYear } from './year-check.ts'

function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.says.en)
  return result.value
}
const date = (iso: string): LocalDate => sure(parseDate(iso))
const region = (code: string): RegionCode => sure(parseRegionCode(code))

/** Made up for these tests: no notice for 2027 is among the law's years. */
const year2027: CalendarYear = {
  year: 2027,
  notices: [{ number: '示例〔2026〕1号', published: '2026-11-10', source: 'test' }],
  holidays: [
    { name: { zh: '元旦', en: 'New Year' }, from: '2027-01-01', to: '2027-01-03' },
    { name: { zh: '春节', en: 'Spring Festival' }, from: '2027-02-05', to: '2027-02-12' },
    { name: { zh: '清明节', en: 'Qingming' }, from: '2027-04-05', to: '2027-04-05' },
    { name: { zh: '劳动节', en: 'Labour Day' }, from: '2027-05-01', to: '2027-05-05' },
    { name: { zh: '端午节', en: 'Dragon Boat' }, from: '2027-06-09', to: '2027-06-09' },
    { name: { zh: '中秋节', en: 'Mid-Autumn' }, from: '2027-09-15', to: '2027-09-15' },
    { name: { zh: '国庆节', en: 'National Day' }, from: '2027-10-01', to: '2027-10-07' },
  ],
  makeUp: ['2027-01-30', '2027-02-20', '2027-05-08', '2027-09-26', '2027-10-09'],
}
const with2027: EnteredCalendar = {
  years: [{ state: 'published', year: 2027, calendar: year2027 }],
  regionDays: [],
}

describe('the calendar of an installation', () => {
  test('given nothing entered, then it is the law’s own', () => {
    expect(calendarFor(null, nothingEntered)).toEqual(nationalCalendar)
  })

  test('given a new year entered, then it is known, and its days count as the notice says', () => {
    const calendar = calendarFor(null, with2027)
    expect([isKnown(date('2027-03-01'), calendar), isKnown(date('2027-03-01'))]).toEqual([true, false])
    expect([isWorkday(date('2027-02-08'), calendar), isWorkday(date('2027-02-20'), calendar)]).toEqual([false, true])
    expect(isWorkday(date('2026-10-01'), calendar)).toBe(false)
  })

  test('given a year of the law entered anew, then it takes that year’s place', () => {
    const own2026 = calendarYears.find(y => y.year === 2026)
    if (!own2026) throw new Error('2026 is missing')
    const calendar = calendarFor(null, {
      ...nothingEntered,
      years: [{ state: 'published', year: 2026, calendar: { ...own2026, makeUp: [] } }],
    })
    expect([isWorkday(date('2026-10-10'), calendar), isWorkday(date('2026-10-10'))]).toEqual([false, true])
  })

  test('given a year said not to be published yet, then Monday to Friday are taken, provisionally', () => {
    const calendar = calendarFor(null, { ...nothingEntered, years: [{ state: 'not_yet_published', year: 2026 }] })
    expect(isWorkday(date('2026-10-01'), calendar)).toBe(true)
    expect(addWorkdays(date('2026-09-28'), 3, calendar)).toEqual({ date: '2026-10-01', provisional: true })
  })

  test('given a later year that reaches into the one before, then it wins there, in whatever order entered', () => {
    const early: CalendarYear = {
      ...year2027,
      holidays: [{ name: { zh: '元旦', en: 'New Year' }, from: '2026-12-31', to: '2027-01-02' }],
      makeUp: [],
    }
    const years = [
      { state: 'published', year: 2027, calendar: early },
      { state: 'not_yet_published', year: 2025 },
    ] as const
    const calendars = [years, [...years].reverse()].map(y => calendarFor(null, { ...nothingEntered, years: y }))
    for (const calendar of calendars) expect(isWorkday(date('2026-12-31'), calendar)).toBe(false)
  })

  test('the years are shown with where they come from', () => {
    const entered = { ...with2027, years: [...with2027.years, { state: 'not_yet_published', year: 2025 } as const] }
    expect(yearStandings(2025, 2028, entered)).toEqual([
      { year: 2025, state: 'not_yet_published', origin: 'entered' },
      { year: 2026, state: 'published', origin: 'law' },
      { year: 2027, state: 'published', origin: 'entered' },
      { year: 2028, state: 'not_yet_published', origin: null },
    ])
    expect(yearStandings(2027, 2026, entered)).toEqual([])
  })
})

describe('days of a region', () => {
  const day = (code: string, iso: string, workday: boolean): RegionDay => ({
    region: region(code),
    day: date(iso),
    workday,
    name: { zh: '州庆', en: 'Day of the prefecture' },
    basis: '示例〔2026〕2号',
  })
  const entered = {
    ...nothingEntered,
    regionDays: [
      day('632200', '2026-07-01', false),
      day('632221', '2026-07-01', true),
      day('632222', '2026-07-02', false),
    ],
  }

  test('hold in it and all that lies in it, the nearer winning over the wider, and nowhere else', () => {
    const off = (code: string | null, iso: string) =>
      !isWorkday(date(iso), calendarFor(code === null ? null : region(code), entered))
    expect([off('632200', '2026-07-01'), off('632223', '2026-07-01'), off('632223101', '2026-07-01')]).toEqual([
      true,
      true,
      true,
    ])
    expect([off('632221', '2026-07-01'), off('632222', '2026-07-01'), off('632222', '2026-07-02')]).toEqual([
      false,
      true,
      true,
    ])
    expect([off(null, '2026-07-01'), off('630202', '2026-07-01'), off('630000', '2026-07-01')]).toEqual([
      false,
      false,
      false,
    ])
  })

  test('given no day of the region’s own, then its calendar is the national one', () => {
    expect(calendarFor(region('110101'), entered)).toEqual(nationalCalendar)
  })
})

describe('a year as entered', () => {
  const codes = (change: Partial<CalendarYear>) =>
    checkYear({ ...year2027, ...change }).troubles.map(t => `${t.code} ${t.at}`)
  const holiday = (from: string, to: string) => [{ name: { zh: '假', en: 'Off' }, from, to }]

  test('given as it should be, then nothing is said of it; nor of the law’s own years but that of the epidemic', () => {
    expect(checkYear(year2027)).toEqual({ troubles: [], remarks: [] })
    const said = calendarYears.filter(y => checkYear(y).troubles.length + checkYear(y).remarks.length > 0)
    expect(said.map(y => y.year)).toEqual([2020])
  })

  test.each<[string, Partial<CalendarYear>]>([
    ['no_notice notices', { notices: [] }],
    ['no_number notices[0].number', { notices: [{ number: ' ', published: '2026-11-10', source: '' }] }],
    ['bad_date notices[0].published', { notices: [{ number: 'x', published: '11-10', source: '' }] }],
    ['no_holiday holidays', { holidays: [], makeUp: [] }],
    ['bad_date holidays[0].from', { holidays: holiday('2027-02-30', '2027-03-01') }],
    ['bad_date holidays[0].to', { holidays: holiday('2027-02-20', '') }],
    ['backwards holidays[0].to', { holidays: holiday('2027-03-02', '2027-03-01') }],
    ['too_long holidays[0].to', { holidays: holiday('2027-03-01', '2027-03-16') }],
    ['other_year holidays[0]', { holidays: holiday('2026-12-24', '2027-01-01') }],
    ['other_year holidays[0]', { holidays: holiday('2028-01-01', '2028-01-01') }],
    [
      'overlap holidays[1]',
      { holidays: [...holiday('2027-03-01', '2027-03-03'), ...holiday('2027-03-03', '2027-03-04')] },
    ],
    ['make_up_weekday makeUp[0]', { makeUp: ['2027-02-22'] }],
    ['make_up_off makeUp[0]', { makeUp: ['2027-02-06'] }],
    ['make_up_twice makeUp[1]', { makeUp: ['2027-02-20', '2027-02-20'] }],
    ['other_year makeUp[0]', { makeUp: ['2026-02-14'] }],
    ['bad_date makeUp[0]', { makeUp: ['2027-2-20'] }],
  ])('%s', (trouble, change) => {
    expect(codes(change)).toEqual([trouble])
  })

  test('given more or fewer days off than the law gives, then it is remarked on, and may be saved', () => {
    const checked = checkYear({ ...year2027, makeUp: [] })
    expect([checked.troubles, checked.remarks.map(r => r.code)]).toEqual([[], ['days_given']])
    expect(checked.remarks[0]?.says.zh).toMatch(/少上班 18 天.*13 天/)
  })
})

describe('given open requests, when the calendar changes, then it says which due dates moved', () => {
  const open = (id: string, received: string, today: string, ...events: readonly ClockEvent[]) => ({
    id,
    history: { received: date(received), events, today: date(today) },
  })
  const after = calendarFor(null, with2027)

  test('later, settled, a time to pay that has not run out, and those untouched left out', () => {
    const requests = [
      open('far', '2027-01-20', '2027-01-25'),
      open('near', '2026-11-02', '2026-11-20'),
      open('turn of the year', '2026-12-14', '2026-12-20'),
      open('fee', '2027-01-11', '2027-02-11', { kind: 'fee_noticed', on: date('2027-01-12') }),
      open('answered', '2027-01-20', '2027-01-25', { kind: 'answered', on: date('2027-01-22') }),
    ]
    const moved = movedDeadlines(requests, nationalCalendar, after)
    expect(moved.map(m => [m.id, m.kind, m.before.due, m.after.due])).toEqual([
      ['far', 'later', '2027-02-17', '2027-02-23'],
      ['turn of the year', 'later', '2027-01-11', '2027-01-12'],
      ['fee', 'state', null, null],
    ])
    expect(moved[0]?.says).toEqual({
      zh: '到期日由 2027-02-17 推迟 6 天到 2027-02-23',
      en: 'Due date moves from 2027-02-17 to 2027-02-23, 6 days later',
    })
    expect(movedDeadlines(requests, after, nationalCalendar).map(m => m.kind)).toEqual(['earlier', 'earlier', 'state'])
  })

  test('the same date, no longer or only now provisional, is told too', () => {
    const request = open('x', '2027-03-01', '2027-03-05')
    const [settled] = movedDeadlines([request], nationalCalendar, after)
    expect(settled).toMatchObject({ kind: 'settled', says: { zh: '到期日 2027-03-29 不再是暂定' } })
    expect(movedDeadlines([request], after, nationalCalendar)[0]?.kind).toBe('unsettled')
    const waiting = open('w', '2027-03-01', '2027-03-08', { kind: 'fee_noticed', on: date('2027-03-02') })
    expect(movedDeadlines([waiting], nationalCalendar, after)[0]?.says.zh).toBe('到期日不再是暂定')
  })

  test('given other limits, then they are counted by', () => {
    const request = open('x', '2027-01-20', '2027-01-25')
    expect(movedDeadlines([request], nationalCalendar, after, { answer: 5 })[0]).toMatchObject({ kind: 'settled' })
  })

  test('given any requests and any days changed, then exactly those are told whose clock says otherwise', () => {
    const received = fc.integer({ min: 0, max: 200 }).map(n => addDays(date('2026-06-01'), n))
    const days = fc.array(fc.integer({ min: 0, max: 260 }), { maxLength: 6 })
    fc.assert(
      fc.property(fc.array(received, { maxLength: 6 }), days, (all, offs) => {
        const holidays = offs
          .map(n => addDays(date('2026-06-01'), n))
          .map(d => ({ name: { zh: '假', en: 'Off' }, from: d, to: d }))
        const changed = calendarOf([...calendarYears, { ...year2027, holidays, makeUp: [] }])
        const requests = all.map((day, n) => ({ id: `${n}`, history: { received: day, events: [], today: day } }))
        const expected = requests.filter(({ history }) => {
          const [a, b] = [nationalCalendar, changed].map(calendar => clock(history, { calendar }))
          return a?.due !== b?.due || a?.provisional !== b?.provisional
        })
        const moved = movedDeadlines(requests, nationalCalendar, changed)
        expect(moved.map(m => m.id)).toEqual(expected.map(r => r.id))
      }),
      { seed: 20261121 },
    )
  })
})
