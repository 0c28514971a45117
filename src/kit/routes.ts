/** Routes as the server carries them out. What may be done is decided here, once, before any handler runs. */
import type { Refusal } from '../domain/kernel/result.ts'
import { may } from '../domain/people/may.ts'
import type { Policies, Resource } from '../domain/people/policy.ts'
import type { Scope, Tx } from '../platform/db/connect.ts'
import type { Caller } from './caller.ts'
import type { AnswerOf, Contract, InputOf } from './contract.ts'
import { Problem, problemOf, refused } from './problem.ts'
import type { Services } from './services.ts'

/** Where the call came from, for the record and for limits. */
export interface Origin {
  readonly address: string
  readonly agent: string
  /** Value of the session's cookie, where there is one. */
  readonly token: string | null
}

/** What a handler works with. */
export interface Task<C extends Contract> extends InputOf<C> {
  readonly tx: Tx
  readonly now: Date
  readonly caller: Caller | null
  readonly origin: Origin
  readonly services: Services
}

/**
 * What takes long and needs no database, done before the transaction of the call begins: nothing is held meanwhile, no
 * row and no connection. What the world was when it was looked at may have changed by then: `work` looks again.
 */
export interface Beforehand<C extends Contract> extends InputOf<C>, Pick<Task<C>, 'services'> {
  /** Looks something up in a short transaction of its own, by whoever may carry out the route. */
  readonly look: <T>(work: (task: Task<C>) => Promise<T>) => Promise<T>
}

/** An entry for the record of events. */
export interface Entry {
  /** The contract's id unless another is given. */
  readonly kind?: string
  /** What it is about: `section:018f…`. */
  readonly subject: string
  /** Never personal data: what changed, by name and number. */
  readonly data: Readonly<Record<string, unknown>>
  /** Whose chain it belongs to; the route's agency unless given. */
  readonly agencyId?: string
}

/** What an act comes to: an answer, or a refusal whose traces (a failed sign-in) are kept all the same. */
export type Done<A> = {
  readonly record: readonly Entry[]
  /** The session's cookie to set (a new token) or to clear (null). */
  readonly token?: string | null
} & ({ readonly answer: A } | { readonly refusal: Refusal })

/** So many calls within so many ms. */
export interface CallLimit {
  readonly most: number
  readonly within: number
}

interface Common<C extends Contract> {
  /** Whose rows are seen and written; the agency of the path unless given, else the installation. */
  readonly scope?: (input: InputOf<C>, caller: Caller | null) => Scope
  /** What is acted on, for the policy; the agency of the path unless given. */
  readonly resource?: (task: Task<C>) => Promise<Resource> | Resource
  /** Bytes of the largest body taken. */
  readonly bodyBytes?: number
  /** How often one address may call, counted whatever comes of the call: what could be guessed at says so here. */
  readonly perAddress?: CallLimit
}

interface Prepared<C extends Contract, F> extends Common<C> {
  readonly before?: (beforehand: Beforehand<C>) => Promise<F>
}

/** `F`: what was found beforehand. */
export interface Reading<C extends Contract, F = unknown> extends Prepared<C, F> {
  readonly work: (task: Task<C>, found: F) => Promise<AnswerOf<C>>
  /** What of the reading itself is recorded; nothing where left out. */
  readonly recorded?: (task: Task<C>, answer: AnswerOf<C>) => readonly Entry[]
}

export interface Acting<C extends Contract, F = unknown> extends Prepared<C, F> {
  readonly work: (task: Task<C>, found: F) => Promise<Done<AnswerOf<C>>>
  /** Whether the answer holds something shown only once; a repeated call is then told so. */
  readonly secret?: boolean
}

export interface Route {
  readonly contract: Contract
  readonly writes: boolean
  /** Whether something is kept of it: its answer waits until that is safe. */
  readonly keeps: boolean
  readonly secret: boolean
  readonly bodyBytes: number
  readonly perAddress: CallLimit | null
  readonly scope: (input: InputOf<Contract>, caller: Caller | null) => Scope
  /** Null where nothing is done before the transaction. `inTransaction` gives the task of a short one. */
  readonly before: ((task: Omit<Task<Contract>, 'tx'>, inTransaction: InTransaction) => Promise<unknown>) | null
  readonly work: (task: Task<Contract>, found: unknown) => Promise<Done<unknown>>
}

type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** The agency of what belongs to no agency. */
export const noAgency = '00000000-0000-0000-0000-000000000000'
const usualBytes = 1_000_000

/** The ways to make routes of a slice: each contract must have a sentence among the slice's policies. */
export function routesOf<A extends string>(policies: Policies<A>) {
  type Known = Contract & { readonly id: A }
  const judge = async <C extends Known>(contract: C, common: Common<C>, task: Task<C>) => {
    // A visitor learns nothing of what is there, not even by looking it up, where only staff may come.
    const forVisitors = policies.sentences.some(({ action, who }) => action === contract.id && who === 'visitors')
    if (!forVisitors) signedIn(task)
    const resource = await (common.resource?.(task) ?? { agencyId: agencyOf(task) })
    const answer = may<string>(policies, task.caller?.actor ?? null, contract.id, resource)
    if (!answer.ok) throw refused(answer.refusal)
  }
  const preparing =
    <C extends Known, F>(
      contract: C,
      common: Common<C>,
      before: (beforehand: Beforehand<C>) => Promise<F>,
    ): NonNullable<Route['before']> =>
    (given, inTransaction) => {
      const own = given as unknown as Omit<Task<C>, 'tx'>
      return before({
        ...own,
        look: work =>
          inTransaction(async tx => {
            const task = { ...own, tx } as unknown as Task<C>
            await judge(contract, common, task)
            return work(task)
          }),
      })
    }
  const route = <C extends Known, F>(
    contract: C,
    common: Prepared<C, F>,
    rest: Pick<Route, 'writes' | 'keeps' | 'secret'> & { work: (task: Task<C>, found: F) => Promise<Done<unknown>> },
  ): Route => ({
    contract,
    bodyBytes: common.bodyBytes ?? usualBytes,
    perAddress: common.perAddress ?? null,
    scope: (input, caller) => common.scope?.(input as InputOf<C>, caller) ?? usualScope(input),
    ...rest,
    before: common.before ? preparing(contract, common, common.before) : null,
    work: async (task, found) => {
      const own = task as unknown as Task<C>
      await judge(contract, common, own)
      return rest.work(own, found as F)
    },
  })
  return {
    /** A route that changes nothing, though that it was read may be recorded. */
    reads: <C extends Known, F = unknown>(contract: C, reading: Reading<C, F>): Route =>
      route(contract, reading, {
        writes: false,
        keeps: reading.recorded !== undefined,
        secret: false,
        work: async (task, found: F) => {
          const answer = await reading.work(task, found)
          return { answer, record: reading.recorded?.(task, answer) ?? [] }
        },
      }),
    /** A route that writes: in one transaction with its entry in the record, and once for each key. */
    acts: <C extends Known, F = unknown>(contract: C, acting: Acting<C, F>): Route =>
      route(contract, acting, { writes: true, keeps: true, secret: acting.secret ?? false, work: acting.work }),
  }
}

function usualScope(input: InputOf<Contract>): Scope {
  const agency = agencyOf(input)
  return agency === noAgency ? 'installation' : { agency }
}

function agencyOf({ params }: { readonly params: unknown }): string {
  const given = params as { readonly agencyId?: string } | undefined
  return given?.agencyId ?? noAgency
}

/** The caller of a route that only signed-in people reach. */
export function signedIn({ caller }: { readonly caller: Caller | null }): Caller {
  if (caller) return caller
  throw new Problem(problemOf({ code: 'not_signed_in', says: { zh: '请先登录。', en: 'Sign in first.' } }))
}
