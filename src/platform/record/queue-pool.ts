/**
 * Connections for the job queue, whose own code neither waits for what it writes about a finished job nor bears an
 * error of it: such an error would end the program, and a stop would leave the job to be done again. Here that writing
 * is tried until it succeeds, and can be waited for.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { type ClientConfig, Pool, type PoolClient } from 'pg'

export interface QueuePool {
  readonly pool: Pool
  /** Resolves when nothing is under way any more, or after `within` ms, and closes all connections. */
  readonly close: (within: number) => Promise<void>
}

const tryEvery = 300
const lookEvery = 5
/** How the queue names its statements about finished jobs. */
const settling = /^(?:complete|fail)_job/
const nothing = { rows: [], rowCount: 0 }

/** Makes the pool; all in it is done as the owner. */
export function queuePool(owner: ClientConfig, max: number): QueuePool {
  const pool = new Pool({ ...owner, max, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>
  let closing = false
  let underWay = 0

  /** A connection, as soon as there is one: the queue takes a failure to connect for its end. */
  const patient = async (): Promise<PoolClient> => {
    underWay += 1
    for (;;) {
      try {
        return guarded(await connect())
      } catch (error) {
        if (closing) return stub(error)
        await pause(tryEvery)
      }
    }
  }
  const settle = async (client: PoolClient, statement: object) => {
    for (let first = true; first || !closing; first = false) {
      try {
        return await (first ? client.query(statement as never) : pool.query(statement as never))
      } catch {
        // The job stays held, and is given free when the next worker starts, if this never succeeds.
        await pause(tryEvery)
      }
    }
    return nothing
  }
  const guarded = (client: PoolClient): PoolClient => {
    const release = (error?: Error | boolean) => {
      underWay -= 1
      client.release(error)
    }
    const query = (statement: unknown, ...rest: unknown[]) =>
      isSettling(statement) ? settle(client, statement) : (client.query as Query)(statement, ...rest)
    return standIn(client, { release, query })
  }
  const stub = (error: unknown): PoolClient =>
    ({
      query: async (statement: unknown) => {
        if (isSettling(statement)) return nothing
        throw error
      },
      release: () => {
        underWay -= 1
      },
    }) as unknown as PoolClient

  type Taken = (error: Error | undefined, client: PoolClient | undefined, release: () => void) => void
  pool.connect = ((taken?: Taken) => (taken ? Pool.prototype.connect.call(pool, taken) : patient())) as Pool['connect']
  return {
    pool,
    close: async within => {
      const until = Date.now() + within
      while (underWay > 0 && Date.now() < until) await pause(lookEvery)
      closing = true
      await Promise.race([pool.end(), pause(within, undefined, { ref: false })])
    },
  }
}

type Query = (...given: unknown[]) => Promise<unknown>

function isSettling(statement: unknown): statement is object {
  const name = (statement as { readonly name?: unknown } | null)?.name
  return typeof name === 'string' && settling.test(name)
}

/** The client with some of its methods replaced. */
function standIn(client: PoolClient, replaced: Readonly<Record<string, unknown>>): PoolClient {
  return new Proxy(client, {
    get: (target, name) => {
      if (typeof name === 'string' && Object.hasOwn(replaced, name)) return replaced[name]
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
