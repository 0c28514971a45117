/** Whose requests are shown: one's own agency's, or those of one that is supervised and named in the address. */
import { z } from 'zod'
import { useMe } from '../../../kit/console/me.tsx'
import { useUrlState } from '../../../kit/console/url-state.ts'

export function useAgency(): { readonly agencyId: string; readonly own: boolean } {
  const me = useMe()
  const [{ of }] = useUrlState()
  const other = z.uuid().safeParse(of).data
  const agencyId = other ?? me.agencyId
  return { agencyId, own: agencyId === me.agencyId }
}
