/** Letters to be issued, sent and served, each while it can still take effect. */
import { letters } from '../../../law/letters.ts'
import { type LocalDate, later } from '../../kernel/date.ts'
import type { Said } from '../../kernel/lang.ts'
import { actRule } from '../acts.ts'
import type { CaseLetter, RequestCase } from '../case.ts'
import { clockOfCase, clockOptionsOf } from '../case-clock.ts'
import { isDecisionLetter } from '../decision-info.ts'
import { lettersAtWork, procedural } from '../performing/letter-book.ts'
import { isUntold } from '../untold.ts'
import { correctionNoticeBy, type Looking } from './looking.ts'
import { type Wait, wait } from './wait.ts'

export function letterWaits(of: RequestCase, looking: Looking): readonly Wait[] {
  return lettersAtWork(of).flatMap(letter => waitOf(letter, of, looking))
}

function waitOf(letter: CaseLetter, of: RequestCase, looking: Looking): readonly Wait[] {
  const by = () => letterBy(letter, of, looking)
  const about = letter.id
  const { zh, en } = titleOf(letter)
  const tooLate = untoldInTime(letter, of, looking)
  if (tooLate) return [tooLate]
  switch (letter.state) {
    case 'drafted':
      return actRule('issueLetter').from.includes(of.state)
        ? [wait({ act: 'issueLetter', by: by(), about }, `签发${zh}`, `Issue: ${en}`)]
        : []
    case 'issued':
      // The record of an end need not be sent.
      return letter.issued === null ? [] : [wait({ act: 'sendLetter', by: by(), about }, `送达${zh}`, `Send: ${en}`)]
    case 'dispatched':
      return [wait({ act: 'serveLetter', by: by(), about }, `登记${zh}的送达`, `Enter the service: ${en}`)]
    case 'returned':
      return [wait({ act: 'sendLetter', by: by(), about }, `${zh}被退回，重新送达`, `Came back, send it again: ${en}`)]
    default:
      return []
  }
}

/** A longer period nobody was told of in time does not count: its letter does not leave any more (条例33, 35). */
function untoldInTime(letter: CaseLetter, of: RequestCase, looking: Looking): Wait | null {
  const { due: by, today } = looking
  if (!isUntold(letter, of) || by === null || today <= by) return null
  const { zh, en } = titleOf(letter)
  if (letter.state !== 'drafted' && letter.state !== 'issued') return null
  return wait(
    { act: letter.state === 'drafted' ? 'discardLetter' : 'recallLetter', by: null, about: letter.id },
    `答复期限已于 ${by} 届满，${zh}没有在此前发出，不发生效力；请作废告知书，尽快答复`,
    `The period ended on ${by} before this left, so it does not count: ${en}; discard it and answer at once`,
  )
}

/** As the law's record has it. */
function titleOf({ letter }: CaseLetter): Said {
  return Object.entries(letters).find(([id]) => id === letter)?.[1].title ?? { zh: letter, en: letter }
}

/** By when it is worth something; null once the case is ended. */
function letterBy({ letter }: CaseLetter, of: RequestCase, looking: Looking): LocalDate | null {
  const { due, today, calendar, rules } = looking
  if (letter === procedural.correction && of.receivedOn !== null) {
    // Late for the seven days, it still counts until the period ends.
    const window = correctionNoticeBy(of.receivedOn, calendar, rules)
    return today > window && due !== null ? later(window, due) : window
  }
  if (letter === procedural.extension) return dueBeforeExtension(of, looking)
  return isDecisionLetter(letter) && of.state !== 'signed' ? null : due
}

/** The applicant is to be told before the first period ends (条例33). */
function dueBeforeExtension(of: RequestCase, { today, calendar, rules }: Looking): LocalDate | null {
  const events = of.events.filter(e => e.kind !== 'extended')
  return clockOfCase({ ...of, events }, today, calendar, clockOptionsOf(rules)).due
}
