import { describe, expect, test } from 'vitest'
import { type LocalDate, parseDate } from '../kernel/date.ts'
import { parseHistory } from './index.ts'

const base = { received: '2026-04-13', events: [] as unknown[], today: '2026-05-20' }
const withEvents = (...events: unknown[]) => ({ ...base, events })
const corrected = { kind: 'corrected', on: '2026-04-20' }
const noticed = { kind: 'correction_noticed', on: '2026-04-15', by: '2026-04-24' }
const sent = { kind: 'consultation_sent', on: '2026-04-17', id: 'a', party: 'third_party' }
const delivered = { kind: 'consultation_delivered', on: '2026-04-20', id: 'a' }
const opinion = { kind: 'consultation_answered', on: '2026-04-22', id: 'a' }
const fee = { kind: 'fee_noticed', on: '2026-04-20' }
const paid = { kind: 'fee_paid', on: '2026-04-21' }
const answered = { kind: 'answered', on: '2026-04-22' }
const extended = (on: string, days: unknown) => ({ kind: 'extended', on, days })

describe('a history is read', () => {
  test('from a line of text or from the value it stands for', () => {
    const history = withEvents(noticed, corrected)
    expect(parseHistory(history)).toEqual({ ok: true, value: history })
    expect(parseHistory(JSON.stringify(history))).toEqual({ ok: true, value: history })
  })

  test('with every kind of event', () => {
    const all = [noticed, { ...corrected, on: '2026-04-16' }, sent, delivered, opinion, extended('2026-04-22', 20)]
    const rest = [
      { kind: 'delayed', on: '2026-04-22', until: '2026-07-01' },
      { ...fee, on: '2026-04-23' },
      { ...paid, on: '2026-04-24' },
      { ...answered, on: '2026-04-27' },
    ]
    expect(parseHistory(withEvents(...all, ...rest))).toMatchObject({ ok: true })
  })

  test.each(['type', 'event', 'name'])('with `%s` for `kind`', word => {
    const { kind, ...fields } = answered
    expect(parseHistory(withEvents({ [word]: kind, ...fields }))).toEqual({ ok: true, value: withEvents(answered) })
  })

  test('with the kind as the only key', () => {
    const { kind, ...fields } = noticed
    expect(parseHistory(withEvents({ [kind]: fields }))).toEqual({ ok: true, value: withEvents(noticed) })
  })

  test('with a whole number for an id', () => {
    expect(parseHistory(withEvents({ ...sent, id: 7 }))).toEqual({ ok: true, value: withEvents({ ...sent, id: '7' }) })
  })

  test('leaving alone what the clock does not need', () => {
    expect(parseHistory(withEvents({ ...answered, by_whom: '张三' }))).toEqual({
      ok: true,
      value: withEvents(answered),
    })
  })

  test('with the day of the caller where it names none', () => {
    const { today: _, ...open } = base
    const day = parseDate('2026-06-01')
    const today = day.ok ? day.value : ('' as LocalDate)
    expect(parseHistory(open, { today })).toMatchObject({ ok: true, value: { today: '2026-06-01' } })
    expect(parseHistory(base, { today })).toMatchObject({ ok: true, value: { today: '2026-05-20' } })
  })
})

describe('what is no history is refused at its place', () => {
  test.each<[string, unknown, string, string | undefined]>([
    ['broken text', '{"received":', 'bad_json', undefined],
    ['an empty line', '', 'bad_json', undefined],
    ['a list', [], 'bad_history', undefined],
    ['null', null, 'bad_history', undefined],
    ['no receipt', { events: [], today: '2026-05-20' }, 'missing', 'received'],
    ['no today', { received: '2026-04-13', events: [] }, 'missing', 'today'],
    ['no events', { received: '2026-04-13', today: '2026-05-20' }, 'bad_events', 'events'],
    ['a day that does not exist', { ...base, received: '2026-02-30' }, 'bad_date', 'received'],
    ['a day otherwise written', { ...base, today: '2026/5/20' }, 'bad_date', 'today'],
    ['an event that is a word', withEvents('corrected'), 'bad_event', 'events[0]'],
    ['an event without kind', withEvents({ on: '2026-04-15' }), 'unknown_event', 'events[0]'],
    ['an unknown kind', withEvents({ kind: 'withdrawn', on: '2026-04-15' }), 'unknown_event', 'events[0]'],
    ['a kind every object has', withEvents({ kind: 'toString', on: '2026-04-15' }), 'unknown_event', 'events[0]'],
    ['an event without day', withEvents(noticed, { kind: 'corrected' }), 'missing', 'events[1].on'],
    ['an event on no day', withEvents({ ...answered, on: '2026-04-31' }), 'bad_date', 'events[0].on'],
    ['no day to correct by', withEvents({ kind: 'correction_noticed', on: '2026-04-15' }), 'missing', 'events[0].by'],
    ['a consultation without id', withEvents({ ...sent, id: '' }), 'bad_id', 'events[0].id'],
    ['a consultation of no one', withEvents({ ...sent, party: 'applicant' }), 'bad_party', 'events[0].party'],
    ['a delay until no day', withEvents({ kind: 'delayed', on: '2026-04-15' }), 'missing', 'events[0].until'],
    ['an extension of half a day', withEvents(extended('2026-04-15', 0.5)), 'bad_days', 'events[0].days'],
    ['an extension of none', withEvents(extended('2026-04-15', 0)), 'bad_days', 'events[0].days'],
    ['an extension backwards', withEvents(extended('2026-04-15', -3)), 'bad_days', 'events[0].days'],
    ['an extension in words', withEvents(extended('2026-04-15', '5')), 'bad_days', 'events[0].days'],
  ])('%s', (_name, input, code, at) => {
    const parsed = parseHistory(input)
    expect(parsed).toMatchObject({ ok: false, refusal: at === undefined ? { code } : { code, at } })
  })
})

describe('what cannot have happened by law is refused with the mend', () => {
  test.each<[string, unknown[], string, string, string]>([
    ['before receipt', [{ ...answered, on: '2026-04-12' }], 'before_received', 'events[0]', '2026-04-13'],
    ['out of order', [sent, { ...fee, on: '2026-04-16' }], 'out_of_order', 'events[1]', '按发生先后排列'],
    ['after the answer', [answered, extended('2026-04-23', 5)], 'after_answer', 'events[1]', '已于 2026-04-22 答复'],
    ['answered twice', [answered, answered], 'after_answer', 'events[1]', '删去'],
    [
      'correction noticed twice',
      [noticed, corrected, { ...noticed, on: '2026-04-21', by: '2026-04-30' }],
      'correction_twice',
      'events[2]',
      '一次性告知',
    ],
    ['no time to correct', [{ ...noticed, by: '2026-04-15' }], 'correct_by_too_early', 'events[0]', '合理'],
    [
      'correction noticed past due',
      [{ ...noticed, on: '2026-05-14', by: '2026-05-20' }],
      'past_due',
      'events[0]',
      '2026-05-13',
    ],
    ['corrected unasked', [corrected], 'not_waiting_correction', 'events[0]', '先记录告知补正'],
    [
      'corrected twice',
      [noticed, corrected, { ...corrected, on: '2026-04-21' }],
      'not_waiting_correction',
      'events[2]',
      '没有等待补正',
    ],
    ['one id for two', [sent, { ...sent, on: '2026-04-18' }], 'consultation_twice', 'events[1]', '“a”'],
    ['delivered but never sent', [delivered], 'consultation_unknown', 'events[0]', '“a”'],
    ['answered but never sent', [sent, { ...opinion, id: 'b' }], 'consultation_unknown', 'events[1]', '“b”'],
    ['delivered twice', [sent, delivered, delivered], 'delivered_twice', 'events[2]', '删去其中一次'],
    ['an opinion twice', [sent, opinion, opinion], 'consultation_over', 'events[2]', '已经答复'],
    [
      'delivered after the opinion',
      [sent, opinion, { ...delivered, on: '2026-04-23' }],
      'consultation_over',
      'events[2]',
      '已经答复',
    ],
    ['extended by 21', [extended('2026-04-20', 21)], 'extension_too_long', 'events[0]', '21 个工作日'],
    [
      'extended by 21 in parts',
      [extended('2026-04-20', 15), extended('2026-04-21', 6)],
      'extension_too_long',
      'events[1]',
      '21 个工作日',
    ],
    [
      'delayed until the same day',
      [{ kind: 'delayed', on: '2026-04-20', until: '2026-04-20' }],
      'delay_too_early',
      'events[0]',
      '第三十五条',
    ],
    [
      'extended on top of a later day',
      [{ kind: 'delayed', on: '2026-04-20', until: '2026-07-01' }, extended('2026-04-21', 5)],
      'delayed_before',
      'events[1]',
      '2026-07-01',
    ],
    ['extended past due', [extended('2026-05-14', 5)], 'past_due', 'events[0]', '2026-05-13'],
    ['extended while waiting', [noticed, extended('2026-04-16', 5)], 'not_running', 'events[1]', '补正'],
    ['fee noticed past due', [{ ...fee, on: '2026-05-14' }], 'past_due', 'events[0]', '2026-05-13'],
    ['fee noticed twice', [fee, paid, { ...fee, on: '2026-04-22' }], 'fee_twice', 'events[2]', '收一次'],
    ['fee noticed while waiting', [noticed, fee], 'not_running', 'events[1]', '补正'],
    [
      'correction while the fee is awaited',
      [fee, { ...noticed, on: '2026-04-21', by: '2026-04-30' }],
      'not_running',
      'events[1]',
      '缴费',
    ],
    ['paid unasked', [paid], 'not_waiting_fee', 'events[0]', '先记录收费通知'],
    ['paid twice', [fee, paid, paid], 'not_waiting_fee', 'events[2]', '没有等待缴纳'],
  ])('%s', (_name, events, code, at, says) => {
    const parsed = parseHistory(withEvents(...events))
    expect(parsed).toMatchObject({ ok: false, refusal: { code, at } })
    if (parsed.ok) return
    expect(parsed.refusal.says.zh).toContain(says)
    expect(parsed.refusal.says.zh).toMatch(/^第\d个事件（2026-\d\d-\d\d）：/)
    expect(parsed.refusal.says.en).toMatch(/^Event \d \(2026-\d\d-\d\d\): /)
  })

  test('looked at before receipt', () => {
    const parsed = parseHistory({ ...base, today: '2026-04-12' })
    expect(parsed).toMatchObject({ ok: false, refusal: { code: 'today_before_received', at: 'today' } })
  })

  test('even where the event is yet to come', () => {
    const parsed = parseHistory({ ...withEvents(extended('2026-05-14', 5)), today: '2026-04-13' })
    expect(parsed).toMatchObject({ ok: false, refusal: { code: 'past_due' } })
  })

  test('by the lengths that are set', () => {
    const history = withEvents(extended('2026-05-13', 10))
    expect(parseHistory(history)).toMatchObject({ ok: true })
    expect(parseHistory(history, { limits: { extension: 9 } })).toMatchObject({ ok: false })
    expect(parseHistory(history, { limits: { answer: 19 } })).toMatchObject({ refusal: { code: 'past_due' } })
  })
})
