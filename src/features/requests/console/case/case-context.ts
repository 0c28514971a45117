/** The case a page shows, and the way to open the form of an act on it. */
import { createContext, use } from 'react'
import type { RequestActId } from '../../../../domain/request/acts.ts'
import type { RequestView } from '../../contract/index.ts'

export interface OpenCase {
  readonly view: RequestView
  /** `target`: the letter, consultation or urging it is for. */
  readonly open: (act: RequestActId, target?: string) => void
}

export const CaseContext = createContext<OpenCase | null>(null)

/** Throws outside of the page of a case. */
export function useCase(): OpenCase {
  const known = use(CaseContext)
  if (!known) throw new Error('no case above')
  return known
}

/** The name of an account or section the case speaks of. */
export function nameOf(view: RequestView, id: string | null): string {
  return id === null ? '' : (view.names[id] ?? id)
}
