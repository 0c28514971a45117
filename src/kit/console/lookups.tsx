/** What one section of the console needs to name of another's; the console's entry looks it up. */
import { createContext, type ReactNode, use } from 'react'
import type { Choice } from './fields.tsx'

/** Where things of other sections are shown; null where this person may not read them. */
export interface Neighbours {
  readonly request: ((id: string) => string) | null
  readonly publication: ((id: string) => string) | null
}

const Sections = createContext<readonly Choice[]>([])
const Beside = createContext<Neighbours>({ request: null, publication: null })

interface Props {
  readonly sections: readonly Choice[]
  readonly neighbours: Neighbours
  readonly children: ReactNode
}

export function LookupProvider({ sections, neighbours, children }: Props) {
  return (
    <Sections value={sections}>
      <Beside value={neighbours}>{children}</Beside>
    </Sections>
  )
}

/** The open sections of the agency. */
export function useSections(): readonly Choice[] {
  return use(Sections)
}

export function useNeighbours(): Neighbours {
  return use(Beside)
}
