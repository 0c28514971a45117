/** One line for every request, written when its answer has gone out. */
import { ServerResponse } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import { methodOf, routeOf } from '../http/route.ts'
import type { Log } from './log.ts'

export interface RequestLogOptions {
  readonly log: Log
  /** A name for the request, told to the sender in `X-Request-Id`, so that both can speak of it. */
  readonly requestId: () => string
  /** Milliseconds, for durations. */
  readonly now: () => number
}

declare module 'hono' {
  interface ContextVariableMap {
    /** The name of this request in the log. */
    requestId: string
    /** The id of the account that asked: set by whoever finds it out. */
    accountId?: string
  }
}

/** Logs `request` with id, method, route pattern, status, duration, bytes and account; nothing the sender wrote. */
export function requestLog({ log, requestId, now }: RequestLogOptions): MiddlewareHandler {
  return async (c, next) => {
    const started = now()
    const request = requestId()
    c.set('requestId', request)
    const sent = sending(c)
    await next()
    c.header('X-Request-Id', request)
    const account = c.get('accountId') ?? null
    const known = { request, method: methodOf(c), route: routeOf(c), status: c.res.status, account }
    const length = c.res.headers.get('content-length')
    sent(length === null ? null : Number(length), (bytes, aborted) => {
      log.info('request', { ...known, ms: Math.round(now() - started), bytes, ...(aborted ? { aborted } : {}) })
    })
  }
}

type Sent = (length: number | null, done: (bytes: number | null, aborted: boolean) => void) => void

/** Waits for the end of the answer and counts what went over the wire; without a socket, as in tests, both are as told. */
function sending(c: Context): Sent {
  const outgoing: unknown = c.env?.outgoing
  if (!(outgoing instanceof ServerResponse)) return (length, done) => done(length, false)
  const socket = outgoing.socket
  const before = socket?.bytesWritten ?? 0
  return (length, done) => {
    outgoing.once('close', () => {
      done(socket === null ? length : socket.bytesWritten - before, !outgoing.writableFinished)
    })
  }
}
