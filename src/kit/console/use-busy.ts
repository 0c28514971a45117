/** Work started by a button, its going on and its going wrong. */
import { useState } from 'react'
import { ApiProblem } from '../client.ts'
import { useTell } from './language.tsx'
import { useToast } from './toast.tsx'

/** Whether it runs, and the way to start it. A problem of the API is told; anything else is a fault and goes on up. */
export function useBusy(work: () => Promise<void>): [boolean, () => void] {
  const t = useTell()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const start = async () => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      toast(t(error.problem.says))
    } finally {
      setBusy(false)
    }
  }
  return [busy, () => void start()]
}
