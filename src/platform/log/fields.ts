/**
 * What a log line may say. Fields are named here or they are not logged: names, addresses, texts of requests and
 * whatever else a person could be known by have no field to stand in.
 */
import { masked, withoutValues } from './mask.ts'

/** How each field is made safe. */
const kinds = {
  request: 'id',
  account: 'id',
  agency: 'id',
  job: 'id',
  subject: 'id',
  blob: 'id',
  method: 'word',
  route: 'word',
  code: 'word',
  task: 'word',
  state: 'word',
  version: 'word',
  address: 'word',
  error: 'word',
  message: 'said',
  stack: 'text',
  status: 'number',
  ms: 'number',
  bytes: 'number',
  count: 'number',
  attempt: 'number',
  aborted: 'flag',
} as const

type FieldName = keyof typeof kinds
type ValueOf = { id: string | null; word: string; said: string; text: string; number: number | null; flag: boolean }

/** The fields a line may carry, beside its time, level and event. */
export type LogFields = { readonly [name in FieldName]?: ValueOf[(typeof kinds)[name]] }

const wordLength = 300
const textLength = 4000
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const hash = /^(?=.*[a-f])[0-9a-f]{16,64}$/i

/** The fields as they may be written; the names of others are dropped and counted in `left_out`. */
export function safeFields(fields: object): Record<string, string | number | boolean | null> {
  const safe: Record<string, string | number | boolean | null> = {}
  let leftOut = 0
  for (const [name, value] of Object.entries(fields)) {
    if (!Object.hasOwn(kinds, name)) leftOut += 1
    else if (value !== undefined) safe[name] = safeValue(kinds[name as FieldName], value)
  }
  return leftOut === 0 ? safe : { ...safe, left_out: leftOut }
}

function safeValue(kind: (typeof kinds)[FieldName], value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'number') return masked(String(value)) === String(value) ? value : '[number]'
  if (typeof value !== 'string') return `[${typeof value}]`
  // Names made by the program are full of digits and belong to nobody.
  if (kind === 'id' && (uuid.test(value) || hash.test(value))) return value
  if (kind === 'said') return withoutValues(value.slice(0, wordLength))
  return masked(value.slice(0, kind === 'text' ? textLength : wordLength))
}
