/** Errors of the API as RFC 9457 asks (application/problem+json), with a sentence and the mend in both languages. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Sentence } from '../trouble.ts'

/** What went wrong; a Trouble of an adapter and a refusal of the domain both are such. */
export interface ProblemParts {
  /** Stable word for programs, `not_found`. */
  readonly code: string
  readonly says: Sentence
  /** Left out where the sentence says it already. */
  readonly mend?: Sentence
  /** The place in what was sent: `body.applicant.name`. */
  readonly at?: string
}

/** The body of an error. */
export interface Problem extends ProblemParts {
  /** `urn:gongkai:problem:<code>`. */
  readonly type: string
  /** The sentence in the language asked for. */
  readonly title: string
  /** The mend in the language asked for. */
  readonly detail?: string
  readonly status: number
  /** The name of the request in the log, to be quoted when asking for help. */
  readonly instance?: string
  /** The single things that are wrong, where there are several. */
  readonly errors?: readonly ProblemParts[]
}

export interface ProblemOptions {
  readonly lang: keyof Sentence
  readonly errors?: readonly ProblemParts[]
}

/** An error as the answer of a route. */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  parts: ProblemParts,
  options: ProblemOptions,
): Response {
  const { lang, errors } = options
  const request = c.get('requestId')
  const body: Problem = {
    type: `urn:gongkai:problem:${parts.code}`,
    title: parts.says[lang],
    ...(parts.mend === undefined ? {} : { detail: parts.mend[lang] }),
    status,
    ...(request === undefined ? {} : { instance: `urn:gongkai:request:${request}` }),
    ...bare(parts),
    ...(errors === undefined ? {} : { errors: errors.map(bare) }),
  }
  return c.json(body, status, { 'Content-Type': 'application/problem+json; charset=utf-8' })
}

/** Only what is meant for others: an error brings more along. */
function bare({ code, says, mend, at }: ProblemParts): ProblemParts {
  return { code, says, ...(mend === undefined ? {} : { mend }), ...(at === undefined ? {} : { at }) }
}
