/** Calls the API by its contracts. Runs in the browser and in tests. */
import type { Said } from '../domain/kernel/lang.ts'
import { type AnswerOf, addressOf, type CallOf, type Contract } from './contract.ts'

/** What the server says of a call it did not carry out (RFC 9457, with both languages). */
export interface Problem {
  readonly status: number
  readonly code: string
  readonly says: Said
  readonly mend?: Said
  /** The part of the input at fault: `body.login`. */
  readonly at?: string
  /** All parts at fault, where there are several. */
  readonly errors?: readonly { readonly at: string; readonly says: Said }[]
}

export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.says.en)
    this.name = 'ApiProblem'
  }
}

export interface ClientOptions {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>
  /** A fresh name for each write, so that a repeated call is carried out once. */
  readonly newKey: () => string
}

export type Call = <C extends Contract>(contract: C, input: CallOf<C>, key?: string) => Promise<AnswerOf<C>>

const unreachable: Problem = {
  status: 0,
  code: 'unreachable',
  says: { zh: '连不上服务器，刚才的操作没有完成。', en: 'The server cannot be reached; nothing was done.' },
  mend: {
    zh: '请检查网络后重试，已填写的内容仍在页面上。',
    en: 'Check the network and try again; what you typed is still on the page.',
  },
}

/** A typed caller. Rejects with `ApiProblem` only; a network failure is one with status 0. */
export function clientOf({ fetch, newKey }: ClientOptions): Call {
  return async <C extends Contract>(contract: C, input: CallOf<C>, key = newKey()) => {
    const { params, query, body } = input as Partial<Record<'params' | 'query' | 'body', Record<string, unknown>>>
    const headers: Record<string, string> = { Accept: 'application/json' }
    if (contract.method !== 'get') headers['Idempotency-Key'] = key
    if (body !== undefined) headers['Content-Type'] = 'application/json'
    const response = await fetch(addressOf(contract, params, query), {
      method: contract.method.toUpperCase(),
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new ApiProblem(unreachable)
    })
    if (!response.ok) throw new ApiProblem(await problemOf(response))
    return contract.answer.parse(response.status === 204 ? null : await response.json()) as AnswerOf<C>
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text()
  try {
    const { status: _, ...said } = JSON.parse(text) as Problem
    if (said.says) return { ...said, status: response.status }
  } catch {
    // Not ours: a proxy's page. The status is all there is to say.
  }
  return {
    status: response.status,
    code: 'unknown_answer',
    says: {
      zh: `服务器答复 ${response.status}，没有说明。`,
      en: `The server answered ${response.status} without a word.`,
    },
  }
}
