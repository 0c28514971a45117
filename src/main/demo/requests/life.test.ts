import { describe, expect, it } from 'vitest'
import { demoLife } from '../../../../test/support/demo-life.ts'
import { parseCreditCode } from '../../../domain/agency/credit-code.ts'
import { nationalCalendar } from '../../../domain/calendar.ts'
import { parseIdentityNumber } from '../../../domain/personal/identity-number.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import { clockOfCase } from '../../../domain/request/case-clock.ts'
import { decisionIds, decisionInfo } from '../../../domain/request/decision-info.ts'
import { nextStage } from '../../../domain/request/performing/review.ts'
import { requestKindIds, requestStateIds } from '../../../domain/request/states.ts'
import { letterStates, reviewStages } from '../../../domain/request/vocabulary.ts'
import { applicantKinds } from '../../../law/applicants.ts'
import { channels } from '../../../law/channels.ts'
import { letterIds } from '../../../law/letters.ts'
import { subjects } from './subjects.ts'

/** An autumn, the week after a long holiday, a new year without its own notice, a leap day. */
const days = ['2026-11-21', '2026-10-09', '2027-02-22', '2027-01-04', '2028-02-29'] as const

const county = new Map(days.map(day => [day, demoLife(`${day}T02:00:00Z`)]))

const filesOn = (day: (typeof days)[number]) => (county.get(day) ?? []).flatMap(({ lived }) => lived.files)
const casesOn = (day: (typeof days)[number]) => filesOn(day).map(({ case: of }) => of)
const all = <T>(cases: readonly RequestCase[], of: (one: RequestCase) => readonly T[]) => new Set(cases.flatMap(of))
const keysOf = (words: object) => new Set(Object.keys(words))

describe.each(days)('the life of the demo made on %s', day => {
  const cases = casesOn(day)
  const open = (test: (one: RequestCase) => boolean) => cases.filter(one => one.closing === null && test(one)).length

  it('then every state, kind, channel and kind of applicant is there', () => {
    expect(all(cases, ({ state }) => [state])).toEqual(new Set(requestStateIds))
    expect(all(cases, ({ kind }) => [kind])).toEqual(new Set(requestKindIds))
    expect(all(cases, ({ channel }) => [channel])).toEqual(keysOf(channels))
    expect(all(cases, ({ applicantKind }) => [applicantKind])).toEqual(keysOf(applicantKinds))
  })

  it('then every decision of table 三, and of the kinds beside it, was taken (条例30-41)', () => {
    expect(all(cases, ({ closing }) => (closing ? [closing.decision] : []))).toEqual(new Set(decisionIds))
  })

  it('then every kind of letter a case can bring about was written', () => {
    const procedural = ['D04', 'D05', 'D06', 'D07', 'D09', 'D10', 'D11', 'D12', 'D13', 'D15', 'L22', 'L23']
    const decisions = decisionIds.flatMap(id => decisionInfo(id).letter ?? [])
    expect(all(cases, ({ letters }) => letters.map(({ letter }) => letter))).toEqual(
      new Set([...procedural, ...decisions]),
    )
    const found = all(cases, ({ letters }) => letters.map(({ state }) => state))
    expect(found).toEqual(keysOf(letterStates))
  })

  it('then with the forms beside them no kind of letter is left out (D§5.2, 5.3)', () => {
    const written = all(cases, ({ letters }) => letters.map(({ letter }) => letter))
    const papers = filesOn(day).flatMap(file => file.papers)
    const filed = papers.flatMap(({ content }) => ('form' in content ? [content.form.code] : []))
    // The application itself, the sheets and the record of a search are printed from the case whenever they are wanted.
    const printed = ['D01', 'D02', 'D03', 'D17', 'D18', 'D19']
    expect(new Set([...written, ...filed, ...printed])).toEqual(new Set(letterIds))
    expect(cases.some(({ searches }) => searches.length > 0)).toBe(true)
  })

  it('then an answer waits at each stage of review, one was returned, one is signed and not sent', () => {
    const rules = { chain: ['legality', 'secrecy', 'office', 'signature'] as const }
    const at = cases.flatMap(({ state, draft }) => (state === 'in_review' && draft ? [nextStage(draft, rules)] : []))
    expect(new Set(at)).toEqual(keysOf(reviewStages))
    expect(open(({ state, draft }) => state === 'in_progress' && draft?.returned != null)).toBeGreaterThan(0)
    expect(open(({ state }) => state === 'signed')).toBeGreaterThan(0)
  })

  it('then each party is being consulted, one is extended, one asked for it, one told of a later day (条例32-35)', () => {
    for (const party of ['third_party', 'co_maker', 'other_organ']) {
      expect(
        open(({ consultations }) => consultations.some(c => c.party === party && c.deliveredOn && !c.answer)),
      ).toBeGreaterThan(0)
    }
    expect(open(({ extension }) => extension?.outcome?.approved === true)).toBeGreaterThan(0)
    expect(open(({ extension }) => extension?.outcome === null)).toBeGreaterThan(0)
    expect(open(({ delayedUntil }) => delayedUntil !== null)).toBeGreaterThan(0)
  })

  it('then some are soon due, and one alone is overdue, urged and not answered (条例47)', () => {
    const left = cases
      .filter(({ closing }) => closing === null)
      .map(one => ({
        one,
        remaining: clockOfCase(one, day as RequestCase['arrival']['arrivedOn'], nationalCalendar).remaining,
      }))
    expect(
      left.filter(({ remaining }) => remaining !== null && remaining >= 0 && remaining <= 5).length,
    ).toBeGreaterThan(0)
    const overdue = left.filter(({ remaining }) => remaining !== null && remaining < 0)
    expect(overdue).toHaveLength(1)
    expect(overdue[0]?.one.urgings).toMatchObject([{ answer: null }])
    expect(cases.some(({ urgings }) => urgings.some(({ answer }) => answer !== null))).toBe(true)
  })

  it('then some were split, merged, withdrawn, taken up anew, answered late and archived', () => {
    const there = (test: (one: RequestCase) => boolean) => expect(cases.some(test)).toBe(true)
    there(({ links }) => links.splitInto.length > 0)
    there(({ links }) => links.splitFrom !== null)
    there(({ links }) => links.mergedInto !== null)
    there(({ links }) => links.reopens !== null)
    there(({ closing }) => closing?.onTime === false)
    there(({ proposal }) => proposal?.outcome?.accepted === true)
    there(({ proposal }) => proposal?.outcome?.accepted === false)
    there(({ proposal }) => proposal?.outcome === null)
    there(({ onTheSpot, closing }) => onTheSpot && closing?.onTime === true)
    there(({ fee }) => fee?.paid != null)
  })

  it('then nothing happened after the day before, and everything in order', () => {
    for (const { lived, era } of county.get(day) ?? []) {
      const times = lived.events.map(({ at }) => at.getTime())
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(times.at(-1)).toBeLessThan(Date.parse(`${era.today}T00:00:00+08:00`))
    }
  })

  it('then no number is used twice, and each series ends in the last one given', () => {
    for (const { lived } of county.get(day) ?? []) {
      const requests = lived.files.map(({ case: of }) => of.number)
      const letters = lived.files.flatMap(({ case: of }) => of.letters.flatMap(({ number }) => number ?? []))
      expect(new Set(requests).size).toBe(requests.length)
      expect(new Set(letters).size).toBe(letters.length)
      const given = (series: string) =>
        lived.numbers.filter(n => n.series === series).reduce((sum, n) => sum + n.last, 0)
      expect(given('request')).toBe(requests.length)
      expect(given('letter')).toBe(letters.length)
    }
  })

  it('then numbers of applicants are right in themselves, of the division nobody has been given', () => {
    for (const { applicant } of filesOn(day)) {
      const { identityType, identityNumber, phone } = applicant
      expect(phone).toMatch(/^1380000\d{4}$/)
      expect(identityNumber).toContain('639921')
      const read = identityType === 'id_card' ? parseIdentityNumber(identityNumber) : parseCreditCode(identityNumber)
      expect(read.ok).toBe(true)
    }
  })
})

describe('the life of the demo', () => {
  it('given the same day twice, then it is the same to the last event', () => {
    expect(demoLife('2026-11-21T02:00:00Z')).toEqual(county.get('2026-11-21'))
  })

  it('given another day, then it is another', () => {
    expect(casesOn('2026-10-09')).not.toEqual(casesOn('2026-11-21'))
  })

  it('given about a hundred requests a year are wanted, then about so many came in', () => {
    const year = casesOn('2026-11-21').filter(({ receivedOn }) => receivedOn?.startsWith('2025')).length
    expect(year).toBeGreaterThan(80)
    expect(year).toBeLessThan(140)
  })

  it('then every agency has subjects of its own, and their titles vary', () => {
    for (const { one, lived } of county.get('2026-11-21') ?? []) {
      expect(subjects[one.slug]?.length).toBeGreaterThan(5)
      expect(new Set(lived.files.map(({ case: of }) => of.wanted.title)).size).toBeGreaterThan(10)
    }
  })
})
