/** The worked examples of D§2.5, each lived through act by act. */
import { describe, expect, it } from 'vitest'
import { day, inProgress, received } from '../../../test/support/request-story.ts'

describe('given a request handed in on Monday 2026-01-26 (example A)', () => {
  it('then it is due on Saturday 2026-02-28, itself a make-up working day (条例33)', () => {
    expect(received('2026-01-26').clock()).toMatchObject({ state: 'running', due: '2026-02-28', why: 'counted' })
  })

  it('then with an extension of twenty days it is due on 2026-03-27 (A2)', () => {
    const story = inProgress('2026-01-26')
      .on('2026-02-10')
      .act('handler', 'askExtension', { days: 20, reason: '需要汇总' })
      .act('head', 'approveExtension', {})
    expect(story.clock().due).toBe('2026-02-28')
    expect(story.issued('D06').posted('D06').clock().due).toBe('2026-03-27')
  })
})

describe('given a request sent online', () => {
  const online = (confirmed: string) =>
    received('2026-09-18', { channel: 'online' })
      .on(confirmed)
      .act('handler', 'confirm', {
        on: day(confirmed),
        method: 'phone',
        evidence: '通话记录',
      })

  it('then nothing runs before it is confirmed (条例31(3))', () => {
    expect(received('2026-09-18', { channel: 'online' }).clock()).toMatchObject({ due: null, why: 'not_received' })
  })

  it('then confirmed on Friday 2026-09-18 it is due on 2026-10-22 (B)', () => {
    expect(online('2026-09-18').clock().due).toBe('2026-10-22')
  })

  it('then confirmed on Saturday 2026-09-19 it is due on the same day (B2)', () => {
    expect(online('2026-09-19').clock().due).toBe('2026-10-22')
  })
})

describe('given a request of 2026-03-02 that needs a correction (example C)', () => {
  const noticed = () =>
    inProgress('2026-03-02')
      .on('2026-03-09')
      .act('drafter', 'askCorrection', { grounds: ['unclear'], items: ['写明年度'], days: 10 })
      .served('D04')

  it('then the last day to give the notice is 2026-03-11 (条例30)', () => {
    expect(inProgress('2026-03-02').waits()).toContainEqual(
      expect.objectContaining({ act: 'askCorrection', by: '2026-03-11', must: false }),
    )
  })

  it('then it is to be corrected by 2026-03-23, and nothing is due until then', () => {
    const story = noticed()
    expect(story.now).toMatchObject({ state: 'correction_pending', correction: { by: '2026-03-23' } })
    expect(story.clock()).toMatchObject({ state: 'waiting_correction', due: null })
  })

  it('then corrected on 2026-03-18 it starts anew and is due on 2026-04-16', () => {
    const story = noticed()
      .on('2026-03-18')
      .act('applicant', 'correct', { on: day('2026-03-18'), text: '2025年度', wanted: null, late: null })
    expect(story.now.state).toBe('in_progress')
    expect(story.clock().due).toBe('2026-04-16')
  })
})

describe('given a request of 2026-04-13 on which a third party is consulted (example D)', () => {
  const consulted = () =>
    inProgress('2026-04-13')
      .on('2026-04-17')
      .act('drafter', 'consult', { party: 'third_party', partyId: 'p', about: '合同', why: '涉及商业秘密' })
      .issued('D07')
      .posted('D07')
      .on('2026-04-20')
      .act('handler', 'serveLetter', { letterId: 'id2', on: day('2026-04-20'), evidence: '回执' })

  it('then an opinion of 2026-05-08 leaves twelve days out: due on 2026-05-29 (条例33)', () => {
    const story = consulted().on('2026-05-08')
    expect(story.clock().state).toBe('consulting')
    story.act('handler', 'recordOpinion', {
      consultationId: 'id1',
      on: story.today,
      opinion: 'agree',
      text: '',
    })
    expect(story.clock()).toMatchObject({ state: 'running', due: '2026-05-29' })
  })

  it('then silence until 2026-05-13 leaves sixteen out: due on 2026-06-04 (D2; 条例32)', () => {
    expect(consulted().on('2026-05-14').clock()).toMatchObject({ state: 'running', due: '2026-06-04' })
  })
})

describe('given a request of 2026-06-01 that is charged (example E)', () => {
  const charged = () =>
    inProgress('2026-06-01')
      .on('2026-06-26')
      .act('handler', 'noticeFee', { scheme: 'pages', quantity: 68, payTo: '财政专户' })
      .served('D13')

  it('then the fee of 68 pages is 380 yuan, to be paid by 2026-07-24 (办法5, 6)', () => {
    expect(charged().now.fee).toMatchObject({ amount: 380, payBy: '2026-07-24' })
  })

  it('then paid on 2026-07-20 it starts anew and is due on 2026-08-17', () => {
    const story = charged()
      .on('2026-07-20')
      .act('handler', 'confirmPaid', { on: day('2026-07-20'), receipt: '财政票据' })
    expect(story.clock().due).toBe('2026-08-17')
  })

  it('then unpaid it can be closed on 2026-07-25, not on the last day itself (办法6)', () => {
    const story = charged().on('2026-07-24')
    expect(story.may('head', 'closeUnpaid')).toBe(false)
    story.on('2026-07-25').act('head', 'closeUnpaid', { note: '' })
    expect(story.now.closing).toMatchObject({ line: 'other.unpaid', onTime: null, on: '2026-07-25' })
  })
})

describe('given requests of other years (examples G, H)', () => {
  it.each([
    ['2019-04-24', '2019-05-23'],
    ['2020-01-21', '2020-02-26'],
    ['2023-12-20', '2024-01-18'],
    ['2024-09-10', '2024-10-14'],
    ['2025-01-20', '2025-02-21'],
  ])('then one of %s is due on %s', (on, due) => {
    expect(received(on).clock()).toMatchObject({ due, provisional: false })
  })

  it('then one of 2026-12-15 is due on 2027-01-12, for the time being', () => {
    expect(received('2026-12-15').clock()).toMatchObject({ due: '2027-01-12', provisional: true })
  })
})

describe('given a co-maker that got the letter on Wednesday 2026-04-29 (example I)', () => {
  it('then it answers by 2026-05-22, and is waited for no longer (条例34)', () => {
    const story = inProgress('2026-04-27')
      .on('2026-04-29')
      .act('drafter', 'consult', { party: 'co_maker', partyId: 'p', about: '会签文件', why: '共同制作' })
      .served('D11')
    const opinion = expect.objectContaining({ act: 'recordOpinion', by: '2026-05-22', who: ['party'] })
    expect(story.on('2026-05-22').waits()).toContainEqual(opinion)
    expect(story.on('2026-05-23').waits()).not.toContainEqual(opinion)
  })
})
