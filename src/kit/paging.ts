/** Pages by key: the `next` of a page holds the values the list is ordered by, of the last row shown. */
import { z } from 'zod'
import { badInput } from './problem.ts'

/** The page of `rows`, of which one more than `limit` was asked for, so that it shows whether more follow. */
export function pageFrom<R, T>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => readonly (string | number)[],
  itemOf: (row: R) => T,
): { items: T[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last !== undefined ? JSON.stringify(keyOf(last)) : null
  return { items: shown.map(itemOf), next: next === null ? null : Buffer.from(next).toString('base64url') }
}

/** The values a page begins behind; null for the first page. Throws `bad_input` where no page gave it. */
export function keyBehind<T>(after: string | undefined, key: z.ZodType<T>): T | null {
  if (after === undefined) return null
  const given = unpacked(after)
  const read = key.safeParse(given)
  if (!read.success) throw badInput('query', z.object({ after: key }), { after: given })
  return read.data
}

function unpacked(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
