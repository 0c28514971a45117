/** The API, its description, signing in from outside, and the console: what needs the database. */
import { type Context, Hono } from 'hono'
import { MINUTE } from '../domain/kernel/instant.ts'
import { identify } from '../features/accounts/identify.ts'
import { sessionCookie } from '../features/accounts/session-cookie.ts'
import type { Caller } from '../kit/caller.ts'
import { apiRoot } from '../kit/contract.ts'
import { mount } from '../kit/mount.ts'
import { openApi } from '../kit/openapi.ts'
import { Problem } from '../kit/problem.ts'
import type { Origin, Route } from '../kit/routes.ts'
import type { Services } from '../kit/services.ts'
import type { Tx } from '../platform/db/connect.ts'
import { problem } from '../platform/http/problem.ts'
import { countOne } from '../platform/record/rate.ts'
import type { Frame } from '../ui/layout.tsx'
import { apiPage } from './api-page.tsx'
import type { TellOrigin } from './origin.ts'

export interface Backend {
  readonly services: Services
  readonly routes: readonly Route[]
  /** The program's. */
  readonly version: string
  /** Whether people may also come in by an identity provider. */
  readonly oidc: boolean
  readonly originOf: TellOrigin
  readonly frame: (c: Context) => Frame
}

/** Calls a minute that one person, or one address without a session, may make. */
const mostCalls = 600

/** The routes below `/api/v1`. */
export function backend({ services, routes, version, oidc, originOf, frame }: Backend): Hono {
  const app = new Hono()
  const cookie = sessionCookie(services)
  const contracts = routes.map(({ contract }) => contract)
  // Made when somebody first asks: it takes a part of the time of a start.
  let description: ReturnType<typeof openApi> | undefined
  app.get(`${apiRoot}/openapi.json`, c => {
    description ??= openApi(contracts, version)
    return c.json(description)
  })
  app.get(apiRoot, c => c.redirect(`${apiRoot}/`, 308))
  app.get(`${apiRoot}/`, c => {
    c.header('Vary', 'Accept', { append: true })
    const program = c.req.header('accept')?.startsWith('application/json')
    return program ? c.json({ openapi: `${apiRoot}/openapi.json`, oidc }) : c.html(apiPage(frame(c), contracts))
  })
  app.route(
    '/',
    mount(routes, {
      services,
      identify,
      originOf: c => originOf(c, cookie.read(c)),
      keepToken: cookie.keep,
      limit,
    }),
  )
  app.all(`${apiRoot}/*`, c => problem(c, 404, noSuchCall, 'en'))
  return app
}

const noSuchCall = {
  code: 'no_such_call',
  says: { zh: '接口没有这个地址或方法。', en: 'The API has no such address or method.' },
  mend: { zh: `请对照 ${apiRoot}/ 的说明。`, en: `Look it up at ${apiRoot}/.` },
}

async function limit(tx: Tx, { address }: Origin, caller: Caller | null, now: Date): Promise<void> {
  const bucket = `calls ${caller ? caller.actor.accountId : address}`
  const wait = await countOne(tx, { bucket, most: mostCalls, within: MINUTE }, now)
  if (wait === 0) return
  const seconds = Math.ceil(wait / 1000)
  throw new Problem({
    status: 429,
    code: 'too_many_calls',
    says: { zh: `操作太频繁，请 ${seconds} 秒后再试。`, en: `Too many calls; try again in ${seconds} seconds.` },
    retryAfter: seconds,
  })
}
