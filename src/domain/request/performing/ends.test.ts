import { describe, expect, it } from 'vitest'
import { people } from '../../../../test/support/request-people.ts'
import { day, inProgress, received } from '../../../../test/support/request-story.ts'
import type { InputOfAct } from '../inputs.ts'
import { childOf, newCase, reopened } from '../new-case.ts'
import { reversals } from '../overturning.ts'
import { perform } from '../perform.ts'

const on = '2026-04-13'

describe('given an applicant who withdraws', () => {
  it('then the request ends as other, and letters that have not left stay', () => {
    const story = inProgress(on).act('handler', 'askCorrection', { grounds: ['unclear'], items: ['年度'], days: 10 })
    story.issued('D04').act('applicant', 'withdraw', { on: day(on), reason: '' })
    expect(story.now).toMatchObject({
      state: 'closed',
      closing: { decision: 'otherwise_closed', line: 'other.other', onTime: null },
    })
    expect(story.stateOf('D04')).toBe('recalled')
    expect(story.waits()).toEqual([])
  })

  it('then even before receipt was confirmed, and while the answer is signed', () => {
    const arrived = received(on, { channel: 'online' }).act('applicant', 'withdraw', { on: day(on), reason: '' })
    expect(arrived.now).toMatchObject({ state: 'closed', receivedOn: null })
    const signed = inProgress(on).submitted('granted').signed()
    expect(signed.act('applicant', 'withdraw', { on: day(on), reason: '' }).stateOf('L02')).toBe('recalled')
  })

  it('then a kind beside requests ends on no row', () => {
    const story = inProgress(on, { kind: 'enquiry' }).act('applicant', 'withdraw', { on: day(on), reason: '' })
    expect(story.now.closing).toMatchObject({ line: null })
  })

  it('then not before what happened last', () => {
    const story = inProgress(on).on('2026-04-20')
    story.act('handler', 'askExtension', { days: 5, reason: '汇总' }).act('head', 'approveExtension', {}).served('D06')
    expect(story.refusal('handler', 'withdraw', { on: day('2026-04-17'), reason: '' })).toMatchObject({
      code: 'too_early',
      at: 'on',
    })
  })

  it('then the office enters it on a paper of the applicant’s or on words told, never on nothing', () => {
    const story = inProgress(on)
    const given = { on: day(on), reason: '' }
    expect(story.refusal('handler', 'withdraw', given)).toMatchObject({ code: 'withdrawal_not_shown', at: 'told' })
    expect(story.refusal('handler', 'withdraw', { ...given, told: { from: 'words', words: ' ' } }).at).toBe(
      'told.words',
    )
    story.act('handler', 'withdraw', { ...given, told: { from: 'words', words: '4 月 13 日来电说不再需要' } })
    expect(story.now.closing).toMatchObject({ note: '申请人告知撤回：4 月 13 日来电说不再需要' })
  })

  it('then the office does not enter it while a signed answer is there, unless that is recalled', () => {
    const story = inProgress(on).submitted('granted').signed()
    const told = { on: day(on), reason: '', told: { from: 'paper', paperId: 'p' } } as const
    expect(story.may('handler', 'withdraw')).toBe(false)
    expect(story.refusal('handler', 'withdraw', told).code).toBe('answer_on_its_way')
    story.act('leader', 'recallLetter', { letterId: story.letter('L02'), reason: '申请人撤回' })
    expect(story.now.letters).toMatchObject([
      { number: '示教公开〔2026〕L02', recalled: { on, by: 'leader', reason: '申请人撤回' } },
    ])
    expect(story.act('handler', 'withdraw', told).now.closing).toMatchObject({ note: '申请人书面撤回，见案卷材料' })
  })
})

const moved = { ground: 'forwarded', shown: '县财政局 4 月 13 日签收', other: null } as const

describe('given a request closed otherwise', () => {
  it('then only by the head of the office, on a ground of the list, with what it asks to be shown (格式2021-30 row 3.6.3)', () => {
    const story = inProgress(on)
    expect(story.may('handler', 'closeOtherwise')).toBe(false)
    expect(story.refusal('head', 'closeOtherwise', { ...moved, shown: ' ' }).at).toBe('shown')
    expect(story.act('head', 'closeOtherwise', moved).now.closing).toMatchObject({
      line: 'other.other',
      note: '在同一政府内移送负责的机关：县财政局 4 月 13 日签收',
    })
    expect(story.now.letters).toMatchObject([{ letter: 'D15', state: 'issued', to: 'applicant' }])
    const letterId = story.letter('D15')
    const post = { letterId, on: day(on), way: 'post', trackingNumber: 'EMS1' } as const
    expect(story.may('handler', 'sendLetter')).toBe(false)
    expect(story.refusal('handler', 'sendLetter', post)).toMatchObject({ code: 'no_letter' })
    expect(story.refusal('head', 'issueLetter', { letterId }).code).toBe('own_draft')
    story.act('leader', 'issueLetter', { letterId })
    expect(story.now.letters).toMatchObject([{ number: '示教公开〔2026〕D15', issued: { on, by: 'leader' } }])
    expect(story.posted('D15').now.state).toBe('closed')
    expect(story.act('handler', 'archive', {}).now.state).toBe('archived')
  })

  it('then one that came in twice names the case that goes on, which is another; no other ground names one', () => {
    const twice = { ground: 'came_in_twice', shown: '与网上提交的一份相同', other: '〔2026〕99号' } as const
    const story = inProgress(on)
    const trouble = (input: object) => story.refusal('head', 'closeOtherwise', { ...twice, ...input })
    expect(trouble({ other: null })).toMatchObject({ code: 'other_case', at: 'other' })
    expect(trouble({ other: story.now.number })).toMatchObject({ code: 'itself', at: 'other' })
    expect(trouble({ ground: 'applicant_gone' })).toMatchObject({ code: 'other_case', at: 'other' })
    expect(story.act('head', 'closeOtherwise', twice).now.closing?.note).toContain('〔2026〕99号')
  })

  it('then only on a ground the agency goes by, since the form lists none (D§3.6)', () => {
    const story = inProgress(on)
    const context = { ...story.context('head'), rules: { chain: [], grounds: ['applicant_gone'] } } as const
    expect(perform(story.now, 'closeOtherwise', moved, context)).toMatchObject({
      ok: false,
      refusal: { code: 'ground_closed', at: 'ground' },
    })
  })

  it('then not by the head who handles it: two people see it go past the chain of review', () => {
    const story = inProgress(on)
    const { place } = story.now
    if (!place) throw new Error('it lies nowhere')
    story.now = { ...story.now, place: { ...place, handlerId: 'head2' } }
    expect(story.may('head2', 'closeOtherwise')).toBe(false)
    expect(story.may('head', 'closeOtherwise')).toBe(true)
    expect(story.refusal('head2', 'closeOtherwise', moved).code).toBe('four_eyes')
  })
})

describe('given an answered request, when it is archived (条例45)', () => {
  it('then its letter was served; one that came back is served again first', () => {
    const story = inProgress(on).submitted('granted').signed().posted('L02')
    expect(story.refusal('handler', 'archive', {}).code).toBe('not_served')
    story.act('handler', 'letterReturned', { letterId: story.letter('L02'), on: day(on), why: '查无此人' })
    expect(story.refusal('handler', 'archive', {}).code).toBe('not_served')
    story.posted('L02')
    story.act('handler', 'serveLetter', { letterId: story.letter('L02'), on: day(on), evidence: '回执' })
    expect(story.act('handler', 'archive', {}).now).toMatchObject({ state: 'archived', closing: { on } })
  })

  it('then other letters that never left, or whose service is not known, do not stand in the way', () => {
    const story = inProgress(on).act('handler', 'askExtension', { days: 5, reason: '汇总' })
    story.act('head', 'approveExtension', {}).issued('D06').posted('D06').submitted('granted').signed().posted('L02')
    story.act('handler', 'serveLetter', { letterId: story.letter('L02'), on: day(on), evidence: '回执' })
    expect(story.may('handler', 'archive')).toBe(true)
  })
})

describe('given a letter that reaches its reader late', () => {
  const ask = { grounds: ['unclear'], items: ['年度'], days: 10 } as const
  const serve = (story: ReturnType<typeof inProgress>, kind: string) => ({
    letterId: story.letter(kind),
    on: story.today,
    evidence: '回执',
  })

  it('then after the end it changes nothing any more', () => {
    const story = inProgress(on).act('handler', 'askCorrection', ask).issued('D04').posted('D04')
    story.act('applicant', 'withdraw', { on: day(on), reason: '' }).act('handler', 'serveLetter', serve(story, 'D04'))
    expect(story.now).toMatchObject({ state: 'closed', events: [], correction: { noticedOn: null } })
  })

  it('then after the answer an opinion is no longer waited for', () => {
    const story = inProgress(on).act('handler', 'consult', {
      party: 'other_organ',
      partyId: 'p',
      about: '文',
      why: '核实',
    })
    story.issued('D12').posted('D12').submitted('not_ours').signed().posted('L13')
    story.act('handler', 'serveLetter', serve(story, 'D12'))
    expect(story.now.events.map(e => e.kind)).toEqual(['consultation_sent', 'answered'])
    expect(story.stateOf('D12')).toBe('served')
  })

  const noticing = (kind: string) => {
    const story = inProgress(on)
    if (kind === 'D04') return story.act('handler', 'askCorrection', ask).issued(kind)
    return story.act('handler', 'noticeFee', { scheme: 'pages', quantity: 68, payTo: '账户' }).issued(kind)
  }

  it.each(['D04', 'D13'])('then %s handed over after the answer was due is refused at its day (条例33)', kind => {
    const story = noticing(kind).on('2026-05-14')
    expect(story.refusal('handler', 'serveLetter', serve(story, kind))).toMatchObject({ code: 'past_due', at: 'on' })
    expect(story.now.state).toBe('in_progress')
  })

  it.each([
    ['D04', 'correction_pending'],
    ['D13', 'fee_pending'],
  ])(
    'then %s posted in time counts by its posting, and the limit of its reader from service (送达函3)',
    (kind, state) => {
      const story = noticing(kind).posted(kind)
      const posted = story.today
      story.on('2026-05-14').act('handler', 'serveLetter', serve(story, kind))
      expect(story.now).toMatchObject({ state, events: [{ on: posted }] })
      const { correction, fee } = story.now
      expect(correction?.by ?? fee?.payBy).toBe(kind === 'D04' ? '2026-05-28' : '2026-06-11')
    },
  )
})

describe('given a proposal to publish (条例44)', () => {
  it('then the head settles it, and after a refusal it may be made again', () => {
    const story = inProgress(on).act('applicant', 'proposePublication', { reason: '多人关心' })
    expect(story.now.proposal).toMatchObject({ by: 'applicant' })
    expect(story.may('handler', 'proposePublication')).toBe(false)
    expect(story.waits()).toContainEqual(expect.objectContaining({ act: 'settleProposal' }))
    story.act('head', 'settleProposal', { accepted: false, reason: '涉及个人' })
    expect(story.now.proposal).toMatchObject({ outcome: { accepted: false, publicationId: null } })
    expect(story.may('head', 'settleProposal')).toBe(false)
    expect(story.may('handler', 'proposePublication')).toBe(false)
    story.act('head2', 'issueLetter', { letterId: story.letter('L23') })
    story.act('handler', 'proposePublication', { reason: '可以去标识' })
    story.act('head', 'settleProposal', { accepted: true, reason: '去标识后公开' })
    expect(story.now.proposal).toMatchObject({ by: 'office', outcome: { accepted: true, by: 'head' } })
    expect(story.now.proposal?.outcome?.publicationId).toMatch(/^id\d+$/)
    expect(story.may('applicant', 'proposePublication')).toBe(false)
    expect(story.now.letters.map(({ letter, to }) => [letter, to])).toEqual([['L23', 'applicant']])
  })

  it('then who suggested it is told what came of it, and nothing is archived before (条例44)', () => {
    const story = inProgress(on).submitted('granted').signed().posted('L02')
    story.act('handler', 'serveLetter', { letterId: story.letter('L02'), on: day(on), evidence: '回执' })
    story.act('applicant', 'proposePublication', { reason: '多人关心' })
    story.act('head', 'settleProposal', { accepted: true, reason: '属于公众广泛关注的信息' })
    expect(story.refusal('handler', 'archive', {})).toMatchObject({ code: 'suggestion_unanswered' })
    expect(story.refusal('head', 'issueLetter', { letterId: story.letter('L23') }).code).toBe('own_draft')
    story.act('head2', 'issueLetter', { letterId: story.letter('L23') }).posted('L23')
    expect(story.act('handler', 'archive', {}).now.state).toBe('archived')
  })
})

describe('given a suggestion to publish a request that lies in the archive (条例44, 45)', () => {
  const archived = () => {
    const story = inProgress(on).submitted('granted').signed().posted('L02')
    story.act('handler', 'serveLetter', { letterId: story.letter('L02'), on: day(on), evidence: '回执' })
    return story.act('handler', 'archive', {})
  }

  it('then it is settled there, and its answer issued, sent and served there', () => {
    const story = archived().act('applicant', 'proposePublication', { reason: '多人关心' })
    story.act('head', 'settleProposal', { accepted: false, reason: '涉及个人' })
    expect(story.waits()).toContainEqual(expect.objectContaining({ act: 'issueLetter' }))
    expect(story.refusal('head', 'issueLetter', { letterId: story.letter('L23') }).code).toBe('own_draft')
    story.act('head2', 'issueLetter', { letterId: story.letter('L23') }).posted('L23')
    story.act('handler', 'serveLetter', { letterId: story.letter('L23'), on: day(on), evidence: '回执' })
    expect(story.now).toMatchObject({ state: 'archived', archivedOn: on, closing: { decision: 'granted' } })
    expect([story.stateOf('L23'), story.waits()]).toEqual(['served', []])
  })

  it('then one that was unsettled when it was archived is answered as well', () => {
    const story = inProgress(on).submitted('granted').signed().posted('L02')
    story.act('handler', 'serveLetter', { letterId: story.letter('L02'), on: day(on), evidence: '回执' })
    story.act('applicant', 'proposePublication', { reason: '多人关心' }).act('handler', 'archive', {})
    story.act('head', 'settleProposal', { accepted: true, reason: '属于公众广泛关注的信息' })
    expect(story.stateOf('L23')).toBe('drafted')
  })

  it('then no other letter of the case moves, and without a suggestion none does', () => {
    const story = archived()
    expect(
      ['issueLetter', 'sendLetter', 'serveLetter', 'recallLetter'].map(act => story.may('head', act as 'issueLetter')),
    ).toEqual([false, false, false, false])
    story.act('applicant', 'proposePublication', { reason: '多人关心' })
    story.act('head', 'settleProposal', { accepted: false, reason: '涉及个人' })
    story.act('head2', 'issueLetter', { letterId: story.letter('L23') })
    const input = { letterId: story.letter('L02'), on: day(on), evidence: '回执' }
    expect(story.refusal('handler', 'serveLetter', input).code).toBe('wrong_letter')
  })
})

describe('given an urging of the agency above (条例47)', () => {
  it('then it waits for an answer by its day, and is answered once', () => {
    const story = inProgress(on)
    const urging = { text: '请按期答复', answerBy: day('2026-04-20') }
    expect(story.refusal('supervisor', 'urge', { ...urging, answerBy: day('2026-04-12') }).at).toBe('answerBy')
    // Today is a day to come.
    const today = inProgress(on)
    expect(today.act('supervisor', 'urge', { ...urging, answerBy: today.today }).now.urgings).toHaveLength(1)
    story.act('supervisor', 'urge', urging)
    const urgingId = story.now.urgings[0]?.id ?? ''
    expect(story.waits()[0]).toMatchObject({ act: 'answerUrging', by: '2026-04-20', about: urgingId })
    expect(story.refusal('head', 'answerUrging', { urgingId: 'x', text: '已办' }).at).toBe('urgingId')
    story.act('head', 'answerUrging', { urgingId, text: '已办' })
    expect(story.refusal('head', 'answerUrging', { urgingId, text: '已办' }).code).toBe('nothing_asked')
  })
})

describe('given what came in, when it is registered (条例31)', () => {
  it.each([
    ['in_person', '2026-04-10', 'registered'],
    ['oral_assisted', '2026-04-10', 'registered'],
    ['mail_signed', '2026-04-12', 'registered'],
    ['mail_plain', null, 'arrived'],
    ['misaddressed', null, 'arrived'],
    ['online', null, 'arrived'],
    ['fax', null, 'arrived'],
    ['email', null, 'arrived'],
    ['other', null, 'arrived'],
  ] as const)('then by %s it is received on %s', (channel, receivedOn, state) => {
    const days = { submittedOn: day('2026-04-10'), arrivedOn: day('2026-04-12') }
    expect(received(on, { channel, ...days }).now).toMatchObject({ receivedOn, state, version: 1 })
  })

  it('then confirmed at once by the electronic receipt it is received then', () => {
    const confirmed = { on: day(on), method: 'e_receipt', evidence: '回执' } as const
    expect(received(on, { channel: 'online', confirmed }).now).toMatchObject({ receivedOn: on, state: 'registered' })
  })

  it.each([
    [{ submittedOn: day('2026-04-14') }, 'submittedOn'],
    [{ arrivedOn: day('2026-04-14') }, 'arrivedOn'],
    [{ confirmed: { on: day('2026-04-14'), method: 'phone', evidence: '' } as const }, 'confirmed.on'],
    [{ confirmed: { on: day('2026-04-12'), method: 'phone', evidence: '' } as const }, 'confirmed.on'],
  ])('then %j is refused at %s', (over, at) => {
    const { arrival, ...rest } = received(on).now
    const intake = { ...rest, ...arrival, ...over }
    expect(newCase(intake, { today: day(on), actor: people.handler })).toMatchObject({ ok: false, refusal: { at } })
  })
})

describe('given a request that was split', () => {
  it('then the child was received and corrected with it, and its period is the same', () => {
    const story = inProgress('2026-03-02').act('handler', 'askCorrection', {
      grounds: ['unclear'],
      items: ['年度'],
      days: 10,
    })
    story.served('D04').on('2026-03-12')
    story.act('applicant', 'correct', { on: story.today, text: '2025', wanted: null, late: null })
    const child = childOf(
      story.now,
      { title: '采购合同', features: '' },
      { id: 'child', number: '〔2026〕2号', on: story.today },
    )
    expect(child).toMatchObject({
      id: 'child',
      number: '〔2026〕2号',
      state: 'in_progress',
      receivedOn: '2026-03-02',
      wanted: { title: '采购合同' },
      links: { splitFrom: 'case', splitOn: '2026-03-12', splitInto: [] },
      letters: [],
    })
    expect(child.events).toEqual(story.now.events)
  })
})

const overturned: InputOfAct<'recordOverturning'> = {
  by: 'review',
  number: '示政复决〔2026〕12号',
  decidedOn: day('2026-06-28'),
  on: day('2026-06-30'),
}

describe('given an answer that was overturned (重新处理)', () => {
  it('then a new case is answered anew, linked to the old one', () => {
    const story = inProgress(on).submitted('granted').signed().posted('L02').on('2026-07-01')
    story.act('handler', 'recordOverturning', overturned)
    const again = reopened(
      story.now,
      { id: 'new', number: '〔2026〕9号', receivedOn: day('2026-06-30') },
      story.context('head'),
    )
    expect(again).toMatchObject({
      ok: true,
      value: { state: 'in_progress', receivedOn: '2026-06-30', closing: null, draft: null, links: { reopens: 'case' } },
    })
  })

  it('then not while it is open, nor from a day before it ended', () => {
    const anew = { id: 'new', number: '〔2026〕9号', receivedOn: day('2026-04-10') }
    const open = inProgress(on)
    expect(reopened(open.now, anew, open.context('head'))).toMatchObject({ refusal: { code: 'still_open' } })
    const ended = inProgress(on).act('head', 'closeOtherwise', moved)
    expect(reopened(ended.now, anew, ended.context('head'))).toMatchObject({ refusal: { code: 'not_overturned' } })
    ended.act('handler', 'recordOverturning', { ...overturned, decidedOn: day(on), on: day(on) })
    expect(reopened(ended.now, anew, ended.context('head'))).toMatchObject({ refusal: { at: 'receivedOn' } })
  })

  it('then it is asked what overturned it: by number where others decided, received after it ended, once (条例51)', () => {
    const story = inProgress(on).submitted('granted').signed().posted('L02').on('2026-07-01')
    const refused = (told: Partial<typeof overturned>) =>
      story.refusal('handler', 'recordOverturning', { ...overturned, ...told })
    expect(refused({ number: ' ' })).toMatchObject({ code: 'blank', at: 'number' })
    expect(refused({ on: day('2026-04-01') })).toMatchObject({ code: 'too_early' })
    expect(refused({ decidedOn: day('2026-07-01') })).toMatchObject({ code: 'too_late', at: 'decidedOn' })
    story.act('handler', 'recordOverturning', overturned)
    expect(story.now.overturned).toEqual({
      ...{ by: 'review', number: '示政复决〔2026〕12号', decidedOn: '2026-06-28', receivedOn: '2026-06-30' },
    })
    expect(refused({})).toMatchObject({ code: 'already_overturned' })
    const own = inProgress(on).act('head', 'closeOtherwise', moved).on('2026-07-01')
    expect(own.act('head', 'recordOverturning', { ...overturned, by: 'self', number: '' }).now.overturned?.by).toBe(
      'self',
    )
    expect(reversals).toEqual(['review', 'judgment'])
  })
})
