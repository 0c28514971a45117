/** What the made-up API makes of an act: enough for a page to go on; the rules are the domain's own and tried there. */
import type { RequestActId } from '../../../../src/domain/request/acts.ts'
import { reviewStages } from '../../../../src/domain/request/vocabulary.ts'
import type { ActBody } from '../../../../src/features/requests/contract/index.ts'
import { idOf } from '../fake.ts'
import { author, type Case, letterOf, me, section, today } from './cases.ts'

type Changes = { readonly [A in RequestActId]?: (of: Case, body: ActBody<A>) => Partial<Case> }

const stages = Object.keys(reviewStages) as (keyof typeof reviewStages)[]

const place = (sectionId: string | null, handlerId: string | null) => ({ sectionId, handlerId, since: today })

const letter = (of: Case, id: string, change: Partial<Case['letters'][number]>): Partial<Case> => ({
  letters: of.letters.map(one => (one.id === id ? { ...one, ...change } : one)),
})

/** Approved by the next stage; the last one signs. */
function approve(of: Case, { opinion, secrecy }: ActBody<'approveDraft'>): Partial<Case> {
  if (!of.draft) return {}
  const stage = stages[of.draft.approvals.length] ?? 'signature'
  const approvals = [...of.draft.approvals, { stage, by: me, on: today, opinion, secrecy }]
  const draft = { ...of.draft, approvals }
  if (stage !== 'signature') return { draft }
  const issued = { state: 'issued' as const, number: '示府公开〔2026〕12号', issued: { on: today, by: me } }
  return { draft, state: 'signed', letters: [...of.letters, letterOf(90, 'L02', issued)] }
}

function send(of: Case, { letterId, on, way, trackingNumber }: ActBody<'sendLetter'>): Partial<Case> {
  const sent = letter(of, letterId, { state: 'dispatched', sent: { on, way, trackingNumber } })
  if (of.state !== 'signed') return sent
  const closing = { on, decision: of.draft?.decision ?? 'granted', line: 'granted', onTime: true, note: null }
  return { ...sent, state: 'answered', closing: closing as Case['closing'] }
}

const changes: Changes = {
  confirm: (of, { on, method, evidence }) => ({
    state: 'registered',
    receivedOn: on,
    arrival: { ...of.arrival, confirmed: { on, method, evidence } },
  }),
  assign: (_, { sectionId, handlerId }) => ({ state: 'in_progress', place: place(sectionId, handlerId) }),
  claim: () => ({ state: 'in_progress', place: place(section, me) }),
  sendBack: () => ({ state: 'registered', place: null }),
  recordSearch: (of, body) => ({
    searches: [...of.searches, { ...body, id: idOf(1390) }],
  }),
  askCorrection: of => ({ letters: [...of.letters, letterOf(30, 'D04', { authorId: me })] }),
  correct: () => ({ state: 'in_progress', correction: null, events: [] }),
  askExtension: (_, { days, reason }) => ({
    extension: { days, reason, askedBy: author, askedOn: today, outcome: null, lapsed: null },
  }),
  consult: of => ({ letters: [...of.letters, letterOf(31, 'D07', { authorId: me })] }),
  noticeFee: of => ({ letters: [...of.letters, letterOf(32, 'D13', { authorId: me })] }),
  confirmPaid: () => ({ state: 'in_progress', events: [] }),
  saveDraft: (of, { decision, earlier, ...body }) => ({
    draft: {
      ...body,
      ...(decision === 'repeat' ? { decision, earlier: earlierOf(earlier) } : { decision, earlier: null }),
      revision: (of.draft?.revision ?? 0) + 1,
      authorId: me,
      authors: [me],
      savedOn: today,
      submittedOn: null,
      approvals: [],
      returned: null,
    },
    state: of.state === 'registered' ? 'in_progress' : of.state,
  }),
  submitDraft: () => ({ state: 'in_review' }),
  takeBackDraft: () => ({ state: 'in_progress' }),
  approveDraft: approve,
  returnDraft: (of, { reason }) => ({
    state: 'in_progress',
    draft: of.draft && { ...of.draft, approvals: [], returned: { by: me, on: today, reason } },
  }),
  issueLetter: (of, { letterId }) =>
    letter(of, letterId, { state: 'issued', number: '示府公开〔2026〕9号-告知', issued: { on: today, by: me } }),
  discardLetter: (of, { letterId }) => ({ letters: of.letters.filter(({ id }) => id !== letterId) }),
  recallLetter: (of, { letterId }) => letter(of, letterId, { state: 'recalled' }),
  sendLetter: send,
  serveLetter: (of, { letterId, on, evidence }) => letter(of, letterId, { state: 'served', served: { on, evidence } }),
  letterReturned: (of, { letterId }) => letter(of, letterId, { state: 'returned' }),
  archive: () => ({ state: 'archived', archivedOn: today }),
  answerUrging: (of, { text }) => ({
    urgings: of.urgings.map(urging => ({ ...urging, answer: { on: today, by: me, text } })),
  }),
  withdraw: () => ({ state: 'closed' }),
  closeOtherwise: () => ({ state: 'closed' }),
}

export function carriedOut(act: RequestActId, of: Case, body: object): Case {
  const change = changes[act] as ((of: Case, body: object) => Partial<Case>) | undefined
  return { ...of, ...change?.(of, body), version: of.version + 1 }
}

/** As if it had been answered today. */
function earlierOf(earlier: ActBody<'saveDraft'>['earlier']) {
  if (earlier?.from === 'paper') return earlier
  return { from: 'case' as const, requestId: idOf(1), number: earlier?.reference ?? '', on: today }
}
