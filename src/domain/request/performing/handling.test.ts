import { describe, expect, it } from 'vitest'
import { day, inProgress, received } from '../../../../test/support/request-story.ts'

const correction = { grounds: ['unclear'], items: ['写明年度'], days: 10 } as const

describe('given a plain letter, when receipt is confirmed (条例31(2))', () => {
  const letter = () => received('2026-04-13', { channel: 'mail_plain' })

  it('then the day of confirmation is the day of receipt', () => {
    const story = letter()
      .on('2026-04-14')
      .act('clerk', 'noteAttempt', { on: day('2026-04-13'), how: '电话', result: '无人接听' })
      .act('clerk', 'confirm', { on: day('2026-04-14'), method: 'phone', evidence: '通话记录' })
    expect(story.now).toMatchObject({ state: 'registered', receivedOn: '2026-04-14', version: 3 })
    expect(story.now.arrival.attempts).toHaveLength(1)
  })

  it.each([
    ['2026-04-12', 'too_early'],
    ['2026-04-15', 'in_future'],
  ])('then a day of %s is refused as %s, at its field', (on, code) => {
    const story = letter().on('2026-04-14')
    const refusal = story.refusal('handler', 'confirm', { on: day(on), method: 'phone', evidence: '通话记录' })
    expect(refusal).toMatchObject({ code, at: 'on' })
    expect(refusal.says.zh).toContain(on)
  })

  it('then without evidence it is refused', () => {
    const refusal = letter().refusal('handler', 'confirm', { on: day('2026-04-13'), method: 'phone', evidence: ' ' })
    expect(refusal).toMatchObject({ code: 'blank', at: 'evidence' })
  })

  it('then no answer can be drafted before it (条例31)', () => {
    const refusal = letter().refusal('handler', 'saveDraft', {
      decision: 'granted',
      facts: {},
      withheld: [],
      edits: {},
      attachments: [],
    })
    expect(refusal).toMatchObject({ code: 'wrong_state' })
    expect(refusal.at).toBeUndefined()
  })
})

describe('given a request given to a section (条例45)', () => {
  it('then its people claim it and may send it back, and others may not', () => {
    const story = inProgress('2026-04-13')
    expect([story.may('drafter', 'claim'), story.may('drafter2', 'claim')]).toEqual([true, false])
    story.act('drafter', 'claim', {})
    expect(story.now.place).toMatchObject({ sectionId: 'planning', handlerId: 'drafter' })
    expect([story.may('drafter', 'claim'), story.may('drafter2', 'sendBack')]).toEqual([false, false])
    expect(story.act('drafter', 'sendBack', { reason: '不是本科室职责' }).now).toMatchObject({
      state: 'registered',
      place: null,
    })
  })

  it('then a drafter of another section drafts nothing on it', () => {
    expect(inProgress('2026-04-13').refusal('drafter2', 'askCorrection', correction).code).toBe('not_in_hand')
  })

  it('then another section is asked, and only it or the head of the office answers', () => {
    const story = inProgress('2026-04-13')
    const ask = { sectionId: 'finance', question: '是否持有', by: day('2026-04-20') }
    expect(story.refusal('drafter', 'askSection', { ...ask, sectionId: 'planning' })).toMatchObject({
      code: 'own_section',
      at: 'sectionId',
    })
    expect(story.refusal('drafter', 'askSection', { ...ask, by: day('2026-04-12') }).at).toBe('by')
    story.act('drafter', 'askSection', ask)
    const answer = { cooperationId: story.now.cooperations[0]?.id ?? '', answer: '持有' }
    expect([story.may('drafter', 'answerSection'), story.may('head', 'answerSection')]).toEqual([false, true])
    story.act('drafter2', 'answerSection', answer)
    expect(story.now.cooperations[0]).toMatchObject({ answer: '持有', answeredOn: '2026-04-13' })
    expect(story.refusal('drafter2', 'answerSection', answer).code).toBe('nothing_asked')
  })
})

describe('given an unclear request, when correction is asked for (条例30)', () => {
  const noticed = () =>
    inProgress('2026-03-02').on('2026-03-09').act('drafter', 'askCorrection', correction).served('D04')

  it('then the letter waits for somebody else to issue it, and nothing stands still before it is served', () => {
    const story = inProgress('2026-03-02').act('head2', 'askCorrection', correction)
    expect(story.now).toMatchObject({ state: 'in_progress', correction: { noticedOn: null, by: null } })
    expect(story.refusal('head2', 'issueLetter', { letterId: story.letter('D04') }).code).toBe('own_draft')
    expect(story.clock().due).toBe('2026-03-30')
  })

  it('then it is asked for once only', () => {
    const story = noticed().on('2026-03-10')
    story.act('applicant', 'correct', { on: story.today, text: '2025年度', wanted: { title: '2025年度' }, late: null })
    expect(story.now.wanted.title).toBe('2025年度')
    expect(story.refusal('drafter', 'askCorrection', correction).code).toBe('correction_twice')
  })

  it('then a notice later than seven working days still counts, and says why it is late', () => {
    const inTime = inProgress('2026-03-02').on('2026-03-11').act('drafter', 'askCorrection', correction)
    expect(inTime.now.correction?.late).toBe(null)
    const story = inProgress('2026-03-02').on('2026-03-12')
    expect(story.refusal('drafter', 'askCorrection', { ...correction, late: ' ' })).toMatchObject({
      code: 'late_notice',
      at: 'late',
    })
    story.act('drafter', 'askCorrection', { ...correction, late: '承办科室检索后才发现指向不明' }).served('D04')
    expect(story.now).toMatchObject({
      state: 'correction_pending',
      correction: { late: '承办科室检索后才发现指向不明' },
    })
  })

  it('then after the answer is due it does not', () => {
    const story = inProgress('2026-03-02').on('2026-03-31')
    expect(story.may('drafter', 'askCorrection')).toBe(false)
    expect(story.refusal('drafter', 'askCorrection', correction).code).toBe('past_due')
  })

  it.each([
    [{ ...correction, grounds: [] }, 'grounds'],
    [{ ...correction, items: ['  '] }, 'items'],
    [{ ...correction, days: 2 }, 'days'],
    [{ ...correction, days: 7.5 }, 'days'],
  ])('then %j is refused at %s', (input, at) => {
    expect(inProgress('2026-03-02').refusal('drafter', 'askCorrection', input).at).toBe(at)
  })

  it('then on the last day the applicant corrects in time', () => {
    const story = noticed().on('2026-03-23')
    story.act('applicant', 'correct', { on: story.today, text: '2025年度', wanted: null, late: null })
    expect(story.now.correction?.corrected).toMatchObject({ late: null })
  })

  it('then later only the office enters it, with a good reason', () => {
    const story = noticed().on('2026-03-24')
    const late = { on: story.today, text: '2025年度', wanted: null, late: null }
    expect(story.refusal('applicant', 'correct', { ...late, late: '住院' })).toMatchObject({
      code: 'late_correction',
      at: 'on',
    })
    expect(story.refusal('handler', 'correct', late)).toMatchObject({ code: 'late_correction', at: 'late' })
    story.act('handler', 'correct', { ...late, late: '住院' })
    expect(story.now).toMatchObject({ state: 'in_progress', correction: { corrected: { late: '住院' } } })
  })

  it('then not corrected it is closed the day after, on a leaf of its own (格式2021-30)', () => {
    const story = noticed().on('2026-03-23')
    expect(story.refusal('head', 'closeUncorrected', { note: '' }).code).toBe('not_overdue')
    expect(story.on('2026-03-24').may('handler', 'closeUncorrected')).toBe(false)
    expect(story.refusal('head', 'closeUncorrected', { note: ' ' })).toMatchObject({ code: 'blank', at: 'note' })
    story.act('head', 'closeUncorrected', { note: '未补正' })
    expect(story.now).toMatchObject({
      state: 'closed',
      closing: { decision: 'no_correction', line: 'other.no_correction', onTime: null, note: '未补正' },
    })
    expect(story.stateOf('D15')).toBe('issued')
    expect(story.clock()).toMatchObject({ state: 'closed', due: null, why: 'ended' })
  })

  it('then an applicant’s own act is of today', () => {
    const story = noticed().on('2026-03-12')
    const input = { on: day('2026-03-11'), text: '2025年度', wanted: null, late: null }
    expect(story.refusal('applicant', 'correct', input)).toMatchObject({ code: 'not_today', at: 'on' })
    expect(story.act('handler', 'correct', input).now.state).toBe('in_progress')
  })
})

describe('given a great many requests, when reasons are asked for (条例35)', () => {
  const asked = () =>
    inProgress('2026-03-02')
      .act('drafter', 'askReasons', { found: '一年内 300 件', explain: '说明理由', days: 10 })
      .served('D05')

  it('then the clock goes on while they are waited for', () => {
    const story = asked()
    expect(story.now).toMatchObject({ state: 'reasons_pending', reasons: { by: '2026-03-16' } })
    expect(story.clock()).toMatchObject({ state: 'running', due: '2026-03-30' })
  })

  it('then with reasons given the head may set a later day, and nobody else', () => {
    const story = asked().on('2026-03-10')
    story.act('applicant', 'giveReasons', { on: story.today, text: '编写年鉴' })
    expect(story.may('handler', 'delayAnswer')).toBe(false)
    expect(
      story.refusal('head', 'delayAnswer', { until: day('2026-03-30'), reason: '量大', long: '需要分批' }),
    ).toMatchObject({
      code: 'not_later',
      at: 'until',
    })
    story.act('head', 'delayAnswer', { until: day('2026-05-29'), reason: '量大', long: '需要分批' })
    expect(story.may('head', 'delayAnswer')).toBe(false)
    expect(story.clock()).toMatchObject({ due: '2026-03-30', why: 'counted' })
    story.act('handler', 'discardLetter', { letterId: story.letter('L22') })
    expect(story.now.reasons?.delay?.lapsed).toEqual({ on: '2026-03-10', why: 'discarded' })
    expect(story.may('head', 'delayAnswer')).toBe(true)
  })

  const set = () => {
    const story = asked().act('applicant', 'giveReasons', { on: day('2026-03-02'), text: '编写年鉴' })
    return story.act('head', 'delayAnswer', { until: day('2026-05-29'), reason: '量大', long: '需要分批' })
  }

  it('then the later day is the one the applicant was told, from the day that was told (条例35)', () => {
    const story = set().issued('L22', 'head2').on('2026-03-30')
    expect(story.clock()).toMatchObject({ due: '2026-03-30', why: 'counted' })
    story.posted('L22')
    expect(story.clock()).toMatchObject({ due: '2026-05-29', why: 'delayed', provisional: false })
    expect(story.may('head', 'delayAnswer')).toBe(false)
    expect(story.may('handler', 'askExtension')).toBe(false)
    expect(story.now.letters.find(l => l.letter === 'L22')?.state).toBe('dispatched')
  })

  it('then a later day that was not told, or told too late, does not count', () => {
    const answered = set().submitted('granted').signed().on('2026-03-31').posted('L02')
    expect(answered.now.closing).toMatchObject({ onTime: false })
    expect(answered.stateOf('L22')).toBe('discarded')
    const late = set().issued('L22', 'head2').on('2026-03-31')
    expect(late.waits()).toContainEqual(expect.objectContaining({ act: 'recallLetter' }))
    const online = { letterId: late.letter('L22'), on: late.today, way: 'online', trackingNumber: null } as const
    expect(late.refusal('handler', 'sendLetter', online)).toMatchObject({ code: 'past_due', at: 'on' })
    late.posted('L22')
    expect([late.clock().why, late.now.reasons?.delay?.lapsed?.why]).toEqual(['counted', 'late'])
  })

  it('then a correction ends it with its period while it was not told (条例30)', () => {
    const story = set()
      .act('handler', 'askCorrection', { grounds: ['unclear'], items: ['年度'], days: 10 })
      .served('D04')
    expect([story.stateOf('L22'), story.now.reasons?.delay?.lapsed?.why]).toEqual(['discarded', 'restarted'])
  })

  it('then a day much later than usual says why, by the measure of the agency', () => {
    const story = asked().act('applicant', 'giveReasons', { on: day('2026-03-02'), text: '编写年鉴' })
    const usual = { until: day('2026-04-28'), reason: '量大', long: null }
    const longer = { ...usual, until: day('2026-04-29') }
    expect(story.refusal('head', 'delayAnswer', longer)).toMatchObject({ code: 'long_delay', at: 'long' })
    expect(story.refusal('head', 'delayAnswer', { ...longer, long: ' ' }).code).toBe('long_delay')
    story.rules = { ...story.rules, longDelay: 19 }
    expect(story.refusal('head', 'delayAnswer', usual).code).toBe('long_delay')
    story.rules = { ...story.rules, longDelay: 20 }
    expect(story.act('head', 'delayAnswer', usual).now.reasons?.delay).toMatchObject({ long: null })
  })

  it('then it may still be extended while they are waited for, but not on top of a later day (条例33)', () => {
    const ask = { days: 10, reason: '需要汇总' }
    const story = asked().act('handler', 'askExtension', ask)
    expect(story.may('head', 'approveExtension')).toBe(true)
    story.act('applicant', 'giveReasons', { on: story.today, text: '编写年鉴' })
    story.act('head', 'delayAnswer', { until: day('2026-05-29'), reason: '量大', long: '需要分批' })
    const both = story.issued('L22', 'head2').now
    story.act('head', 'approveExtension', {}).posted('L22')
    expect(story.now.extension?.lapsed?.why).toBe('delayed')
    story.now = both
    expect(story.posted('L22').refusal('head', 'approveExtension', {}).code).toBe('delayed_before')
    const extended = asked().act('handler', 'askExtension', ask).act('head', 'approveExtension', {})
    extended.issued('D06').posted('D06')
    expect([extended.now.state, extended.clock().due]).toEqual(['reasons_pending', '2026-04-14'])
  })

  it('then without reasons there is no later day, and the office goes on once the time is over', () => {
    const story = asked().on('2026-03-16')
    expect(story.may('handler', 'endReasons')).toBe(false)
    story.on('2026-03-17').act('handler', 'endReasons', { note: '' })
    expect(
      story.refusal('head', 'delayAnswer', { until: day('2026-05-29'), reason: '量大', long: '需要分批' }).code,
    ).toBe('no_reasons')
  })
})

describe('given a request that cannot be answered in time, when an extension is asked for (条例33)', () => {
  const ask = { days: 10, reason: '需要汇总' }

  it.each([0, 21, 2.5])('then %d days are refused', days => {
    expect(inProgress('2026-03-02').refusal('handler', 'askExtension', { ...ask, days })).toMatchObject({
      code: 'out_of_range',
      at: 'days',
    })
  })

  it('then who asked does not approve, nor a deputy for them', () => {
    const story = inProgress('2026-03-02').act('head2', 'askExtension', ask)
    expect(story.refusal('head2', 'approveExtension', {}).code).toBe('own_draft')
    expect(story.may('deputy', 'approveExtension')).toBe(true)
    expect(inProgress('2026-03-02').act('deputy', 'askExtension', ask).may('deputy', 'approveExtension')).toBe(false)
  })

  it('then nobody deputises for the head in approving what the head asked for', () => {
    const story = inProgress('2026-03-02').act('head', 'askExtension', ask)
    expect([story.may('deputy', 'approveExtension'), story.may('head2', 'approveExtension')]).toEqual([false, true])
  })

  const approved = () =>
    inProgress('2026-03-02').act('handler', 'askExtension', ask).act('head', 'approveExtension', {})

  it('then approved it waits for its one letter, written by who asked, and moves no day before it left', () => {
    const story = approved()
    expect(story.clock().due).toBe('2026-03-30')
    expect(story.now.letters).toMatchObject([{ letter: 'D06', state: 'drafted', authorId: 'handler' }])
    expect(story.waits()).toContainEqual(expect.objectContaining({ act: 'issueLetter', by: '2026-03-30' }))
    expect(story.refusal('handler', 'askExtension', ask).code).toBe('extended_before')
    expect(story.issued('D06').clock().due).toBe('2026-03-30')
    expect(story.posted('D06').clock().due).toBe('2026-04-14')
    expect(story.refusal('handler', 'askExtension', ask).code).toBe('extended_before')
  })

  it('then told on the last day it counts: by post when posted, by hand when signed for', () => {
    const posted = approved().on('2026-03-30').issued('D06').posted('D06')
    expect(posted.clock().due).toBe('2026-04-14')
    const letterId = posted.letter('D06')
    posted.on('2026-04-02').act('handler', 'serveLetter', { letterId, on: posted.today, evidence: '回执' })
    expect([posted.clock().due, posted.now.extension?.lapsed]).toEqual(['2026-04-14', null])
    expect(approved().on('2026-03-30').served('D06').clock().due).toBe('2026-04-14')
  })

  it('then approved but not told when the request is answered, the answer is late by the first day', () => {
    const story = approved().submitted('granted').signed().on('2026-03-31').posted('L02')
    expect(story.now.closing).toMatchObject({ on: '2026-03-31', onTime: false })
    expect(story.now.extension?.lapsed).toEqual({ on: '2026-03-31', why: 'ended' })
    expect(story.stateOf('D06')).toBe('discarded')
  })

  it('then told after the first day it is on record, and extends nothing', () => {
    const letterOf = (story: ReturnType<typeof approved>) => ({ letterId: story.letter('D06'), on: story.today })
    const late = () => approved().issued('D06').on('2026-03-31')
    const posted = late().posted('D06')
    expect([posted.clock().due, posted.stateOf('D06')]).toEqual(['2026-03-30', 'dispatched'])
    expect(posted.now.extension?.lapsed).toEqual({ on: '2026-03-31', why: 'late' })
    const story = late()
    const handed = story.act('handler', 'serveLetter', { ...letterOf(story), evidence: '回证' })
    expect([handed.clock().due, handed.now.extension?.lapsed?.why]).toEqual(['2026-03-30', 'late'])
    const online = { ...letterOf(story), way: 'online', trackingNumber: null } as const
    expect(late().refusal('handler', 'sendLetter', online)).toMatchObject({ code: 'past_due', at: 'on' })
  })

  it('then not told in time what waits says so, and its letter is given up', () => {
    const story = approved().on('2026-03-31')
    const letterId = story.letter('D06')
    expect(story.waits()).toContainEqual(expect.objectContaining({ act: 'discardLetter', about: letterId }))
    expect(story.waits()).not.toContainEqual(expect.objectContaining({ act: 'issueLetter' }))
    story.act('handler', 'discardLetter', { letterId })
    expect(story.now.extension?.lapsed).toEqual({ on: '2026-03-31', why: 'late' })
    expect(approved().issued('D06').on('2026-03-31').waits()).toContainEqual(
      expect.objectContaining({ act: 'recallLetter' }),
    )
  })

  it('then given up before it left, another may be asked for', () => {
    const story = approved()
    story.act('handler', 'discardLetter', { letterId: story.letter('D06') })
    expect(story.now.extension?.lapsed?.why).toBe('discarded')
    story
      .act('handler', 'askExtension', { ...ask, days: 20 })
      .act('head', 'approveExtension', {})
      .served('D06')
    expect(story.clock().due).toBe('2026-04-28')
    expect(story.now.letters.map(({ state }) => state)).toEqual(['discarded', 'served'])
  })

  it.each([
    ['drafted', 'discarded'],
    ['issued', 'recalled'],
  ] as const)('then a correction or a fee ends it with its period while its letter is %s (条例30)', (at, ends) => {
    const begun = () => (at === 'issued' ? approved().issued('D06') : approved())
    const corrected = begun()
      .act('handler', 'askCorrection', { grounds: ['unclear'], items: ['年度'], days: 10 })
      .served('D04')
    const charged = begun()
      .act('handler', 'noticeFee', { scheme: 'pages', quantity: 68, payTo: '财政专户' })
      .served('D13')
    for (const story of [corrected, charged]) {
      expect(story.stateOf('D06')).toBe(ends)
      expect(story.now.extension?.lapsed).toEqual({ on: '2026-03-02', why: 'restarted' })
    }
    corrected.act('applicant', 'correct', { on: corrected.today, text: '2025年', wanted: null, late: null })
    expect([corrected.clock().due, corrected.may('handler', 'askExtension')]).toEqual(['2026-03-30', true])
  })

  it('then refused it may be asked for again', () => {
    const story = inProgress('2026-03-02').act('handler', 'askExtension', ask)
    story.act('head', 'refuseExtension', { reason: '可以按期' })
    expect(story.now.extension?.outcome).toMatchObject({ approved: false, reason: '可以按期' })
    expect(story.may('handler', 'askExtension')).toBe(true)
  })

  it('then on the last day it is approved, and after it no more', () => {
    const story = inProgress('2026-03-02').act('handler', 'askExtension', ask)
    expect(story.on('2026-03-30').may('head', 'approveExtension')).toBe(true)
    expect(story.on('2026-03-31').refusal('head', 'approveExtension', {}).code).toBe('past_due')
    expect(story.may('head', 'refuseExtension')).toBe(true)
  })
})

describe('given a request beyond what is free, when a fee is charged (办法3-6)', () => {
  const pages = { scheme: 'pages', quantity: 68, payTo: '财政专户' } as const

  it('then by items it is the price of this request, as the 35th of the month', () => {
    const story = inProgress('2026-06-01').act('handler', 'noticeFee', { ...pages, scheme: 'items', quantity: 35 })
    expect(story.now.fee).toMatchObject({ amount: 200, noticedOn: null })
  })

  it('then what is free is not charged, nor anything twice', () => {
    const story = inProgress('2026-06-01')
    expect(story.refusal('handler', 'noticeFee', { ...pages, quantity: 30 })).toMatchObject({
      code: 'no_fee',
      at: 'quantity',
    })
    expect(story.refusal('handler', 'noticeFee', { ...pages, quantity: -1 })).toMatchObject({
      code: 'bad_quantity',
      at: 'quantity',
    })
    story.act('handler', 'noticeFee', pages)
    expect(story.refusal('handler', 'noticeFee', pages).code).toBe('fee_twice')
    story.act('handler', 'discardLetter', { letterId: story.letter('D13') })
    expect(story.now.fee).toBeNull()
  })

  it('then after the answer is due it is too late', () => {
    expect(inProgress('2026-06-01').on('2026-07-01').refusal('handler', 'noticeFee', pages).code).toBe('past_due')
  })

  it('then what the applicant tells of waits for the office to see it', () => {
    const story = inProgress('2026-06-01').act('handler', 'noticeFee', pages).served('D13').on('2026-06-10')
    story.act('applicant', 'declarePaid', { on: day('2026-06-08'), note: '转账' })
    expect(story.now).toMatchObject({ state: 'fee_pending', fee: { declared: { on: '2026-06-08' }, paid: null } })
    expect(story.waits()).toMatchObject([{ act: 'confirmPaid' }])
    expect(story.may('applicant', 'declarePaid')).toBe(false)
    story.act('handler', 'confirmPaid', { on: day('2026-06-08'), receipt: '财政票据' })
    expect(story.clock().due).toBe('2026-07-07')
  })

  it('then a later day told under 条例35 gives way to the period that starts anew', () => {
    const story = inProgress('2026-06-01')
      .act('drafter', 'askReasons', { found: '多', explain: '说明', days: 5 })
      .served('D05')
    story.act('applicant', 'giveReasons', { on: story.today, text: '研究' })
    story.act('head', 'delayAnswer', { until: day('2026-09-01'), reason: '量大', long: '需要分批' })
    story.issued('L22', 'head2').posted('L22')
    story.act('handler', 'noticeFee', pages).served('D13').on('2026-06-10')
    story.act('handler', 'confirmPaid', { on: story.today, receipt: '财政票据' })
    expect(story.clock()).toMatchObject({ why: 'counted', due: '2026-07-09' })
  })

  const delayed = () => {
    const story = inProgress('2026-06-01')
      .act('drafter', 'askReasons', { found: '多', explain: '说明', days: 5 })
      .served('D05')
    story.act('applicant', 'giveReasons', { on: story.today, text: '研究' })
    story.act('head', 'delayAnswer', { until: day('2026-09-01'), reason: '量大', long: '需要分批' })
    return story.issued('L22', 'head2').posted('L22')
  }

  it('then after a later day told under 条例35 it is charged until that day, not only until the first one (办法6)', () => {
    const story = delayed().on('2026-07-01')
    story.act('handler', 'noticeFee', pages).served('D13')
    expect(story.now).toMatchObject({ state: 'fee_pending', fee: { payBy: '2026-07-29' } })
    story.on('2026-07-10').act('handler', 'confirmPaid', { on: story.today, receipt: '财政票据' })
    expect(story.clock()).toMatchObject({ why: 'counted', due: '2026-08-07' })
    expect(delayed().on('2026-09-02').refusal('handler', 'noticeFee', pages).code).toBe('past_due')
  })

  it('then a third party is consulted while the later day runs, which stays the last (条例32, 35)', () => {
    const ask = { party: 'third_party', partyId: 'p', about: '合同', why: '商业秘密' } as const
    const story = delayed().on('2026-07-06').act('handler', 'consult', ask).issued('D07').posted('D07')
    expect(story.clock()).toMatchObject({ state: 'consulting', why: 'delayed', due: '2026-09-01' })
  })

  it('then two letters never ask something of the applicant at once', () => {
    const story = inProgress('2026-06-01').act('handler', 'noticeFee', pages)
    expect(story.refusal('handler', 'askCorrection', correction).code).toBe('letter_pending')
    expect(story.may('handler', 'askReasons')).toBe(false)
  })
})

describe('given a request for two matters, when it is split (办法4)', () => {
  const parts = [
    { title: '招聘方案', features: '2025' },
    { title: '采购合同', features: '食堂' },
  ]

  it('then the first stays and the others are named', () => {
    const story = inProgress('2026-03-02').act('handler', 'split', { parts, children: ['child'] })
    expect(story.now).toMatchObject({ wanted: { title: '招聘方案' }, links: { splitInto: ['child'] } })
  })

  it.each([
    [{ parts: parts.slice(1), children: [] }, 'parts'],
    [{ parts, children: [] }, 'children'],
    [{ parts, children: ['case'] }, 'children'],
    [{ parts: [...parts, { title: '', features: '' }], children: ['a', 'b'] }, 'parts[2].title'],
  ])('then %j is refused at %s', (input, at) => {
    expect(inProgress('2026-03-02').refusal('handler', 'split', input).at).toBe(at)
  })

  it('then what was begun for the whole is not split', () => {
    const story = inProgress('2026-03-02').act('handler', 'askExtension', { days: 5, reason: '汇总' })
    expect(story.refusal('handler', 'split', { parts, children: ['child'] }).code).toBe('begun')
  })
})

describe('given the same request twice, when one is put into the other', () => {
  it('then it ends as other, and names where it went', () => {
    const story = inProgress('2026-03-02')
    expect(story.may('handler', 'merge')).toBe(false)
    expect(story.refusal('head', 'merge', { into: 'case', number: '〔2026〕1号', reason: '重复提交' }).at).toBe('into')
    story.act('head', 'merge', { into: 'first', number: '〔2026〕7号', reason: '重复提交' })
    expect(story.now.closing?.note).toBe('并入受理号 〔2026〕7号 的申请一并办理：重复提交')
    expect(story.now).toMatchObject({
      state: 'closed',
      closing: { decision: 'otherwise_closed', line: 'other.other' },
      links: { mergedInto: 'first' },
    })
  })
})
