/** What doctor says of one thing it looked at. */
import { type Sentence, Trouble } from '../../../platform/trouble.ts'

export interface Finding {
  /** What was looked at: `database`, `disk`. */
  readonly check: string
  readonly state: 'ok' | 'warning' | 'error'
  readonly says: Sentence
  /** What to do; nothing where all is well. */
  readonly mend?: Sentence
}

export function ok(check: string, zh: string, en: string): Finding {
  return { check, state: 'ok', says: { zh, en } }
}

export function bad(check: string, state: 'warning' | 'error', says: Sentence, mend: Sentence): Finding {
  return { check, state, says, mend }
}

/** What went wrong while looking, with the mend it brings. */
export function fromError(check: string, error: unknown): Finding {
  if (error instanceof Trouble) return bad(check, 'error', error.says, error.mend)
  const why = error instanceof Error ? error.message : String(error)
  return bad(
    check,
    'error',
    { zh: `不能检查：${why}`, en: `Could not be looked at: ${why}` },
    { zh: '请把这句话告知维护者。', en: 'Report this sentence to the maintainers.' },
  )
}

/** Looks at one thing; what it throws is a finding too. */
export async function looked(check: string, look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look()
  } catch (error) {
    return fromError(check, error)
  }
}
