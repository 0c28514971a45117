/** The console's one way to the server. */
import { ApiProblem, type Call, clientOf } from '../../kit/client.ts'
import { randomKey } from '../../kit/console/api.tsx'

const listeners = new Set<() => void>()

/** Told each time the server says that nobody is signed in. Gives the way to stop listening. */
export function whenSignedOut(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const client = clientOf({
  fetch: (address, init) => fetch(address, { ...init, credentials: 'same-origin' }),
  newKey: randomKey,
})

/** Paths where 401 means a wrong password, not the end of a session. */
const doors = /^\/(?:session|invitations)\b/

export const call: Call = async (contract, input, key) => {
  try {
    return await client(contract, input, key)
  } catch (error) {
    const out = error instanceof ApiProblem && error.problem.status === 401 && !doors.test(contract.path)
    if (out && contract.path !== '/me') for (const listener of listeners) listener()
    throw error
  }
}
