/**
 * A token in every form that works without scripts: it shows that the form was given out by this installation, to this
 * browser, for this purpose, not long ago. The second line behind the check of the sender (`fromThisSite`).
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

export interface FormTokens {
  /** `holder`: the session or the random cookie of the browser; `form`: what the form does; `now` in milliseconds. */
  readonly give: (holder: string, form: string, now: number) => string
  readonly check: (token: string, holder: string, form: string, now: number) => 'ok' | 'expired' | 'wrong'
}

/** Tokens made with a secret key, good for so many milliseconds. */
export function formTokens(key: Uint8Array, lifeMs: number): FormTokens {
  const sign = (holder: string, form: string, time: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([form, holder, time]))
      .digest()
  return {
    give: (holder, form, now) => {
      const time = now.toString(36)
      return `${time}.${sign(holder, form, time).toString('base64url')}`
    },
    check: (token, holder, form, now) => {
      const [, time = '', given = ''] = /^([0-9a-z]{1,11})\.([\w-]{43})$/.exec(token) ?? []
      if (time === '' || !timingSafeEqual(sign(holder, form, time), Buffer.from(given, 'base64url'))) return 'wrong'
      return now - Number.parseInt(time, 36) > lifeMs ? 'expired' : 'ok'
    },
  }
}
