/** Where a call came from. */
import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import type { Origin } from '../kit/routes.ts'
import { clientAddress, type Proxies } from '../platform/http/proxies.ts'

/** Tells where a call came from; `token` is the value of the session's cookie. */
export type TellOrigin = (c: Context, token: string | null) => Origin

const longestAgent = 300

/** Origins as these proxies tell them. A call within the program, which has no socket, comes from no address. */
export function originsBehind(proxies: Proxies): TellOrigin {
  return (c, token) => {
    const { incoming } = (c.env ?? {}) as { readonly incoming?: IncomingMessage }
    const address = incoming ? clientAddress(incoming, proxies) : ''
    return { address, agent: (c.req.header('user-agent') ?? '').slice(0, longestAgent), token }
  }
}
