/** Which language a request is answered in: asked for in the address, then remembered, else Chinese. */
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Lang } from '../domain/kernel/lang.ts'
import { languages } from './messages.ts'

const cookie = 'lang'
const year = 365 * 24 * 3600

export function languageOf(c: Context): Lang {
  return asked(c.req.query('lang')) ?? asked(getCookie(c, cookie)) ?? 'zh'
}

/** Remembers the language when the address asks for one. */
export const rememberLanguage: MiddlewareHandler = async (c, next) => {
  await next()
  const lang = asked(c.req.query('lang'))
  if (lang) setCookie(c, cookie, lang, { path: '/', maxAge: year, sameSite: 'Lax', httpOnly: true })
}

function asked(text: string | undefined): Lang | undefined {
  return languages.find(l => l.lang === text)?.lang
}

/** This page, in another language. */
export function inLanguage(here: string, lang: Lang): string {
  const url = new URL(here, 'http://page')
  url.searchParams.set('lang', lang)
  return `${url.pathname}${url.search}`
}
