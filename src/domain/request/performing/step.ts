/** The form of an act's own rules, and the small checks they are made of. */
import type { LocalDate } from '../../kernel/date.ts'
import type { Said } from '../../kernel/lang.ts'
import { type Result, refuse } from '../../kernel/result.ts'
import type { RoleId } from '../../people/roles.ts'
import type { RequestActId } from '../acts.ts'
import type { RequestCase } from '../case.ts'
import type { ActActor, ActContext, InputOfAct } from '../inputs.ts'

/** Why not; null where nothing stands against it. */
export type Trouble = ReturnType<typeof refuse> | null

export interface Step<A extends RequestActId> {
  /** What stands against the act whatever it is told. An act that fails here is not offered. */
  readonly ready?: (before: RequestCase, context: ActContext) => Trouble
  readonly apply: (before: RequestCase, input: InputOfAct<A>, context: ActContext) => Result<RequestCase>
}

export type Steps<A extends RequestActId> = { readonly [K in A]: Step<K> }

/** Trouble with a sentence unless it holds. */
export function must(holds: boolean, code: string, zh: string, en: string, at?: string): Trouble {
  return holds ? null : refuse(code, { zh, en }, at)
}

/** Texts that must not be blank: `at` -> text and what it is called. */
export function written(texts: Readonly<Record<string, readonly [text: string, called: Said]>>): Trouble {
  const found = Object.entries(texts).find(([, [text]]) => text.trim() === '')
  if (!found) return null
  const [at, [, called]] = found
  return refuse('blank', { zh: `请填写${called.zh}`, en: `Give ${called.en}` }, at)
}

/** A whole number within limits, ends included. */
export function within(n: number, least: number, most: number, called: Said, at: string): Trouble {
  return must(
    Number.isInteger(n) && n >= least && n <= most,
    'out_of_range',
    `${called.zh}应当是 ${least} 到 ${most} 的整数，请核对`,
    `${called.en} must be a whole number from ${least} to ${most}; check it`,
    at,
  )
}

interface From {
  readonly day: LocalDate | null
  readonly called: Said
}

/** The day an act took effect: not to come, not before what it follows; an applicant's own act is of today. */
export function happened(on: LocalDate, context: ActContext, from: From, ownDay = true): Trouble {
  const { today, actor } = context
  return (
    must(
      on <= today,
      'in_future',
      `日期 ${on} 在今天（${today}）之后，请核对`,
      `${on} is after today (${today}); check it`,
      'on',
    ) ??
    must(
      from.day === null || on >= from.day,
      'too_early',
      `日期 ${on} 早于${from.called.zh}（${from.day}），请核对`,
      `${on} is before ${from.called.en} (${from.day}); check it`,
      'on',
    ) ??
    must(
      actor.kind !== 'applicant' || !ownDay || on === today,
      'not_today',
      `由申请人办理的，日期应当是今天（${today}）`,
      `What an applicant does is of today (${today})`,
      'on',
    )
  )
}

/** Who did it, as the record of the case names them. */
export function actorId(actor: ActActor): string {
  return actor.kind === 'staff' ? actor.accountId : actor.kind
}

/** Whether the actor holds one of the roles without being, or standing in for, one of `others`. */
export function holdsApartFrom(actor: ActActor, roles: readonly RoleId[], others: readonly string[]): boolean {
  if (actor.kind !== 'staff' || others.includes(actor.accountId)) return false
  return actor.roles.some(
    ({ role, onBehalfOf }) => roles.includes(role) && (onBehalfOf === undefined || !others.includes(onBehalfOf)),
  )
}

export const reasonCalled: Said = { zh: '理由', en: 'the reason' }
