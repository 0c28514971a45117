/** What a route of the API takes and gives: one record for the server, the console and the documentation. */
import { z } from 'zod'
import type { Said } from '../domain/kernel/lang.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

export interface Contract {
  /** Slice and verb, `accounts.signIn`: the operation's name in the documentation and the action a policy speaks of. */
  readonly id: `${string}.${string}`
  readonly method: Method
  /** Below the API's root, parameters in braces: `/agencies/{agencyId}/sections`. */
  readonly path: `/${string}`
  readonly says: Said
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly answer: z.ZodType
}

/** A file as an answer: always handed over to be saved, never shown where it came from. */
export interface FileAnswer {
  readonly name: string
  /** Content type. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** The answer of a contract that gives a file; its address is a link, no call. */
export const fileAnswer = z.custom<FileAnswer>(given => typeof given === 'object' && given !== null && 'bytes' in given)

/** Whether a contract gives a file. */
export function givesFile({ answer }: Pick<Contract, 'answer'>): boolean {
  return answer === fileAnswer
}

/** Where the API stands. */
export const apiRoot = '/api/v1'

/** Keeps the exact types of a contract. */
export function contract<const C extends Contract>(given: C): C {
  return given
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Unparsed<S> = S extends z.ZodType ? z.input<S> : undefined

/** What the server works with: parsed. */
export interface InputOf<C extends Contract> {
  readonly params: Parsed<C['params']>
  readonly query: Parsed<C['query']>
  readonly body: Parsed<C['body']>
}

/** What a caller hands over: only the parts the contract has. */
export type CallOf<C extends Contract> = {
  readonly [K in 'params' | 'query' | 'body' as C[K] extends z.ZodType ? K : never]: Unparsed<C[K]>
}

export type AnswerOf<C extends Contract> = z.output<C['answer']>

/** The contract's address with its parameters filled in and its query behind it. */
export function addressOf(
  { path }: Pick<Contract, 'path'>,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === null ? [] : [value].flat().map(v => [name, String(v)]),
    ),
  ).toString()
  return `${apiRoot}${filled}${search === '' ? '' : `?${search}`}`
}
