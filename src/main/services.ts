/** An installation as its slices see it. */
import { randomBytes } from 'node:crypto'
import type { Services } from '../kit/services.ts'
import { paymentsOf, scannerOf, sealerOf } from './installation/outside.ts'
import type { Installation } from './installation.ts'

/** `publicUrl`: how it is reached from outside, without a slash at the end. */
export function servicesOf(
  { config, database, blobs, keys, log }: Omit<Installation, 'metrics' | 'migrated' | 'close'>,
  publicUrl: string,
): Services {
  const scanner = scannerOf(config)
  const now = () => new Date()
  const payments = paymentsOf(config, now)
  const sealer = sealerOf(config)
  return {
    database,
    blobs,
    keys,
    log,
    algorithm: config.hash,
    ...(scanner ? { scanner } : {}),
    ...(payments ? { payments } : {}),
    ...(sealer ? { sealer } : {}),
    now,
    random: randomBytes,
    publicUrl,
  }
}

/** The address of a server that listens there, for links. */
export function addressAt(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
