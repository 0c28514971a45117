import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { createMetrics } from '../metrics/metrics.ts'
import { createLog } from './log.ts'
import { requestLog } from './request-log.ts'

function site() {
  const lines: Record<string, unknown>[] = []
  let n = 0
  let clock = 0
  const log = createLog(
    line => lines.push(JSON.parse(line)),
    () => 0,
  )
  const app = new Hono()
  const metrics = createMetrics({ seconds: () => clock / 1000, onFault: name => lines.push({ fault: name }) })
  app.use(
    requestLog({
      log,
      requestId: () => `r${++n}`,
      now: () => clock,
    }),
  )
  app.use(metrics.middleware)
  app.get('/requests/:id', c => {
    c.set('accountId', c.req.header('x-account'))
    clock += 30
    return c.text(`你好 ${c.get('requestId')}`)
  })
  app.get('/fault', () => {
    throw new Error('a fault')
  })
  app.get('/endless', c => c.body(new ReadableStream({ pull: s => s.enqueue(new Uint8Array(1000)) })))
  // What would also match, and stands behind.
  app.use('*', (_, next) => next())
  app.all('/requests/*', c => c.text('', 404))
  app.onError((_, c) => c.text('', 500))
  return { app, lines, metrics }
}

describe('the log of requests', () => {
  test('given an address with a person in it, then the line shows the pattern of the route and the id', async () => {
    const { app, lines } = site()
    const answer = await app.request('/requests/13800138000?name=张三', { headers: { 'x-account': 'a1' } })
    expect(answer.headers.get('x-request-id')).toBe('r1')
    expect(await answer.text()).toBe('你好 r1')
    expect(lines).toEqual([
      expect.objectContaining({
        event: 'request',
        request: 'r1',
        method: 'GET',
        route: '/requests/:id',
        status: 200,
        ms: 30,
        account: 'a1',
      }),
    ])
    expect(JSON.stringify(lines)).not.toMatch(/138|张三|name/)
  })

  test('given no route, a fault, or a made-up method, then the line says just that', async () => {
    const { app, lines } = site()
    await app.request('/nothing/110105194912310020')
    await app.request('/fault')
    await app.request('/x', { method: 'ZHANGSAN' })
    expect(lines.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['GET', 'unmatched', 404],
      ['GET', '/fault', 500],
      ['other', 'unmatched', 404],
    ])
  })

  test('given a real connection, then the bytes are those of the wire, and who leaves early is marked', async () => {
    const { app, lines } = site()
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    await (await fetch(`http://127.0.0.1:${port}/requests/1`)).text()
    const socket = connect(port, '127.0.0.1')
    socket.write('GET /endless HTTP/1.1\r\nHost: x\r\n\r\n')
    await once(socket, 'data')
    socket.destroy()
    await expect.poll(() => lines.length).toBe(2)
    server.close()
    expect(lines[0]).toMatchObject({ status: 200 })
    expect(lines[0]?.bytes).toBeGreaterThan('你好 r1'.length)
    expect(lines[0]).not.toHaveProperty('aborted')
    expect(lines[1]).toMatchObject({ route: '/endless', aborted: true })
  })
})

describe('the figures', () => {
  test('given requests, then they are counted by pattern and status, beside the figures of the process', async () => {
    const { app, metrics } = site()
    await app.request('/requests/1')
    await app.request('/requests/2')
    const { body, type } = await metrics.text()
    expect(type).toContain('text/plain')
    const labels = 'method="GET",route="/requests/:id",status="200"'
    expect(body).toContain(`gongkai_http_request_duration_seconds_count{${labels}} 2`)
    expect(body).toContain(`gongkai_http_request_duration_seconds_sum{${labels}} 0.06`)
    expect(body).toContain('process_resident_memory_bytes')
  })

  test('given a gauge, then it is asked at every reading; where it fails it is left out and the others stay', async () => {
    const { lines, metrics } = site()
    let waiting = 3
    metrics.gauge('gongkai_jobs_waiting', 'Jobs waiting', async () => waiting)
    metrics.gauge('gongkai_mail_age', 'Age', () => {
      if (waiting > 3) throw new Error('away')
      return 7
    })
    const first = await metrics.text()
    expect(first.body).toMatch(/^gongkai_jobs_waiting 3$/m)
    expect(first.body).toMatch(/^gongkai_mail_age 7$/m)
    waiting = 4
    const second = await metrics.text()
    expect(second.body).toMatch(/^gongkai_jobs_waiting 4$/m)
    expect(second.body).not.toMatch(/^gongkai_mail_age \S+$/m)
    expect(lines).toEqual([{ fault: 'gongkai_mail_age' }])
  })
})
