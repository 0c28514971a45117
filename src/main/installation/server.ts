/** Which PostgreSQL an installation lives in, and reaching it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import type { Config } from '../../platform/config/config.ts'
import { startEmbedded } from '../../platform/db/embedded.ts'
import { noInstallation } from './troubles.ts'

export interface ReachedServer {
  /** How to connect as the owner of the tables. */
  readonly owner: ClientConfig
  /** How to connect as the plain role; undefined where its connections begin as the owner. */
  readonly plain: ClientConfig | undefined
  /** Lets go of it; an embedded server that nobody else uses ends. Close all other connections first. */
  readonly leave: () => Promise<void>
}

/**
 * Starts or joins the embedded server of the data folder, or takes the address of DATABASE_URL. `onLost` hears of an
 * embedded server that was lost while in use and could not be brought back.
 */
export async function reachServer(
  { databaseUrl, data }: Config,
  onLost: (trouble: unknown) => void = () => undefined,
): Promise<ReachedServer> {
  if (databaseUrl !== null) {
    return { owner: { connectionString: databaseUrl.reveal() }, plain: undefined, leave: async () => undefined }
  }
  const { connection, plain, stop } = await startEmbedded(data, { onLost })
  return { owner: connection, plain, leave: stop }
}

/** Whether somebody has begun an installation here; tells without making one. */
export function hasBegun({ databaseUrl, data }: Config): boolean {
  return databaseUrl !== null || existsSync(join(data, 'postgres'))
}

/** Throws a Trouble where there is no installation yet: what only looks must not make one. */
export function mustHaveBegun(config: Config): void {
  if (!hasBegun(config)) throw noInstallation(config.data)
}
