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
  /** The single things that are wrong, where there are several. */
  readonly errors?: readonly ProblemPlace[]
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
}

/** One of several things that are wrong. */
export interface ProblemPlace {
  readonly at: string
  readonly says: Sentence
}

/** An error as the answer of a route, its title in `lang`. */
export function problem(c: Context, status: ContentfulStatusCode, parts: ProblemParts, lang: keyof Sentence): Response {
  const { code, says, mend, at, errors } = parts
  const request = c.get('requestId')
  // Field by field: an error brings more along than is meant for others.
  const body: Problem = {
    type: `urn:gongkai:problem:${code}`,
    title: says[lang],
    ...(mend === undefined ? {} : { detail: mend[lang] }),
    status,
    ...(request === undefined ? {} : { instance: `urn:gongkai:request:${request}` }),
    code,
    says,
    ...(mend === undefined ? {} : { mend }),
    ...(at === undefined ? {} : { at }),
    ...(errors === undefined ? {} : { errors: errors.map(({ at, says }) => ({ at, says })) }),
  }
  return c.json(body, status, { 'Content-Type': 'application/problem+json; charset=utf-8' })
}
