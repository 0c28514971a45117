/** The cookie a browser keeps its session by. It lives as long as the browser is open; the table says how long it holds. */
import type { Context } from 'hono'
import { cookies } from '../../platform/http/cookies.ts'

const name = 'gongkai'

export interface SessionCookie {
  readonly read: (c: Context) => string | null
  /** Sets it to a new token, or clears it. */
  readonly keep: (c: Context, token: string | null) => void
}

/** `__Host-gongkai` where the installation is reached by https, else `gongkai`. */
export function sessionCookie({ publicUrl }: { readonly publicUrl: string }): SessionCookie {
  const jar = cookies(publicUrl.startsWith('https:'))
  return {
    read: c => jar.read(c, name) ?? null,
    keep: (c, token) => (token === null ? jar.remove(c, name) : jar.write(c, name, token)),
  }
}
