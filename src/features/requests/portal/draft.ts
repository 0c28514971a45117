/** A form on its way: what was typed, by name, as the desk keeps it for its writer. */
import type { Refusal } from '../../../domain/kernel/result.ts'
import { type Applying, type IntakeFieldId, intakeFieldIds, type Typed } from '../../../domain/request/intake/fields.ts'
import { type RequestKind, requestKindIds } from '../../../domain/request/states.ts'
import type { Uploaded } from '../citizen.ts'
import { papersWords } from './words.ts'

export type Fields = Readonly<Record<string, string>>

/** What the first page asks, kept beside the fields of the form. */
export interface Begun extends Applying {
  readonly kind: RequestKind
}

const firstNames = { kind: '_kind', sort: '_sort', agent: '_agent' } as const

export function begunOf(fields: Fields): Begun {
  const kind = requestKindIds.find(id => id === fields[firstNames.kind]) ?? 'request'
  return {
    kind,
    sort: fields[firstNames.sort] === 'organisation' ? 'organisation' : 'citizen',
    agent: fields[firstNames.agent] === 'yes',
  }
}

/** The first page's answers as typed into its form, with what is carried on from another form. */
export function fieldsFrom(typed: URLSearchParams, before: Fields = {}): Fields {
  const taken = (name: keyof typeof firstNames) => ({ [firstNames[name]]: typed.get(name) ?? '' })
  const carried = intakeFieldIds.filter(id => typed.has(id))
  return { ...withTyped(before, carried, typed), ...taken('kind'), ...taken('sort'), ...taken('agent') }
}

export function typedOf(fields: Fields): Typed {
  return Object.fromEntries(intakeFieldIds.flatMap(id => (fields[id] === undefined ? [] : [[id, fields[id]]])))
}

/** The fields of one page in place of what they were; a box that is not ticked is not sent at all. */
export function withTyped(fields: Fields, asked: readonly IntakeFieldId[], typed: URLSearchParams): Fields {
  return { ...fields, ...Object.fromEntries(asked.map(id => [id, typed.get(id) ?? ''])) }
}

export const paperLimits = { most: 5, bytes: 5 * 2 ** 20 } as const

export const uploadKinds = {
  identity: { zh: '身份证明', en: 'Proof of identity' },
  authority: { zh: '授权委托书', en: 'Authority of the agent' },
  applicant_other: { zh: '其他材料', en: 'Another paper' },
} as const

export interface DraftPaper extends Uploaded {
  /** Its name among the fields. */
  readonly key: string
}

const paperMark = '_paper.'

export function papersOf(fields: Fields): readonly DraftPaper[] {
  return Object.entries(fields)
    .filter(([key, value]) => key.startsWith(paperMark) && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => {
      const [kind = '', name = '', data = ''] = value.split('\n')
      const known = Object.hasOwn(uploadKinds, kind) ? (kind as keyof typeof uploadKinds) : 'applicant_other'
      return { key, kind: known, name, bytes: new Uint8Array(Buffer.from(data, 'base64')) }
    })
}

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

/** With one more paper, or as before where a form was sent twice; the caller has seen to the limits. */
export function withPaper(fields: Fields, { kind, name, bytes }: Uploaded): Fields {
  const before = papersOf(fields)
  const isThere = before.some(paper => paper.kind === kind && paper.name === name && same(paper.bytes, bytes))
  if (isThere) return fields
  const numbers = before.map(({ key }) => Number(key.slice(paperMark.length)))
  const key = `${paperMark}${Math.max(0, ...numbers) + 1}`
  return { ...fields, [key]: [kind, name, Buffer.from(bytes).toString('base64')].join('\n') }
}

export function withoutPaper(fields: Fields, key: string): Fields {
  if (!key.startsWith(paperMark)) return fields
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))
}

/** What the desk refuses, at its place on the last page: a paper by its name, a field by the form's. */
export function onPage({ at = '', ...refusal }: Refusal, papers: readonly DraftPaper[]): Refusal {
  const paper = papers[Number(/^papers\.(\d+)\./.exec(at)?.[1] ?? -1)]
  if (paper) return { ...refusal, says: papersWords.refused(paper.name, refusal.says), at: paper.key }
  const [whose, first = '', second] = at.split('.')
  if (whose !== 'applicant' && whose !== 'wanted') return { ...refusal, ...(at !== '' && { at }) }
  return {
    ...refusal,
    at: second === undefined ? first : `${first}${second.charAt(0).toUpperCase()}${second.slice(1)}`,
  }
}
