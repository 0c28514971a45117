import { describe, expect, it } from 'vitest'
import { day, inProgress, received, type Story } from '../../../../test/support/request-story.ts'
import { nationalCalendar } from '../../calendar.ts'
import { clockOfCase, openHistory } from '../case-clock.ts'
import { remindersDue } from './reminders.ts'
import { inOrder } from './wait.ts'

const on = '2026-04-13'

/** What must be done first: the act, by whom, by when. */
function next(story: Story) {
  const [first] = story.waits()
  return first && { act: first.act, who: first.who, by: first.by }
}

describe('given a case, what it waits for next', () => {
  it('then an arrival waits to be confirmed on the working day it came in (条例31)', () => {
    const saturday = received('2026-04-18', { channel: 'mail_plain' })
    expect(next(saturday)).toMatchObject({ act: 'confirm', by: '2026-04-20' })
  })

  it('then what is registered waits to be assigned, claimed, drafted, submitted', () => {
    const story = received(on)
    expect(story.waits().map(w => w.act)).toEqual(['assign', 'saveDraft', 'askCorrection'])
    story.act('handler', 'assign', { sectionId: 'planning', handlerId: null, note: '' })
    expect(story.waits()).toContainEqual(expect.objectContaining({ act: 'claim', who: ['section'] }))
    story.act('drafter', 'claim', {})
    expect(next(story)).toMatchObject({ act: 'saveDraft', by: '2026-05-13' })
    expect(next(story.drafted('granted'))).toMatchObject({ act: 'submitDraft', by: '2026-05-13' })
  })

  it('then a correction notice waits to be issued and served within the seven days, and later until it is due', () => {
    const story = inProgress(on).act('handler', 'askCorrection', { grounds: ['unclear'], items: ['年度'], days: 10 })
    expect(
      story
        .waits()
        .filter(w => w.must)
        .map(w => [w.act, w.by]),
    ).toEqual([
      ['issueLetter', '2026-04-22'],
      ['claim', '2026-05-13'],
    ])
    expect(story.on('2026-04-23').waits()).toContainEqual(
      expect.objectContaining({ act: 'issueLetter', by: '2026-05-13' }),
    )
    expect(story.issued('D04').waits()).toContainEqual(expect.objectContaining({ act: 'sendLetter' }))
    expect(story.posted('D04').waits()).toContainEqual(expect.objectContaining({ act: 'serveLetter' }))
  })

  it('then the window for a correction notice does not just vanish when it has passed (条例30)', () => {
    const window = (day: string) =>
      inProgress(on)
        .on(day)
        .waits()
        .filter(w => w.act === 'askCorrection')
    expect(window('2026-04-22')).toMatchObject([{ by: '2026-04-22', must: false }])
    expect(window('2026-04-23')).toMatchObject([{ by: null, must: false }])
    expect(window('2026-04-23')[0]?.says.zh).toContain('已于 2026-04-22 届满')
    expect(window('2026-05-14')).toEqual([])
    const drafted = inProgress(on).on('2026-04-23').drafted('granted').waits()
    expect(drafted.map(w => w.act)).not.toContain('askCorrection')
  })

  it('then the applicant’s turn is the applicant’s until its day, and the office’s after it', () => {
    const story = inProgress(on)
      .act('handler', 'askCorrection', { grounds: ['unclear'], items: ['年度'], days: 10 })
      .served('D04')
    expect(story.waits()).toMatchObject([{ act: 'correct', who: ['applicant'], by: '2026-04-27' }])
    expect(story.on('2026-04-28').waits()).toMatchObject([{ act: 'closeUncorrected', by: null }])
    const reasons = inProgress(on).act('handler', 'askReasons', { found: '多', explain: '说明', days: 5 }).served('D05')
    expect(reasons.waits()).toMatchObject([{ act: 'giveReasons', by: '2026-04-20' }])
    expect(reasons.on('2026-04-21').waits()).toMatchObject([{ act: 'endReasons' }])
    const fee = inProgress(on)
      .act('handler', 'noticeFee', { scheme: 'pages', quantity: 68, payTo: '账户' })
      .served('D13')
    expect(fee.waits()).toMatchObject([{ act: 'declarePaid', by: '2026-05-13' }])
    expect(fee.on('2026-05-14').waits()).toMatchObject([{ act: 'closeUnpaid' }])
  })

  it('then an extension waits for approval as long as the period may be extended', () => {
    const story = inProgress(on).act('handler', 'askExtension', { days: 5, reason: '汇总' })
    expect(story.waits()).toContainEqual(expect.objectContaining({ act: 'approveExtension', by: '2026-05-13' }))
  })

  it('then on the same day the approval others wait for comes before the work that goes on meanwhile (条例33)', () => {
    const story = inProgress(on).act('handler', 'askExtension', { days: 5, reason: '汇总' })
    expect(story.waits().map(({ act, by }) => [act, by])).toEqual([
      ['approveExtension', '2026-05-13'],
      ['claim', '2026-05-13'],
      ['saveDraft', '2026-05-13'],
      ['askCorrection', '2026-04-22'],
    ])
  })

  it('then what lies with whoever looks comes first, whatever the day, and what only may be done stays last', () => {
    const story = inProgress(on).act('handler', 'askSection', {
      sectionId: 'finance',
      question: '持有？',
      by: day('2026-04-17'),
    })
    const drafts = (w: { act: string }) => w.act === 'saveDraft' || w.act === 'askCorrection'
    const acts = inOrder(story.waits(), drafts).map(({ act }) => act)
    expect([acts[0], acts[1], acts.at(-1)]).toEqual(['saveDraft', 'answerSection', 'askCorrection'])
  })

  it('then another section is waited for by its own day', () => {
    const story = inProgress(on).act('handler', 'askSection', {
      sectionId: 'finance',
      question: '持有？',
      by: day('2026-04-17'),
    })
    expect(next(story)).toEqual({ act: 'answerSection', who: ['section'], by: '2026-04-17' })
  })

  it('then a signed answer waits to be sent, then served, and an archived case for nothing', () => {
    const story = inProgress(on).submitted('granted').signed()
    expect(next(story)).toMatchObject({ act: 'sendLetter', by: '2026-05-13' })
    expect(next(story.posted('L02'))).toMatchObject({ act: 'serveLetter', by: null })
    story.act('handler', 'serveLetter', { letterId: story.letter('L02'), on: day(on), evidence: '回执' })
    expect(story.act('handler', 'archive', {}).waits()).toEqual([])
  })

  it('then letters are called by their titles', () => {
    const story = inProgress(on).submitted('granted').signed()
    expect(story.waits().map(({ says }) => says.zh)).toContain('送达政府信息公开申请答复书')
    expect(story.posted('L02').waits()[0]?.says.zh).toBe('登记政府信息公开申请答复书的送达')
  })

  it('then every sentence stands in both languages', () => {
    const waits = [received(on), received(on, { channel: 'fax' }), inProgress(on).submitted('granted')].flatMap(s =>
      s.waits(),
    )
    expect(waits.filter(({ says }) => !/\p{Script=Han}/u.test(says.zh) || /\p{Script=Han}/u.test(says.en))).toEqual([])
  })
})

describe('given a due date, what is reminded of', () => {
  const reminded = (story: Story, soon = 5) =>
    remindersDue(story.now, story.today, nationalCalendar, { soon, unconfirmed: 2 })

  it('then nothing long before, and from the set number of working days on it is', () => {
    const story = inProgress(on)
    expect(reminded(story.on('2026-05-05'))).toEqual([])
    expect(reminded(story.on('2026-05-07'))).toMatchObject([{ kind: 'soon', by: '2026-05-13' }])
    expect(reminded(story, 2)).toEqual([])
    expect(reminded(story.on('2026-05-13'))).toMatchObject([{ kind: 'today' }])
    expect(reminded(story.on('2026-05-14'))).toMatchObject([{ kind: 'overdue', by: '2026-05-13' }])
  })

  it('then an arrival is, at the end of the working day it came in', () => {
    const story = received('2026-04-18', { channel: 'online' })
    expect(reminded(story)).toEqual([])
    expect(reminded(story.on('2026-04-20'))).toMatchObject([{ kind: 'unconfirmed', by: '2026-04-20' }])
  })

  it('then an arrival is again on every working day until confirmed, and above after the days set (条例31, 47)', () => {
    const story = received('2026-04-18', { channel: 'online' })
    const told = (on: string) => reminded(story.on(on)).map(({ by, on: day, escalates }) => [by, day, escalates])
    expect(told('2026-04-20')).toEqual([['2026-04-20', '2026-04-20', false]])
    expect(told('2026-04-21')).toEqual([['2026-04-20', '2026-04-21', false]])
    expect(told('2026-04-22')).toEqual([['2026-04-20', '2026-04-22', true]])
    // A Saturday off, and the holiday of the first of May.
    expect([...told('2026-04-25'), ...told('2026-05-01')]).toEqual([])
    expect(reminded(story.on('2026-04-27'))[0]?.says).toMatchObject({ zh: expect.stringContaining('已过 5 个工作日') })
    const confirmed = story.act('handler', 'confirm', { on: day('2026-04-27'), method: 'phone', evidence: '电话确认' })
    expect(reminded(confirmed)).toEqual([])
  })

  it('then nobody is while the applicant has the turn, or once it is answered', () => {
    const waiting = inProgress(on)
      .act('handler', 'askCorrection', { grounds: ['unclear'], items: ['年度'], days: 30 })
      .served('D04')
    expect(reminded(waiting.on('2026-05-13'))).toEqual([])
    expect(reminded(inProgress(on).submitted('granted').signed().posted('L02').on('2026-05-14'))).toEqual([])
  })

  it('then with limits of its own the agency is reminded by them', () => {
    const story = inProgress(on)
    story.rules = { ...story.rules, limits: { answer: 10 } }
    expect(story.clock().due).toBe('2026-04-27')
    const days = { soon: 5, unconfirmed: 2 }
    expect(remindersDue(story.now, day('2026-04-28'), nationalCalendar, days, story.rules.limits)).toMatchObject([
      { kind: 'overdue', by: '2026-04-27' },
    ])
  })
})

describe('given a case, what a change of the calendar recounts', () => {
  it('then an open one by its history, and none that is ended, not received, or has its day set', () => {
    const story = inProgress(on)
    expect(openHistory(story.now, story.today)).toEqual({ received: on, events: [], today: on })
    expect(openHistory(received(on, { channel: 'fax' }).now, story.today)).toBeNull()
    expect(openHistory(received(on, { onTheSpot: true }).now, story.today)).toBeNull()
    expect(
      openHistory(
        story.act('head', 'closeOtherwise', { ground: 'forwarded', shown: '已签收', other: null }).now,
        story.today,
      ),
    ).toBeNull()
  })

  it('then days are explained where asked for, of an ended case too', () => {
    const story = inProgress(on).on('2026-04-15').submitted('granted').signed().posted('L02')
    const { days, state } = clockOfCase(story.now, day('2026-05-01'), nationalCalendar, { days: true })
    expect([state, days?.length, days?.at(-1)?.on]).toEqual(['closed', 3, '2026-04-15'])
    expect(clockOfCase(story.now, day('2026-04-14'), nationalCalendar)).toMatchObject({ state: 'running' })
  })

  it('then a day set is late by at least one working day once it has passed', () => {
    const spot = received('2026-04-17', { onTheSpot: true })
    expect(clockOfCase(spot.now, day('2026-04-18'), nationalCalendar)).toMatchObject({
      remaining: -1,
      due: '2026-04-17',
    })
    const before = clockOfCase(received(on).now, day('2026-04-12'), nationalCalendar)
    expect(before).toMatchObject({ why: 'not_received', due: null })
  })
})
