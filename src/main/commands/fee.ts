/** `gongkai fee`: the information handling fee, by items or by pages. */
import { feeForItems, feeForPages } from '../../domain/request/fees.ts'
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import { results, trouble } from '../messages.ts'
import type { Format } from '../options.ts'
import type { Terminal } from '../terminal.ts'
import { columns } from '../text/width.ts'

export interface FeeOptions {
  readonly items?: number
  readonly pages?: number
  readonly format: Format
}

/** Counts by the one scheme that is given. */
export async function fee({ items, pages, format }: FeeOptions, { lang, say, print }: Terminal): Promise<ExitCode> {
  const counted = oneOfBoth(
    items === undefined ? null : () => feeForItems(items, lang),
    pages === undefined ? null : () => feeForPages(pages, lang),
  )
  if (!counted.ok) throw new Stop(counted.refusal.says)
  const { lines, total } = counted.value
  if (format === 'json') {
    await print(JSON.stringify(counted.value))
    return exitCodes.fine
  }
  const yuan = (amount: number) => say(results.yuan(amount))
  for (const row of columns(lines.map(line => [line.why, yuan(line.yuan), line.article]))) await print(row)
  await print(`${say(results.sum)}  ${yuan(total)}`)
  return exitCodes.fine
}

function oneOfBoth<Counted>(a: (() => Counted) | null, b: (() => Counted) | null): Counted {
  const only = a && b ? null : (a ?? b)
  if (!only) throw new Stop(trouble.oneScheme)
  return only()
}
