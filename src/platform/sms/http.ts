/**
 * Sends short messages through any provider that takes JSON over HTTP, or through a small gateway in front of one.
 * Every request carries `X-Gongkai-Time` (seconds) and `X-Gongkai-Signature`: HMAC-SHA256 over `<time>.<body>` in hex.
 */
import { createHmac } from 'node:crypto'
import { readCapped } from '../files/read-capped.ts'
import { Trouble } from '../trouble.ts'
import { checkSms, type Sms, type SmsEvidence, type SmsSender, smsAway, smsRefused } from './sender.ts'

export interface SmsHttpOptions {
  readonly url: string
  /** JSON in whose strings `{{to}}`, `{{text}}`, `{{id}}` and `{{time}}` stand for the message. */
  readonly template: string
  /** Key of the signature. Never shown. */
  readonly secret: string
  /** What a taken message is known by in a JSON answer, `data.code=0`; null where the status alone tells. */
  readonly ok: string | null
  readonly timeoutMs: number
}

const answerBytes = 64 * 1024
const keptCharacters = 500

/** A sender for the provider at the URL. Throws `sms_template` (Trouble) where the template cannot be used. */
export function httpSms(options: SmsHttpOptions): SmsSender {
  const template = readTemplate(options.template)
  return {
    send: async sms => {
      checkSms(sms)
      const time = String(Math.floor(sms.at.getTime() / 1000))
      const body = JSON.stringify(filled(template, { to: sms.to, text: sms.text, id: sms.id, time }))
      return judged(options, sms, await posted(options, time, body))
    },
  }
}

/** The template, parsed. Throws `sms_template` where it is no JSON or leaves out the number or the text. */
export function readTemplate(text: string): unknown {
  const template = parsed(text)
  const complete = ['{{to}}', '{{text}}'].every(mark => JSON.stringify(template ?? '').includes(mark))
  if (complete) return template
  throw new Trouble({
    code: 'sms_template',
    says: {
      zh: '短信模板不是 JSON，或者里面没有 {{to}} 和 {{text}}。',
      en: 'The SMS template is no JSON, or {{to}} and {{text}} are not in it.',
    },
    mend: {
      zh: '例如 {"mobile":"{{to}}","content":"{{text}}"}。',
      en: 'For example {"mobile":"{{to}}","content":"{{text}}"}.',
    },
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The template with its marks replaced; only inside strings, so that no text can end one. */
function filled(part: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof part === 'string')
    return part.replace(/\{\{(to|text|id|time)\}\}/g, (_, name: string) => values[name] ?? '')
  if (Array.isArray(part)) return part.map(each => filled(each, values))
  if (part === null || typeof part !== 'object') return part
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, filled(value, values)]))
}

async function posted(options: SmsHttpOptions, time: string, body: string): Promise<{ status: number; text: string }> {
  const signature = createHmac('sha256', options.secret).update(`${time}.${body}`).digest('hex')
  try {
    const answer = await fetch(options.url, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'X-Gongkai-Time': time,
        'X-Gongkai-Signature': signature,
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeoutMs),
    })
    const bytes = await readCapped((answer.body ?? []) as AsyncIterable<Uint8Array>, answerBytes)
    return { status: answer.status, text: new TextDecoder().decode(bytes ?? new Uint8Array()) }
  } catch (error) {
    throw smsAway(hostOf(options.url), { zh: '没有应答', en: 'does not answer' }, error)
  }
}

function judged(options: SmsHttpOptions, sms: Sms, { status, text }: { status: number; text: string }): SmsEvidence {
  // Some providers repeat the number; the proof does not need it.
  const answer = `${status} ${text.replaceAll(sms.to, '***')}`.slice(0, keptCharacters)
  const where = hostOf(options.url)
  if (status === 429 || status >= 500) throw smsAway(where, { zh: `应答 ${status}`, en: `answered ${status}` })
  if (status < 200 || status > 299 || !holds(options.ok, text)) throw smsRefused(where, answer)
  return { sent: true, answer }
}

/** Whether a JSON answer has the wanted value at the wanted place, compared as text: `0` and `"0"` are the same. */
function holds(ok: string | null, text: string): boolean {
  if (ok === null) return true
  const equals = ok.indexOf('=')
  let at = parsed(text)
  for (const key of ok.slice(0, equals).split('.')) {
    at = typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined
  }
  return at !== undefined && String(at) === ok.slice(equals + 1)
}

function hostOf(url: string): string {
  return new URL(url).host
}
