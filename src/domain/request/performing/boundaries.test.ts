/** Where one day, or one thing begun, makes the difference. */
import { describe, expect, it } from 'vitest'
import { day, inProgress, type Story } from '../../../../test/support/request-story.ts'
import { nationalCalendar } from '../../calendar.ts'
import { lastDayOf } from '../../letter/remedy.ts'
import { limitsOf } from '../limits.ts'

const received = '2026-04-13'
const consultation = { party: 'third_party', partyId: 'p', about: '采购合同', why: '涉及商业秘密' } as const
const split = { parts: [1, 2].map(n => ({ title: `第${n}项`, features: '' })), children: ['child'] }

/** A third party was written to, and has answered where an opinion is given. */
function consulted(opinion?: 'object_reasoned'): Story {
  const story = inProgress(received)
    .on('2026-04-17')
    .act('drafter', 'consult', consultation)
    .issued('D07')
    .posted('D07')
  story
    .on('2026-04-20')
    .act('handler', 'serveLetter', { letterId: story.letter('D07'), on: story.today, evidence: '回执' })
  if (!opinion) return story
  const consultationId = story.now.consultations[0]?.id ?? ''
  return story.act('handler', 'recordOpinion', { consultationId, on: story.today, opinion, text: '有竞争对手' })
}

describe('given a letter that was posted (送达函1)', () => {
  it('then it was not served before it left', () => {
    const story = inProgress(received).submitted('granted').signed().on('2026-05-06').posted('L02')
    const served = (on: string) => ({ letterId: story.letter('L02'), on: day(on), evidence: '回执' })
    story.on('2026-05-08')
    expect(story.refusal('handler', 'serveLetter', served('2026-05-05'))).toMatchObject({ at: 'on' })
    expect(story.act('handler', 'serveLetter', served('2026-05-06')).stateOf('L02')).toBe('served')
  })
})

describe('given a third party was asked (条例32)', () => {
  it('then its limit runs until it answers, and no longer', () => {
    const kinds = (story: Story) => limitsOf(story.now, nationalCalendar, story.rules).map(({ kind }) => kind)
    expect(kinds(consulted())).toContain('consultation')
    expect(kinds(consulted('object_reasoned'))).not.toContain('consultation')
  })
})

describe('given an applicant was asked for reasons (条例35)', () => {
  it('then the request is not split, not even when they were given', () => {
    const story = inProgress(received)
      .act('drafter', 'askReasons', { found: '一年内三十件', explain: '请说明', days: 10 })
      .served('D05')
    story.act('handler', 'giveReasons', { on: story.today, text: '研究使用' })
    expect(story.refusal('handler', 'split', split)).toMatchObject({ code: 'begun' })
  })
})

describe('given a correction notice still to be issued (条例30)', () => {
  it('then it is to leave within seven working days, and after them before the period ends', () => {
    const ask = { grounds: ['unclear'], items: ['写明年度'], days: 10, late: null } as const
    const story = inProgress(received).act('drafter', 'askCorrection', ask)
    const by = () => story.waits().find(({ act }) => act === 'issueLetter')?.by
    expect(by()).toBe('2026-04-22')
    story.on('2026-04-23')
    expect(by()).toBe('2026-05-13')
  })
})

describe('given a last day in a year whose holidays are not published', () => {
  it('then it is provisional, whether it falls on a working day or is moved', () => {
    expect(lastDayOf('reconsideration_application', day('2026-03-02')).provisional).toBe(false)
    expect(lastDayOf('reconsideration_application', day('2026-11-28')).provisional).toBe(true)
    expect(lastDayOf('reconsideration_application', day('2026-12-15')).provisional).toBe(true)
  })
})
