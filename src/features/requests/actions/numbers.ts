/** Numbers people read: of requests and of letters, by the form the agency has set. */
import { formatNumber, parseNumberPattern, tellsSeries } from '../../../domain/letter/number.ts'
import { letterSeries, letters } from '../../../law/letters.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { takeNumber } from '../../../platform/record/numbers.ts'
import { isLetterId } from '../letters/titles.ts'
import type { Setup } from './setup.ts'

type Given = Pick<Setup, 'agency' | 'settings' | 'today'>

/** 受理号: the next of this year. */
export async function requestNumber(tx: Tx, { agency, settings, today }: Given): Promise<string> {
  const year = Number(today.slice(0, 4))
  const number = await takeNumber(tx, { agencyId: agency.id, series: 'request', year })
  const parts = { year: String(year), number: String(number) }
  return settings['numbering.request'].replace(/\{(year|number)\}/g, (_, name: keyof typeof parts) => parts[name])
}

/**
 * 文号: the next of this year, of the letter's series where each counts for itself (D§5.1). Only what is printed tells
 * series apart: without the suffix in the form they are one. Answers go on in the counter all letters had before.
 */
export async function letterNumber(tx: Tx, { agency, settings, today }: Given, letter: string): Promise<string> {
  const id = isLetterId(letter) ? letters[letter].series : null
  if (id === null) throw new Error(`${letter} bears no number`)
  const pattern = parseNumberPattern(settings['numbering.letter'])
  if (!pattern.ok) throw new Error(pattern.refusal.says.en)
  const apart = settings['numbering.eachSeries'] && tellsSeries(pattern.value) && id !== 'answer'
  const year = Number(today.slice(0, 4))
  const n = await takeNumber(tx, { agencyId: agency.id, series: apart ? `letter.${id}` : 'letter', year })
  return formatNumber(pattern.value, { code: settings['letter.code'], year, n, suffix: letterSeries[id].suffix })
}
