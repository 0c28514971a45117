/** A short stand-in for a text that may hold what can be guessed: without the master key it gives nothing away. */
import { createHmac } from 'node:crypto'
import type { MasterKeys } from './master-key.ts'

/** HMAC-SHA-256 in hex under the current master key. `use` keeps two uses apart. */
export function fingerprint(masters: MasterKeys, use: string, parts: readonly (string | Uint8Array)[]): string {
  const master = masters.secrets.get(masters.current)
  if (!master) throw new Error(`the current master key ${masters.current} is not among the master keys`)
  const key = createHmac('sha256', master).update(`gongkai fingerprint ${use}`).digest()
  const hmac = createHmac('sha256', key)
  // The length goes in front of each, so that nothing can move from one part to the next.
  for (const part of parts) hmac.update(`${Buffer.byteLength(part)}\n`).update(part)
  return hmac.digest('hex')
}
