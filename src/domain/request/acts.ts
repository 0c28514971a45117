/**
 * Every act on a request: from which state, by whom, on which article. The buttons of a page, the sentences of who may,
 * and the guard of the act itself all come from this table.
 */
import type { ActRule } from './act-rule.ts'
import { answeringActs } from './acts-answering.ts'
import { handlingActs } from './acts-handling.ts'

export const requestActs = { ...handlingActs, ...answeringActs }

export type RequestActId = keyof typeof requestActs
export const requestActIds = Object.keys(requestActs) as readonly RequestActId[]

export function actRule(id: RequestActId): ActRule {
  return requestActs[id]
}
