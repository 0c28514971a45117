/** Errors of the API: a code, a sentence and a mend in both languages (RFC 9457, application/problem+json). */
import type { z } from 'zod'
import type { Said } from '../domain/kernel/lang.ts'
import type { Refusal } from '../domain/kernel/result.ts'
import { fieldTroubles } from './field-words.ts'

export interface ProblemBody {
  readonly status: number
  readonly code: string
  readonly says: Said
  readonly mend?: Said
  /** The part of the input at fault: `body.login`. */
  readonly at?: string
  /** All parts at fault, where there are several. */
  readonly errors?: readonly { readonly at: string; readonly says: Said }[]
  /** In how many seconds it may be tried again: told in a header. */
  readonly retryAfter?: number
}

/** Ends a handler with an answer that is no success; its transaction is rolled back. */
export class Problem extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.says.en)
    this.name = 'Problem'
  }
}

const statusOf: Readonly<Record<string, number>> = {
  not_signed_in: 401,
  session_idle: 401,
  session_too_old: 401,
  session_revoked: 401,
  session_unfinished: 401,
  key_unknown: 401,
  key_ended: 401,
  no_role: 403,
  no_policy: 403,
  not_for_this: 403,
  own_draft: 403,
  oneself: 403,
  not_found: 404,
  changed_meanwhile: 409,
  taken: 409,
  link_gone: 410,
  locked: 429,
  too_often: 429,
}

/** A refusal of the domain as an answer: 422 unless its code says otherwise. */
export function problemOf({ code, says, at }: Refusal): ProblemBody {
  return { status: statusOf[code] ?? 422, code, says, ...(at === undefined ? {} : { at }) }
}

export function refused(refusal: Refusal): Problem {
  return new Problem(problemOf(refusal))
}

/** `what` in both languages: 机关, agency. */
export function notFound(what: Said): Problem {
  return new Problem({
    status: 404,
    code: 'not_found',
    says: { zh: `没有找到这个${what.zh}。`, en: `This ${what.en} was not found.` },
    mend: {
      zh: '它可能已被删除，或属于其他机关；请返回列表查看。',
      en: 'It may have been removed, or belong to another agency; go back to the list.',
    },
  })
}

/** Somebody else saved the thing after it was opened. */
export function changedMeanwhile(what: Said): Problem {
  return new Problem({
    status: 409,
    code: 'changed_meanwhile',
    says: { zh: `您打开之后，${what.zh}已被他人修改。`, en: `The ${what.en} was changed by someone else meanwhile.` },
    mend: {
      zh: '请重新打开查看最新内容，再填入您的修改；您填写的内容已留在页面上。',
      en: 'Open it again and enter your changes anew; what you typed is still on the page.',
    },
  })
}

/** What does not fit a contract, in words: every place at fault with its sentence. */
export function badInput(part: 'params' | 'query' | 'body', schema: z.ZodType, value: unknown): Problem {
  const errors = fieldTroubles(schema, value).map(({ path, says }) => ({
    at: [part, ...path.map(String)].join('.'),
    says,
  }))
  const first = errors[0]
  return new Problem({
    status: 400,
    code: 'bad_input',
    says: {
      zh: `填写的内容有 ${errors.length} 处不符合要求。`,
      en: `${errors.length} part(s) of the input are not as they must be.`,
    },
    mend: { zh: '请按各处的说明修改后重新提交。', en: 'Mend them as each says and send again.' },
    ...(first ? { at: first.at } : {}),
    errors,
  })
}

/**
 * A refusal of something a person typed: `at` is brought below the part of the input it came in, all other places at
 * fault beside it.
 */
export function refusedInput(part: 'body' | 'query', refusals: readonly [Refusal, ...Refusal[]]): Problem {
  const placed = refusals.map(({ code, says, at }) => ({
    code,
    says,
    at: at === undefined ? part : `${part}.${dotted(at)}`,
  }))
  const [first] = placed as [Refusal & { readonly at: string }]
  return new Problem({ ...problemOf(first), errors: placed.map(({ at, says }) => ({ at, says })) })
}

/** `days[3]` as places in the input are written: `days.3`. */
function dotted(at: string): string {
  return at.replace(/\[(\d+)\]/g, '.$1')
}

/** A value that something else has already, by the field it was typed into. */
export function taken(at: string, says: Said): Problem {
  return refused({ code: 'taken', says, at })
}
