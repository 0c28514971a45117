/** How adapters say what went wrong outside the program: never a bare error where a person can mend something. */

/** One sentence in both languages of the interface. */
export interface Sentence {
  readonly zh: string
  readonly en: string
}

/** What a Trouble is made of. */
export interface TroubleParts {
  /** Stable word for programs, `storage_full`. */
  readonly code: string
  /** What happened, and where. */
  readonly says: Sentence
  /** What to do about it. */
  readonly mend: Sentence
  /** The place in what was given: a file, a variable, a field. */
  readonly at?: string
  readonly cause?: unknown
}

/** The only error an adapter throws on purpose; anything else is a fault of the program. */
export class Trouble extends Error {
  override readonly name = 'Trouble'
  readonly code: string
  readonly says: Sentence
  readonly mend: Sentence
  readonly at?: string

  constructor({ code, says, mend, at, cause }: TroubleParts) {
    super(says.en, cause === undefined ? undefined : { cause })
    this.code = code
    this.says = says
    this.mend = mend
    if (at !== undefined) this.at = at
  }
}

/** What happened and what to do about it, one after the other: each a sentence of its own. */
export function withMend(says: Sentence, mend: Sentence | undefined): Sentence {
  if (mend === undefined) return says
  return {
    zh: `${/[。！？；：\n]$/.test(says.zh) ? says.zh : `${says.zh}。`}${mend.zh}`,
    en: `${/[.!?;:\n]$/.test(says.en) ? says.en : `${says.en}.`} ${mend.en}`,
  }
}

/** The code of an error of the system or of a library (`ENOENT`, `ECONNREFUSED`); empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
