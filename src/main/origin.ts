/** Where a call came from. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Origin } from '../kit/routes.ts'

const loopback = /^(?:::1|(?:::ffff:)?127\.)/
const longestAgent = 300

/**
 * The address of the browser. A proxy on this machine is believed when it names another; nobody else is, or anyone
 * could say what they like.
 */
export function originOf(c: Context, token: string | null): Origin {
  const direct = directAddress(c)
  const named = loopback.test(direct) ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return { address: named || direct, agent: (c.req.header('user-agent') ?? '').slice(0, longestAgent), token }
}

/** Empty where there is no socket: a call within the program. */
function directAddress(c: Context): string {
  const bindings = c.env as { readonly incoming?: unknown } | undefined
  return bindings?.incoming ? (getConnInfo(c).remote.address ?? '') : ''
}
