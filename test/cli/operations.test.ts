import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gongkai, linesOf, scratch } from '../support/command-line.ts'

const { folder, path, drop } = scratch()
const data = path('数据 一')
const inData = (...args: string[]) => gongkai([...args, '--data', data])

/** Ends a process that was started here, and waits for its end. */
async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const closed = once(child, 'close')
  child.kill(signal)
  const [code] = await closed
  return code
}

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [resolve('bin/gongkai.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}

let worker: ChildProcess
// Another program on the same data all the while: the embedded server is shared, and not started for each command.
beforeAll(async () => {
  expect((await inData('migrate')).code).toBe(0)
  worker = start('worker', '--data', data)
  await once(worker.stdout ?? worker, 'data')
})
afterAll(async () => {
  await end(worker, 'SIGKILL')
  // The server a killed program leaves behind is joined, and ended by whoever leaves it last.
  await inData('verify')
  drop()
})

describe('looking after an installation', () => {
  test('migrate makes it once, and says when there is nothing to do', async () => {
    const { code, out } = await inData('migrate', '--format', 'json')
    expect([code, JSON.parse(out)]).toEqual([0, { migrated: [] }])
    expect(statSync(join(data, 'master.key')).mode & 0o077).toBe(0)
  })

  test('a backup is written while a worker works, proves itself, and is restored elsewhere', async () => {
    const file = path('一.tar')
    const made = await inData('backup', file, '--format', 'json')
    expect(made.code).toBe(0)
    expect(JSON.parse(made.out)).toMatchObject({ file, left_out: [] })

    const proof = await gongkai(['verify', '--backup', file, '--format', 'json'])
    expect([proof.code, linesOf<object>(proof).at(-1)]).toMatchObject([0, { flaws: 0 }])

    const elsewhere = path('二')
    const brought = await gongkai(['restore', file, '--data', elsewhere])
    expect([brought.code, brought.out]).toMatchObject([0, expect.stringContaining('已恢复')])
    expect(brought.err).toContain('主密钥')
    expect(existsSync(join(elsewhere, 'master.key'))).toBe(false)
    expect((await gongkai(['verify', '--data', elsewhere])).code).toBe(0)

    const again = await gongkai(['restore', file, '--data', elsewhere])
    expect([again.code, again.out]).toEqual([2, ''])
    expect(again.err).toContain('只能恢复到空的地方')
  })

  test('a name that is taken, a damaged backup and an empty place are refused in one sentence each', async () => {
    const file = path('taken.tar')
    writeFileSync(file, 'mine')
    for (const [args, says] of [
      [['backup', file, '--data', data], '已经存在'],
      [['verify', '--backup', file], '备份文件'],
      [['restore', file, '--data', path('三')], '备份文件'],
      [['backup', path('x.tar'), '--data', path('nowhere')], '还没有安装'],
      [['verify', '--data', path('nowhere')], '还没有安装'],
    ] as const) {
      const { code, out, err } = await gongkai(args)
      expect([code, out], err).toEqual([2, ''])
      expect(err).toContain(says)
      expect(err.trimEnd().split('\n')).toHaveLength(1)
    }
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect([path('nowhere'), path('三')].map(place => existsSync(place))).toEqual([false, false])
  })

  test('doctor has a line for each thing, and ends with 1 where one is in error', async () => {
    const { code, out } = await inData('doctor', '--format', 'json')
    const found = Object.fromEntries(
      linesOf<{ check: string; state: string }>({ code, out, err: '' }).map(l => [l.check, l]),
    )
    expect(code).toBe(0)
    expect(found).toMatchObject({ database: { state: 'ok' }, key: { state: 'ok' }, fonts: { state: 'ok' } })
    const key = join(data, 'master.key')
    const kept = readFileSync(key)
    writeFileSync(key, 'no key\n')
    const broken = await inData('doctor')
    writeFileSync(key, kept)
    expect(broken.code).toBe(1)
    expect(broken.out).toMatch(/错误 +key +.*主密钥|错误 +key +.*密钥/)
    expect(broken.out).toContain('→')
  })

  test('a setting that is none stops every command before it begins', async () => {
    const child = spawn(process.execPath, [resolve('bin/gongkai.js'), 'backup', path('y.tar')], {
      env: { ...process.env, GONGKAI_LOG_DAY: '200' },
    })
    const said: Buffer[] = []
    child.stderr.on('data', piece => said.push(piece))
    const [code] = await once(child, 'close')
    expect(code).toBe(2)
    expect(Buffer.concat(said).toString()).toContain('GONGKAI_LOG_DAYS')
  })
})

describe('killed in the middle', () => {
  test('a backup that is killed leaves no file of its name, and the next one clears away its draft', async () => {
    const inside = path('backups')
    mkdirSync(inside)
    const file = join(inside, 'b.tar')
    // Something large, so that there is a middle.
    const blob = join(data, 'files', 'ab', 'cd')
    mkdirSync(blob, { recursive: true })
    const name = `abcd${'0'.repeat(60)}`
    writeFileSync(join(blob, name), Buffer.alloc(300 * 2 ** 20))
    const child = start('backup', file, '--data', data)
    const closed = once(child, 'close')
    while (readdirSync(inside).length === 0) await new Promise(go => setTimeout(go, 2))
    child.kill('SIGKILL')
    await closed
    expect(readdirSync(inside)).toEqual([expect.stringMatching(/^\.b\.tar\.part-/)])
    rmSync(join(blob, name))
    expect((await inData('backup', file)).code).toBe(0)
    expect(readdirSync(inside)).toEqual(['b.tar'])
  })

  test('a worker that is told to end does so in good order; the data can be opened again', async () => {
    const other = start('worker', '--data', data)
    await once(other.stdout ?? other, 'data')
    expect(await end(other, 'SIGTERM')).toBe(0)
    expect((await inData('verify')).code).toBe(0)
  })
})

test('given no other program, then nothing of the server is left when a command has ended', async () => {
  const own = join(folder, '四')
  expect((await gongkai(['migrate', '--data', own])).code).toBe(0)
  expect(existsSync(join(own, 'postgres', 'postmaster.pid'))).toBe(false)
})
