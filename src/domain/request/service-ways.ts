/** How a letter may go to its reader: asked by who sends it, and by the letter that must then say more. */
import type { CaseLetter, RequestCase } from './case.ts'
import { isDecisionLetter } from './decision-info.ts'
import type { ServiceWay } from './vocabulary.ts'

export const electronicWays = ['online', 'email'] as const satisfies readonly ServiceWay[]
export type ElectronicWay = (typeof electronicWays)[number]

export function isElectronic(way: ServiceWay): way is ElectronicWay {
  return electronicWays.some(one => one === way)
}

/**
 * Ways open to a letter: by post or by hand always; on the platform to the applicant only, who alone gets letters there;
 * an answer electronically only where the applicant asked for it (送达函). Whether somebody has an address for mail is not
 * for the case to say.
 */
export function waysOpen(
  { wanted }: Pick<RequestCase, 'wanted'>,
  { letter, to }: Pick<CaseLetter, 'letter' | 'to'>,
): readonly ServiceWay[] {
  if (to !== 'applicant') return ['post', 'hand', 'email']
  return isDecisionLetter(letter) && !wantsElectronic(wanted) ? ['post', 'hand'] : ['post', 'hand', ...electronicWays]
}

/** By route or by form: either says that it shall come over the internet. */
export function wantsElectronic({ form, route }: RequestCase['wanted']): boolean {
  return [form, route].some(asked => electronicWays.some(one => one === asked))
}
