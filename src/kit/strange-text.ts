/** What no database keeps: texts with a zero byte in them, or half of a character; and things nested without end. */

/** Nothing that a form holds is nested deeper. */
const deepest = 64

/** The first place in an input that holds such a thing, `body.items.2.name`; null where none does. */
export function strangeText(value: unknown, at: string, depth = 0): string | null {
  if (typeof value === 'string') return isStrange(value) ? at : null
  if (typeof value !== 'object' || value === null) return null
  if (depth > deepest) return at
  for (const [name, item] of Object.entries(value)) {
    const found = isStrange(name) ? at : strangeText(item, `${at}.${name}`, depth + 1)
    if (found !== null) return found
  }
  return null
}

/** Anything as data, with a mark in the place of what no database keeps. */
export function keepable<T>(value: T): T {
  if (typeof value === 'string') return (isStrange(value) ? mended(value) : value) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(keepable) as T
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [keepable(name), keepable(item)])) as T
}

const strange = /[\0\p{Cs}]/u

function isStrange(text: string): boolean {
  return strange.test(text)
}

function mended(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, '\ufffd')
}
