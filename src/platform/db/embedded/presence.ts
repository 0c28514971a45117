/**
 * Who uses an embedded server, told by a lock the server itself holds for each connection: it goes with the process,
 * however that ends, and cannot be left behind.
 */
import type { Client } from 'pg'
import { sqlState } from '../errors.ts'
import { appRole } from '../roles.ts'

/** The number of the lock everybody holds together; whoever gets it alone is the last. */
const present = 0x676b
/** Held by the one that makes what the server must have: two that alter one role at once break one another's. */
const making = 0x676c

/** Says that this process uses the server, and makes sure of the database. Waits while another is about to end it. */
export async function announce(presence: Client, database: string): Promise<void> {
  await presence.query('SELECT pg_advisory_lock_shared($1)', [present])
  await presence.query('SELECT pg_advisory_lock($1)', [making])
  try {
    await makeMissing(presence, database)
  } finally {
    await presence.query('SELECT pg_advisory_unlock($1)', [making])
  }
}

async function makeMissing(presence: Client, database: string): Promise<void> {
  const { rowCount } = await presence.query('SELECT FROM pg_database WHERE datname = $1', [database])
  if (rowCount === 0) await orThere(presence.query(`CREATE DATABASE ${database}`))
  const { rowCount: roles } = await presence.query('SELECT FROM pg_roles WHERE rolname = $1 AND rolcanlogin', [appRole])
  if (roles === 0) await makeRole(presence)
}

/** Only whoever may enter the socket's folder reaches the server, so the plain role may sign in without more. */
async function makeRole(presence: Client): Promise<void> {
  await orThere(presence.query(`CREATE ROLE ${appRole} NOSUPERUSER NOBYPASSRLS NOINHERIT`))
  await presence.query(`ALTER ROLE ${appRole} LOGIN`)
}

/** Takes it well where another process was faster. */
async function orThere(making: Promise<unknown>): Promise<void> {
  try {
    await making
  } catch (error) {
    if (!['42P04', '42710', '23505'].includes(sqlState(error) ?? '')) throw error
  }
}

/** Gives up our place; true where nobody else is left and nobody can come before the server has ended. */
export async function leave(presence: Client): Promise<boolean> {
  try {
    await presence.query('SELECT pg_advisory_unlock_shared($1)', [present])
    const { rows } = await presence.query('SELECT pg_try_advisory_lock($1) AS last', [present])
    return rows[0]?.last === true
  } catch {
    // The server has gone already.
    return false
  }
}
