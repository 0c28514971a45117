/** Headers and checks that keep pages from being misused by other sites. */
import type { Context, MiddlewareHandler } from 'hono'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
}

/** Sets the security headers on every answer; nothing is cached unless a route says otherwise. */
export const guardHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}

/** Tells browsers to come back over https only, for a year; for installations whose public address is https. */
export const strictTransport: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('Strict-Transport-Security', 'max-age=31536000')
}

/** Lets no page of another site change anything here; `refuse` gives the answer. `publicHosts` as in `fromThisSite`. */
export function guardWrites(
  refuse: (c: Context) => Response | Promise<Response>,
  publicHosts: readonly string[] = [],
): MiddlewareHandler {
  return async (c, next) => {
    const reads = ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
    if (reads || fromThisSite(c.req.raw, publicHosts)) return next()
    return refuse(c)
  }
}

/**
 * Whether a request that changes something was sent by a page of this site. Browsers name the sender in
 * Sec-Fetch-Site or Origin; a program that names none has no page to be tricked by. `publicHosts`: names under which
 * people see the site where a proxy puts another into Host.
 */
export function fromThisSite(request: Request, publicHosts: readonly string[] = []): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = request.headers.get('origin')
  if (origin === null) return true
  const host = request.headers.get('host') ?? new URL(request.url).host
  return URL.canParse(origin) && [host, ...publicHosts].includes(new URL(origin).host)
}
