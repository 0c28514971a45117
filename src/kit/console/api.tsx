/** Reads and acts through the API's contracts, for every view of the console. */
import { keepPreviousData, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useRef } from 'react'
import type { ApiProblem, Call } from '../client.ts'
import type { AnswerOf, CallOf, Contract } from '../contract.ts'

const Api = createContext<Call | null>(null)

export function ApiProvider({ call, children }: { readonly call: Call; readonly children: ReactNode }) {
  return <Api value={call}>{children}</Api>
}

/** The typed caller. Throws where no provider stands above. */
export function useCall(): Call {
  const call = use(Api)
  if (!call) throw new Error('no ApiProvider above')
  return call
}

interface ReadOptions {
  readonly enabled?: boolean
  /** Milliseconds between looks. */
  readonly every?: number
}

/** What a contract reads, kept by its input; the answer before stays until the new one comes. */
export function useRead<C extends Contract>(
  contract: C,
  input: CallOf<C>,
  { enabled = true, every }: ReadOptions = {},
): UseQueryResult<AnswerOf<C>, ApiProblem> {
  const call = useCall()
  return useQuery<AnswerOf<C>, ApiProblem>({
    queryKey: [contract.id, input],
    queryFn: () => call(contract, input),
    placeholderData: keepPreviousData,
    enabled,
    ...(every === undefined ? {} : { refetchInterval: every }),
  })
}

/** Has the reads of these contracts made anew. */
export function useRefresh(): (...contracts: readonly Contract[]) => void {
  const client = useQueryClient()
  return (...contracts) => {
    for (const { id } of contracts) client.invalidateQueries({ queryKey: [id] })
  }
}

/** Keeps an answer that came another way, as what a contract reads. */
export function useKeep(): <C extends Contract>(contract: C, input: CallOf<C>, answer: AnswerOf<C>) => void {
  const client = useQueryClient()
  return ({ id }, input, answer) => client.setQueryData([id, input], answer)
}

interface ActOptions<C extends Contract> {
  /** Reads that this act makes stale. */
  readonly refresh?: readonly Contract[]
  readonly done?: (answer: AnswerOf<C>) => void
}

/** Carries out a contract. The same input tried again after a failure goes under the same key: it is done once. */
export function useAct<C extends Contract>(contract: C, { refresh = [], done }: ActOptions<C> = {}) {
  const call = useCall()
  const renew = useRefresh()
  const keyFor = useKeptKey()
  return useMutation<AnswerOf<C>, ApiProblem, CallOf<C>>({
    mutationFn: async input => {
      const key = keyFor(JSON.stringify(input))
      const answer = await call(contract, input, key.value)
      key.used()
      return answer
    },
    onSuccess: answer => {
      renew(...refresh)
      done?.(answer)
    },
  })
}

function useKeptKey() {
  const kept = useRef<{ readonly input: string; readonly value: string } | null>(null)
  return (input: string) => {
    const value = kept.current?.input === input ? kept.current.value : randomKey()
    kept.current = { input, value }
    const used = () => {
      kept.current = null
    }
    return { value, used }
  }
}

const keyBytes = 18

/** A name nobody else takes; also where the page came without TLS. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(keyBytes))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
