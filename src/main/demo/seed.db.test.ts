import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { databaseForTest } from '../../../test/support/database.ts'
import type { Services } from '../../kit/services.ts'
import { newMasterKey, parseMasterKeys } from '../../platform/crypto/master-key.ts'
import { createLog } from '../../platform/log/log.ts'
import { chains, verifyChain } from '../../platform/record/chain.ts'
import { diskStore } from '../../platform/storage/disk.ts'
import { demoAgencies } from './region.ts'
import { seedDemo } from './seed.ts'

async function emptyInstallation(): Promise<Services> {
  const now = () => new Date('2026-11-21T02:00:00Z')
  return {
    database: await databaseForTest(),
    blobs: await diskStore(mkdtempSync(join(tmpdir(), 'gongkai-demo-')), now().getTime()),
    keys: { masters: parseMasterKeys(newMasterKey(), 'test'), suite: 'aes-256-gcm' },
    log: createLog(
      () => undefined,
      () => now().getTime(),
    ),
    now,
    random: count => crypto.getRandomValues(new Uint8Array(count)),
    publicUrl: 'http://localhost:3000',
  }
}

describe('the demo', () => {
  it('given an empty installation, when it is filled, then everybody has a link and every chain holds', async () => {
    const services = await emptyInstallation()
    const links = await seedDemo(services)
    expect(links).toHaveLength(demoAgencies.flatMap(({ people }) => people).length)
    expect(new Set(links?.map(({ link }) => link)).size).toBe(links?.length)
    await services.database.transaction('installation', async tx => {
      for (const id of await chains(tx)) expect((await verifyChain(tx, id)).broken).toBeNull()
      const { rows } = await tx.execute(
        sql`SELECT count(*)::int AS kept, sum(jsonb_array_length(findings))::int AS found FROM stored_report`,
      )
      expect(rows).toEqual([{ kept: 10, found: 0 }])
    })
  })

  it('given an installation with an agency, when it is to be filled, then nothing is touched', async () => {
    const services = await emptyInstallation()
    await seedDemo(services)
    expect(await seedDemo(services)).toBeNull()
  })
})
