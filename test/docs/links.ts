/** Links of markdown files, and which of them lead nowhere. */
import { posix } from 'node:path'

export interface Page {
  /** From the root, with forward slashes. */
  readonly path: string
  readonly text: string
}

const fenced = /^(```|~~~)[\s\S]*?^\1/gm
const inline = /`[^`\n]*`/g

/** Anchors the page has, as they are made of its headings. */
export function anchorsOf(text: string): string[] {
  return [...text.replace(fenced, '').matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) =>
    heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  )
}

/** Every link of the pages that points to a file or heading that is not there: `page -> target`. */
export function brokenLinks(pages: readonly Page[], exists: (path: string) => boolean): string[] {
  const anchors = new Map(pages.map(({ path, text }) => [path, anchorsOf(text)]))
  return pages.flatMap(({ path, text }) =>
    [
      ...text
        .replace(fenced, '')
        .replace(inline, '')
        .matchAll(/\]\(([^)\s]+)\)/g),
    ]
      .map(([, target = '']) => target)
      .filter(target => {
        if (/^[a-z]+:/.test(target)) return false
        const [file = '', anchor] = target.split('#')
        const to = file === '' ? path : posix.normalize(posix.join(posix.dirname(path), decodeURI(file)))
        if (!exists(to)) return true
        return anchor !== undefined && !anchors.get(to)?.includes(decodeURI(anchor))
      })
      .map(target => `${path} -> ${target}`),
  )
}

/** Paths of the tree written as code (`src/law/lines.ts`) that are not there. A place with `…` or `*` is no path. */
export function brokenPaths(pages: readonly Page[], exists: (path: string) => boolean): string[] {
  return pages.flatMap(({ path, text }) =>
    [...text.replace(fenced, '').matchAll(/`((?:src|test|docs|scripts|bench|bin|\.ci)\/[^`\s…*<>]*)`/g)]
      .map(([, target = '']) => target)
      .filter(target => !exists(target.replace(/\/$/, '')))
      .map(target => `${path} -> ${target}`),
  )
}
