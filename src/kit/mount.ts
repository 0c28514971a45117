/** Puts routes on the web: reads what came, runs the route in one transaction, records it, answers. */
import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import type { Refusal } from '../domain/kernel/result.ts'
import { fingerprint } from '../platform/crypto/fingerprint.ts'
import { type Scope, sqlState, type Tx } from '../platform/db/connect.ts'
import { attachment } from '../platform/http/attachment.ts'
import { bodyReader } from '../platform/http/body.ts'
import { problem } from '../platform/http/problem.ts'
import { once } from '../platform/record/idempotency.ts'
import { countOne } from '../platform/record/rate.ts'
import { Trouble } from '../platform/trouble.ts'
import { type Caller, inScope } from './caller.ts'
import type { Contract } from './contract.ts'
import { apiRoot, type FileAnswer, givesFile, type InputOf } from './contract.ts'
import { badInput, Problem, type ProblemBody, problemOf, refused } from './problem.ts'
import { record } from './record.ts'
import { type Done, noAgency, type Origin, type Route, type Task } from './routes.ts'
import type { Services } from './services.ts'
import { strangeText } from './strange-text.ts'

export interface MountOptions {
  readonly services: Services
  /** Finds the caller of a request, or null for a visitor. Throws a Problem for a session or key that no longer holds. */
  readonly identify: (tx: Tx, origin: Origin, key: string | null, now: Date) => Promise<Caller | null>
  readonly originOf: (c: Context) => Origin
  /** Sets or clears the session's cookie. */
  readonly keepToken: (c: Context, token: string | null) => void
  /** Counts a call. Throws a Problem where somebody calls too often. */
  readonly limit: (tx: Tx, origin: Origin, caller: Caller | null, now: Date) => Promise<void>
}

/** All bodies held at a time. */
const heldBytes = 400_000_000

/** The routes below the API's root. */
export function mount(routes: readonly Route[], options: MountOptions): Hono {
  const app = new Hono()
  const bodies = bodyReader(heldBytes)
  for (const route of routes) {
    const path = apiRoot + route.contract.path.replace(/\{(\w+)\}/g, ':$1')
    app.on(route.contract.method.toUpperCase(), path, async c => {
      try {
        return await handle(c, route, options, bodies)
      } catch (error) {
        if (error instanceof Problem) return answerProblem(c, error.body)
        if (error instanceof Trouble) return answerProblem(c, awayOf(error))
        throw error
      }
    })
  }
  return app
}

type Bodies = ReturnType<typeof bodyReader>

async function handle(c: Context, route: Route, options: MountOptions, bodies: Bodies): Promise<Response> {
  const { services } = options
  const now = services.now()
  const origin = options.originOf(c)
  const { caller, whyNot } = await received(route, options, {
    origin,
    key: bearer(c),
    now,
    found: id => c.set('accountId', id),
  })
  await countCall(route, services, origin, now)
  const { input, bytes } = await inputOf(c, route, bodies)
  const key = route.writes ? keyOf(c) : null
  const task = { ...input, now, caller, origin, services }
  const scope = route.scope(input, caller)
  const inOwn = <T>(work: (tx: Tx) => Promise<T>) => services.database.transaction(scope, work, 'soon')
  const whole = async () => {
    const found = await route.before?.(task as Omit<Task<Contract>, 'tx'>, inOwn)
    return transacted(route, services, scope, async tx => {
      const act = () => carryOut(route, { ...task, tx } as Task<Contract>, found)
      if (key === null) return act()
      const call = { ...callOf(input, caller, origin), key, hash: hashOf(c, route, services, bytes), now }
      return once(tx, call, act, route.secret)
    })
  }
  const outcome = await whole().catch(error => {
    throw whyNot !== null && isNotSignedIn(error) ? whyNot : error
  })
  if (outcome.token !== undefined) options.keepToken(c, outcome.token)
  if ('refusal' in outcome) return answerProblem(c, problemOf(outcome.refusal))
  return givesFile(route.contract) ? answerFile(outcome.answer as FileAnswer) : c.json(outcome.answer as never)
}

/** read_only_sql_transaction, no_active_sql_transaction */
const moreThanReading = new Set(['25006', '25P01'])

/**
 * What only reads is asked for as such. Where it has to make or hold something first (the keys of an agency that has
 * none yet), nothing has been done, and it is run again in a whole transaction.
 */
async function transacted<T>(
  { keeps }: Route,
  { database }: Services,
  scope: Scope,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (keeps) return database.transaction(scope, work)
  try {
    return await database.transaction(scope, work, 'nothing')
  } catch (error) {
    if (!moreThanReading.has(sqlState(error) ?? '')) throw error
    return database.transaction(scope, work, 'soon')
  }
}

/** Never shown where it came from, nor kept on the way: it may hold personal data, or a page with a script in it. */
function answerFile({ name, type, bytes }: FileAnswer): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': attachment(name),
      'Content-Length': String(bytes.length),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'no-store',
    },
  })
}

interface Sender {
  readonly origin: Origin
  readonly key: string | null
  readonly now: Date
  /** Hears whose the call is, for the log, whatever comes of it. */
  readonly found: (accountId: string) => void
}

interface Received {
  readonly caller: Caller | null
  readonly whyNot: Problem | null
}

/** Finds who calls and counts the call, before anything else and in a transaction of its own. */
function received(route: Route, options: MountOptions, sender: Sender): Promise<Received> {
  const { origin, now } = sender
  return options.services.database.transaction(
    'installation',
    async tx => {
      const found = await callerOf(tx, route, options, sender)
      await options.limit(tx, origin, found.caller, now)
      return found
    },
    'soon',
  )
}

/**
 * Who calls, null for a visitor. A session that has ended, or is not whole yet and asks for more than what makes it
 * whole, is a visitor's; `whyNot` is told where a visitor is not enough. A key that does not hold is always refused.
 */
async function callerOf(tx: Tx, route: Route, { identify }: MountOptions, sender: Sender): Promise<Received> {
  const { origin, key, now } = sender
  const { id } = route.contract
  try {
    const found = await identify(tx, origin, key, now)
    if (found) sender.found(found.actor.accountId)
    if (!found || inScope(found, id)) return { caller: found, whyNot: null }
    if (found.sessionId === null) throw new Problem(outOfScope(id))
    return { caller: null, whyNot: refused(unfinished) }
  } catch (error) {
    if (key === null && error instanceof Problem) return { caller: null, whyNot: error }
    throw error
  }
}

/** In a transaction of its own: what is refused or goes wrong has been counted all the same. */
async function countCall({ contract, perAddress }: Route, { database }: Services, origin: Origin, now: Date) {
  if (!perAddress) return
  const bucket = `${contract.id} ${origin.address}`
  const wait = await database.transaction('installation', tx => countOne(tx, { bucket, ...perAddress }, now))
  if (wait > 0) throw new Problem({ ...problemOf(tooOften(wait)), retryAfter: Math.ceil(wait / 1000) })
}

function isNotSignedIn(error: unknown): boolean {
  return error instanceof Problem && error.body.code === 'not_signed_in'
}

/** Runs the route and writes its entries into the record, all in the transaction of the task. */
async function carryOut(route: Route, task: Task<Contract>, found: unknown): Promise<Done<unknown>> {
  const done = await route.work(task, found)
  await record(task.tx, task.services, done.record, {
    now: task.now,
    actor: task.caller?.actor.accountId ?? 'visitor',
    agencyId: agencyOf(task) ?? noAgency,
    kind: route.contract.id,
  })
  return done
}

function agencyOf({ params }: { readonly params: unknown }): string | undefined {
  return (params as { readonly agencyId?: string } | undefined)?.agencyId
}

function callOf(input: InputOf<Contract>, caller: Caller | null, origin: Origin) {
  return { agencyId: agencyOf(input) ?? noAgency, caller: caller?.actor.accountId ?? `visitor ${origin.address}` }
}

async function inputOf(
  c: Context,
  route: Route,
  bodies: Bodies,
): Promise<{ input: InputOf<Contract>; bytes: Uint8Array }> {
  const { params, query, body } = route.contract
  const bytes = body ? await bytesOf(c, route.bodyBytes, bodies) : new Uint8Array()
  const given = { params: c.req.param(), query: queryOf(c), body: body ? jsonOf(bytes) : undefined }
  const input = {
    params: params ? parsed('params', params, given.params) : undefined,
    query: query ? parsed('query', query, given.query) : undefined,
    body: body ? parsed('body', body, given.body) : undefined,
  } as InputOf<Contract>
  return { input, bytes }
}

/** Kept beside the key of the call, and passwords are among what is sent: no plain hash would do. */
function hashOf(c: Context, { contract }: Route, { keys }: Services, bytes: Uint8Array): string {
  return fingerprint(keys.masters, 'request', [contract.id, c.req.path, bytes])
}

function queryOf(c: Context): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  )
}

function parsed(part: 'params' | 'query' | 'body', schema: z.ZodType, value: unknown): unknown {
  const strange = strangeText(value, part)
  if (strange !== null) throw new Problem(notText(strange))
  const result = schema.safeParse(value)
  if (!result.success) throw badInput(part, schema, value)
  return result.data
}

async function bytesOf(c: Context, most: number, bodies: Bodies): Promise<Uint8Array> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\b/i.test(type)) throw new Problem(notJson)
  const held = await bodies.read(c.req.raw, most)
  if (held === 'too_large') throw new Problem(tooLarge(most))
  if (held === 'busy') throw new Problem(busy)
  const bytes = held.bytes.slice()
  held.release()
  return bytes
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Problem(brokenJson)
  }
}

function keyOf(c: Context): string {
  const key = c.req.header('idempotency-key') ?? ''
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw new Problem(noKey)
  return key
}

function bearer(c: Context): string | null {
  return /^Bearer (\S{10,300})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null
}

function answerProblem(c: Context, body: ProblemBody): Response {
  if (body.retryAfter !== undefined) c.header('Retry-After', String(body.retryAfter))
  return problem(c, body.status as ContentfulStatusCode, body, 'en')
}

/** Something outside the program (the store of files, the scanner) does not do its part. */
function awayOf({ code, says, mend }: Trouble): ProblemBody {
  return { status: 503, code, says, mend }
}

const outOfScope = (id: string): ProblemBody => ({
  ...problemOf({
    code: 'out_of_scope',
    says: { zh: `这个接口密钥的范围不包括“${id}”。`, en: `The scope of this API key does not take in "${id}".` },
  } satisfies Refusal),
  status: 403,
  mend: { zh: '请使用范围更大的密钥。', en: 'Use a key of a wider scope.' },
})

const unfinished: Refusal = {
  code: 'session_unfinished',
  says: {
    zh: '登录还没有完成，请先完成登录页上的下一步。',
    en: 'Signing in is not finished; do the next step on the sign-in page.',
  },
}

const tooOften = (wait: number): Refusal => {
  const minutes = Math.ceil(wait / 60_000)
  return {
    code: 'too_often',
    says: {
      zh: `从这个网络地址操作得太频繁，请 ${minutes} 分钟后再试。`,
      en: `Too many calls from this address; try again in ${minutes} minutes.`,
    },
  }
}

const notJson: ProblemBody = {
  status: 415,
  code: 'not_json',
  says: { zh: '请求的内容类型应为 application/json。', en: 'The content type must be application/json.' },
}

const brokenJson: ProblemBody = {
  status: 400,
  code: 'bad_json',
  says: { zh: '请求的内容不是完整的 UTF-8 JSON。', en: 'The body is not whole JSON in UTF-8.' },
}

const notText = (at: string): ProblemBody => {
  const says = {
    zh: '内容里有零字节、不完整的字符，或层次过深，无法保存。',
    en: 'This holds a zero byte or half of a character, or is nested too deep, and cannot be kept.',
  }
  const mend = { zh: '请重新输入这一处后提交。', en: 'Type this part anew and send it again.' }
  return { status: 400, code: 'bad_input', says, mend, at, errors: [{ at, says }] }
}

const tooLarge = (most: number): ProblemBody => ({
  status: 413,
  code: 'too_large',
  says: { zh: `内容超过 ${most} 字节。`, en: `The body has more than ${most} bytes.` },
  mend: { zh: '请减小后重新提交。', en: 'Make it smaller and send it again.' },
})

const busy: ProblemBody = {
  status: 503,
  code: 'busy',
  says: { zh: '同时提交的人太多。', en: 'Too many are sending at once.' },
  mend: { zh: '请过一会儿再试，您填写的内容仍在页面上。', en: 'Try again in a moment; what you typed is still there.' },
}

const noKey: ProblemBody = {
  status: 400,
  code: 'no_idempotency_key',
  says: {
    zh: '缺少 Idempotency-Key 请求头（8 至 200 个可见字符）。',
    en: 'The header Idempotency-Key (8 to 200 visible characters) is missing.',
  },
  mend: {
    zh: '为每个操作生成一个随机值，重试时用同一个值，操作就只执行一次。',
    en: 'Make a random value for each act and repeat it when trying again: the act is then carried out once.',
  },
}
