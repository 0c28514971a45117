import { describe, expect, it } from 'vitest'
import { day, earlierAnswer, inProgress, received, Story } from '../../../../test/support/request-story.ts'
import { exemptions } from '../../../law/exemptions.ts'
import type { DecisionId, WithheldPart } from '../case.ts'
import { decisionIds, decisionInfo } from '../decision-info.ts'
import { answerGiven } from '../earlier-answer.ts'
import type { ActInputs } from '../inputs.ts'
import type { SecrecyOutcome } from '../vocabulary.ts'

const on = '2026-04-13'
const empty = { facts: {}, withheld: [], edits: {}, attachments: [] }

/** A part withheld on the first ground the decision knows. */
function part(decision: DecisionId, over: Partial<WithheldPart> = {}): WithheldPart[] {
  const [exemption] = decisionInfo(decision).exemptions
  if (!exemption) return []
  const record = exemptions[exemption]
  const kind = 'kinds' in record ? (Object.keys(record.kinds)[0] ?? null) : null
  return [{ part: '全部', exemption, kind, reason: '公开会造成损害', ...over }]
}

function search(found: boolean) {
  return { on: day(on), systems: ['OA'], keywords: ['招聘'], archives: '', persons: '档案室', found, note: '' }
}

const plainDecisions = decisionIds.filter(
  id =>
    decisionInfo(id).kind === 'request' &&
    !decisionInfo(id).unanswered &&
    !['does_not_exist', 'unclear_after_correction', 'abusive'].includes(id),
)

describe('given a repeated request, when it is drafted (条例36(6))', () => {
  const save = (over: Partial<ActInputs['saveDraft']>) =>
    inProgress(on).refusal('handler', 'saveDraft', { ...empty, decision: 'repeat', ...over })

  it('then it is not even saved without the answer before it', () => {
    expect(save({})).toMatchObject({ code: 'no_earlier_answer', at: 'earlier' })
    expect(save({ earlier: null })).toMatchObject({ code: 'no_earlier_answer', at: 'earlier' })
    expect(save({ earlier: { ...earlierAnswer, number: ' ' } })).toMatchObject({ code: 'blank', at: 'earlier.number' })
    expect(save({ earlier: { ...earlierAnswer, on: day('2026-04-14') } })).toMatchObject({
      code: 'in_future',
      at: 'earlier.on',
    })
  })

  it('then with it the draft carries number and day, and goes to review', () => {
    const story = inProgress(on).submitted('repeat')
    expect(story.now.draft).toMatchObject({ decision: 'repeat', earlier: earlierAnswer })
    expect(story.now.state).toBe('in_review')
  })

  it('then no other decision has one', () => {
    expect(save({ decision: 'granted', earlier: earlierAnswer })).toMatchObject({ code: 'not_repeated', at: 'earlier' })
  })

  it('then a draft from before there was the choice goes no further without it', () => {
    const { now } = inProgress(on).drafted('repeat')
    if (now.draft?.decision !== 'repeat') throw new Error('no such draft')
    const story = new Story({ ...now, draft: { ...now.draft, earlier: { from: 'words' } } }, day(on))
    expect(story.refusal('handler', 'submitDraft', { revision: 1 })).toMatchObject({
      code: 'no_earlier_answer',
      at: 'draft.earlier',
    })
  })
})

describe('given what answered a request, when another repeats it (条例36(6))', () => {
  it('then its answer is the letter of decision that left, with its number and day', () => {
    const answered = inProgress(on).submitted('granted').signed().posted('L02').now
    const [letter] = answered.letters
    expect(answerGiven(answered)).toEqual({ from: 'case', requestId: 'case', number: letter?.number, on })
  })

  it('then what is not answered, or closed without a letter of decision, is no answer', () => {
    expect(answerGiven(inProgress(on).submitted('granted').signed().now)).toBeNull()
    const told = { from: 'words', words: '来电' } as const
    const withdrawn = inProgress(on).act('handler', 'withdraw', { on: day(on), reason: '', told }).now
    expect([withdrawn.state, answerGiven(withdrawn)]).toEqual(['closed', null])
  })
})

describe('given an answer, when it is submitted (条例36-38)', () => {
  it.each(plainDecisions)('then %s goes to review with all it asks for', decision => {
    expect(inProgress(on).submitted(decision, part(decision)).now.state).toBe('in_review')
  })

  it.each(plainDecisions.filter(id => decisionInfo(id).exemptions.length === 0 && id !== 'repeat'))(
    'then %s without its facts is refused at the fact',
    decision => {
      const story = inProgress(on).act('handler', 'saveDraft', { ...empty, decision })
      const refusal = story.refusal('handler', 'submitDraft', { revision: 1 })
      expect(refusal).toMatchObject({ code: 'fact_missing', at: `draft.facts.${decisionInfo(decision).requires[0]}` })
    },
  )

  it.each(plainDecisions.filter(id => decisionInfo(id).exemptions.length > 0))(
    'then %s says what is withheld',
    decision => {
      const submitted = (withheld: readonly WithheldPart[]) =>
        inProgress(on).drafted(decision, withheld).refusal('handler', 'submitDraft', { revision: 1 })
      expect(submitted([])).toMatchObject({ code: 'no_parts', at: 'draft.withheld' })
      expect(submitted(part(decision, { part: ' ' }))).toMatchObject({ code: 'blank', at: 'draft.withheld[0].part' })
      expect(submitted(part(decision, { reason: '' }))).toMatchObject({ code: 'blank', at: 'draft.withheld[0].reason' })
      expect(submitted(part(decision, { kind: 'no such kind' }))).toMatchObject({
        code: 'wrong_kind_of_exemption',
        at: 'draft.withheld[0].kind',
      })
    },
  )

  it('then a ground of another decision is refused', () => {
    const withheld = [{ part: '全部', exemption: 'E16a', kind: 'personnel', reason: '人事' } as const]
    const story = inProgress(on).drafted('process_info', withheld)
    expect(story.refusal('handler', 'submitDraft', { revision: 1 })).toMatchObject({
      code: 'wrong_exemption',
      at: 'draft.withheld[0].exemption',
    })
  })

  it('then a ground that names kinds must say which (条例16)', () => {
    const story = inProgress(on).drafted('process_info', part('process_info', { kind: null }))
    expect(story.refusal('handler', 'submitDraft', { revision: 1 }).code).toBe('wrong_kind_of_exemption')
  })

  it('then what grants withholds nothing', () => {
    const story = inProgress(on).drafted('granted', part('partial'))
    expect(story.refusal('handler', 'submitDraft', { revision: 1 }).code).toBe('nothing_withheld')
  })

  it('then what does not exist was searched for, and not found at last (条例36(4))', () => {
    const story = inProgress(on).drafted('does_not_exist')
    expect(story.refusal('handler', 'submitDraft', { revision: 1 })).toMatchObject({ code: 'no_search' })
    story.act('handler', 'recordSearch', search(false)).act('handler', 'recordSearch', search(true))
    expect(story.refusal('handler', 'submitDraft', { revision: 1 }).code).toBe('no_search')
    story.act('handler', 'recordSearch', search(false)).act('handler', 'submitDraft', { revision: 1 })
    expect(story.now.state).toBe('in_review')
  })

  it.each([
    [{ systems: [] }, 'systems'],
    [{ keywords: [] }, 'keywords'],
    [{ persons: '' }, 'persons'],
    [{ on: day('2026-04-12') }, 'on'],
  ])('then a search with %j is refused at %s', (over, at) => {
    expect(inProgress(on).refusal('handler', 'recordSearch', { ...search(false), ...over }).at).toBe(at)
  })

  it('then what is unclear after correction was corrected (条例30)', () => {
    const story = inProgress(on).drafted('unclear_after_correction')
    expect(story.refusal('handler', 'submitDraft', { revision: 1 }).code).toBe('not_corrected')
    story.act('handler', 'askCorrection', { grounds: ['unclear'], items: ['年度'], days: 10 }).served('D04')
    story.act('applicant', 'correct', { on: day(on), text: '不清楚', wanted: null, late: null })
    expect(story.act('handler', 'submitDraft', { revision: 1 }).now.state).toBe('in_review')
  })

  it('then what is excessive was asked for its reasons (条例35)', () => {
    const story = inProgress(on).drafted('abusive')
    expect(story.refusal('handler', 'submitDraft', { revision: 1 }).code).toBe('no_reasons')
    story.act('handler', 'askReasons', { found: '多', explain: '说明', days: 10 }).served('D05')
    story.act('applicant', 'giveReasons', { on: day(on), text: '没有' })
    expect(story.act('handler', 'submitDraft', { revision: 1 }).now.state).toBe('in_review')
  })

  it('then it waits for a letter that gives the applicant the turn', () => {
    const story = inProgress(on).drafted('granted')
    story.act('handler', 'askCorrection', { grounds: ['unclear'], items: ['年度'], days: 10 })
    expect(story.refusal('handler', 'submitDraft', { revision: 1 }).code).toBe('letter_pending')
  })

  it('then a decision of another kind, or an end without an answer, is not even saved', () => {
    const save = (decision: DecisionId) => inProgress(on).refusal('handler', 'saveDraft', { ...empty, decision })
    expect(save('record_corrected')).toMatchObject({ code: 'wrong_decision', at: 'decision' })
    expect(save('unpaid')).toMatchObject({ code: 'wrong_decision', at: 'decision' })
  })

  it('then only its author submits it and takes it back', () => {
    const story = inProgress(on).drafted('granted')
    expect(story.refusal('handler2', 'submitDraft', { revision: 1 }).code).toBe('not_author')
    story.act('handler', 'submitDraft', { revision: 1 })
    expect([story.may('handler2', 'takeBackDraft'), story.may('handler', 'takeBackDraft')]).toEqual([false, true])
    expect(story.act('handler', 'takeBackDraft', {}).now.state).toBe('in_progress')
  })

  it('then without a draft there is nothing to submit', () => {
    expect(inProgress(on).refusal('handler', 'submitDraft', { revision: 1 }).code).toBe('no_draft')
  })
})

describe('given an answer in review (条例17, 45)', () => {
  const approve = { revision: 1, opinion: '同意', secrecy: null }

  it('then each stage is for its own role, in order', () => {
    const story = inProgress(on).submitted('granted')
    const may = () => (['reviewer', 'secrecy', 'head', 'leader'] as const).filter(p => story.may(p, 'approveDraft'))
    expect(may()).toEqual(['reviewer'])
    expect(story.refusal('leader', 'approveDraft', approve).code).toBe('not_your_stage')
    story.approved('reviewer')
    expect(may()).toEqual(['secrecy'])
    expect(story.waits()).toContainEqual(expect.objectContaining({ act: 'approveDraft', who: ['secrecy_reviewer'] }))
    story.approved('secrecy')
    expect(may()).toEqual(['head'])
    story.approved('head')
    expect(may()).toEqual(['leader'])
    expect(story.approved('leader').now.state).toBe('signed')
  })

  it('then nobody approves what they wrote, nor two stages of it', () => {
    const own = inProgress(on).drafted('granted', [], 'head2').act('head2', 'submitDraft', { revision: 1 })
    expect(own.refusal('head2', 'approveDraft', approve).code).toBe('own_draft')
    const story = inProgress(on).submitted('granted').approved('head2').approved('secrecy')
    expect(story.refusal('head2', 'approveDraft', approve).code).toBe('approved_before')
    expect(story.may('head', 'approveDraft')).toBe(true)
  })

  it('then nobody stands in for the author', () => {
    const story = inProgress(on).drafted('granted', [], 'head').act('head', 'submitDraft', { revision: 1 })
    story.approved('reviewer').approved('secrecy')
    expect([story.may('deputy', 'approveDraft'), story.may('head2', 'approveDraft')]).toEqual([false, true])
  })

  it('then what was read must be what stands there', () => {
    const story = inProgress(on).submitted('granted')
    expect(story.refusal('reviewer', 'approveDraft', { ...approve, revision: 2 })).toMatchObject({
      code: 'changed',
      at: 'revision',
    })
  })

  it.each([
    [null, 'blank'],
    ['withhold', 'secrecy'],
    ['refer', 'secrecy'],
    ['open_in_part', 'secrecy'],
  ] as const)('then granting does not pass a secrecy review that found %s', (secrecy, code) => {
    const story = inProgress(on).submitted('granted').approved('reviewer')
    expect(story.refusal('secrecy', 'approveDraft', { ...approve, secrecy })).toMatchObject({ code, at: 'secrecy' })
  })

  it('then a part may pass where a part may be disclosed, and a refusal where nothing may', () => {
    const partial = inProgress(on).submitted('partial', part('partial')).approved('reviewer')
    partial.act('secrecy', 'approveDraft', { ...approve, secrecy: 'open_in_part' })
    const denied = inProgress(on).submitted('state_secret', part('state_secret')).approved('reviewer')
    denied.act('secrecy', 'approveDraft', { ...approve, secrecy: 'withhold' })
    expect(denied.now.draft?.approvals).toMatchObject([{ secrecy: null }, { secrecy: 'withhold' }])
  })

  it('then a change is another revision and starts the review anew', () => {
    const story = inProgress(on).submitted('granted').approved('reviewer')
    story.drafted('granted')
    expect(story.now).toMatchObject({ state: 'in_progress', draft: { revision: 2, approvals: [], submittedOn: null } })
    story.drafted('not_ours')
    expect(story.revision()).toBe(2)
  })

  it('then returned with a reason, it is mended and goes round again', () => {
    const story = inProgress(on).submitted('granted').approved('reviewer')
    expect(story.refusal('secrecy', 'returnDraft', { reason: ' ' }).at).toBe('reason')
    expect(story.may('head', 'returnDraft')).toBe(false)
    story.act('secrecy', 'returnDraft', { reason: '应当区分处理' })
    expect(story.now).toMatchObject({ state: 'in_progress', draft: { approvals: [], returned: { by: 'secrecy' } } })
    expect(story.waits()).toContainEqual(expect.objectContaining({ act: 'saveDraft' }))
    story.submitted('partial', part('partial'))
    expect(story.now.draft).toMatchObject({ revision: 2, returned: null })
  })

  it('then what no longer holds is not approved: a late agreement leaves no ground to withhold (条例32)', () => {
    const story = inProgress(on)
      .act('handler', 'consult', { party: 'third_party', partyId: 'p', about: '合同', why: '商业秘密' })
      .served('D07')
      .on('2026-05-14')
      .submitted('third_party', part('third_party'))
    const consultationId = story.now.consultations[0]?.id ?? ''
    story.act('handler', 'recordOpinion', { consultationId, on: story.today, opinion: 'agree', text: '' })
    expect(story.refusal('reviewer', 'approveDraft', approve)).toMatchObject({
      code: 'third_party_agrees',
      at: 'draft.decision',
    })
    expect(story.may('reviewer', 'returnDraft')).toBe(true)
  })
})

describe('given a signed answer (送达函)', () => {
  const signed = (over = {}) => inProgress(on, over).on('2026-05-13').submitted('granted').signed()

  it('then its letter is numbered, written by the author, issued by who signed', () => {
    expect(signed().now.letters).toMatchObject([
      { letter: 'L02', state: 'issued', number: '示教公开〔2026〕L02', authorId: 'handler', issued: { by: 'leader' } },
    ])
  })

  it('then by post it is answered on the day of posting, in time on the last day (送达函3)', () => {
    const story = signed().posted('L02')
    expect(story.now).toMatchObject({
      state: 'answered',
      closing: { on: '2026-05-13', decision: 'granted', line: 'granted', onTime: true },
    })
    expect(story.may('handler', 'archive')).toBe(false)
    story.on('2026-05-18')
    story.act('handler', 'serveLetter', { letterId: story.letter('L02'), on: story.today, evidence: '回执' })
    expect(story.now.closing?.on).toBe('2026-05-13')
    expect(story.act('handler', 'archive', {}).now.state).toBe('archived')
  })

  it('then by hand it is answered on the day it is signed for, late the day after', () => {
    const story = signed()
    story.act('handler', 'sendLetter', {
      letterId: story.letter('L02'),
      on: story.today,
      way: 'hand',
      trackingNumber: null,
    })
    expect(story.now.state).toBe('signed')
    story.on('2026-05-14')
    story.act('handler', 'serveLetter', { letterId: story.letter('L02'), on: story.today, evidence: '签收' })
    expect(story.now.closing).toMatchObject({ on: '2026-05-14', onTime: false })
  })

  it('then electronically only where it was asked for, and then sent is served', () => {
    const send = (story: ReturnType<typeof signed>) => ({
      letterId: story.letter('L02'),
      on: story.today,
      way: 'online' as const,
      trackingNumber: null,
    })
    const paper = signed()
    expect(paper.refusal('handler', 'sendLetter', send(paper))).toMatchObject({ code: 'way', at: 'way' })
    const wanted = { ...paper.now.wanted, form: 'online' as const, route: 'online' as const }
    const online = signed({ wanted })
    online.act('system', 'sendLetter', send(online))
    expect(online.now.letters).toMatchObject([{ state: 'served', served: { on: '2026-05-13' } }])
    expect(online.now.state).toBe('answered')
  })

  it('then recalled before it leaves, it goes back without approvals', () => {
    const story = signed()
    story.act('leader', 'recallLetter', { letterId: story.letter('L02'), reason: '有误' })
    expect(story.now).toMatchObject({ state: 'in_progress', draft: { approvals: [] } })
    expect(story.stateOf('L02')).toBe('recalled')
    story.submitted('granted').signed().posted('L02')
    expect(story.may('leader', 'recallLetter')).toBe(false)
  })

  it('then it is neither sent before it was issued nor on a day to come', () => {
    const story = signed()
    const send = { letterId: story.letter('L02'), way: 'post', trackingNumber: null } as const
    expect(story.refusal('handler', 'sendLetter', { ...send, on: day('2026-05-12') })).toMatchObject({
      code: 'too_early',
    })
    expect(story.refusal('handler', 'sendLetter', { ...send, on: day('2026-05-15') })).toMatchObject({
      code: 'in_future',
    })
    expect(story.refusal('handler', 'sendLetter', { ...send, letterId: 'x', on: story.today }).at).toBe('letterId')
    const unshown = { ...send, on: story.today, trackingNumber: ' ' }
    expect(story.refusal('handler', 'sendLetter', unshown)).toMatchObject({ code: 'blank', at: 'trackingNumber' })
  })

  it('then one that could not be handed over is served again or recalled', () => {
    const story = signed()
    const letterId = story.letter('L02')
    story.act('handler', 'sendLetter', { letterId, on: story.today, way: 'hand', trackingNumber: null })
    story.act('handler', 'letterReturned', { letterId, on: story.today, why: '拒收' })
    expect([story.may('leader', 'recallLetter'), story.may('handler', 'discardLetter')]).toEqual([true, false])
    expect(story.posted('L02').now.state).toBe('answered')
  })

  it('then on the spot it is in time only on the day of receipt (条例33)', () => {
    const spot = received(on, { onTheSpot: true })
    expect(spot.clock()).toMatchObject({ due: on, why: 'on_the_spot', remaining: 0 })
    const wrote = spot.submitted('granted').signed()
    wrote.act('handler', 'serveLetter', { letterId: wrote.letter('L02'), on: wrote.today, evidence: '签收' })
    expect(wrote.now.closing?.onTime).toBe(true)
  })
})

describe('given the kinds beside requests (条例41)', () => {
  it('then a correction of one’s own record is answered by its letter, on no row', () => {
    const story = inProgress(on, { kind: 'record_correction' }).submitted('record_corrected').signed().posted('L21')
    expect(story.now.closing).toMatchObject({ decision: 'record_corrected', line: null, onTime: null })
  })

  it('then an enquiry is answered in words, when signed', () => {
    const story = inProgress(on, { kind: 'enquiry' })
    expect([story.may('handler', 'consult'), story.may('handler', 'askCorrection')]).toEqual([false, false])
    expect(story.clock()).toMatchObject({ why: 'aim', due: '2026-05-13' })
    story.submitted('enquiry_answered').signed()
    expect(story.now).toMatchObject({ state: 'answered', letters: [], closing: { line: null } })
  })
})

describe('given an answer more than one wrote at (条例45, four eyes)', () => {
  it('then saved again by another, unchanged, it is approved by neither, nor for them', () => {
    const story = inProgress(on).drafted('granted', [], 'head').submitted('granted')
    expect(story.now.draft).toMatchObject({ authorId: 'handler', authors: ['head', 'handler'] })
    story.approved('reviewer').approved('secrecy')
    const office = { revision: story.revision(), opinion: '同意', secrecy: null }
    expect(story.refusal('head', 'approveDraft', office).code).toBe('own_draft')
    expect(story.refusal('deputy', 'approveDraft', office).code).toBe('own_draft')
    expect(story.may('head2', 'approveDraft')).toBe(true)
  })

  it('then of a revision before, too', () => {
    const story = inProgress(on).drafted('granted', [], 'head2').submitted('granted')
    story.act('handler', 'takeBackDraft', {}).submitted('granted')
    expect(story.now.draft?.authors).toEqual(['head2', 'handler'])
    expect([story.may('head2', 'approveDraft'), story.may('reviewer', 'approveDraft')]).toEqual([false, true])
  })
})

describe('given an answer that rests on what 条例14 bans, at the secrecy review (条例17)', () => {
  const reviewed = (decision: DecisionId, withheld: WithheldPart[]) =>
    inProgress(on).submitted(decision, withheld).approved('reviewer')
  const found = (story: ReturnType<typeof reviewed>, secrecy: SecrecyOutcome) => ({
    revision: story.revision(),
    opinion: '已审查',
    secrecy,
  })

  it.each(['state_secret', 'law_forbids', 'safety_stability'] as const)('then %s needs the same found', decision => {
    const story = reviewed(decision, part(decision))
    for (const secrecy of ['open', 'open_in_part', 'refer'] as const) {
      expect(story.refusal('secrecy', 'approveDraft', found(story, secrecy))).toMatchObject({
        code: 'secrecy',
        at: 'secrecy',
      })
    }
    expect(story.act('secrecy', 'approveDraft', found(story, 'withhold')).now.draft?.approvals).toHaveLength(2)
  })

  it('then in part it is found open in part, and other grounds are not for the secrecy review', () => {
    const secret = reviewed('partial', part('partial', { exemption: 'E14a', kind: null }))
    expect(secret.refusal('secrecy', 'approveDraft', found(secret, 'open')).code).toBe('secrecy')
    secret.act('secrecy', 'approveDraft', found(secret, 'open_in_part'))
    const internal = reviewed('internal_affairs', part('internal_affairs'))
    internal.act('secrecy', 'approveDraft', found(internal, 'open'))
  })
})

describe('given a procedural letter', () => {
  const extended = () =>
    inProgress(on).act('handler', 'askExtension', { days: 5, reason: '汇总' }).act('head', 'approveExtension', {})

  it('then recalled, another waits in its place, and what it tells still stands', () => {
    const story = extended().issued('D06')
    story.act('head', 'recallLetter', { letterId: story.letter('D06'), reason: '写错' })
    expect(story.now.letters.map(l => l.state)).toEqual(['recalled', 'drafted'])
    expect(story.now.extension?.outcome).toMatchObject({ letterId: story.letter('D06') })
    expect(story.now.letters[1]).toMatchObject({ authorId: 'handler', number: null })
  })

  it('then not yet issued when the request is answered, it is dropped', () => {
    const story = extended().submitted('granted').signed().posted('L02')
    expect(story.stateOf('D06')).toBe('discarded')
  })

  it('then one that could not be served may be given up', () => {
    const story = inProgress(on)
      .act('handler', 'askCorrection', { grounds: ['contact'], items: ['电话'], days: 10 })
      .issued('D04')
      .posted('D04')
    story.act('handler', 'letterReturned', { letterId: story.letter('D04'), on: story.today, why: '地址不详' })
    story.act('handler', 'discardLetter', { letterId: story.letter('D04') })
    expect(story.now.correction).toBeNull()
    expect(story.may('handler', 'askCorrection')).toBe(true)
  })

  it('then posted in time and delivered later it has both days (送达函3)', () => {
    const story = inProgress(on)
      .act('handler', 'askCorrection', { grounds: ['contact'], items: ['电话'], days: 10 })
      .issued('D04')
      .posted('D04')
    const delivered = { letterId: story.letter('D04'), on: day('2026-04-15'), evidence: '签收' }
    expect(story.on('2026-04-15').act('handler', 'serveLetter', delivered).now.events).toMatchObject([
      { kind: 'correction_noticed', on: '2026-04-15', posted: '2026-04-13' },
    ])
  })

  it('then online it goes to the applicant only', () => {
    const story = inProgress(on).act('handler', 'consult', {
      party: 'co_maker',
      partyId: 'p',
      about: '文',
      why: '会签',
    })
    story.issued('D11')
    const electronic = { letterId: story.letter('D11'), on: story.today, way: 'online', trackingNumber: null } as const
    expect(story.refusal('handler', 'sendLetter', electronic)).toMatchObject({ code: 'way', at: 'way' })
  })
})
