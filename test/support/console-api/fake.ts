/** The frame of the made-up API: parses every call and every answer with the contracts' own schemas. */
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AnswerOf, Contract, InputOf } from '../../../src/kit/contract.ts'
import { apiRoot, type FileAnswer, givesFile } from '../../../src/kit/contract.ts'
import { badInput, Problem, type ProblemBody } from '../../../src/kit/problem.ts'

/** Who calls: the fake knows one browser at a time. */
export interface Handler {
  readonly contract: Contract
  readonly work: (input: never) => unknown
}

/** A route of the fake, typed by its contract. */
export function answers<C extends Contract>(contract: C, work: (input: InputOf<C>) => AnswerOf<C>): Handler {
  return { contract, work: work as (input: never) => unknown }
}

export interface Fake {
  readonly app: Hono
  /** Calls carried out, by contract id, in order. */
  readonly done: { readonly id: string; readonly input: InputOf<Contract> }[]
  /** Answers that broke their contract, and handlers that threw. */
  readonly faults: string[]
  /** Has the next call of a contract fail: with a problem, or (null) as if the network were gone. */
  readonly failNext: (id: string, problem: ProblemBody | null) => void
}

export function fakeApi(handlers: readonly Handler[]): Fake {
  const app = new Hono()
  const done: Fake['done'] = []
  const faults: string[] = []
  const failing = new Map<string, ProblemBody | null>()
  const answered = new Map<string, unknown>()
  for (const { contract, work } of handlers) {
    const path = apiRoot + contract.path.replace(/\{(\w+)\}/g, ':$1')
    app.on(contract.method.toUpperCase(), path, async c => {
      try {
        if (failing.has(contract.id)) {
          const problem = failing.get(contract.id)
          failing.delete(contract.id)
          if (problem) throw new Problem(problem)
          return c.body('gone', 502)
        }
        const input = await inputOf(contract, c.req.param(), c.req.query(), c.req.raw)
        const key = contract.method === 'get' ? null : c.req.header('idempotency-key')
        if (key === undefined) throw new Error('a write without its key')
        const known = key !== null && answered.has(key)
        const answer = known ? answered.get(key) : contract.answer.parse(work(input as never))
        if (key !== null) answered.set(key, answer)
        if (!known) done.push({ id: contract.id, input })
        if (givesFile(contract)) {
          const { name, type, bytes } = answer as FileAnswer
          const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
          return c.body(Uint8Array.from(bytes), 200, { 'Content-Type': type, 'Content-Disposition': disposition })
        }
        return c.json(answer as never)
      } catch (error) {
        if (error instanceof Problem) return c.json(error.body, error.body.status as ContentfulStatusCode)
        faults.push(`${contract.id}: ${error instanceof Error ? error.message : String(error)}`)
        return c.json({}, 500)
      }
    })
  }
  return { app, done, faults, failNext: (id, problem) => void failing.set(id, problem) }
}

async function inputOf(
  { params, query, body }: Contract,
  given: unknown,
  asked: unknown,
  request: Request,
): Promise<InputOf<Contract>> {
  const sent: unknown = body ? await request.json() : undefined
  const part = (name: 'params' | 'query' | 'body', schema: Contract['body'], value: unknown) => {
    const result = schema?.safeParse(value)
    if (schema && result && !result.success) throw badInput(name, schema, value)
    return result?.data
  }
  return {
    params: part('params', params, given),
    query: part('query', query, asked),
    body: part('body', body, sent),
  } as never
}

export function refusal(status: number, code: string, zh: string, at?: string): Problem {
  return new Problem({ status, code, says: { zh, en: code }, ...(at === undefined ? {} : { at }) })
}

/** The n-th id. */
export function idOf(n: number): string {
  return `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
}

/** A page of a list, its key the number of those before. */
export function pageFrom<T>(items: readonly T[], { after, limit }: { after?: string | undefined; limit: number }) {
  const start = Number(after ?? 0)
  const next = start + limit < items.length ? String(start + limit) : null
  return { items: items.slice(start, start + limit), next }
}
