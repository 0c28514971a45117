import { describe, expect, test } from 'vitest'
import { fingerprint } from './fingerprint.ts'
import { newMasterKey, parseMasterKeys } from './master-key.ts'

const masters = parseMasterKeys(newMasterKey(), 'test')

describe('a fingerprint', () => {
  test('is the same for the same text, and for no other text, use or key', () => {
    const one = fingerprint(masters, 'a', ['密码', new Uint8Array([1])])
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(fingerprint(masters, 'a', ['密码', new Uint8Array([1])])).toBe(one)
    const others = [
      fingerprint(masters, 'b', ['密码', new Uint8Array([1])]),
      fingerprint(masters, 'a', ['密', '码', new Uint8Array([1])]),
      fingerprint(masters, 'a', ['密码']),
      fingerprint(parseMasterKeys(newMasterKey(), 'test'), 'a', ['密码', new Uint8Array([1])]),
    ]
    expect(new Set([one, ...others]).size).toBe(5)
  })
})
