/** A database of a test's own, copied from the migrated one in a moment. */
import { randomBytes } from 'node:crypto'
import type { ClientConfig } from 'pg'
import { inject, onTestFinished } from 'vitest'
import { asOwner, type Database, openDatabase } from '../../src/platform/db/connect.ts'
import { appRole } from '../../src/platform/db/roles.ts'

const owner = 'gongkai'

function connectionTo(database: string): ClientConfig {
  return { host: inject('databaseFolder'), port: 5432, user: owner, database }
}

/** The connection of the owner to a fresh database; `template` without structure: `template0`. */
export async function freshConnection(template = owner): Promise<ClientConfig & { readonly database: string }> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await asOwner(connectionTo('postgres'), client => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  return { ...connectionTo(name), database: name }
}

/** A migrated database for one file of tests: close it when they are done. */
export async function freshDatabase(): Promise<Database> {
  const connection = await freshConnection()
  const database = await openDatabase(connection, { ...connection, user: appRole })
  return {
    ...database,
    close: async () => {
      await database.close()
      await asOwner(connectionTo('postgres'), client =>
        client.query(`DROP DATABASE IF EXISTS ${connection.database} WITH (FORCE)`),
      )
    },
  }
}

/** The same for one test, closed at its end. */
export async function databaseForTest(): Promise<Database> {
  const database = await freshDatabase()
  onTestFinished(() => database.close())
  return database
}
