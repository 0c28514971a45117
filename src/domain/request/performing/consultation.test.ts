import { describe, expect, it } from 'vitest'
import { day, inProgress, type Story } from '../../../../test/support/request-story.ts'
import { nationalCalendar } from '../../calendar.ts'
import { limitsOf } from '../limits.ts'
import type { Opinion } from '../vocabulary.ts'

const about = { about: '采购合同', why: '涉及商业秘密' }
const E15 = { part: '全部', exemption: 'E15', kind: 'trade_secret', reason: '商业秘密' } as const

/** Received on 2026-04-13; the third party signed for the letter on 2026-04-20 and has until 2026-05-13. */
function consulted(): Story {
  const story = inProgress('2026-04-13')
    .on('2026-04-17')
    .act('drafter', 'consult', { party: 'third_party', partyId: 'p', ...about })
    .issued('D07')
    .posted('D07')
    .on('2026-04-20')
  return story.act('handler', 'serveLetter', { letterId: story.letter('D07'), on: story.today, evidence: '回执' })
}

function answered(opinion: Opinion, on = '2026-05-08'): Story {
  const story = consulted().on(on)
  const consultationId = story.now.consultations[0]?.id ?? ''
  return story.act('handler', 'recordOpinion', { consultationId, on: story.today, opinion, text: '有竞争对手' })
}

function submits(story: Story, decision: 'granted' | 'third_party' | 'partial'): string {
  story.drafted(decision, decision === 'granted' ? [] : [E15])
  if (!story.may('handler', 'submitDraft')) return 'not offered'
  const input = { revision: story.revision() }
  try {
    story.act('handler', 'submitDraft', input)
    return 'submitted'
  } catch {
    return story.refusal('handler', 'submitDraft', input).code
  }
}

describe('given information that may harm a third party, when it is consulted (条例32)', () => {
  it('then a letter goes to it and another tells the applicant', () => {
    const story = inProgress('2026-04-13').act('drafter', 'consult', { party: 'third_party', partyId: 'p', ...about })
    expect(story.now.letters).toMatchObject([
      { letter: 'D07', to: { partyId: 'p' }, about: story.now.consultations[0]?.id },
      { letter: 'D09', to: 'applicant' },
    ])
  })

  it.each([
    ['co_maker', 'D11'],
    ['other_organ', 'D12'],
  ] as const)('then a %s gets its own kind of letter, %s', (party, kind) => {
    const story = inProgress('2026-04-13').act('drafter', 'consult', { party, partyId: 'p', ...about })
    expect(story.now.letters.map(l => l.letter)).toEqual([kind])
  })

  it('then of two parties each is sent its own letter, and answers for itself', () => {
    const story = inProgress('2026-04-13')
      .act('drafter', 'consult', { party: 'third_party', partyId: 'p', ...about })
      .act('drafter', 'consult', { party: 'co_maker', partyId: 'q', ...about })
      .served('D11')
    expect(story.now.consultations.map(c => c.deliveredOn)).toEqual([null, '2026-04-13'])
    expect(story.now.events.map(e => ('id' in e ? e.id : ''))).toEqual(Array(2).fill(story.now.consultations[1]?.id))
  })

  it('then the same party is not asked twice at a time', () => {
    const story = consulted()
    const again = { party: 'third_party', partyId: 'p', ...about } as const
    expect(story.refusal('drafter', 'consult', again)).toMatchObject({ code: 'consulted_before', at: 'partyId' })
  })

  it('then days stand still from the day after it was sent', () => {
    expect(consulted().on('2026-05-06').clock()).toMatchObject({ state: 'consulting' })
  })

  it('then discarding the letter before it leaves undoes the consultation', () => {
    const story = inProgress('2026-04-13').act('drafter', 'consult', { party: 'third_party', partyId: 'p', ...about })
    story.act('drafter', 'discardLetter', { letterId: story.letter('D07') })
    expect(story.now.consultations).toEqual([])
    expect(story.now.letters.map(l => l.state)).toEqual(['discarded', 'discarded'])
  })

  it.each([
    ['third_party', 'D07', false],
    ['other_organ', 'D12', true],
  ] as const)(
    'then to a %s without news for 15 working days, somebody is to ask (条例32, 33)',
    (party, kind, delivered) => {
      const story = inProgress('2026-04-13').act('drafter', 'consult', { party, partyId: 'p', ...about })
      story.issued(kind).posted(kind)
      const letterId = story.letter(kind)
      if (delivered) story.act('handler', 'serveLetter', { letterId, on: story.today, evidence: '回执' })
      const id = story.now.consultations[0]?.id ?? ''
      const who = (on: string) =>
        story
          .on(on)
          .waits()
          .find(w => w.about === id)?.who
      expect(limitsOf(story.now, nationalCalendar, story.rules)).toEqual([
        { kind: 'inquiry', on: '2026-05-07', of: id },
      ])
      expect([who('2026-05-07'), who('2026-05-08')]).toEqual([['party'], ['handler', 'office_head']])
      expect(story.clock()).toMatchObject({ state: 'consulting' })
      story.act('handler', 'recordOpinion', { consultationId: id, on: story.today, opinion: 'agree', text: '' })
      expect([limitsOf(story.now, nationalCalendar, story.rules), who('2026-05-08')]).toEqual([[], undefined])
    },
  )

  it('then telling the applicant of it waits until it left, and is given up only with a reason (条例32, 33)', () => {
    const story = consulted()
    const letterId = story.letter('D09')
    const waitsFor = (act: string) => expect.objectContaining({ act, about: letterId })
    expect(story.waits()).toContainEqual(waitsFor('issueLetter'))
    expect(story.refusal('handler', 'discardLetter', { letterId })).toMatchObject({ code: 'blank', at: 'reason' })
    const givenUp = consulted()
    givenUp.act('handler', 'discardLetter', { letterId: givenUp.letter('D09'), reason: '已当面告知' })
    expect(givenUp.now.letters[1]).toMatchObject({ state: 'discarded', givenUp: { reason: '已当面告知' } })
    expect(story.issued('D09').waits()).toContainEqual(waitsFor('sendLetter'))
  })

  it('then what had not left when the answer was given stands in the case as fallen away (条例45)', () => {
    const story = answered('agree')
    story.submitted('granted').signed().posted('L02')
    expect(story.now.letters.find(l => l.letter === 'D09')).toMatchObject({
      state: 'discarded',
      givenUp: { on: '2026-05-08', reason: null },
    })
  })

  it('then a letter that comes back may be sent again, or be given up, which ends the consultation', () => {
    const story = inProgress('2026-04-13')
      .act('drafter', 'consult', { party: 'third_party', partyId: 'p', ...about })
      .issued('D07')
      .posted('D07')
      .on('2026-04-20')
    const letterId = story.letter('D07')
    story.act('handler', 'letterReturned', { letterId, on: story.today, why: '查无此人' })
    expect(story.waits()).toContainEqual(expect.objectContaining({ act: 'sendLetter', about: letterId }))
    story.posted('D07').on('2026-04-27')
    story.act('handler', 'letterReturned', { letterId, on: story.today, why: '查无此人' })
    story.act('handler', 'discardLetter', { letterId })
    expect(story.now.events.map(e => e.kind)).toEqual(['consultation_sent', 'consultation_answered'])
    expect(story.clock().state).toBe('running')
    expect(story.may('handler', 'recordOpinion')).toBe(false)
    expect(submits(story, 'third_party')).toBe('submitted')
  })

  it('then an opinion entered before the day of delivery is still put in order', () => {
    const story = inProgress('2026-04-13')
      .act('drafter', 'consult', { party: 'third_party', partyId: 'p', ...about })
      .issued('D07')
      .posted('D07')
      .on('2026-04-20')
    const consultationId = story.now.consultations[0]?.id ?? ''
    story.act('handler', 'recordOpinion', { consultationId, on: story.today, opinion: 'agree', text: '' })
    story.act('handler', 'serveLetter', { letterId: story.letter('D07'), on: story.today, evidence: '回执' })
    expect(story.now.events.map(e => e.kind)).toEqual([
      'consultation_sent',
      'consultation_delivered',
      'consultation_answered',
    ])
  })

  it('then an objection with good reason must give it', () => {
    const story = consulted()
    const consultationId = story.now.consultations[0]?.id ?? ''
    const input = { consultationId, on: story.today, opinion: 'object_reasoned', text: ' ' } as const
    expect(story.refusal('handler', 'recordOpinion', input)).toMatchObject({ code: 'blank', at: 'text' })
    expect(story.refusal('handler', 'recordOpinion', { ...input, consultationId: 'x' }).at).toBe('consultationId')
  })
})

describe('given what the third party said, when the answer is submitted (条例15, 32)', () => {
  it('then while it has time neither granting nor withholding goes on', () => {
    expect(submits(consulted(), 'granted')).toBe('consultation_open')
    expect(submits(consulted(), 'third_party')).toBe('consultation_open')
  })

  it('then its agreement leaves no ground to withhold for it', () => {
    expect(submits(answered('agree'), 'granted')).toBe('submitted')
    expect(submits(answered('agree'), 'third_party')).toBe('third_party_agrees')
  })

  it('then its objection with good reason stands against granting', () => {
    expect(submits(answered('object_reasoned'), 'granted')).toBe('third_party_objects')
    expect(submits(answered('object_reasoned'), 'third_party')).toBe('submitted')
    expect(submits(answered('object_reasoned'), 'partial')).toBe('submitted')
  })

  it('then without good reason, and in silence, the organ decides itself', () => {
    expect(submits(answered('object_unreasoned'), 'granted')).toBe('submitted')
    expect(submits(answered('object_unreasoned'), 'third_party')).toBe('submitted')
    expect(submits(consulted().on('2026-05-13'), 'granted')).toBe('consultation_open')
    expect(submits(consulted().on('2026-05-14'), 'granted')).toBe('submitted')
    expect(submits(consulted().on('2026-05-14'), 'third_party')).toBe('submitted')
  })

  it('then where it cannot be asked, that must be said', () => {
    const story = inProgress('2026-04-13')
    story.act('handler', 'saveDraft', {
      decision: 'partial',
      facts: { delivery: '邮寄' },
      withheld: [E15],
      edits: {},
      attachments: [],
    })
    expect(story.refusal('handler', 'submitDraft', { revision: 1 })).toMatchObject({
      code: 'not_consulted',
      at: 'draft.facts.consultation_result',
    })
    expect(submits(inProgress('2026-04-13'), 'third_party')).toBe('submitted')
  })
})

describe('given an objection, when the public interest is found to demand disclosure (条例32)', () => {
  it('then only the leader finds so, only over an objection or silence', () => {
    expect(answered('agree').may('leader', 'override')).toBe(false)
    expect(consulted().may('leader', 'override')).toBe(false)
    expect(consulted().on('2026-05-14').may('leader', 'override')).toBe(true)
    const story = answered('object_reasoned')
    expect(story.may('head', 'override')).toBe(false)
    expect(story.refusal('leader', 'override', { consultationId: 'x', reasons: '公共安全' }).at).toBe('consultationId')
  })

  it('then it is granted, and the third party is told before the file is closed', () => {
    const story = answered('object_reasoned')
    const consultationId = story.now.consultations[0]?.id ?? ''
    story.act('leader', 'override', { consultationId, reasons: '公共安全' })
    expect(story.may('leader', 'override')).toBe(false)
    story.submitted('granted').signed().posted('L02').on('2026-05-11')
    story.act('handler', 'serveLetter', { letterId: story.letter('L02'), on: story.today, evidence: '回执' })
    expect(story.stateOf('D10')).toBe('drafted')
    expect(story.refusal('handler', 'archive', {}).code).toBe('third_party_untold')
    expect(story.issued('D10').refusal('handler', 'archive', {}).code).toBe('third_party_untold')
    story.posted('D10').act('handler', 'archive', {})
    expect(story.now).toMatchObject({ state: 'archived', archivedOn: '2026-05-11' })
  })

  it('then the finding falls with its letter while that is not issued', () => {
    const story = answered('object_reasoned')
    const consultationId = story.now.consultations[0]?.id ?? ''
    story.act('leader', 'override', { consultationId, reasons: '公共安全' })
    story.act('handler', 'discardLetter', { letterId: story.letter('D10') })
    expect(story.now.consultations[0]?.override).toBeNull()
    expect(submits(story, 'granted')).toBe('third_party_objects')
  })
})

describe('given a co-maker, when it is silent (条例34)', () => {
  it('then after its time that is consent, and the answer goes on', () => {
    const story = inProgress('2026-04-27')
      .on('2026-04-29')
      .act('drafter', 'consult', { party: 'co_maker', partyId: 'p', ...about })
      .served('D11')
    expect(submits(story.on('2026-05-22'), 'granted')).toBe('consultation_open')
    expect(submits(story.on('2026-05-23'), 'granted')).toBe('submitted')
  })
})

describe('given another organ, which has no limit (条例33)', () => {
  it('then days stand still while it is asked, and the office may still answer', () => {
    const story = inProgress('2026-04-13')
      .act('drafter', 'consult', { party: 'other_organ', partyId: 'p', ...about })
      .served('D12')
      .on('2026-08-13')
    expect(story.clock().state).toBe('consulting')
    expect(submits(story, 'granted')).toBe('submitted')
    expect(story.now.receivedOn).toBe(day('2026-04-13'))
  })
})
