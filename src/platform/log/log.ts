/** The log of the program: events with fields, one JSON object a line, nothing in it that tells of a person. */
import { pino } from 'pino'
import { codeOf } from '../trouble.ts'
import { type LogFields, safeFields } from './fields.ts'

export interface Log {
  /** What happened in the ordinary course. Events are short fixed words: `request`, `job_done`. */
  readonly info: (event: string, fields?: LogFields) => void
  /** What somebody should look at some day. */
  readonly warn: (event: string, fields?: LogFields) => void
  /** What somebody should look at now. `cause`: only its kind, code, place and bare words are written. */
  readonly error: (event: string, cause?: unknown, fields?: LogFields) => void
}

const aheadMs = 8 * 3600 * 1000
/** A place in a program; the words of the error stand in the same text and are no such line. */
const frameShape = /^\s+at .*(?::\d+:\d+\)?|\(<anonymous>\))$/
const eventShape = /^[a-z][a-z0-9_]*$/

/** A log that gives finished lines to `write`. `now` in milliseconds; times are written in Asia/Shanghai. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  const logger = pino(
    {
      base: null,
      messageKey: 'event',
      formatters: { level: label => ({ level: label }) },
      timestamp: () => `,"time":"${shanghai(now())}"`,
    },
    { write },
  )
  return {
    info: (event, fields = {}) => logger.info(safeFields(fields), eventOf(event)),
    warn: (event, fields = {}) => logger.warn(safeFields(fields), eventOf(event)),
    error: (event, cause, fields = {}) => logger.error(safeFields({ ...fields, ...aboutError(cause) }), eventOf(event)),
  }
}

/** An event is a word of the program; anything else could carry what must not be logged. */
function eventOf(event: string): string {
  return eventShape.test(event) ? event : 'unnamed'
}

function aboutError(cause: unknown): LogFields {
  if (cause === undefined) return {}
  if (!(cause instanceof Error)) return { error: typeof cause }
  const frames = (cause.stack ?? '').split('\n').filter(line => frameShape.test(line))
  return {
    error: cause.name,
    code: codeOf(cause),
    message: cause.message,
    stack: frames.map(line => line.trim()).join('\n'),
  }
}

/** 2026-11-21T10:00:00.000+08:00 */
function shanghai(ms: number): string {
  return new Date(ms + aheadMs).toISOString().replace('Z', '+08:00')
}
