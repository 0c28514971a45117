/** Takes what was given, variable by variable, and says of each that cannot be used what it should be. */
import type { Trouble } from '../trouble.ts'
import { type Given, isSetting, optionOf, type Setting, type SettingName, settings } from './settings.ts'
import { badValue, unknownVariable } from './troubles.ts'

/** Texts by the names of variables, as in `process.env`. */
export type Words = Readonly<Record<string, string | undefined>>

/**
 * The values that can be used, and a trouble for each that cannot. A variable that is empty counts as not given; an
 * option that is empty was typed, and what it was to name is not known.
 */
export function readGiven(env: Words, options: Words): { readonly given: Given; readonly troubles: Trouble[] } {
  const values: { [name in SettingName]?: unknown } = {}
  const troubles: Trouble[] = []
  for (const name of Object.keys(env).sort()) {
    if (name.startsWith('GONGKAI_') && !isSetting(name)) troubles.push(unknownVariable(name, nearest(name)))
  }
  for (const name of Object.keys(settings).filter(isSetting)) {
    const fromOption = options[name]
    const text = fromOption ?? env[name]
    if (text === undefined || (text === '' && fromOption === undefined)) continue
    const setting: Setting = settings[name]
    const read = setting.schema.safeParse(text)
    if (read.success) values[name] = read.data
    else troubles.push(badValue(name, fromOption === undefined ? name : (optionOf[name] ?? name), text, setting))
  }
  // Each value came out of its own setting's schema.
  return { given: values as Given, troubles }
}

/** The setting a mistyped name most likely means; null where none is near. */
function nearest(name: string): string | null {
  const near = Object.keys(settings)
    .map(known => ({ known, steps: distance(name, known) }))
    .sort((a, b) => a.steps - b.steps)[0]
  return near !== undefined && near.steps <= 4 ? near.known : null
}

/** How many letters must be put in, taken out or exchanged to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)))
    }
    row = next
  }
  return row[b.length] ?? 0
}
