/** Every text an act cannot do without, left blank: refused at its field, with the case as it was. */
import { describe, expect, it } from 'vitest'
import type { PersonId } from '../../../../test/support/request-people.ts'
import { day, inProgress, received, type Story } from '../../../../test/support/request-story.ts'
import type { RequestActId } from '../acts.ts'
import type { ActInputs } from '../inputs.ts'

const on = day('2026-04-13')
const start = () => inProgress(on)
const party = { party: 'third_party', partyId: 'p', about: '合同', why: '商业秘密' } as const
const correction = { grounds: ['unclear'], items: ['年度'], days: 10 } as const
const pages = { scheme: 'pages', quantity: 68, payTo: '账户' } as const
const corrected = () => start().act('handler', 'askCorrection', correction).served('D04')
const asked = () => start().act('handler', 'askReasons', { found: '多', explain: '说明', days: 10 }).served('D05')
const explained = () => asked().act('applicant', 'giveReasons', { on, text: '研究' })
const charged = () => start().act('handler', 'noticeFee', pages).served('D13')
const extension = () => start().act('handler', 'askExtension', { days: 5, reason: '汇总' })
const objected = () => {
  const story = start().act('handler', 'consult', party).served('D07')
  const consultationId = story.now.consultations[0]?.id ?? ''
  return story.act('handler', 'recordOpinion', { consultationId, on, opinion: 'object_reasoned', text: '有损' })
}
const issued = () => extension().act('head', 'approveExtension', {}).issued('D06')

interface Blank<A extends RequestActId = RequestActId> {
  readonly story: () => Story
  readonly person: PersonId
  readonly act: A
  readonly input: (story: Story) => ActInputs[A]
  readonly at: string
}

function blank<A extends RequestActId>(
  act: A,
  at: string,
  person: PersonId,
  story: () => Story,
  input: ActInputs[A] | ((story: Story) => ActInputs[A]),
): Blank<A> {
  return { act, at, person, story, input: typeof input === 'function' ? input : () => input }
}

const arrived = () => received(on, { channel: 'fax' })
const letterOf = (kind: string) => (story: Story) => ({
  letterId: story.letter(kind),
  on,
  evidence: ' ',
  why: ' ',
  reason: '',
})

const blanks: readonly Blank[] = [
  blank('noteAttempt', 'how', 'handler', arrived, { on, how: '', result: '无人接听' }),
  blank('noteAttempt', 'result', 'handler', arrived, { on, how: '电话', result: ' ' }),
  blank('assign', 'sectionId', 'handler', start, { sectionId: '', handlerId: null, note: '' }),
  blank('sendBack', 'reason', 'drafter', start, { reason: '' }),
  blank('askSection', 'sectionId', 'handler', start, { sectionId: '', question: '持有？', by: on }),
  blank('askSection', 'question', 'handler', start, { sectionId: 'finance', question: ' ', by: on }),
  blank('correct', 'text', 'applicant', corrected, { on, text: ' ', wanted: null, late: null }),
  blank('askReasons', 'found', 'handler', start, { found: '', explain: '说明', days: 10 }),
  blank('askReasons', 'explain', 'handler', start, { found: '多', explain: '', days: 10 }),
  blank('askReasons', 'days', 'handler', start, { found: '多', explain: '说明', days: 0 }),
  blank('giveReasons', 'text', 'applicant', asked, { on, text: '' }),
  blank('delayAnswer', 'reason', 'head', explained, { until: day('2026-06-30'), reason: '', long: '需要分批' }),
  blank('consult', 'partyId', 'handler', start, { ...party, partyId: '' }),
  blank('consult', 'about', 'handler', start, { ...party, about: '' }),
  blank('consult', 'why', 'handler', start, { ...party, why: '' }),
  blank('override', 'reasons', 'leader', objected, story => ({
    consultationId: story.now.consultations[0]?.id ?? '',
    reasons: '',
  })),
  blank('askExtension', 'reason', 'handler', start, { days: 5, reason: '' }),
  blank('refuseExtension', 'reason', 'head', extension, { reason: '' }),
  blank('noticeFee', 'payTo', 'handler', start, { ...pages, payTo: '' }),
  blank('confirmPaid', 'receipt', 'handler', charged, { on, receipt: '' }),
  blank('merge', 'into', 'head', start, { into: '', number: '', reason: '重复' }),
  blank('merge', 'reason', 'head', start, { into: 'first', number: '〔2026〕7号', reason: '' }),
  blank('recallLetter', 'reason', 'head', issued, letterOf('D06')),
  blank('serveLetter', 'evidence', 'handler', issued, letterOf('D06')),
  blank('letterReturned', 'why', 'handler', () => issued().posted('D06'), letterOf('D06')),
  blank('proposePublication', 'reason', 'applicant', start, { reason: '' }),
  blank('settleProposal', 'reason', 'head', () => start().act('applicant', 'proposePublication', { reason: '多人' }), {
    accepted: true,
    reason: '',
  }),
  blank('urge', 'text', 'supervisor', start, { text: '', answerBy: on }),
]

describe('given a text left blank', () => {
  it.each(blanks)('then $act is refused at $at', ({ story, person, act, input, at }) => {
    const told = story()
    const refusal = told.refusal(person, act, input(told))
    expect(refusal).toMatchObject({ code: at === 'days' ? 'out_of_range' : 'blank', at })
    expect(refusal.says.zh).not.toBe(refusal.says.en)
  })
})

describe('given nothing an act could be done with', () => {
  it.each([
    ['head', 'approveExtension', 'nothing_asked'],
    ['head', 'refuseExtension', 'nothing_asked'],
    ['handler', 'recordOpinion', 'nothing_asked'],
    ['leader', 'override', 'nothing_to_override'],
    ['head', 'issueLetter', 'no_letter'],
    ['handler', 'sendLetter', 'no_letter'],
    ['handler', 'serveLetter', 'no_letter'],
    ['handler', 'letterReturned', 'no_letter'],
    ['handler', 'discardLetter', 'no_letter'],
    ['head', 'recallLetter', 'no_letter'],
    ['head', 'settleProposal', 'nothing_asked'],
    ['handler', 'answerUrging', 'nothing_asked'],
    ['handler', 'submitDraft', 'no_draft'],
    ['head', 'delayAnswer', 'no_reasons'],
  ] as const)('then %s is not offered %s', (person, act, code) => {
    const story = start()
    expect(story.may(person, act)).toBe(false)
    expect(story.refusal(person, act, {} as never)).toMatchObject({ code })
  })

  it('then a settled extension is neither approved nor refused again', () => {
    const story = extension().act('head', 'approveExtension', {})
    expect([story.may('head2', 'approveExtension'), story.may('head2', 'refuseExtension')]).toEqual([false, false])
    expect(story.now.letters).toMatchObject([{ letter: 'D06', to: 'applicant', about: null }])
  })
})

describe('given somebody of another role', () => {
  it('then the sentence says who may, and what roles they hold', () => {
    const { says, code } = start().refusal('supervisor', 'assign', { sectionId: 'x', handlerId: null, note: '' })
    expect(code).toBe('no_role')
    expect(says.zh).toContain('工作机构负责人、经办人可以分派')
    expect(says.zh).toContain('主管部门监督员')
    expect(start().refusal('applicant', 'archive', {}).code).toBe('wrong_state')
    expect(start().refusal('applicant', 'merge', { into: 'x', number: '〔2026〕7号', reason: 'y' }).code).toBe(
      'no_role',
    )
  })
})
