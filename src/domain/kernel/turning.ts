/**
 * Marks that turn the direction of writing (Unicode, UAX #9: ALM, LRM, RLM, embeddings, overrides, isolates). In a name
 * they are unseen and let it, and what stands beside it, be read as another; so no name holds any.
 */
import type { Said } from './lang.ts'
import { done, type Result, refuse } from './result.ts'

/** A text without such a mark: as a pattern, so that a description of the API can tell it too. */
export const neverTurning = /^[^\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u

/** The text as it reads without them: for what nobody typed, such as the name of a file. */
export function withoutTurning(text: string): string {
  return Array.from(text)
    .filter(sign => neverTurning.test(sign))
    .join('')
}

/** The marks are not seen, so nobody can be told to take out just them. */
export const turningMark: Said = {
  zh: '名称里夹有看不见的、改变文字方向的符号，请整个删去，重新键入',
  en: 'There is an unseen mark in this name that turns the direction of writing: delete the whole name and type it anew',
}

/** The name as typed, or refused as `turning_mark`. */
export function parseSteady(name: string, at?: string): Result<string> {
  return neverTurning.test(name) ? done(name) : refuse('turning_mark', turningMark, at)
}
