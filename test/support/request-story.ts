/** A request told as a story: on this day, by this person, that was done; what is refused is kept for a look. */
import { nationalCalendar } from '../../src/domain/calendar.ts'
import { type LocalDate, parseDate } from '../../src/domain/kernel/date.ts'
import type { Refusal } from '../../src/domain/kernel/result.ts'
import type { RequestActId } from '../../src/domain/request/acts.ts'
import type { DecisionId, RequestCase } from '../../src/domain/request/case.ts'
import { clockOfCase, clockOptionsOf } from '../../src/domain/request/case-clock.ts'
import { decisionInfo } from '../../src/domain/request/decision-info.ts'
import type { ActContext, ActInputs, RequestRules } from '../../src/domain/request/inputs.ts'
import { type Intake, newCase } from '../../src/domain/request/new-case.ts'
import { allowedActs, perform } from '../../src/domain/request/perform.ts'
import { waitsFor } from '../../src/domain/request/waiting/waits-for.ts'
import { type PersonId, people } from './request-people.ts'

export function day(text: string): LocalDate {
  const parsed = parseDate(text)
  if (!parsed.ok) throw new Error(parsed.refusal.says.en)
  return parsed.value
}

const usual: RequestRules = { chain: ['legality', 'secrecy', 'office', 'signature'] }

export class Story {
  now: RequestCase
  today: LocalDate
  rules: RequestRules = usual
  private ids = 0

  constructor(now: RequestCase, today: LocalDate) {
    this.now = now
    this.today = today
  }

  on(today: string): this {
    this.today = day(today)
    return this
  }

  context(person: PersonId): ActContext {
    return {
      today: this.today,
      calendar: nationalCalendar,
      actor: people[person],
      rules: this.rules,
      newId: () => `id${++this.ids}`,
      numberFor: letter => `示教公开〔2026〕${letter}`,
    }
  }

  /** Done, or the test fails with the refusal. */
  act<A extends RequestActId>(person: PersonId, act: A, input: ActInputs[A]): this {
    const result = perform(this.now, act, input, this.context(person))
    if (!result.ok)
      throw new Error(`${act}: ${result.refusal.code} ${result.refusal.at ?? ''} ${result.refusal.says.zh}`)
    this.now = result.value
    return this
  }

  /** Refused, or the test fails. */
  refusal<A extends RequestActId>(person: PersonId, act: A, input: ActInputs[A]): Refusal {
    const result = perform(this.now, act, input, this.context(person))
    if (result.ok) throw new Error(`${act} was done`)
    return result.refusal
  }

  may(person: PersonId, act: RequestActId): boolean {
    return allowedActs(this.now, this.context(person)).includes(act)
  }

  clock() {
    return clockOfCase(this.now, this.today, nationalCalendar, clockOptionsOf(this.rules))
  }

  waits() {
    return waitsFor(this.now, this.today, nationalCalendar, this.rules)
  }

  /** Id of the last letter of a kind. */
  letter(kind: string): string {
    const found = this.now.letters.findLast(l => l.letter === kind)
    if (!found) throw new Error(`no letter ${kind}`)
    return found.id
  }

  stateOf(kind: string) {
    return this.now.letters.findLast(l => l.letter === kind)?.state
  }

  issued(kind: string, by: PersonId = 'head'): this {
    return this.act(by, 'issueLetter', { letterId: this.letter(kind) })
  }

  /** Issued by the head of the office and handed over, today. */
  served(kind: string): this {
    return this.issued(kind).act('handler', 'serveLetter', {
      letterId: this.letter(kind),
      on: this.today,
      evidence: '送达回证',
    })
  }

  posted(kind: string): this {
    return this.act('handler', 'sendLetter', {
      letterId: this.letter(kind),
      on: this.today,
      way: 'post',
      trackingNumber: 'EMS1',
    })
  }

  /** Drafted with all that the law asks to be written. */
  drafted(decision: DecisionId, withheld: ActInputs['saveDraft']['withheld'] = [], person: PersonId = 'handler'): this {
    const facts = Object.fromEntries(decisionInfo(decision).requires.map(fact => [fact, '已写明']))
    const earlier = decision === 'repeat' ? earlierAnswer : null
    return this.act(person, 'saveDraft', { decision, facts, withheld, edits: {}, attachments: [], earlier })
  }

  submitted(decision: DecisionId, withheld: ActInputs['saveDraft']['withheld'] = []): this {
    return this.drafted(decision, withheld).act('handler', 'submitDraft', { revision: this.revision() })
  }

  revision(): number {
    return this.now.draft?.revision ?? 0
  }

  approved(person: PersonId): this {
    const secrecy = person === 'secrecy' ? 'open' : null
    return this.act(person, 'approveDraft', { revision: this.revision(), opinion: '同意', secrecy })
  }

  /** Through the whole chain. */
  signed(): this {
    return this.approved('reviewer').approved('secrecy').approved('head').approved('leader')
  }
}

/** From the paper record. */
export const earlierAnswer = { from: 'paper', number: '示教公开〔2024〕41号', on: day('2024-11-20') } as const

const wanted: RequestCase['wanted'] = {
  title: '2025年教师招聘方案',
  documentNumber: null,
  indexNumber: null,
  features: '',
  form: 'paper',
  route: 'post',
  otherForm: false,
  help: null,
  suggestsPublication: false,
}

/** A request handed in on a day, and looked at on it. */
export function received(on: string, over: Partial<Intake> = {}): Story {
  const context = { today: day(on), actor: people.handler }
  const made = newCase(
    {
      agencyId: 'agency',
      id: 'case',
      number: '〔2026〕1号',
      kind: 'request',
      channel: 'in_person',
      applicantKind: 'natural_person',
      wanted,
      submittedOn: day(on),
      arrivedOn: day(on),
      confirmed: null,
      note: null,
      onTheSpot: false,
      ...over,
    },
    context,
  )
  if (!made.ok) throw new Error(made.refusal.says.en)
  return new Story(made.value, day(on))
}

/** Given to the planning section. */
export function inProgress(on: string, over: Partial<Intake> = {}): Story {
  return received(on, over).act('handler', 'assign', { sectionId: 'planning', handlerId: null, note: '' })
}
