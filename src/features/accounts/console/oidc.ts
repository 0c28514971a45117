/** Whether an identity provider is set up here. */
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { apiRoot } from '../../../kit/contract.ts'

const about = z.object({ oidc: z.union([z.boolean(), z.string()]).nullish() })

/** The root of the API says so to programs; where it says nothing, there is none. */
export function useOidc(): boolean {
  const { data } = useQuery({
    queryKey: ['about'],
    queryFn: ask,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? false
}

async function ask(): Promise<boolean> {
  const answer = await fetch(`${apiRoot}/`, { headers: { Accept: 'application/json' } })
  if (!answer.headers.get('content-type')?.startsWith('application/json')) {
    await answer.body?.cancel()
    return false
  }
  return Boolean(about.parse(await answer.json()).oidc)
}
