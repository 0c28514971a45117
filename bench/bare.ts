/** The least that answers: a bare @hono/node-server with a constant of so many bytes, in a process of its own. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'

const type = process.argv[2] ?? 'text/plain'
const body = 'x'.repeat(Number(process.argv[3] ?? 0))
serve(
  { fetch: () => new Response(body, { headers: { 'Content-Type': type } }), port: 0, hostname: '127.0.0.1' },
  info => process.stdout.write(`http://127.0.0.1:${(info as AddressInfo).port}\n`),
)
