/**
 * A process that uses an embedded database, for tests that kill it: starts or joins the server of the folder given,
 * then adds rows, one a transaction, saying the number of each when the database has confirmed it. SIGTERM ends it in
 * good order.
 */
import { Pool } from 'pg'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { Trouble } from '../../src/platform/trouble.ts'

// One at a time: two that make it at once would break one another's.
const table = `BEGIN; SELECT pg_advisory_xact_lock(1);
  CREATE TABLE IF NOT EXISTS row (writer integer, number integer); COMMIT`

const tell = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

try {
  const server = await startEmbedded(process.argv[2] ?? '', { onLost: trouble => tell({ lost: String(trouble) }) })
  const pool = new Pool({ ...server.connection, max: 2 })
  pool.on('error', () => undefined)
  let running = true
  process.on('SIGTERM', () => {
    running = false
  })
  await pool.query(table)
  tell({ adopted: server.adopted, host: server.connection.host })
  for (let number = 1; running; number += 1) {
    try {
      await pool.query('INSERT INTO row VALUES ($1, $2)', [process.pid, number])
      tell({ number })
    } catch {
      // The server was killed: it comes back, and the next row is tried.
    }
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  await pool.end()
  await server.stop()
  tell({ stopped: true })
} catch (error) {
  tell(error instanceof Trouble ? { trouble: error.code, at: error.at, mend: error.mend } : { fault: String(error) })
  process.exit(1)
}
