/** Whether an identity provider is set up here. */
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { apiRoot } from '../../../kit/contract.ts'

const about = z.object({ oidc: z.union([z.boolean(), z.string()]).nullish() })

/** The root of the API says so; where it says nothing, there is none. */
export function useOidc(): boolean {
  const { data } = useQuery({
    queryKey: ['about'],
    queryFn: async () => about.parse(await (await fetch(apiRoot)).json()),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return Boolean(data?.oidc)
}
