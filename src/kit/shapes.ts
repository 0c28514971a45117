/** Shapes that many contracts share. */
import { z } from 'zod'
import type { LocalDate } from '../domain/kernel/date.ts'
import { tidyFileName } from '../domain/kernel/file-name.ts'
import { neverTurning } from '../domain/kernel/turning.ts'

export const id = z.uuid()
/** An instant, ISO 8601 with offset. */
export const instant = z.iso.datetime({ offset: true })
/** A calendar day in Asia/Shanghai. */
export const day = z.iso.date()
/** The same as the domain knows it. */
export const date = day.transform(given => given as LocalDate)

/** One of the words a record of the law or the domain is keyed by. */
export function keyOf<K extends string>(words: Readonly<Record<K, unknown>>) {
  return z.enum(Object.keys(words) as [K, ...K[]])
}

/** A whole number that a column of the database holds: a version, a place in a list, a year. */
export const whole = z.int32()

/** A short text of one line: trimmed, without control characters. */
export function line(most: number, least = 1) {
  return z
    .string()
    .trim()
    .min(least)
    .max(most)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u)
}

/**
 * What somebody or something is called: a line without marks that turn the direction of writing. For what is typed
 * only: an answer takes what was kept before, so that no list stands still over one name.
 */
export function name(most: number, least = 1) {
  return line(most, least).regex(neverTurning)
}

/** The name of a file that is handed in, made harmless: nobody typed it, so nobody is asked to mend it. */
export const fileName = z.string().max(2000).transform(tidyFileName).pipe(line(220))

/** A text of several lines, without control characters but tab and line feed. */
export function text(most: number) {
  return z
    .string()
    .max(most)
    .transform(given => given.replace(/\r\n?/g, '\n'))
    .pipe(z.string().regex(/^(?:[^\p{Cc}]|[\n\t])*$/u))
}

export const said = z.object({ zh: z.string(), en: z.string() })

/** Pages go by key: `after` is the `next` of the page before. */
export const paging = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

export const agencyParams = z.object({ agencyId: id })
export const nothing = z.null()
