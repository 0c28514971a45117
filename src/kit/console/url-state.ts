/** What a list shows, kept in the address: it can be sent to a colleague, and the way back leads to it. */
import { useNavigate, useSearch } from '@tanstack/react-router'

export type UrlState = Readonly<Record<string, string>>

/** The address's words, and a way to change some of them; an empty word goes. */
export function useUrlState(): [UrlState, (change: UrlState, options?: { replace?: boolean }) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const state = Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]))
  const change = (changes: UrlState, { replace = false } = {}) => {
    const next = Object.fromEntries(Object.entries({ ...state, ...changes }).filter(([, value]) => value !== ''))
    void navigate({ to: '.', search: next as never, replace })
  }
  return [state, change]
}
