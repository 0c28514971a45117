/** One database server for all tests of a run, with a migrated database to copy from. Vitest starts and stops it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts'
import { installJobs } from '../../src/platform/record/jobs.ts'
import { guard } from './guard.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly databaseFolder: string
  }
}

export const migrationsFolder = new URL('../../migrations/', import.meta.url)

/** What is written need not outlive the machine. */
const fast = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'gongkai-db-'))
  const letGo = guard(data)
  const server = await startEmbedded(data, { settings: fast })
  await migrate(server.connection, await readMigrations(migrationsFolder), new Date('2026-01-01T00:00:00Z'))
  await installJobs(server.connection)
  project.provide('databaseFolder', server.connection.host ?? '')
  return async () => {
    await server.stop()
    rmSync(data, { recursive: true, force: true })
    letGo()
  }
}
