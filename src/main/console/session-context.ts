/** The session as the frame needs it: the agencies to switch between, the roles held for others. */
import { createContext, use } from 'react'
import type { MeAnswer } from '../../features/accounts/contract.ts'

type Session = NonNullable<MeAnswer['me']>

const Context = createContext<Session | null>(null)

export const SessionProvider = Context.Provider

/** Throws outside of the signed-in part. */
export function useSession(): Session {
  const session = use(Context)
  if (!session) throw new Error('nobody is signed in here')
  return session
}
