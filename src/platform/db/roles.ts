/**
 * Two roles. The owner (the user of DATABASE_URL; the embedded server's own) owns the tables and migrates. The plain
 * role owns nothing, is bound by row-level security, and does everything else.
 */
import type { Client } from 'pg'
import { sqlState } from './errors.ts'
import { noPlainRole, strongRole } from './trouble.ts'

/** The role the application works as: owns nothing, bypasses nothing. */
export const appRole = 'gongkai_app'

/**
 * Makes the plain role where it is missing, and sees that it is plain and the owner may become it. Roles belong to
 * the whole server, so it may be there from another database or made by an administrator. Throws a Trouble with the
 * administrator's remedy where the owner may not do that.
 */
export async function readyAppRole(owner: Client): Promise<void> {
  try {
    await makeRole(owner)
    const strong = 'SELECT rolsuper OR rolbypassrls AS strong FROM pg_roles WHERE rolname = $1'
    const { rows } = await owner.query<{ strong: boolean }>(strong, [appRole])
    if (rows[0]?.strong !== false) throw strongRole(appRole)
    if (!(await mayBecome(owner))) await owner.query(`GRANT ${appRole} TO CURRENT_USER`)
  } catch (error) {
    if (sqlState(error) !== '42501') throw error
    const { rows } = await owner.query<{ name: string }>('SELECT current_user AS name')
    throw noPlainRole(appRole, rows[0]?.name ?? '', error)
  }
}

async function makeRole(owner: Client): Promise<void> {
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [appRole])
  if (rowCount !== 0) return
  try {
    await owner.query(`CREATE ROLE ${appRole} NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT`)
  } catch (error) {
    // Another process was faster.
    if (!['42710', '23505'].includes(sqlState(error) ?? '')) throw error
  }
}

async function mayBecome(owner: Client): Promise<boolean> {
  try {
    await owner.query(`BEGIN; SET LOCAL ROLE ${appRole}; ROLLBACK`)
    return true
  } catch (error) {
    await owner.query('ROLLBACK')
    if (sqlState(error) !== '42501') throw error
    return false
  }
}
