/** What the pages need of the report engine beyond the pure domain; `main` wires the real one, tests a small one. */
import type { Intake } from './intake.ts'

/** Formats written by the document writers. */
export { type WrittenFormat, writtenFormats } from '../../platform/documents/write/index.ts'

export type Engine = Pick<Intake, 'checkAll' | 'write'>
