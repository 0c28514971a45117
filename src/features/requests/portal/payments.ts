/** Where a payment provider tells that a fee was paid. The answer is for its log: 200 means it need not tell again. */
import type { Context } from 'hono'
import type { RequestsPortalSite } from './site.ts'

const noticeBytes = 16_384

export async function paymentTold({ bodies, desk, now }: RequestsPortalSite, c: Context): Promise<Response> {
  const held = await bodies.read(c.req.raw, noticeBytes)
  if (held === 'too_large') return c.json({ settled: false, code: held }, 413)
  if (held === 'busy') return c.json({ settled: false, code: held }, 503)
  const body = new TextDecoder().decode(held.bytes)
  held.release()
  const settled = await desk.paid({ body, header: name => c.req.header(name) ?? null, at: now() })
  if (settled.ok) return c.json({ settled: true, ...settled.value })
  const { code, says } = settled.refusal
  return c.json({ settled: false, code, says }, 422)
}
