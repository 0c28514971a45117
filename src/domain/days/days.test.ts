import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRegionCode, type RegionCode } from '../agency/region.ts'
import { addWorkdays, isKnown, isWorkday, nationalCalendar } from '../calendar.ts'
import type { ClockEvent } from '../clock/history.ts'
import { clock } from '../clock/index.ts'
import { addDays, type LocalDate, parseDate } from '../kernel/date.ts'
import type { Result } from '../kernel/result.ts'
import { calendarFor, yearStandings } from './calendars.ts'
import { movedDeadlines } from './moved.ts'
import { checkYear } from './year-check.ts'
import { type EnteredYear, holidayName, lawYears, type MarkedDay } from './years.ts'

function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.says.en)
  return result.value
}
const date = (iso: string): LocalDate => sure(parseDate(iso))
const region = (code: string): RegionCode => sure(parseRegionCode(code))

const off = (from: string, to: string, name: string): MarkedDay[] => {
  const days: MarkedDay[] = []
  for (let day = date(from); day <= to; day = addDays(day, 1)) days.push({ date: day, kind: 'off', name })
  return days
}
const work = (...days: readonly string[]): MarkedDay[] => days.map(d => ({ date: date(d), kind: 'work', name: '' }))

/** Made up for these tests: no notice for 2027 is among the law's years. */
const year2027: EnteredYear = {
  region: '',
  year: 2027,
  state: 'published',
  notice: '示例〔2026〕1号',
  noticeDate: date('2026-11-10'),
  days: [
    ...off('2027-01-01', '2027-01-03', '元旦'),
    ...off('2027-02-05', '2027-02-12', '春节'),
    ...off('2027-04-05', '2027-04-05', '清明节'),
    ...off('2027-05-01', '2027-05-05', '劳动节'),
    ...off('2027-06-09', '2027-06-09', '端午节'),
    ...off('2027-09-15', '2027-09-15', '中秋节'),
    ...off('2027-10-01', '2027-10-07', '国庆节'),
    ...work('2027-01-30', '2027-02-20', '2027-05-08', '2027-09-26', '2027-10-09'),
  ],
}
const unpublished = (year: number): EnteredYear => ({
  ...year2027,
  year,
  state: 'not_yet_published',
  notice: null,
  noticeDate: null,
  days: [],
})

describe('the calendar of an installation', () => {
  test('given nothing entered, then it is the law’s own, with its names in both languages', () => {
    expect(calendarFor(null, [])).toEqual(nationalCalendar)
    expect([holidayName('春节').en, holidayName('州庆').en]).toEqual(['Spring Festival', '州庆'])
  })

  test('given a new year entered, then it is known, and its days count as the notice says', () => {
    const calendar = calendarFor(null, [year2027])
    expect([isKnown(date('2027-03-01'), calendar), isKnown(date('2027-03-01'))]).toEqual([true, false])
    expect([isWorkday(date('2027-02-08'), calendar), isWorkday(date('2027-02-20'), calendar)]).toEqual([false, true])
    expect(isWorkday(date('2026-10-01'), calendar)).toBe(false)
  })

  test('given a year of the law entered anew, then it takes that year’s place', () => {
    const own = lawYears.filter(y => y.year === 2026).map(y => ({ ...y, days: y.days.filter(d => d.kind === 'off') }))
    expect(own).toHaveLength(1)
    const calendar = calendarFor(null, own)
    expect([isWorkday(date('2026-10-10'), calendar), isWorkday(date('2026-10-10'))]).toEqual([false, true])
    expect(isWorkday(date('2026-10-01'), calendar)).toBe(false)
  })

  test('given a year said not to be published yet, then Monday to Friday are taken, provisionally', () => {
    const calendar = calendarFor(null, [unpublished(2026)])
    expect(isWorkday(date('2026-10-01'), calendar)).toBe(true)
    expect(addWorkdays(date('2026-09-28'), 3, calendar)).toEqual({ date: '2026-10-01', provisional: true })
  })

  test('given a later year that reaches into the one before, then it wins there, in whatever order entered', () => {
    const years: EnteredYear[] = [
      { ...year2027, days: off('2026-12-31', '2027-01-02', '元旦') },
      { ...year2027, year: 2026, days: work('2026-12-31') },
    ]
    for (const order of [years, [...years].reverse()]) {
      expect(isWorkday(date('2026-12-31'), calendarFor(null, order))).toBe(false)
    }
  })

  test('the years are shown with where they come from', () => {
    const entered = [year2027, unpublished(2025), { ...year2027, region: region('63'), year: 2028 }]
    expect(yearStandings(2025, 2028, entered)).toEqual([
      { year: 2025, state: 'not_yet_published', origin: 'entered' },
      { year: 2026, state: 'published', origin: 'law' },
      { year: 2027, state: 'published', origin: 'entered' },
      { year: 2028, state: 'not_yet_published', origin: null },
    ])
    expect(yearStandings(2027, 2026, [])).toEqual([])
  })

  test('a year of the law names the papers that ordered it', () => {
    expect(lawYears.find(y => y.year === 2020)).toMatchObject({
      notice: '国办发明电〔2019〕16号、国办发明电〔2020〕1号',
      noticeDate: '2020-01-27',
    })
  })
})

describe('days of a region', () => {
  const of = (code: string, days: readonly MarkedDay[]) => ({ ...year2027, year: 2026, region: region(code), days })
  const entered: readonly EnteredYear[] = [
    of('632200', off('2026-07-01', '2026-07-01', '州庆')),
    of('632221', work('2026-07-01')),
    of('632222', off('2026-07-02', '2026-07-02', '县庆')),
    { ...of('632223', off('2026-07-03', '2026-07-03', '县庆')), state: 'not_yet_published' },
  ]

  test.each([
    ['632200', '2026-07-01', true],
    ['632223', '2026-07-01', true],
    ['632223101', '2026-07-01', true],
    ['632221', '2026-07-01', false],
    ['632222', '2026-07-01', true],
    ['632222', '2026-07-02', true],
    ['632223', '2026-07-03', false],
    ['630202', '2026-07-01', false],
    ['630000', '2026-07-01', false],
  ])('in %s, %s is off: %s', (code, iso, isOff) => {
    expect(isWorkday(date(iso), calendarFor(region(code), entered))).toBe(!isOff)
  })

  test('are nobody else’s', () => {
    expect(calendarFor(null, entered)).toEqual(nationalCalendar)
    expect(calendarFor(region('110101'), entered)).toEqual(nationalCalendar)
  })
})

describe('a year as entered', () => {
  const codes = (change: Partial<EnteredYear>) =>
    checkYear({ ...year2027, ...change }).troubles.map(t => `${t.code} ${t.at}`)

  test('given as it should be, then nothing is said of it; nor of the law’s own years but that of the epidemic', () => {
    const nothing = { troubles: [], remarks: [] }
    expect([checkYear(year2027), checkYear(unpublished(2027))]).toEqual([nothing, nothing])
    const said = lawYears.filter(y => checkYear(y).troubles.length + checkYear(y).remarks.length > 0)
    expect(said.map(y => y.year)).toEqual([2020])
  })

  test.each<[string, Partial<EnteredYear>]>([
    ['no_notice notice', { notice: ' ' }],
    ['no_notice notice', { notice: null }],
    ['no_notice_date noticeDate', { noticeDate: null }],
    ['no_days days', { days: [] }],
    ['other_year days[0]', { days: off('2026-12-24', '2026-12-24', '元旦') }],
    ['other_year days[1]', { days: off('2027-12-31', '2028-01-01', '元旦') }],
    ['day_twice days[1]', { days: [...off('2027-02-06', '2027-02-06', '春节'), ...work('2027-02-06')] }],
    ['day_twice days[1]', { days: work('2027-02-20', '2027-02-20') }],
    ['work_on_weekday days[0]', { days: work('2027-02-22') }],
    ['days_unpublished days', { state: 'not_yet_published' }],
  ])('%s', (trouble, change) => {
    expect(codes(change)).toEqual([trouble])
  })

  test('a region may have one day, and work on a Monday; its papers must be named as well', () => {
    expect(codes({ region: region('63'), days: work('2027-02-22') })).toEqual([])
    expect(codes({ region: region('63'), days: work('2027-02-22'), notice: null })).toEqual(['no_notice notice'])
  })

  test('given more or fewer days off than the law gives, then it is remarked on, and may be saved', () => {
    const checked = checkYear({ ...year2027, days: year2027.days.filter(d => d.kind === 'off') })
    expect([checked.troubles, checked.remarks.map(r => r.code)]).toEqual([[], ['days_given']])
    expect(checked.remarks[0]?.says.zh).toMatch(/少上班 18 天.*13 天/)
  })
})

describe('given open requests, when the calendar changes, then it says which due dates moved', () => {
  const open = (id: string, received: string, today: string, ...events: readonly ClockEvent[]) => ({
    id,
    history: { received: date(received), events, today: date(today) },
  })
  const after = calendarFor(null, [year2027])

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
      fc.property(fc.array(received, { maxLength: 6 }), days, (all, marks) => {
        const marked = marks.map(n => addDays(date('2026-06-01'), n)).flatMap(d => off(d, d, '假'))
        const changed = calendarFor(null, [{ ...year2027, days: marked }])
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
