/** Who works here, for which agency, and what the policies let them do. */
import { createContext, type ReactNode, use } from 'react'
import type { Contract } from '../contract.ts'

/** What views need to know of the person signed in. */
export interface Worker {
  readonly accountId: string
  readonly name: string
  readonly agencyId: string
  readonly agencyName: string
  readonly roles: readonly string[]
  readonly may: readonly string[]
}

const Me = createContext<Worker | null>(null)

export function MeProvider({ me, children }: { readonly me: Worker; readonly children: ReactNode }) {
  return <Me value={me}>{children}</Me>
}

/** Throws outside of the signed-in part of the console. */
export function useMe(): Worker {
  const me = use(Me)
  if (!me) throw new Error('nobody is signed in here')
  return me
}

/** Whether the policies let this person carry out a contract: what they may not is not offered. */
export function useMay(): (contract: Pick<Contract, 'id'>) => boolean {
  const { may } = useMe()
  return ({ id }) => may.includes(id)
}
