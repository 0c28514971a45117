import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Trouble } from '../trouble.ts'
import { newMasterKey, parseMasterKeys } from './master-key.ts'
import {
  type AgencyKeys,
  type KeyMaker,
  matchKey,
  matchKeys,
  needsReseal,
  newAgencyKeys,
  nextKey,
  openKeys,
  reseal,
  rewrap,
  seal,
  unseal,
} from './seal.ts'
import { type SuiteId, suiteIds } from './suites.ts'

const masterKey = newMasterKey()
const masters = parseMasterKeys(masterKey, 'the test')
const place = { table: 'applicant', column: 'identity_number', row: 'r1' }

function maker(suite: SuiteId, keys = masters): KeyMaker {
  return { masters: keys, suite }
}

function keysOf(suite: SuiteId, agencyId = 'a1'): AgencyKeys {
  return openKeys(agencyId, newAgencyKeys(agencyId, maker(suite)), maker(suite))
}

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof Trouble) return error.code
    throw error
  }
  return 'done'
}

describe.each(suiteIds)('sealed by %s', suite => {
  const keys = keysOf(suite)

  test('any text comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        expect(unseal(keys, place, seal(keys, place, text))).toBe(text)
      }),
      { seed: 20261121 },
    )
  })

  test('the box names suite and version, shows nothing of the text, and is new every time', () => {
    const [a, b] = [seal(keys, place, '630202199001011234'), seal(keys, place, '630202199001011234')]
    expect(a.startsWith(`${suite}.1.`)).toBe(true)
    expect(Buffer.from(a.split('.')[2] ?? '', 'base64url').includes('630202')).toBe(false)
    expect(a).not.toBe(b)
  })

  test('given a change in any one byte, when it is opened, then it is refused', () => {
    const sealed = seal(keys, place, '海东市示例路 1 号')
    const start = sealed.lastIndexOf('.') + 1
    const bytes = Buffer.from(sealed.slice(start), 'base64url')
    for (let at = 0; at < bytes.length; at++) {
      for (const bit of [1, 0x80]) {
        const changed = Buffer.from(bytes)
        changed[at] = (bytes[at] ?? 0) ^ bit
        const box = sealed.slice(0, start) + changed.toString('base64url')
        expect(codeOf(() => unseal(keys, place, box))).toBe('not_authentic')
      }
    }
  })

  test('given any other sign in any place of the text, when it is opened, then it is refused', () => {
    const sealed = seal(keys, place, '13900000000')
    const sign = fc.constantFrom(...'ABCabc019-_.=+/ ')
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), sign, (at, other) => {
        fc.pre(sealed[at] !== other)
        const changed = sealed.slice(0, at) + other + sealed.slice(at + 1)
        expect(codeOf(() => unseal(keys, place, changed))).not.toBe('done')
      }),
      { seed: 20261121, numRuns: 400 },
    )
  })

  test('cut short or run on, it is refused', () => {
    const sealed = seal(keys, place, 'x')
    for (let length = 0; length < sealed.length; length++) {
      expect(codeOf(() => unseal(keys, place, sealed.slice(0, length)))).not.toBe('done')
    }
    expect(codeOf(() => unseal(keys, place, `${sealed}AAAA`))).toBe('not_authentic')
    expect(codeOf(() => unseal(keys, place, `${sealed}.AAAA`))).toBe('malformed')
  })

  test('moved to another row, column, table or agency, it is refused', () => {
    const sealed = seal(keys, place, '13900000000')
    expect(codeOf(() => unseal(keys, { ...place, row: 'r2' }, sealed))).toBe('not_authentic')
    expect(codeOf(() => unseal(keys, { ...place, column: 'phone' }, sealed))).toBe('not_authentic')
    expect(codeOf(() => unseal(keys, { ...place, table: 'party' }, sealed))).toBe('not_authentic')
    const sameSecrets = { ...keys, agencyId: 'a2' }
    expect(codeOf(() => unseal(sameSecrets, place, sealed))).toBe('not_authentic')
    expect(codeOf(() => unseal(keysOf(suite), place, sealed))).toBe('not_authentic')
  })

  test('the parts of a place cannot run into one another', () => {
    const sealed = seal(keys, { table: 't', column: 'a|b', row: 'c' }, 'x')
    expect(codeOf(() => unseal(keys, { table: 't', column: 'a', row: 'b|c' }, sealed))).toBe('not_authentic')
  })
})

test('what one suite sealed opens under the other by configuration, but not by a changed name', () => {
  const records = newAgencyKeys('a1', maker('aes-256-gcm'))
  const before = openKeys('a1', records, maker('aes-256-gcm'))
  const after = openKeys('a1', records, maker('sm4-cbc+sm3-hmac'))
  const sealed = seal(before, place, '张三')
  expect(unseal(after, place, sealed)).toBe('张三')
  expect(codeOf(() => unseal(after, place, sealed.replace('aes-256-gcm', 'sm4-cbc+sm3-hmac')))).toBe('not_authentic')
  expect(codeOf(() => unseal(after, place, sealed.replace('aes-256-gcm', 'rot13')))).toBe('unknown_suite')
  expect(reseal(after, place, sealed)).toMatch(/^sm4-cbc\+sm3-hmac\.1\./)
})

describe('rotation', () => {
  const first = newAgencyKeys('a1', maker('aes-256-gcm'))
  const second = [...first, nextKey(first, { agencyId: 'a1', purpose: 'seal' }, maker('aes-256-gcm'))]

  test('given a new data key, when a value is sealed anew, then the old one opens until then and the new one after', () => {
    const old = seal(openKeys('a1', first, maker('aes-256-gcm')), place, '张三')
    const keys = openKeys('a1', second, maker('aes-256-gcm'))
    expect([unseal(keys, place, old), needsReseal(keys, old)]).toEqual(['张三', true])
    const renewed = reseal(keys, place, old)
    expect(renewed.startsWith('aes-256-gcm.2.')).toBe(true)
    expect([unseal(keys, place, renewed), needsReseal(keys, renewed)]).toEqual(['张三', false])
    expect(reseal(keys, place, renewed)).toBe(renewed)
    const withoutOld = openKeys(
      'a1',
      second.filter(r => r.version === 2 || r.purpose === 'match'),
      maker('aes-256-gcm'),
    )
    expect(unseal(withoutOld, place, renewed)).toBe('张三')
    expect(codeOf(() => unseal(withoutOld, place, old))).toBe('unknown_key')
  })

  test('given a new master key, when data keys are rewrapped, then sealed values stay and the old master may go', () => {
    const keys = openKeys('a1', second, maker('aes-256-gcm'))
    const sealed = seal(keys, place, '张三')
    const newer = newMasterKey()
    const both = parseMasterKeys(`${newer}\n${masterKey}`, 'the test')
    const rewrapped = second.map(record => rewrap(record, maker('aes-256-gcm', both)))
    expect(rewrapped.every((record, n) => record.wrapped !== second[n]?.wrapped)).toBe(true)
    const alone = maker('aes-256-gcm', parseMasterKeys(newer, 'the test'))
    expect(unseal(openKeys('a1', rewrapped, alone), place, sealed)).toBe('张三')
    expect(rewrapped.map(record => rewrap(record, alone))).toEqual(rewrapped)
    expect(codeOf(() => openKeys('a1', second, alone))).toBe('unknown_key')
  })

  test('a data key given out for another agency, purpose or version is refused', () => {
    const [record] = first
    if (!record) throw new Error('no record')
    for (const wrong of [{ agencyId: 'a2' }, { purpose: 'match' as const }, { version: 7 }]) {
      const moved = { ...record, ...wrong }
      expect(codeOf(() => openKeys(moved.agencyId, [moved], maker('aes-256-gcm')))).toBe('not_authentic')
    }
  })

  test('an agency without keys says so', () => {
    const none = openKeys('a9', first, maker('aes-256-gcm'))
    expect(codeOf(() => seal(none, place, 'x'))).toBe('unknown_key')
    expect(codeOf(() => matchKey(none, 'phone', 'x'))).toBe('unknown_key')
  })
})

describe.each(suiteIds)('the keyed hash of %s', suite => {
  const keys = keysOf(suite)

  test('is equal for equal values of one kind in one agency, and for nothing else', () => {
    expect(matchKey(keys, 'phone', '13900000000')).toBe(matchKey(keys, 'phone', '13900000000'))
    expect(matchKey(keys, 'phone', '13900000000')).not.toBe(matchKey(keys, 'phone', '13900000001'))
    expect(matchKey(keys, 'phone', '13900000000')).not.toBe(matchKey(keys, 'fax', '13900000000'))
    expect(matchKey(keys, 'phone', '13900000000')).not.toBe(matchKey(keysOf(suite, 'a2'), 'phone', '13900000000'))
  })

  test('is found again after the key or the suite changed', () => {
    const records = newAgencyKeys('a1', maker(suite))
    const stored = matchKey(openKeys('a1', records, maker(suite)), 'phone', '139')
    const next = [...records, nextKey(records, { agencyId: 'a1', purpose: 'match' }, maker(suite))]
    for (const other of suiteIds) {
      const sought = matchKeys(openKeys('a1', next, maker(other)), 'phone', '139')
      expect(sought).toContain(stored)
      expect(sought[0]).toBe(matchKey(openKeys('a1', next, maker(other)), 'phone', '139'))
      expect(sought[0]).not.toBe(stored)
    }
  })
})
