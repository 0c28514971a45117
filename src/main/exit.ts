/** How a command ends (contract: design §5). */
import type { Said } from '../domain/kernel/lang.ts'

export const exitCodes = {
  /** Done, and nothing wrong. */
  fine: 0,
  /** Done, and errors found in a report. */
  errorsFound: 1,
  /** Could not: wrong usage, or an input that cannot be read. */
  couldNot: 2,
  /** A defect of the program. */
  fault: 3,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The graver of two: where one file of many could not be read, that outweighs errors found in the others. */
export function graver(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b
}

/** Ends a command with one sentence and `couldNot`. */
export class Stop extends Error {
  override readonly name = 'Stop'
  constructor(readonly says: Said) {
    super(says.en)
  }
}
