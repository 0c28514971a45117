import { describe, expect, test } from 'vitest'
import { randomHistory, seeded } from '../../../test/oracle/random-histories.ts'
import { nationalCalendar, withRegionDays } from '../calendar.ts'
import { type LocalDate, parseDate } from '../kernel/date.ts'
import { type ClockOptions, clock, parseHistory } from './index.ts'

function date(iso: string): LocalDate {
  const parsed = parseDate(iso)
  if (!parsed.ok) throw new Error(parsed.refusal.says.en)
  return parsed.value
}

type Event = Readonly<Record<string, unknown>>

/** The clock of a request received on a day, after some events, looked at on another day. */
function on(today: string, received: string, events: readonly Event[] = [], options: ClockOptions = {}) {
  const parsed = parseHistory({ received, events, today }, options)
  if (!parsed.ok) throw new Error(parsed.refusal.says.zh)
  return clock(parsed.value, options)
}

const happened = (kind: string, day: string, more: Event = {}) => ({ kind, on: day, ...more })

describe('a request nothing has happened to', () => {
  test('A: is due on the 20th working day, a make-up Saturday', () => {
    expect(on('2026-01-26', '2026-01-26')).toEqual({
      state: 'running',
      due: '2026-02-28',
      remaining: 20,
      provisional: false,
    })
  })

  test.each([
    ['B: confirmed on a Friday', '2026-09-18', '2026-10-22'],
    ['B2: confirmed on a day off', '2026-09-19', '2026-10-22'],
    ['G: 2019', '2019-04-24', '2019-05-23'],
    ['G: 2020', '2020-01-21', '2020-02-26'],
    ['G: over the turn of the year', '2023-12-20', '2024-01-18'],
    ['G: 2024', '2024-09-10', '2024-10-14'],
    ['G: 2025', '2025-01-20', '2025-02-21'],
  ])('%s', (_name, received, due) => {
    expect(on(received, received)).toMatchObject({ due, provisional: false })
  })

  test('H: is due provisionally when the count runs into a year without its notice', () => {
    expect(on('2026-12-15', '2026-12-15')).toMatchObject({ due: '2027-01-12', provisional: true })
  })

  test('counts down to 0 on the last day and is late from the next', () => {
    expect(on('2026-04-30', '2026-04-01').remaining).toBe(0)
    expect(on('2026-04-30', '2026-04-01').due).toBe('2026-04-30')
    expect(on('2026-04-29', '2026-04-01').remaining).toBe(1)
    expect(on('2026-05-01', '2026-04-01').remaining).toBe(-1)
    expect(on('2026-05-05', '2026-04-01').remaining).toBe(-1)
    expect(on('2026-05-06', '2026-04-01').remaining).toBe(-1)
    expect(on('2026-05-07', '2026-04-01').remaining).toBe(-2)
  })
})

describe('an extension', () => {
  test('A2: runs on from the period, not from the day it was granted', () => {
    const extended = happened('extended', '2026-02-10', { days: 20 })
    expect(on('2026-02-10', '2026-01-26', [extended])).toMatchObject({ due: '2026-03-27', state: 'running' })
  })

  test('can be granted on the last day and in parts', () => {
    const parts = [happened('extended', '2026-02-28', { days: 5 }), happened('extended', '2026-03-06', { days: 15 })]
    expect(on('2026-03-06', '2026-01-26', parts).due).toBe('2026-03-27')
  })

  test('has not happened before its day', () => {
    expect(on('2026-02-09', '2026-01-26', [happened('extended', '2026-02-10', { days: 20 })]).due).toBe('2026-02-28')
  })
})

describe('C: a correction', () => {
  const noticed = happened('correction_noticed', '2026-03-09', { by: '2026-03-23' })

  test('makes the due day void while it is awaited, to the last day given', () => {
    const waiting = { state: 'waiting_correction', due: null, remaining: null, provisional: false }
    expect(on('2026-03-09', '2026-03-02', [noticed])).toEqual(waiting)
    expect(on('2026-03-23', '2026-03-02', [noticed])).toEqual(waiting)
  })

  test('not made in time is given up from the next day', () => {
    expect(on('2026-03-24', '2026-03-02', [noticed])).toMatchObject({ state: 'abandoned_correction', due: null })
  })

  test('made, starts the count anew', () => {
    const events = [noticed, happened('corrected', '2026-03-18')]
    expect(on('2026-03-18', '2026-03-02', events)).toMatchObject({ state: 'running', due: '2026-04-16', remaining: 20 })
  })

  test('made late but taken by the office, starts the count anew as well', () => {
    const events = [noticed, happened('corrected', '2026-03-25')]
    expect(on('2026-03-24', '2026-03-02', events).state).toBe('abandoned_correction')
    expect(on('2026-03-25', '2026-03-02', events)).toMatchObject({ state: 'running', remaining: 20 })
  })
})

describe('D: a third party', () => {
  const sent = happened('consultation_sent', '2026-04-17', { id: 'a', party: 'third_party' })
  const delivered = happened('consultation_delivered', '2026-04-20', { id: 'a' })
  const answered = happened('consultation_answered', '2026-05-08', { id: 'a' })

  test('takes out the working days from the day after sending to its answer', () => {
    expect(on('2026-05-08', '2026-04-13', [sent, delivered, answered])).toMatchObject({
      state: 'running',
      due: '2026-05-29',
    })
  })

  test('D2: that is silent stops the count to its 15th working day and no longer', () => {
    expect(on('2026-05-13', '2026-04-13', [sent, delivered])).toMatchObject({ state: 'consulting', due: '2026-06-04' })
    expect(on('2026-05-14', '2026-04-13', [sent, delivered])).toMatchObject({ state: 'running', due: '2026-06-04' })
    expect(on('2026-05-20', '2026-04-13', [sent, delivered]).due).toBe('2026-06-04')
  })

  test('that answers after its limit changes nothing', () => {
    const late = happened('consultation_answered', '2026-05-18', { id: 'a' })
    expect(on('2026-05-18', '2026-04-13', [sent, delivered, late]).due).toBe('2026-06-04')
  })

  test('moves the due day on each working day it is waited for', () => {
    expect(on('2026-04-17', '2026-04-13', [sent])).toMatchObject({ state: 'consulting', due: '2026-05-13' })
    expect(on('2026-04-20', '2026-04-13', [sent])).toMatchObject({ state: 'consulting', due: '2026-05-14' })
    expect(on('2026-04-21', '2026-04-13', [sent])).toMatchObject({ state: 'consulting', due: '2026-05-15' })
  })

  test('beside another is counted once', () => {
    const other = happened('consultation_sent', '2026-04-20', { id: 'b', party: 'third_party' })
    const back = happened('consultation_answered', '2026-05-07', { id: 'b' })
    expect(on('2026-05-08', '2026-04-13', [sent, other, back, answered]).due).toBe('2026-05-29')
  })

  test('asked before the correction is no longer taken out after it', () => {
    const events = [
      happened('consultation_sent', '2026-03-03', { id: 'a', party: 'third_party' }),
      happened('consultation_answered', '2026-03-06', { id: 'a' }),
      happened('correction_noticed', '2026-03-09', { by: '2026-03-23' }),
      happened('corrected', '2026-03-18'),
    ]
    expect(on('2026-03-18', '2026-03-02', events).due).toBe('2026-04-16')
  })
})

describe('other organs', () => {
  const received = '2026-04-13'
  const opened = (party: string) => [
    happened('consultation_sent', '2026-04-17', { id: 1, party }),
    happened('consultation_delivered', '2026-04-20', { id: 1 }),
  ]

  test('a co-maker that is silent stops the count to its 15th working day', () => {
    expect(on('2026-05-14', received, opened('co_maker'))).toMatchObject({ state: 'running', due: '2026-06-04' })
  })

  test('any other organ stops it until it answers', () => {
    expect(on('2026-06-30', received, opened('other_organ')).state).toBe('consulting')
    const answered = [...opened('other_organ'), happened('consultation_answered', '2026-06-30', { id: 1 })]
    expect(on('2026-06-30', received, answered)).toMatchObject({ state: 'running', remaining: 16 })
  })
})

describe('E: a fee', () => {
  const noticed = happened('fee_noticed', '2026-06-26')

  test('is waited for to the 20th working day after the notice', () => {
    expect(on('2026-07-24', '2026-06-01', [noticed])).toMatchObject({ state: 'waiting_fee', due: null })
    expect(on('2026-07-25', '2026-06-01', [noticed])).toMatchObject({ state: 'abandoned_fee', due: null })
  })

  test('paid, starts the count anew', () => {
    const events = [noticed, happened('fee_paid', '2026-07-20')]
    expect(on('2026-07-20', '2026-06-01', events)).toMatchObject({ state: 'running', due: '2026-08-17' })
  })

  test('keeps an extension already granted', () => {
    const events = [happened('extended', '2026-06-25', { days: 10 }), noticed, happened('fee_paid', '2026-07-20')]
    expect(on('2026-07-20', '2026-06-01', events).due).toBe('2026-08-31')
  })

  test('whose limit lies in a year without its notice is waited for provisionally', () => {
    expect(on('2026-12-21', '2026-12-01', [happened('fee_noticed', '2026-12-20')])).toMatchObject({
      state: 'waiting_fee',
      provisional: true,
    })
  })
})

test('an answer closes the case, even on the day of receipt', () => {
  const closed = { state: 'closed', due: null, remaining: null, provisional: false }
  expect(on('2026-04-13', '2026-04-13', [happened('answered', '2026-04-13')])).toEqual(closed)
  expect(on('2027-04-13', '2026-12-30', [happened('answered', '2027-01-13')])).toEqual(closed)
  expect(on('2026-04-12', '2026-04-10', [happened('answered', '2026-04-13')]).state).toBe('running')
  const unpaid = [happened('fee_noticed', '2026-12-20'), happened('answered', '2026-12-22')]
  expect(on('2026-12-23', '2026-12-01', unpaid)).toEqual(closed)
})

describe('a later day told (条例35)', () => {
  const delayed = happened('delayed', '2026-04-20', { until: '2026-07-01' })

  test('stands in the place of the counted one, and what rests on a running period may still come', () => {
    expect(on('2026-05-20', '2026-04-13', [delayed])).toMatchObject({ state: 'running', due: '2026-07-01' })
    const noticed = on('2026-06-10', '2026-04-13', [delayed, happened('fee_noticed', '2026-06-09')])
    expect(noticed).toMatchObject({ state: 'waiting_fee', due: null })
  })

  test('ends where the count starts anew', () => {
    const paid = [delayed, happened('fee_noticed', '2026-06-09'), happened('fee_paid', '2026-06-10')]
    expect(on('2026-06-10', '2026-04-13', paid).due).toBe('2026-07-09')
  })

  test('is told on each day past the counted one, and lateness only after it', () => {
    const days = on('2026-07-02', '2026-04-13', [delayed], { days: true }).days ?? []
    const reason = (iso: string) => days.find(d => d.on === iso)?.reason
    expect(['2026-05-13', '2026-05-14', '2026-07-01', '2026-07-02'].map(reason)).toEqual([
      'counted',
      'delayed',
      'delayed',
      'late',
    ])
    expect(days.find(d => d.on === '2026-07-01')?.why).toBe('在延迟答复的期限内；答复期限届满')
  })
})

describe('what can be set', () => {
  test('a region’s own day off moves the due day', () => {
    const festival = { workday: false, name: { zh: '泼水节', en: 'Water Festival' } }
    const calendar = withRegionDays(nationalCalendar, new Map([[date('2026-04-14'), festival]]))
    expect(on('2026-04-13', '2026-04-13', [], { calendar }).due).toBe('2026-05-14')
  })

  test('each length', () => {
    expect(on('2026-04-13', '2026-04-13', [], { limits: { answer: 15 } }).due).toBe('2026-05-07')
    const fee = [happened('fee_noticed', '2026-06-26')]
    expect(on('2026-07-10', '2026-06-01', fee, { limits: { payment: 5 } }).state).toBe('abandoned_fee')
    const asked = (party: string) => [
      happened('consultation_sent', '2026-04-17', { id: 'a', party }),
      happened('consultation_delivered', '2026-04-17', { id: 'a' }),
    ]
    const limits = { thirdParty: 2, coMaker: 3 }
    expect(on('2026-04-30', '2026-04-13', asked('third_party'), { limits }).due).toBe('2026-05-15')
    expect(on('2026-04-30', '2026-04-13', asked('co_maker'), { limits }).due).toBe('2026-05-18')
    const more = [happened('extended', '2026-04-14', { days: 25 })]
    expect(on('2026-04-14', '2026-04-13', more, { limits: { extension: 30 } }).remaining).toBe(44)
  })
})

describe('the explanation', () => {
  const events = [
    happened('consultation_sent', '2026-04-17', { id: 'a', party: 'third_party' }),
    happened('consultation_delivered', '2026-04-20', { id: 'a' }),
    happened('consultation_answered', '2026-05-08', { id: 'a' }),
  ]
  const explained = on('2026-05-08', '2026-04-13', events, { days: true }).days ?? []
  const day = (iso: string) => explained.find(d => d.on === iso)

  test('shows every day from receipt to due', () => {
    expect([explained[0]?.on, explained.at(-1)?.on, explained.length]).toEqual(['2026-04-13', '2026-05-29', 47])
  })

  test('says of each why it counts or not, with the article', () => {
    expect(day('2026-04-13')).toEqual({
      on: '2026-04-13',
      counts: false,
      n: null,
      reason: 'received',
      why: '收到申请当日不计',
      article: '《民法典》第二百零一条',
    })
    expect(day('2026-04-17')).toMatchObject({ n: 4, counts: true, why: '第4个工作日；发出征求意见书' })
    expect(day('2026-04-18')).toMatchObject({
      counts: false,
      why: '周末休息，不计',
      article: '《政府信息公开条例》第三十三条',
    })
    expect(day('2026-04-21')).toMatchObject({ counts: false, article: '《政府信息公开条例》第三十二条' })
    expect(day('2026-05-01')).toMatchObject({
      counts: false,
      why: '劳动节休息，不计',
      article: '《全国年节及纪念日放假办法》第二条',
    })
    expect(day('2026-05-08')).toMatchObject({ reason: 'consultation', why: '征求第三方意见期间不计；收到意见' })
    expect(day('2026-05-09')).toMatchObject({ n: 5, why: '第5个工作日（调休上班）' })
    expect(explained.at(-1)).toMatchObject({ n: 20, why: '第20个工作日；答复期限届满' })
  })

  test('speaks English when asked', () => {
    const english = on('2026-04-14', '2026-04-13', [], { days: true, lang: 'en' }).days
    expect(english?.[1]).toMatchObject({
      why: 'working day 1',
      article: 'Regulations on Open Government Information, Art. 33',
    })
  })

  test('starts anew after a correction and ends where the case stands', () => {
    const corrected = on(
      '2026-03-19',
      '2026-03-02',
      [
        happened('correction_noticed', '2026-03-12', { by: '2026-03-17' }),
        happened('corrected', '2026-03-18'),
        happened('answered', '2026-03-19'),
      ],
      { days: true },
    ).days
    expect(corrected?.at(-1)).toMatchObject({ on: '2026-03-19', n: 1, why: '第1个工作日；已答复' })
    expect(corrected?.find(d => d.on === '2026-03-12')?.why).toContain('超过7个工作日，应当不迟于2026-03-11告知')
    expect(corrected?.find(d => d.on === '2026-03-13')).toMatchObject({ n: null, reason: 'waiting_correction' })
    expect(corrected?.find(d => d.on === '2026-03-18')?.why).toBe(
      '等待补正，期限不计；收到补正，次日起重新计算；迟于补正期限2026-03-17，按有正当理由受理',
    )
  })

  test('a notice posted on the seventh working day and delivered later is in time (送达函3); posted on the eighth it is not', () => {
    const told = (posted: string) =>
      on('2026-03-13', '2026-03-02', [happened('correction_noticed', '2026-03-13', { by: '2026-03-27', posted })], {
        days: true,
      }).days?.at(-1)?.why
    expect(told('2026-03-11')).toBe('第9个工作日；告知补正（2026-03-11交邮），补正期限至2026-03-27')
    expect(told('2026-03-12')).toContain('超过7个工作日，应当不迟于2026-03-11告知')
  })

  test('marks a late payment, days after due, and years without their notice', () => {
    const fee = [happened('fee_noticed', '2026-06-26'), happened('fee_paid', '2026-07-27')]
    const paid = on('2026-07-27', '2026-06-01', fee, { days: true }).days
    expect(paid?.find(d => d.on === '2026-07-27')?.why).toContain('迟于缴费期限2026-07-24')
    expect(paid?.find(d => d.on === '2026-07-24')).toMatchObject({ reason: 'waiting_fee', counts: false })
    const late = on('2027-01-14', '2026-12-15', [], { days: true }).days
    expect(late?.at(-1)).toMatchObject({ on: '2027-01-14', reason: 'late', counts: false })
    expect(late?.at(-1)?.why).toContain('暂按周一至周五')
  })

  test('ends with the answer', () => {
    const closed = on('2026-05-20', '2026-04-13', [happened('answered', '2026-04-20')], { days: true }).days
    expect(closed?.at(-1)).toMatchObject({ on: '2026-04-20', n: 5, why: '第5个工作日；已答复' })
  })

  test('has nothing to remark on steps taken on their last day', () => {
    const events = [
      happened('correction_noticed', '2026-03-11', { by: '2026-03-17' }),
      happened('corrected', '2026-03-17'),
      happened('fee_noticed', '2026-03-18'),
      happened('fee_paid', '2026-04-16'),
    ]
    const days = on('2026-04-16', '2026-03-02', events, { days: true }).days ?? []
    const why = (iso: string) => days.find(d => d.on === iso)?.why
    expect(why('2026-03-11')).toBe('第7个工作日；告知补正，补正期限至2026-03-17')
    expect(why('2026-03-17')).toBe('等待补正，期限不计；收到补正，次日起重新计算')
    expect(why('2026-04-16')).toBe('等待缴费，期限不计；已缴费，次日起重新计算')
  })

  test('agrees with the due day on any history', () => {
    const random = seeded(33)
    for (let i = 0; i < 1500; i++) {
      const { forbidden, ...history } = randomHistory(random)
      if (forbidden) continue
      const answer = on(
        history.today,
        history.received,
        history.events.map(e => ({ ...e })),
        { days: true },
      )
      const { due, days = [] } = answer
      const last = days.findLast(d => d.counts)?.on ?? ''
      const told = history.events.some(e => e.kind === 'delayed')
      if (due !== null && !told) expect(last, JSON.stringify(history)).toBe(due)
      if (due !== null && told) expect(last <= due, JSON.stringify(history)).toBe(true)
      const ends = days.filter(d => d.why.includes('答复期限届满')).map(d => d.on)
      expect(ends, JSON.stringify(history)).toEqual(due === null ? [] : [due])
      expect(answer.days?.every((d, at, all) => at === 0 || d.on > (all[at - 1]?.on ?? ''))).toBe(true)
    }
  })

  test('is left out when not asked for', () => {
    expect(on('2026-04-14', '2026-04-13')).not.toHaveProperty('days')
  })
})
