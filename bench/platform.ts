/** The platform, run whole on the demo: pages and answers over sockets, one row by its key, start-up and memory. */

import { Agent } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Asked, callOnce, inTurn } from './calls.ts'
import { type SignedIn, signInAll } from './people.ts'
import { memoryMb, type Program, startProgram } from './process.ts'
import { stackRows } from './stack.ts'
import type { Row } from './table.ts'

interface Options {
  readonly root: string
  readonly work: string
  /** The bundled `bare.ts`. */
  readonly bare: string
  readonly quick: boolean
}

const restMs = 3000

export async function platformRows({ root, work, bare, quick }: Options): Promise<readonly Row[]> {
  const data = join(work, 'installation')
  const serve = () => startProgram([join(root, 'bin', 'gongkai.js'), 'serve', '--demo', '--port', '0', '--data', data])
  const nothing = await startProgram([bare, 'text/plain', '1'])
  const first = await serve()
  const signedIn = await signInAll(first.url, data).finally(first.stop)
  const second = await serve()
  try {
    const started = (name: string, { startMs }: Program, aimMs: number): Row => ({
      name: `start to the first answer, ${name}`,
      ours: startMs,
      baseline: 'bare server',
      base: nothing.startMs,
      aimMs,
    })
    await pause(restMs)
    const memory = {
      name: 'memory at rest, all processes',
      ours: memoryMb(second.child.pid ?? 0),
      baseline: 'bare server',
      base: memoryMb(nothing.child.pid ?? 0),
      aimMs: 250,
      unit: 'MB',
    }
    const [one] = signedIn
    if (!one) throw new Error('nobody is signed in')
    return [
      started('empty folder', first, 10_000),
      started('second time', second, 2000),
      memory,
      ...(await answerRows('portal page', { url: `${second.url}/a/${one.slug}/` }, bare, quick)),
      ...(await answerRows('list by a session', listOf(second.url, signedIn), bare, quick)),
      ...(await stackRows(data, one, quick ? 200 : 1000)),
    ]
  } finally {
    await second.stop()
    await nothing.stop()
  }
}

/** The sections of an agency, asked for by all its people in turn: each may call only so often. */
function listOf(url: string, signedIn: readonly SignedIn[]): Asked {
  const colleagues = signedIn.filter(({ agencyId }) => agencyId === signedIn[0]?.agencyId)
  let turn = 0
  return {
    url: `${url}/api/v1/agencies/${colleagues[0]?.agencyId}/sections`,
    headers: () => ({ Cookie: colleagues[turn++ % colleagues.length]?.cookie ?? '' }),
  }
}

async function answerRows(name: string, asked: Asked, bare: string, quick: boolean): Promise<Row[]> {
  const agent = new Agent()
  const { bytes, headers, status } = await callOnce(asked, agent)
  if (status !== 200) throw new Error(`${asked.url} answered ${status}`)
  const base = await startProgram([bare, headers['content-type'] ?? '', String(bytes)])
  const rows: Row[] = []
  for (const connections of [1, 8]) {
    const [ours, its] = await inTurn(asked, { url: base.url }, connections, quick ? 50 : 200)
    const label = `${name} (${bytes} bytes), ${connections === 1 ? 'one connection' : `${connections} connections`}`
    rows.push({ name: label, ours, baseline: 'bare server', base: its })
  }
  await base.stop()
  return rows
}
