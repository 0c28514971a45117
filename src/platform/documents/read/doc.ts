/** Old Word files (doc, and wps of the same container). */
import type { Paper } from '../../../paper/paper.ts'
import { damaged } from '../errors.ts'
import type { Limits } from '../limits.ts'

export function readDoc(_bytes: Uint8Array, _limits: Limits): Paper {
  throw damaged('正文', 'the main text')
}
