/** The name of a file that somebody hands in: what it is called, and nothing of where it lay or how it is to be read. */
import { withoutTurning } from './turning.ts'

const longest = 200

/** The last part of the path, on one line, without unseen marks; `file` where nothing is left. Its ending stays. */
export function tidyFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const plain = withoutTurning(last)
    .replace(/[\p{Cc}\u2028\u2029\u200b\ufeff]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const name = /^\.*$/.test(plain) ? 'file' : plain
  const signs = Array.from(name)
  if (signs.length <= longest) return name
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  return signs.slice(0, longest - Array.from(ending).length).join('') + ending
}
