import { type Result, refuse } from '../kernel/result.ts'
import type { History } from './history.ts'
import type { ClockOptions } from './options.ts'

/**
 * Reads a history from a line of JSON text or from the value it stands for. `options` as for `clock`; `today` is
 * taken where the history names none.
 */
export function parseHistory(input: unknown, _options: ClockOptions & { today?: string } = {}): Result<History> {
  return refuse('bad_history', { zh: String(input), en: String(input) })
}
