/** What one section of the console needs to name of another's; the console's entry looks it up. */
import { createContext, type ReactNode, use } from 'react'
import type { Choice } from './fields.tsx'

const Sections = createContext<readonly Choice[]>([])

export function LookupProvider({
  sections,
  children,
}: {
  readonly sections: readonly Choice[]
  readonly children: ReactNode
}) {
  return <Sections value={sections}>{children}</Sections>
}

/** The open sections of the agency. */
export function useSections(): readonly Choice[] {
  return use(Sections)
}
