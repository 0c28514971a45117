import { expect, test } from 'vitest'
import { uuid7, uuidOf } from './uuid7.ts'

const all = (byte: number) => (count: number) => new Uint8Array(count).fill(byte)

test('given an instant and chance, then version, variant and both parts are where RFC 9562 puts them', () => {
  // 2022-02-22T19:22:22Z, the example of the RFC
  expect(uuid7(0x017f22e279b0, all(0))).toBe('017f22e2-79b0-7000-8000-000000000000')
  expect(uuid7(0x017f22e279b0, all(0xff))).toBe('017f22e2-79b0-7fff-bfff-ffffffffffff')
})

test('given later instants, whatever chance gives, then later identifiers', () => {
  const instants = [0, 1, 255, 256, 0xffffffff, 0x100000000, Date.UTC(2026, 10, 21), 2 ** 48 - 1]
  const made = instants.map((now, index) => uuid7(now, all(index % 2 === 0 ? 0xff : 0)))
  expect([...made].sort()).toEqual(made)
})

test('given the same instant, then no two are the same', () => {
  expect(new Set(Array.from({ length: 1000 }, () => uuid7(1))).size).toBe(1000)
})

test('given words, then they always have the same identifier, and others another', () => {
  expect(uuidOf('a', 'b')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(uuidOf('a', 'b')).toBe(uuidOf('a', 'b'))
  expect(new Set([uuidOf('a', 'b'), uuidOf('ab'), uuidOf('b', 'a'), uuidOf('a', 'b', '')]).size).toBe(4)
})
