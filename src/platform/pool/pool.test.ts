import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Job } from '../../../test/support/pool-worker.ts'
import { Pool } from './pool.ts'

let folder = ''
let entry = new URL('file:///')
const pools: Pool<Job, number, unknown>[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-pool-'))
  const outfile = join(folder, 'worker.mjs')
  await build({ entryPoints: ['test/support/pool-worker.ts'], outfile, bundle: true, platform: 'node', format: 'esm' })
  entry = pathToFileURL(outfile)
})
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function makePool(changes: { size?: number; seconds?: number; megabytes?: number } = {}): Pool<Job, number, unknown> {
  const pool = new Pool<Job, number, unknown>({ entry, size: 2, seconds: 10, megabytes: 256, ...changes })
  pools.push(pool)
  return pool
}

const echo = (value: unknown): Job => ({ do: 'echo', value })

describe('a job that behaves', () => {
  test('gets its answer, bytes included', async () => {
    const bytes = new Uint8Array([0, 255, 3])
    const outcome = await makePool().run(echo({ name: '年报.txt', bytes }))
    expect(outcome).toMatchObject({ ok: true, answer: { name: '年报.txt' } })
    expect(outcome.ok && Uint8Array.from((outcome.answer as { bytes: Uint8Array }).bytes)).toEqual(bytes)
  })

  test('hands over parts in order before its answer', async () => {
    const parts: number[] = []
    const outcome = await makePool().run({ do: 'parts', count: 5 }, part => parts.push(part))
    expect(parts).toEqual([0, 1, 2, 3, 4])
    expect(outcome).toEqual({ ok: true, answer: 'end' })
  })

  test('more jobs than children: all are answered, each by one of the children', async () => {
    const pool = makePool()
    const answers = await Promise.all(Array.from({ length: 40 }, () => pool.run({ do: 'pid' })))
    expect(answers.every(a => a.ok)).toBe(true)
    expect(new Set(answers.map(a => a.ok && a.answer)).size).toBeLessThanOrEqual(2)
  })
})

describe('a job that does not behave is lost alone', () => {
  const cases: [Job['do'], object][] = [
    ['loop', { ok: false, lost: 'timeout' }],
    ['hoard', { ok: false, lost: 'too_large' }],
    ['buffers', { ok: false, lost: 'too_large' }],
    ['throw', { ok: false, lost: 'fault', detail: expect.stringContaining('worker threw') }],
    ['exit', { ok: false, lost: 'fault' }],
  ]
  test.each(cases)('%s', async (what, lost) => {
    const pool = makePool({ seconds: what === 'loop' ? 1 : 20, megabytes: 128 })
    const bad = pool.run({ do: what } as Job)
    const others = Promise.all(Array.from({ length: 6 }, (_, i) => pool.run(echo(i))))
    expect(await bad).toMatchObject(lost)
    expect((await others).map(o => o.ok && o.answer)).toEqual([0, 1, 2, 3, 4, 5])
    expect(await pool.run(echo('after'))).toEqual({ ok: true, answer: 'after' })
  })

  test('even where the only child is the one killed', async () => {
    const pool = makePool({ size: 1, seconds: 1 })
    const outcomes = await Promise.all([pool.run(echo(1)), pool.run({ do: 'loop' }), pool.run(echo(2))])
    expect(outcomes).toMatchObject([
      { ok: true, answer: 1 },
      { ok: false, lost: 'timeout' },
      { ok: true, answer: 2 },
    ])
  })

  test('a worker file that does not exist is a fault, not a hang', async () => {
    const pool = new Pool({ entry: new URL('file:///nowhere/worker.mjs'), size: 1, seconds: 10, megabytes: 128 })
    expect(await pool.run(1)).toMatchObject({ ok: false, lost: 'fault' })
  })
})

test('a child that stays fat after its job is replaced before the next', async () => {
  const pool = makePool({ size: 1, megabytes: 160 })
  const fat = await pool.run({ do: 'stay-fat' })
  const next = await pool.run({ do: 'pid' })
  expect(fat.ok && next.ok).toBe(true)
  expect(next.ok && next.answer).not.toBe(fat.ok && fat.answer)
})

test('closing ends work under way and refuses more', async () => {
  const pool = makePool({ size: 1 })
  const looping = pool.run({ do: 'loop' })
  const queued = pool.run(echo(1))
  pool.close()
  expect(await looping).toMatchObject({ ok: false, lost: 'fault' })
  expect(await queued).toMatchObject({ ok: false, lost: 'fault' })
  expect(await pool.run(echo(2))).toMatchObject({ ok: false, lost: 'fault' })
})
