/** The letters of a case as acts see them: which kinds there are, drafting one, changing one. */
import type { LetterId } from '../../../law/letters.ts'
import type { LocalDate } from '../../kernel/date.ts'
import type { CaseLetter, Consultation, LetterTo, RequestCase } from '../case.ts'
import type { ActContext } from '../inputs.ts'
import { actorId } from './step.ts'

/** Kinds of procedural letters by what they do (D§5.2; L22 of D§5.3). */
export const procedural = {
  correction: 'D04',
  reasons: 'D05',
  extension: 'D06',
  thirdParty: 'D07',
  consultationTold: 'D09',
  override: 'D10',
  coMaker: 'D11',
  fee: 'D13',
  record: 'D15',
  otherOrgan: 'D12',
  delay: 'L22',
  suggestion: 'L23',
} as const satisfies Readonly<Record<string, LetterId>>

const consultationLetters = {
  third_party: procedural.thirdParty,
  co_maker: procedural.coMaker,
  other_organ: procedural.otherOrgan,
} as const satisfies Readonly<Record<Consultation['party'], string>>

export function consultationLetter(party: Consultation['party']): string {
  return consultationLetters[party]
}

export function asksOpinion(letter: string): boolean {
  return Object.values<string>(consultationLetters).includes(letter)
}

/** Letters that make it the applicant's turn when served. */
const turnLetters: readonly string[] = [procedural.correction, procedural.reasons, procedural.fee]

/** The letter that will make it the applicant's turn but has not been served yet. */
export function turnLetterOnItsWay(of: RequestCase): CaseLetter | undefined {
  return of.letters.find(l => turnLetters.includes(l.letter) && isUnderWay(l))
}

/** Neither served nor given up. */
function isUnderWay({ state }: CaseLetter): boolean {
  return state === 'drafted' || state === 'issued' || state === 'dispatched' || state === 'returned'
}

/** D15 as it came about: for the file, issued by nobody. It is no notice, and is not sent, until somebody issues it. */
export function isMereRecord({ letter, state, issued }: Pick<CaseLetter, 'letter' | 'state' | 'issued'>): boolean {
  return letter === procedural.record && state === 'issued' && issued === null
}

/** Letters something can still be done with. In the archive that is the answer to a suggestion alone (条例44). */
export function lettersAtWork({ state, letters }: Pick<RequestCase, 'state' | 'letters'>): readonly CaseLetter[] {
  return state === 'archived' ? letters.filter(l => l.letter === procedural.suggestion) : letters
}

export function letterOf(of: RequestCase, id: string): CaseLetter | undefined {
  return lettersAtWork(of).find(l => l.id === id)
}

export function withLetter(of: RequestCase, changed: CaseLetter): RequestCase {
  return { ...of, letters: of.letters.map(l => (l.id === changed.id ? changed : l)) }
}

interface NewLetter {
  readonly letter: string
  readonly to: LetterTo
  readonly about?: string
  /** Who wrote it, where not the actor. */
  readonly authorId?: string
}

/** A letter to be issued by somebody else. */
export function drafted(of: NewLetter, context: ActContext): CaseLetter {
  return {
    id: context.newId(),
    letter: of.letter,
    state: 'drafted',
    to: of.to,
    about: of.about ?? null,
    authorId: of.authorId ?? actorId(context.actor),
    draftedOn: context.today,
    number: null,
    issued: null,
    sent: null,
    served: null,
  }
}

/** Letters that are owed to their readers though the request is answered (条例32, 44). */
const owedBeyond: readonly string[] = [procedural.override, procedural.suggestion]

/** What becomes of letters once the request is answered: what is not issued is dropped, but who objected is told. */
export function lettersWhenAnswered(letters: readonly CaseLetter[], on: LocalDate): readonly CaseLetter[] {
  const givenUp = { on, reason: null }
  return letters.map(l =>
    l.state === 'drafted' && !owedBeyond.includes(l.letter) ? { ...l, state: 'discarded', givenUp } : l,
  )
}

/** What becomes of letters when a case is closed without an answer: what has not left stays here. */
export function lettersWhenClosed(letters: readonly CaseLetter[], on: LocalDate): readonly CaseLetter[] {
  const givenUp = { on, reason: null }
  const ends = { drafted: 'discarded', issued: 'recalled' } as const
  return letters.map(l => (l.state === 'drafted' || l.state === 'issued' ? { ...l, state: ends[l.state], givenUp } : l))
}
