import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { gongkai } from '../support/command-line.ts'

test('serves the page until it is told to end', async () => {
  const child = spawn(process.execPath, [resolve('bin/gongkai.js'), 'serve', '--port', '0'])
  try {
    const [said] = await once(child.stdout, 'data')
    const url = /http:\S+?(?=（)/.exec(String(said))?.[0] ?? ''
    const answer = await fetch(url)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('年报核查')
  } finally {
    child.kill('SIGTERM')
  }
  const [code] = await once(child, 'close')
  expect(code).toBe(0)
})

test('a port that is taken is said so', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const ran = await gongkai(['serve', '--port', String(port)])
  other.close()
  expect([ran.code, ran.out]).toEqual([2, ''])
  expect(ran.err).toContain(`端口 ${port} 已被占用`)
})
