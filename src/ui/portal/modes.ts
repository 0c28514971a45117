/** How a reader wants the portal shown: as usual, 长辈版 or 无障碍. Asked for by a link, remembered in a cookie. */
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Said } from '../../domain/kernel/lang.ts'
import { localPath } from '../local-path.ts'

export const modes = ['usual', 'elder', 'accessible'] as const
export type Mode = (typeof modes)[number]

export const modeWords: Readonly<Record<Mode, Said>> = {
  usual: { zh: '标准版', en: 'Standard' },
  elder: { zh: '长辈版', en: 'Large type' },
  accessible: { zh: '无障碍', en: 'High contrast' },
}

const name = 'mode'
const year = 365 * 24 * 3600

/** The mode this reader chose. */
export function modeOf(c: Context): Mode {
  return known(getCookie(c, name)) ?? 'usual'
}

/** Where the address asks for a mode: remembers it and leads back to the page itself. Else null. */
export function modeChosen(c: Context): Response | null {
  const mode = known(c.req.query(name))
  if (mode === undefined) return null
  setCookie(c, name, mode, { path: '/', maxAge: year, sameSite: 'Lax', httpOnly: true })
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.delete(name)
  const rest = searchParams.size > 0 ? `?${searchParams}` : ''
  return c.redirect(localPath(`${pathname}${rest}`), 303)
}

/** This page, shown in another mode. */
export function inMode(here: string, mode: Mode): string {
  const url = new URL(here, 'http://page')
  url.searchParams.set(name, mode)
  return `${url.pathname}${url.search}`
}

function known(text: string | undefined): Mode | undefined {
  return modes.find(mode => mode === text)
}
