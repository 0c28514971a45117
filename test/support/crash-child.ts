/**
 * A process that carries out acts on requests, for a test that kills it: says each call before it is sent and what was
 * answered. It kills itself at a chosen end of a transaction, before or after, or when a mail has just left, where that
 * is given.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { MINUTE } from '../../src/domain/kernel/instant.ts'
import { openDatabase } from '../../src/platform/db/connect.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { type CrashWorld, canonical, openDesk } from '../crash/desk.ts'
import { sendLetters } from '../crash/letters-out.ts'
import { type Ask, type Office, stories } from '../crash/stories.ts'

const [worldFile = '', name = '', turns = '', killAt = ''] = process.argv.slice(2)
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

/** Where the database went away in the middle of a sending, the next turn comes when its time is over. */
let turn = Date.parse(world.now) + Number(turns) * 2 * MINUTE
let failures = 0
const left = () => {
  if (killAt === 'mail') process.kill(process.pid, 'SIGKILL')
}
const work = async () => {
  try {
    await sendLetters(desk.services, world.mails, { at: new Date(turn), left })
    failures = 0
  } catch (error) {
    if (++failures > 100) throw error
    turn += 2 * MINUTE
    await pause(50)
  }
}

const office: Office = {
  ask,
  work,
  section: world.section,
  look: async (who, path) => {
    for (;;) {
      const answer = await desk.look(who, path).catch(() => null)
      if (answer?.status === 200) return answer.body
      await pause(50)
    }
  },
}

const one = async (first: number) => {
  for (let n = first; ; n += 1) await stories[n % stories.length]?.(office)
}
try {
  await Promise.all(Array.from({ length: atOnce }, (_, n) => one(n)))
} catch (error) {
  tell({ fault: String(error) })
  process.exit(1)
}
