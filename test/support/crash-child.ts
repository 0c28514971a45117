/**
 * A process that carries out acts on requests, for a test that kills it: says each call before it is sent and what was
 * answered. It kills itself at a chosen end of a transaction, before or after, where one is given.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../src/platform/db/connect.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { type CrashWorld, canonical, openDesk } from '../crash/desk.ts'
import { type Ask, stories } from '../crash/stories.ts'

const [worldFile = '', name = '', killAt = ''] = process.argv.slice(2)
const atOnce = 3
const tell = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

let ends = 0
/** Twice for each act: before its transaction ends, and after. */
function end(): void {
  ends += 1
  if (String(ends) === killAt) process.kill(process.pid, 'SIGKILL')
}

const world = JSON.parse(readFileSync(worldFile, 'utf8')) as CrashWorld
const server = await startEmbedded(world.data)
const opened = await openDatabase(server.connection, { ...server.plain, application_name: name })
const desk = await openDesk(world, {
  ...opened,
  transaction: async (scope, work, kept) => {
    if (scope === 'installation') return opened.transaction(scope, work, kept)
    const done = await opened.transaction(
      scope,
      async tx => {
        const result = await work(tx)
        end()
        return result
      },
      kept,
    )
    end()
    return done
  },
})

let calls = 0
const ask: Ask = async call => {
  const sent = { key: `${name}-call-${++calls}`, ...call }
  tell({ asked: sent })
  for (;;) {
    const answer = await desk.send(sent).catch(() => null)
    // The database is away: it comes back, and the same call is made again.
    if (answer === null || answer.status >= 500) {
      await pause(50)
      continue
    }
    tell({ answered: sent.key, status: answer.status, body: canonical(answer.body) })
    if (answer.status === 200) return answer.body
    if ((answer.body as { code?: string }).code === 'already_done') return null
    throw new Error(`${sent.path}: ${JSON.stringify(answer.body)}`)
  }
}

const one = async (first: number) => {
  for (let n = first; ; n += 1) await stories[n % stories.length]?.(ask, world.section)
}
try {
  await Promise.all(Array.from({ length: atOnce }, (_, n) => one(n)))
} catch (error) {
  tell({ fault: String(error) })
  process.exit(1)
}
