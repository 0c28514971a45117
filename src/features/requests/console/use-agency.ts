/** Whose requests are shown: one's own agency's, or those of one that is supervised and named in the address. */
import { z } from 'zod'
import { useMe } from '../../../kit/console/me.tsx'
import { useUrlState } from '../../../kit/console/url-state.ts'

interface Whose {
  readonly agencyId: string
  readonly own: boolean
  /** What a link to another case of this agency keeps in its address. */
  readonly kept: { readonly of?: string }
}

export function useAgency(): Whose {
  const me = useMe()
  const [{ of }] = useUrlState()
  const other = z.uuid().safeParse(of).data
  const agencyId = other ?? me.agencyId
  const own = agencyId === me.agencyId
  return { agencyId, own, kept: own ? {} : { of: agencyId } }
}
