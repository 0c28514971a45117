/** Answers a page that the reader already has without sending it again. */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'

/** A tag that changes when any of the parts does. Weak: the bytes may be packed on the way. */
export function tagOf(parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
  return `W/"${hash.slice(0, 22)}"`
}

/** Whether the reader's own copy carries this tag. */
export function hasCopy(c: Context, tag: string): boolean {
  const given = c.req.header('if-none-match')
  if (given === undefined) return false
  return given.split(',').some(one => bare(one.trim()) === bare(tag))
}

function bare(tag: string): string {
  return tag.replace(/^W\//, '')
}
