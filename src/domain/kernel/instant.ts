/** A moment, in milliseconds since 1970-01-01T00:00Z: for locks and sessions. What the law counts are days. */
export type Instant = number

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
