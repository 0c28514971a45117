/** A value as it is once it has not changed for a while. */
import { useEffect, useState } from 'react'

export function useLater<T>(value: T, after: number): T {
  const [later, setLater] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), after)
    return () => clearTimeout(timer)
  }, [value, after])
  return later
}
