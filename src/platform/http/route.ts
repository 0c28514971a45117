/** What a request is called in logs and figures: by its route, never by its address, which may hold anything. */
import type { Context } from 'hono'
import { routePath } from 'hono/route'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/**
 * The pattern of the route that answered, `/requests/:id`, whatever else would have matched; `unmatched` where none
 * did. Ask after `next()`.
 */
export function routeOf(c: Context): string {
  const path = routePath(c)
  return path === '' || path === '*' || path === '/*' ? 'unmatched' : path
}

/** The method, `other` where somebody made one up. */
export function methodOf(c: Context): string {
  return methods.includes(c.req.method) ? c.req.method : 'other'
}
