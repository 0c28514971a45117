/** What of an act goes into the record: days, ids, numbers and words of the vocabulary; of texts only their length. */
import type { RequestCase } from '../../../domain/request/case.ts'

/** Fields whose values are words of a closed list. */
const vocabulary = [
  'method',
  'ground',
  'grounds',
  'party',
  'opinion',
  'scheme',
  'decision',
  'secrecy',
  'way',
  'channel',
  'kind',
] as const

const isVocabulary = (name: string) => vocabulary.some(word => word === name)
const plain = /^(?:\d{4}-\d{2}-\d{2}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The input without a text in it. */
export function recordable(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(input).flatMap(([name, value]): [string, unknown][] => {
    if (value === null || typeof value === 'number' || typeof value === 'boolean') return [[name, value]]
    if (typeof value === 'string')
      return [isVocabulary(name) || plain.test(value) ? [name, value] : [`${name}Length`, value.length]]
    if (Array.isArray(value)) return [isVocabulary(name) ? [name, value] : [`${name}Count`, value.length]]
    return []
  })
  return Object.fromEntries(entries)
}

/** What became of the case: state, day, decision, letters. */
export function changeOf(before: RequestCase, after: RequestCase): Record<string, unknown> {
  const letters = after.letters.flatMap(({ id, letter, state, number }) => {
    const was = before.letters.find(known => known.id === id)
    return was?.state === state ? [] : [{ id, letter, state, ...(number !== null && { number }) }]
  })
  return {
    version: after.version,
    ...(before.state !== after.state && { from: before.state, to: after.state }),
    ...(after.closing !== null && before.closing === null && closingOf(after.closing)),
    ...(letters.length > 0 && { letters }),
  }
}

function closingOf({ on, decision, line, onTime }: NonNullable<RequestCase['closing']>) {
  return { closedOn: on, decision, line, onTime }
}
