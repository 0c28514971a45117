import { describe, expect, it } from 'vitest'
import { type FileOutcome, unpack, visitStore } from './visit.ts'

const limits = { minutes: 60, visitBytes: 4_000, totalBytes: 6_000 }
const failure = (file: string): FileOutcome => ({ file, error: { code: 'empty', says: { zh: '空', en: 'empty' } } })
const failures = (count: number) => Array.from({ length: count }, (_, i) => failure(`f${i}`))

function store() {
  const clock = { ms: 0 }
  let count = 0
  const visits = visitStore(
    () => clock.ms,
    () => `visit-${++count}`,
    limits,
  )
  return { visits, clock }
}

describe('a visit', () => {
  it('keeps what was added, numbered in order', () => {
    const { visits } = store()
    const id = visits.open()
    visits.add(id, [failure('a.txt')])
    visits.add(id, [failure('b.txt')])
    const found = visits.find(id)
    expect(found).toMatchObject({
      entries: [
        { n: 1, file: 'a.txt' },
        { n: 2, file: 'b.txt' },
      ],
    })
  })

  it('lives an hour after it was last looked at, then says that it expired', () => {
    const { visits, clock } = store()
    const id = visits.open()
    clock.ms = 59 * 60_000
    expect(typeof visits.find(id)).toBe('object')
    clock.ms = 118 * 60_000
    expect(typeof visits.find(id)).toBe('object')
    clock.ms = 179 * 60_000
    expect(visits.find(id)).toBe('expired')
    expect(visits.add(id, [failure('late')])).toBe('expired')
  })

  it('is gone at once when discarded', () => {
    const { visits } = store()
    const id = visits.open()
    visits.discard(id)
    expect(visits.find(id)).toBe('discarded')
  })

  it('refuses what it cannot hold and keeps what it has', () => {
    const { visits } = store()
    const id = visits.open()
    expect(visits.add(id, failures(6))).toHaveLength(6)
    expect(visits.add(id, failures(2))).toBe('full')
    expect(visits.find(id)).toMatchObject({ entries: { length: 6 } })
  })

  it('makes room for newer visits by evicting the one looked at longest ago', () => {
    const { visits, clock } = store()
    const [first, second] = [visits.open(), visits.open()]
    visits.add(first, failures(4))
    clock.ms = 1
    visits.add(second, failures(4))
    clock.ms = 2
    visits.find(first)
    clock.ms = 3
    const third = visits.open()
    visits.add(third, failures(4))
    expect(visits.find(second)).toBe('evicted')
    expect(typeof visits.find(first)).toBe('object')
    expect(typeof visits.find(third)).toBe('object')
  })

  it('knows nothing of names it never gave', () => {
    expect(store().visits.find('guess')).toBe('unknown')
  })

  it('has no report to unpack where the file failed', () => {
    const { visits } = store()
    const added = visits.add(visits.open(), [failure('a')])
    expect(typeof added === 'string' ? added : added.map(unpack)).toEqual([null])
  })
})
