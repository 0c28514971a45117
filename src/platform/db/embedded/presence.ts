/**
 * Who uses an embedded server, told by a lock the server itself holds for each connection: it goes with the process,
 * however that ends, and cannot be left behind.
 */
import type { Client } from 'pg'
import { sqlState } from '../errors.ts'

/** The number of the lock everybody holds together; whoever gets it alone is the last. */
const present = 0x676b

/** Says that this process uses the server, and makes sure of the database. Waits while another is about to end it. */
export async function announce(presence: Client, database: string): Promise<void> {
  await presence.query('SELECT pg_advisory_lock_shared($1)', [present])
  const { rowCount } = await presence.query('SELECT FROM pg_database WHERE datname = $1', [database])
  if (rowCount === 0) await makeDatabase(presence, database)
}

async function makeDatabase(presence: Client, database: string): Promise<void> {
  try {
    await presence.query(`CREATE DATABASE ${database}`)
  } catch (error) {
    // Another process was faster.
    if (!['42P04', '23505'].includes(sqlState(error) ?? '')) throw error
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
