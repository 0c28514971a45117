/** Reads what is typed after an option; what cannot be meant stops the command with a sentence. */
import { Stop } from './exit.ts'

/** A reader of one of the words. */
export function oneOf<Word extends string>(option: string, words: readonly Word[]): (typed: string) => Word {
  return typed => {
    const found = words.find(w => w === typed)
    if (found !== undefined) return found
    const list = words.join(' / ')
    throw new Stop({
      zh: `${option} 只能是 ${list}，不能是“${typed}”。`,
      en: `${option} must be one of ${list}, not "${typed}".`,
    })
  }
}

/** A reader of a whole number between two bounds, both included. */
export function wholeNumber(option: string, least: number, most: number): (typed: string) => number {
  return typed => {
    const n = /^\d{1,15}$/.test(typed) ? Number(typed) : Number.NaN
    if (n >= least && n <= most) return n
    throw new Stop({
      zh: `${option} 应为 ${least} 到 ${most} 之间的整数，不能是“${typed}”。`,
      en: `${option} must be a whole number from ${least} to ${most}, not "${typed}".`,
    })
  }
}

/** Collects an option that may be given several times. */
export function several(typed: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), typed]
}
