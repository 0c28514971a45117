/** A well-formed call of any contract, made from its schemas: for tests that go through all routes. */
import { z } from 'zod'
import type { Contract } from '../../src/kit/contract.ts'

interface Schema {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly default?: unknown
}

const byFormat: Readonly<Record<string, string>> = {
  uuid: '018f0000-0000-7000-8000-00000000000f',
  date: '2026-11-23',
  'date-time': '2026-11-23T09:00:00+08:00',
  email: 'somebody@example.invalid',
  base64: 'eA==',
}

/** What patterns ask for; the first that fits is taken. */
const words = ['sample-word', '639921', 'words', '某某', '', '639921100000', 'a1b2c3d4', 'requests:1']

export interface SampleCall {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
}

type Given = Readonly<Record<string, string>>

/** Values of the right shape; what is named in `given` is taken from there. */
export function sampleCall(contract: Contract, given: Given): SampleCall {
  return callOf(contract, given, false)
}

/** The same with everything that may be left out. */
export function wholeCall(contract: Contract, given: Given): SampleCall {
  return callOf(contract, given, true)
}

function callOf({ params, query, body }: Contract, given: Given, whole: boolean): SampleCall {
  const of = (schema: z.ZodType | undefined) => (schema ? withGiven(sample(toJson(schema), whole), given) : undefined)
  return {
    params: (of(params) as Record<string, string> | undefined) ?? {},
    query: (of(query) as Record<string, unknown> | undefined) ?? {},
    body: of(body),
  }
}

function withGiven(value: unknown, given: Readonly<Record<string, string>>): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return { ...value, ...Object.fromEntries(Object.entries(given).filter(([name]) => name in value)) }
}

function toJson(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
}

function sample(schema: Schema, whole: boolean): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [first] = schema.anyOf ?? schema.oneOf ?? []
  if (first) return sample(first, whole)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        namesIn(schema, whole).map(name => [name, sample(schema.properties?.[name] ?? {}, whole)] as const),
      )
    case 'array':
      return Array.from({ length: schema.minItems ?? (whole ? 1 : 0) }, () => sample(schema.items ?? {}, whole))
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return text(schema)
  }
}

function namesIn({ properties = {}, required = [] }: Schema, whole: boolean): readonly string[] {
  return whole ? Object.keys(properties) : required
}

function text({ format, pattern, minLength = 0, maxLength = 1000 }: Schema): string {
  const known = format === undefined ? undefined : byFormat[format]
  if (known !== undefined) return known
  const fits = (word: string) =>
    word.length >= minLength && word.length <= maxLength && (!pattern || new RegExp(pattern, 'u').test(word))
  return words.find(fits) ?? 'x'.repeat(Math.max(minLength, 20))
}
