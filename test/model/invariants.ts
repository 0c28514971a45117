/** What must hold of a case after every act, whoever did it and whatever was entered. Written apart from the acts. */
import { nationalCalendar } from '../../src/domain/calendar.ts'
import { clock, parseHistory } from '../../src/domain/clock/index.ts'
import type { LocalDate } from '../../src/domain/kernel/date.ts'
import { actRule, type RequestActId } from '../../src/domain/request/acts.ts'
import type { RequestCase } from '../../src/domain/request/case.ts'
import { clockOfCase } from '../../src/domain/request/case-clock.ts'
import type { RequestRules } from '../../src/domain/request/inputs.ts'
import { isOpen, type RequestState } from '../../src/domain/request/states.ts'
import { waitsFor } from '../../src/domain/request/waiting/waits-for.ts'
import { decisionsByLine } from '../../src/law/decisions.ts'
import { clockByHand } from '../oracle/clock-oracle.ts'

/** Where each act may lead besides staying where it is. */
const leadsTo: Readonly<Partial<Record<RequestActId, readonly RequestState[]>>> = {
  confirm: ['registered'],
  assign: ['in_progress'],
  sendBack: ['registered'],
  correct: ['registered', 'in_progress'],
  closeUncorrected: ['closed'],
  giveReasons: ['registered', 'in_progress'],
  endReasons: ['registered', 'in_progress'],
  confirmPaid: ['registered', 'in_progress'],
  closeUnpaid: ['closed'],
  merge: ['closed'],
  saveDraft: ['registered', 'in_progress'],
  submitDraft: ['in_review'],
  takeBackDraft: ['registered', 'in_progress'],
  approveDraft: ['signed', 'answered'],
  returnDraft: ['registered', 'in_progress'],
  recallLetter: ['registered', 'in_progress'],
  sendLetter: ['correction_pending', 'reasons_pending', 'fee_pending', 'answered'],
  serveLetter: ['correction_pending', 'reasons_pending', 'fee_pending', 'answered'],
  withdraw: ['closed'],
  closeOtherwise: ['closed'],
  archive: ['archived'],
}

/** Acts that never leave the state as it was. */
const mustMove: readonly RequestActId[] = [
  'confirm',
  'sendBack',
  'correct',
  'giveReasons',
  'endReasons',
  'confirmPaid',
  'submitDraft',
  'takeBackDraft',
  'returnDraft',
  'withdraw',
  'merge',
  'closeOtherwise',
  'closeUncorrected',
  'closeUnpaid',
  'archive',
]

/** States that only some states lead to. */
const comesFrom: Readonly<Partial<Record<RequestState, readonly RequestState[]>>> = {
  correction_pending: ['registered', 'in_progress'],
  reasons_pending: ['registered', 'in_progress'],
  fee_pending: ['registered', 'in_progress'],
  in_review: ['registered', 'in_progress'],
  signed: ['in_review'],
  archived: ['answered', 'closed'],
}

/** Steps no table of the law knows. */
export function wrongSteps(before: RequestCase, act: RequestActId, after: RequestCase): string[] {
  const wrong: string[] = []
  const moved = before.state !== after.state
  if (moved && !leadsTo[act]?.includes(after.state)) wrong.push(`${act} led from ${before.state} to ${after.state}`)
  if (!moved && mustMove.includes(act)) wrong.push(`${act} left the case at ${before.state}`)
  if (moved && comesFrom[after.state]?.includes(before.state) === false) wrong.push(`${before.state} to ${after.state}`)
  if (after.state === 'answered' && moved && before.state !== 'signed' && after.kind !== 'enquiry') {
    wrong.push('answered without a signed letter')
  }
  if (after.version !== before.version + 1) wrong.push('the version is not one higher')
  if (before.closing !== null && after.closing !== before.closing) wrong.push('the closing changed')
  return wrong
}

/** What is wrong with a case by itself. */
export function wrongCase(of: RequestCase): string[] {
  return [...wrongClosing(of), ...wrongApprovals(of), ...wrongLetters(of)]
}

function wrongClosing(of: RequestCase): string[] {
  if (isOpen(of.state)) return of.closing === null ? [] : ['open, and closed']
  if (of.closing === null) return ['ended without a closing']
  const { line, decision, on, onTime } = of.closing
  const leaves = Object.entries(decisionsByLine).filter(([, list]) => list.some(({ id }) => id === decision))
  const wrong: string[] = []
  if (of.kind === 'request' && (leaves.length !== 1 || leaves[0]?.[0] !== line)) wrong.push(`leaf ${line}: ${decision}`)
  if (of.kind !== 'request' && line !== null) wrong.push('a kind not counted stands on a leaf')
  const answered = of.events.filter(e => e.kind === 'answered')
  if (answered.length > 1) wrong.push('answered twice')
  if (of.events.some(e => e.on > on)) wrong.push('something happened after the end')
  if (answered[0] && answered[0].on !== on) wrong.push('the closing is not of the day of the answer')
  if (of.kind === 'request' && of.receivedOn !== null && answered[0]) {
    const late = dueByHand(of, on)
    if (late !== null && onTime !== on <= late) wrong.push(`onTime ${onTime}, due ${late}`)
  }
  return wrong
}

/** When the answer was due, as seen on the day it was given; null where the clock does not decide. */
function dueByHand(of: RequestCase, on: LocalDate): string | null {
  if (of.receivedOn === null || of.onTheSpot) return null
  const events = of.events.filter(e => e.kind !== 'answered')
  return clockByHand({ received: of.receivedOn, events, today: on }).due
}

function wrongApprovals(of: RequestCase): string[] {
  const { draft, extension } = of
  const wrong: string[] = []
  const by = draft?.approvals.map(a => a.by) ?? []
  if (draft?.authors.some(author => by.includes(author))) wrong.push('an author approved')
  if (new Set(by).size !== by.length) wrong.push('somebody approved two stages')
  if (extension?.outcome?.approved && extension.outcome.by === extension.askedBy) wrong.push('extended by who asked')
  if (of.state === 'in_review' && draft?.submittedOn == null) wrong.push('in review, never submitted')
  if (of.state === 'signed' && by.length !== 4) wrong.push('signed before the chain was passed')
  const found = draft?.approvals.find(a => a.stage === 'secrecy')?.secrecy
  const gives = draft?.decision === 'granted' || draft?.decision === 'partial'
  if (gives && (found === 'refer' || found === 'withhold')) wrong.push('given out against the secrecy review')
  if (draft?.decision === 'state_secret' && found && found !== 'withhold')
    wrong.push('secret against the secrecy review')
  return wrong
}

function wrongLetters(of: RequestCase): string[] {
  const notices = of.letters.filter(l => l.letter === 'D04' && l.state === 'served')
  const wrong: string[] = []
  if (of.events.filter(e => e.kind === 'correction_noticed').length > 1) wrong.push('corrected twice')
  if (notices.length > 1) wrong.push('two correction notices served')
  if (of.letters.some(l => l.issued?.by === l.authorId)) wrong.push('issued by its author')
  if (of.letters.some(l => l.number !== null && l.issued === null)) wrong.push('numbered, not issued')
  if (new Set(of.letters.map(l => l.id)).size !== of.letters.length) wrong.push('two letters of one id')
  const told = of.letters.some(l => l.letter === 'D06' && l.sent !== null)
  if (of.events.some(e => e.kind === 'extended') && !told) wrong.push('extended, and nobody was told')
  const delayed = of.letters.some(l => l.letter === 'L22' && l.sent !== null)
  if (of.events.some(e => e.kind === 'delayed') && !delayed) wrong.push('delayed, and nobody was told')
  if (of.extension?.lapsed && of.letters.some(l => l.letter === 'D06' && l.state === 'drafted')) {
    wrong.push('the letter of an extension that fell away waits')
  }
  const live = of.letters.filter(
    l => l.letter.startsWith('L') && l.letter !== 'L22' && l.letter !== 'L23' && l.state !== 'recalled',
  )
  if (live.length > 1) wrong.push('two letters of decision')
  if (of.state === 'signed' && live.length !== 1) wrong.push('signed without a letter')
  return wrong
}

const waiting: Readonly<Partial<Record<RequestState, string>>> = {
  correction_pending: 'correction',
  fee_pending: 'fee',
}

/** What is wrong with the time of a case on a day: by the parser, the clock, and the clock lived through by hand. */
export function wrongTime(of: RequestCase, today: LocalDate): string[] {
  const shown = clockOfCase(of, today, nationalCalendar)
  if (of.receivedOn === null) return shown.due === null ? [] : ['due before it was received']
  const history = { received: of.receivedOn, events: of.events, today }
  const parsed = parseHistory(history)
  if (!parsed.ok) return [`the history is refused: ${parsed.refusal.says.en}`]
  const { why, ...said } = shown
  if (why === 'ended') return said.state === 'closed' && said.due === null ? [] : ['ended, and due']
  const wrong: string[] = []
  const turn = waiting[of.state]
  if (turn && !said.state.endsWith(`_${turn}`)) wrong.push(`at ${of.state} the clock says ${said.state}`)
  if (isOpen(of.state) && !turn && said.state !== 'running' && said.state !== 'consulting') {
    wrong.push(`at ${of.state} the clock says ${said.state}`)
  }
  if (why !== 'counted' && why !== 'aim' && why !== 'delayed') return wrong
  const counted = clock(history)
  const lived = clockByHand(history)
  if (JSON.stringify(said) !== JSON.stringify(counted)) wrong.push('the case and the clock disagree')
  if (JSON.stringify(said) !== JSON.stringify(lived)) wrong.push(`the clock says ${said.due}, by hand ${lived.due}`)
  return wrong
}

/** Open cases wait for somebody, and for nothing that could not be done. */
export function wrongWaits(of: RequestCase, today: LocalDate, rules: RequestRules): string[] {
  const waits = waitsFor(of, today, nationalCalendar, rules)
  const wrong = waits.filter(w => !actRule(w.act).from.includes(of.state)).map(w => `waits for ${w.act} at ${of.state}`)
  if (isOpen(of.state) && !waits.some(w => w.must)) wrong.push(`open at ${of.state}, and waits for nobody`)
  return wrong
}
