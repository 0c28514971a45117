/** What the law says of a decision, looked up by its id: of requests (table 三) and of the two kinds beside it. */
import { type Decision, decisionsByLine } from '../../law/decisions.ts'
import { type DecisionBeside, decisionsBeside } from '../../law/decisions-beside.ts'
import type { ExemptionId } from '../../law/exemptions.ts'
import type { FactId } from '../../law/facts.ts'
import type { ResultLine } from '../../law/lines.ts'
import type { Said } from '../kernel/lang.ts'
import type { DecisionId } from './case.ts'
import type { RequestKind } from './states.ts'

export interface DecisionInfo {
  readonly id: DecisionId
  readonly label: Said
  readonly kind: RequestKind
  /** Its row of table 三; null for kinds not counted there. */
  readonly line: ResultLine | null
  /** The letter that carries it; null where words are enough. */
  readonly letter: string | null
  readonly requires: readonly FactId[]
  /** What is said only where it is so. */
  readonly optional: readonly FactId[]
  readonly exemptions: readonly ExemptionId[]
  /** Ends a case without an answer: no draft leads to it. */
  readonly unanswered: boolean
  /** Something is handed over, so that secrecy and third parties may stand against it. */
  readonly gives: boolean
}

/** The record for the file that carries an end without an answer. */
const RECORD = 'D15'

const counted = (Object.entries(decisionsByLine) as [ResultLine, readonly Decision[]][]).flatMap(([line, list]) =>
  list.map(decision => ofRequest(line, decision)),
)
const beside = (Object.entries(decisionsBeside) as [RequestKind, Readonly<Record<string, DecisionBeside>>][]).flatMap(
  ([kind, list]) => Object.entries(list).map(([id, decision]) => ofKind(kind, id, decision)),
)

const byId: ReadonlyMap<DecisionId, DecisionInfo> = new Map([...counted, ...beside].map(info => [info.id, info]))

export const decisionIds: readonly DecisionId[] = [...byId.keys()]

export function decisionInfo(id: DecisionId): DecisionInfo {
  const info = byId.get(id)
  if (!info) throw new Error(`no decision ${id}`)
  return info
}

const decisionLetters: ReadonlySet<string> = new Set(
  [...byId.values()].flatMap(({ letter, unanswered }) => (letter === null || unanswered ? [] : [letter])),
)

/** Whether a letter answers the request, rather than moves it along. */
export function isDecisionLetter(letter: string): boolean {
  return decisionLetters.has(letter)
}

function ofRequest(line: ResultLine, decision: Decision): DecisionInfo {
  return {
    id: decision.id as DecisionId,
    label: decision.label,
    kind: 'request',
    line,
    letter: decision.letter,
    requires: decision.requires,
    optional: decision.optional ?? [],
    exemptions: decision.exemptions ?? [],
    unanswered: decision.letter === RECORD,
    gives: line === 'granted' || line === 'partial',
  }
}

function ofKind(kind: RequestKind, id: string, decision: DecisionBeside): DecisionInfo {
  const { label, letter, requires, optional = [] } = decision
  return {
    id: id as DecisionId,
    label,
    kind,
    line: null,
    letter,
    requires,
    optional,
    exemptions: [],
    unanswered: false,
    gives: false,
  }
}
