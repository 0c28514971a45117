/** Inputs at random, mostly such as fit the case, and now and then such as do not. */

import { addDays, type LocalDate } from '../../src/domain/kernel/date.ts'
import type { RequestActId } from '../../src/domain/request/acts.ts'
import type { DecisionId, EarlierAnswer, RequestCase } from '../../src/domain/request/case.ts'
import { decisionIds, decisionInfo } from '../../src/domain/request/decision-info.ts'
import type { ActContext, ActInputs } from '../../src/domain/request/inputs.ts'
import { confirmMethods, opinions, secrecyOutcomes, serviceWays } from '../../src/domain/request/vocabulary.ts'
import { closingGrounds } from '../../src/law/closing-grounds.ts'
import { type ExemptionId, exemptions } from '../../src/law/exemptions.ts'
import type { facts } from '../../src/law/facts.ts'

export type Random = () => number

export function below(random: Random, n: number): number {
  return Math.floor(random() * n)
}

export function oneOf<T>(random: Random, list: readonly T[]): T {
  const found = list[below(random, list.length)]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}

export function keysOf<T extends object>(record: T): (keyof T)[] {
  return Object.keys(record) as (keyof T)[]
}

type Inputs = { readonly [A in RequestActId]: (of: RequestCase, context: ActContext, random: Random) => ActInputs[A] }

function text(random: Random): string {
  return random() < 0.03 ? ' ' : '说明'
}

/** Today or some days ago, now and then a day that cannot be. */
function day({ today }: ActContext, random: Random, back = 4): LocalDate {
  if (random() < 0.5) return today
  return addDays(today, random() < 0.04 ? 1 : -below(random, back))
}

function some(random: Random, list: readonly { readonly id: string }[]): string {
  return random() < 0.03 || list.length === 0 ? 'nowhere' : oneOf(random, list).id
}

function withheldFor(decision: DecisionId, random: Random): ActInputs['saveDraft']['withheld'] {
  const { exemptions: grounds } = decisionInfo(decision)
  const slip = random() < 0.05
  if (grounds.length === 0) return slip ? [part('E16a', random)] : []
  return slip ? [] : Array.from({ length: 1 + below(random, 2) }, () => part(oneOf(random, grounds), random))
}

function part(exemption: ExemptionId, random: Random) {
  const record = exemptions[exemption]
  const kinds = 'kinds' in record ? Object.keys(record.kinds) : []
  const kind = kinds.length === 0 || random() < 0.03 ? null : oneOf(random, kinds)
  return { part: text(random), exemption, kind, reason: text(random) }
}

/** With a repeated request, and only there; now and then forgotten, misplaced, or of a day that cannot be. */
function earlierFor(decision: DecisionId, context: ActContext, random: Random): EarlierAnswer | null {
  const slip = random() < 0.04
  return (decision === 'repeat') === slip ? null : { from: 'paper', number: text(random), on: day(context, random) }
}

/** Decisions of the kind of case more often than not, and rather those for which something is on file. */
function decisionFor({ kind, searches, correction, reasons }: RequestCase, random: Random): DecisionId {
  if (random() < 0.02) return oneOf(random, decisionIds)
  const onFile: DecisionId[] = []
  if (searches.at(-1)?.found === false) onFile.push('does_not_exist')
  if (correction?.corrected) onFile.push('unclear_after_correction')
  if (reasons?.noticedOn) onFile.push('abusive')
  if (kind === 'request' && onFile.length > 0 && random() < 0.3) return oneOf(random, onFile)
  return oneOf(
    random,
    decisionIds.filter(id => decisionInfo(id).kind === kind && !decisionInfo(id).unanswered),
  )
}

/** Mostly an opinion the decision can stand on. */
function secrecyFor(draft: RequestCase['draft']) {
  const banned = draft?.withheld.some(({ exemption }) => exemptions[exemption].article === '条例14')
  if (!banned) return 'open'
  return draft?.decision === 'partial' ? 'open_in_part' : 'withhold'
}

export const randomInputs: Inputs = {
  confirm: (_, context, random) => ({
    on: day(context, random),
    method: oneOf(random, keysOf(confirmMethods)),
    evidence: text(random),
  }),
  noteAttempt: (_, context, random) => ({ on: day(context, random), how: text(random), result: text(random) }),
  assign: (_, _context, random) => ({
    sectionId: oneOf(random, ['office', 'planning', 'planning', 'finance']),
    handlerId: random() < 0.3 ? 'handler' : null,
    note: '',
  }),
  claim: () => ({}),
  sendBack: (_, _context, random) => ({ reason: text(random) }),
  askSection: (_, { today }, random) => ({
    sectionId: oneOf(random, ['finance', 'legal', 'planning']),
    question: text(random),
    by: addDays(today, below(random, 12) - 1),
  }),
  answerSection: ({ cooperations }, _context, random) => ({
    cooperationId: some(random, cooperations),
    answer: text(random),
  }),
  recordSearch: (_, context, random) => ({
    on: day(context, random),
    systems: ['OA'],
    keywords: [text(random)],
    archives: '',
    persons: text(random),
    found: random() < 0.3,
    note: '',
  }),
  askCorrection: (_, _context, random) => ({
    grounds: random() < 0.04 ? [] : ['unclear'],
    items: [text(random)],
    days: 4 + below(random, 16),
    late: '检索后才发现指向不明',
  }),
  correct: (_, context, random) => ({
    on: day(context, random),
    text: text(random),
    wanted: random() < 0.5 ? null : { title: '补正后的名称' },
    late: random() < 0.5 ? null : '因住院',
  }),
  closeUncorrected: (_, _context, random) => ({ note: text(random) }),
  askReasons: (_, _context, random) => ({ found: text(random), explain: text(random), days: 5 + below(random, 10) }),
  giveReasons: (_, context, random) => ({ on: day(context, random), text: text(random) }),
  endReasons: () => ({ note: '' }),
  delayAnswer: (_, { today }, random) => ({
    until: addDays(today, below(random, 120)),
    reason: text(random),
    long: random() < 0.3 ? null : text(random),
  }),
  consult: (_, _context, random) => ({
    party: oneOf(random, ['third_party', 'third_party', 'co_maker', 'other_organ']),
    partyId: `p${below(random, 4)}`,
    about: text(random),
    why: text(random),
  }),
  recordOpinion: ({ consultations }, context, random) => ({
    consultationId: some(random, consultations),
    on: day(context, random),
    opinion: oneOf(random, keysOf(opinions)),
    text: text(random),
  }),
  override: ({ consultations }, _context, random) => ({
    consultationId: some(random, consultations),
    reasons: text(random),
  }),
  askExtension: (_, _context, random) => ({ days: below(random, 22), reason: text(random) }),
  approveExtension: () => ({}),
  refuseExtension: (_, _context, random) => ({ reason: text(random) }),
  noticeFee: (_, _context, random) => ({
    scheme: oneOf(random, ['items', 'pages']),
    quantity: below(random, 60),
    payTo: text(random),
  }),
  declarePaid: (_, context, random) => ({ on: day(context, random), note: '' }),
  confirmPaid: (_, context, random) => ({ on: day(context, random), receipt: text(random) }),
  closeUnpaid: () => ({ note: '' }),
  split: ({ id }, { newId }, random) => ({
    parts: [
      { title: text(random), features: '' },
      { title: '第二项', features: '' },
    ],
    children: [random() < 0.05 ? id : newId()],
  }),
  merge: ({ id }, _context, random) => ({
    into: random() < 0.1 ? id : 'another',
    number: '〔2026〕99号',
    reason: text(random),
  }),
  saveDraft: (of, context, random) => {
    const decision = decisionFor(of, random)
    const written = decisionInfo(decision).requires.map(fact => [fact, text(random)] as const)
    return {
      decision,
      facts: Object.fromEntries(random() < 0.04 ? [] : written) as Partial<Record<keyof typeof facts, string>>,
      withheld: withheldFor(decision, random),
      edits: {},
      attachments: [],
      earlier: earlierFor(decision, context, random),
    }
  },
  submitDraft: ({ draft }, _context, random) => ({ revision: (draft?.revision ?? 1) + (random() < 0.05 ? 1 : 0) }),
  takeBackDraft: () => ({}),
  approveDraft: ({ draft }, _context, random) => ({
    revision: (draft?.revision ?? 1) + (random() < 0.05 ? 1 : 0),
    opinion: '同意',
    secrecy: random() < 0.7 ? secrecyFor(draft) : random() < 0.1 ? null : oneOf(random, keysOf(secrecyOutcomes)),
  }),
  returnDraft: (_, _context, random) => ({ reason: text(random) }),
  issueLetter: ({ letters }, _context, random) => ({ letterId: someLetter(letters, 'drafted', random) }),
  discardLetter: ({ letters }, _context, random) => ({
    letterId: someLetter(letters, random() < 0.5 ? 'drafted' : 'returned', random),
    reason: '征求意见已经终止',
  }),
  recallLetter: ({ letters }, _context, random) => ({
    letterId: someLetter(letters, 'issued', random),
    reason: text(random),
  }),
  sendLetter: ({ letters }, context, random) => ({
    letterId: someLetter(letters, 'issued', random),
    on: day(context, random),
    way: oneOf(random, keysOf(serviceWays)),
    trackingNumber: 'EMS1',
  }),
  serveLetter: ({ letters }, context, random) => ({
    letterId: someLetter(letters, random() < 0.8 ? 'dispatched' : 'issued', random),
    on: day(context, random),
    evidence: text(random),
  }),
  letterReturned: ({ letters }, context, random) => ({
    letterId: someLetter(letters, 'dispatched', random),
    on: day(context, random),
    why: text(random),
  }),
  withdraw: (_, context, random) => ({
    on: day(context, random),
    reason: text(random),
    told: random() < 0.2 ? null : { from: 'words', words: text(random) },
  }),
  closeOtherwise: (_, _context, random) => ({
    ground: oneOf(random, keysOf(closingGrounds)),
    shown: text(random),
    other: random() < 0.4 ? '〔2026〕99号' : null,
  }),
  proposePublication: (_, _context, random) => ({ reason: text(random) }),
  settleProposal: (_, _context, random) => ({ accepted: random() < 0.5, reason: text(random) }),
  archive: () => ({}),
  recordOverturning: (_, context, random) => ({
    by: random() < 0.5 ? 'review' : 'self',
    number: text(random),
    decidedOn: day(context, random),
    on: day(context, random),
  }),
  urge: (_, { today }, random) => ({ text: text(random), answerBy: addDays(today, below(random, 8) - 1) }),
  answerUrging: ({ urgings }, _context, random) => ({ urgingId: some(random, urgings), text: text(random) }),
}

/** A letter of the state where there is one, else any. */
function someLetter(letters: RequestCase['letters'], state: string, random: Random): string {
  const fit = letters.filter(l => l.state === state)
  return some(random, fit.length > 0 && random() < 0.9 ? fit : letters)
}
