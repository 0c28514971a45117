/**
 * Public pages, set once for each version of their content. Nothing is ever invalidated: a page is kept under the
 * version it was made from, and every request names the version that holds now. Only for pages that are the same for
 * everyone.
 */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'

export interface CachedPage {
  /** Everything the page depends on beside its content: path, agency, language, mode. */
  readonly key: string
  /** Changes whenever the content does. Read it before the content, or an old page may be kept under a new version. */
  readonly version: string
  /** The whole page as html. */
  readonly render: () => string | Promise<string>
}

export interface PageCache {
  /** The page, or 304 without setting it where the browser has it. Browsers ask every time whether it still holds. */
  readonly serve: (c: Context, page: CachedPage) => Promise<Response>
}

interface Kept {
  readonly tag: string
  readonly html: Promise<string>
  bytes: number
}

/** Pages of one build of the program (a new one may set them differently), at most so many bytes in memory. */
export function pageCache(build: string, mostBytes: number): PageCache {
  const kept = new Map<string, Kept>()
  let held = 0
  const drop = (key: string) => {
    held -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }
  const keep = ({ key, render }: CachedPage, tag: string): Promise<string> => {
    drop(key)
    const page: Kept = { tag, html: Promise.resolve().then(render), bytes: 0 }
    kept.set(key, page)
    page.html.then(
      html => {
        if (kept.get(key) !== page) return
        page.bytes = Buffer.byteLength(html)
        held += page.bytes
        for (const oldest of kept.keys()) if (held > mostBytes) drop(oldest)
      },
      () => {
        if (kept.get(key) === page) drop(key)
      },
    )
    return page.html
  }
  return {
    serve: async (c, page) => {
      const tag = tagOf(build, page)
      if (names(c.req.header('if-none-match'), tag)) return tagged(c, tag).body(null, 304)
      const found = kept.get(page.key)
      if (found?.tag === tag) {
        // Moved to the end: what was asked for last goes last.
        kept.delete(page.key)
        kept.set(page.key, found)
      }
      const html = await (found?.tag === tag ? found.html : keep(page, tag))
      return tagged(c, tag).html(html)
    },
  }
}

/** Only once the page is there: the answer to a failure must not bear its tag. */
function tagged(c: Context, tag: string): Context {
  c.header('ETag', tag)
  c.header('Cache-Control', 'no-cache')
  c.header('Vary', 'Cookie', { append: true })
  return c
}

function tagOf(build: string, { key, version }: CachedPage): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([build, key, version]))
    .digest('base64url')
  return `"${hash.slice(0, 22)}"`
}

/** Whether an If-None-Match header names the tag; compared weakly, since proxies that compress mark tags as weak. */
function names(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some(each => [tag, `W/${tag}`, '*'].includes(each.trim()))
}
