/** Numbers people read: of requests and of letters, by the form the agency has set. */
import type { Settings } from '../../../domain/agency/settings.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { takeNumber } from '../../../platform/record/numbers.ts'
import type { Setup } from './setup.ts'

type Given = Pick<Setup, 'agency' | 'settings' | 'today'>

/** 受理号: the next of this year. */
export async function requestNumber(tx: Tx, given: Given): Promise<string> {
  return numbered(tx, given, 'numbering.request', 'request', '')
}

/** 文号: the next of this year; all letters of an agency are one series. */
export async function letterNumber(tx: Tx, given: Given, letter: string): Promise<string> {
  return numbered(tx, given, 'numbering.letter', 'letter', letter)
}

async function numbered(
  tx: Tx,
  { agency, settings, today }: Given,
  form: Extract<keyof Settings, `numbering.${string}`>,
  series: string,
  suffix: string,
): Promise<string> {
  const year = Number(today.slice(0, 4))
  const number = await takeNumber(tx, { agencyId: agency.id, series, year })
  const parts = { year: String(year), number: String(number), code: settings['letter.code'], suffix }
  return settings[form].replace(/\{(year|number|code|suffix)\}/g, (_, name: keyof typeof parts) => parts[name])
}
