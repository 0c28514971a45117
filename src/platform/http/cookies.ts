/** Cookies that only this host gets, that no script reads, and that other sites cannot send along with a write. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

export interface Cookies {
  readonly read: (c: Context, name: string) => string | undefined
  /** Kept for so many seconds, or until the browser is closed. */
  readonly write: (c: Context, name: string, value: string, seconds?: number) => void
  readonly remove: (c: Context, name: string) => void
}

/** Under https named `__Host-…`, which browsers take from this very host over https only; else by the plain name. */
export function cookies(https: boolean): Cookies {
  const prefix = https ? ({ prefix: 'host', secure: true } as const) : {}
  const options = { ...prefix, path: '/', httpOnly: true, sameSite: 'Lax' } as const
  return {
    read: (c, name) => (https ? getCookie(c, name, 'host') : getCookie(c, name)),
    write: (c, name, value, seconds) =>
      setCookie(c, name, value, { ...options, ...(seconds === undefined ? {} : { maxAge: seconds }) }),
    remove: (c, name) => {
      deleteCookie(c, name, options)
    },
  }
}
