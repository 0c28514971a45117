import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { gongkai } from '../support/command-line.ts'

/** Where the server may run as another user than the tests do. */
function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-serve-'))
  chmodSync(folder, 0o755)
  return folder
}

async function untilSaid(stream: Readable, word: string): Promise<string> {
  let said = ''
  for await (const part of stream.iterator({ destroyOnReturn: false })) {
    said += String(part)
    if (said.includes(word)) break
  }
  return said
}

test('serves the page until it is told to end', async () => {
  const data = emptyFolder()
  const child = spawn(process.execPath, [resolve('bin/gongkai.js'), 'serve', '--port', '0', '--data', data])
  try {
    const said = await untilSaid(child.stdout, 'Ctrl+C')
    expect(said).toContain('一次性链接')
    const url = /http:\S+?(?=（)/.exec(said)?.[0] ?? ''
    const answer = await fetch(`${url}/reports/check`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('年报核查')
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
  } finally {
    child.kill('SIGTERM')
  }
  const [code] = await once(child, 'close')
  rmSync(data, { recursive: true, force: true })
  expect(code).toBe(0)
})

test('a port that is taken is said so', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const data = emptyFolder()
  const ran = await gongkai(['serve', '--port', String(port), '--data', data])
  other.close()
  rmSync(data, { recursive: true, force: true })
  expect([ran.code, ran.out]).toEqual([2, ''])
  expect(ran.err).toContain(`端口 ${port} 已被占用`)
})
