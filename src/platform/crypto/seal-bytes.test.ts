import { describe, expect, test } from 'vitest'
import { newMasterKey, parseMasterKeys } from './master-key.ts'
import { newAgencyKeys, nextKey, openKeys, reseal } from './seal.ts'
import { sealBytes, unsealBytes } from './seal-bytes.ts'
import { suiteIds } from './suites.ts'

const agencyId = '018f0000-0000-7000-8000-000000000001'
const place = { table: 'paper', column: 'key', row: '1' }
const plain = Buffer.from('答复书的内容')

describe.each(suiteIds)('a file closed by %s', suite => {
  const maker = { masters: parseMasterKeys(newMasterKey(), 'test'), suite }
  const records = newAgencyKeys(agencyId, maker)
  const keys = openKeys(agencyId, records, maker)

  test('opens in its place, and what is stored tells nothing of it', () => {
    const sealed = sealBytes(keys, place, plain)
    expect(sealed.closed.includes('答复书')).toBe(false)
    expect(unsealBytes(keys, place, sealed).equals(plain)).toBe(true)
  })

  test('opens under no other row, with no other file and with no changed byte', () => {
    const [one, other] = [sealBytes(keys, place, plain), sealBytes(keys, place, plain)]
    expect(one.closed.equals(other.closed)).toBe(false)
    expect(() => unsealBytes(keys, { ...place, row: '2' }, one)).toThrow()
    expect(() => unsealBytes(keys, place, { ...one, closed: other.closed })).toThrow()
    const changed = Buffer.from(one.closed)
    changed[20] = (changed[20] ?? 0) ^ 1
    expect(() => unsealBytes(keys, place, { ...one, closed: changed })).toThrow()
  })

  test('given a new data key, then the sealed key changes and the stored file does not', () => {
    const sealed = sealBytes(keys, place, plain)
    const next = openKeys(agencyId, [...records, nextKey(records, { agencyId, purpose: 'seal' }, maker)], maker)
    const key = reseal(next, place, sealed.key)
    expect(key).not.toBe(sealed.key)
    expect(unsealBytes(next, place, { closed: sealed.closed, key }).equals(plain)).toBe(true)
  })
})
