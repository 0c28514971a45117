/** Passwords, tokens, codes: what is stored tells nothing, what is typed is understood. */
import { describe, expect, test } from 'vitest'
import { hashCode, newCode, newRecoveryCodes, spendRecoveryCode } from './codes.ts'
import { hashPassword, isAmongFormer, needsRehash, verifyPassword } from './password.ts'
import { hashToken, isToken, newToken, sameText } from './tokens.ts'
import { checkTotp, newTotpSecret, totpUri } from './totp.ts'

/** Cheap, for tests that are about something else. */
const cheap = { memory: 64, passes: 1, lanes: 1 }

describe('a password', () => {
  test('is stored as argon2id of 19 MiB and two passes, with a salt of its own', async () => {
    const [a, b] = [await hashPassword('正确的密码 1a'), await hashPassword('正确的密码 1a')]
    expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(a).not.toBe(b)
    expect([needsRehash(a), await verifyPassword(a, '正确的密码 1a')]).toEqual([false, true])
  })

  test('another is refused; full-width letters are the same', async () => {
    const stored = await hashPassword('Abc-12345', cheap)
    expect(await verifyPassword(stored, 'Abc-12346')).toBe(false)
    expect(await verifyPassword(stored, 'Ａｂｃ-12345')).toBe(true)
  })

  test('where there is no account, the answer is no', async () => {
    expect(await verifyPassword(null, 'Abc-12345', cheap)).toBe(false)
  })

  test('made more cheaply, or otherwise, it is to be hashed anew', async () => {
    expect(needsRehash(await hashPassword('x', cheap))).toBe(true)
    expect(needsRehash('$2b$10$abcdefghijklmnopqrstuv')).toBe(true)
  })

  test('is found among the former ones', async () => {
    const former = [await hashPassword('one', cheap), await hashPassword('two', cheap)]
    expect(await isAmongFormer('one', former)).toBe(true)
    expect(await isAmongFormer('two', former)).toBe(true)
    expect(await isAmongFormer('three', former)).toBe(false)
  })
})

describe('a token', () => {
  test('is 32 bytes of base64url; its hash alone proves it', () => {
    const { token, hash } = newToken()
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect([isToken(token, hash), isToken(`${token}x`, hash), isToken('', hash)]).toEqual([true, false, false])
    expect(newToken().token).not.toBe(token)
  })

  test('comes from the bytes passed in', () => {
    const made = newToken(bytes => new Uint8Array(bytes).fill(7))
    expect(made).toEqual({ token: Buffer.alloc(32, 7).toString('base64url'), hash: hashToken(made.token) })
  })

  test('texts of different length, or bytes alike in another letter, are not the same', () => {
    expect([sameText('abc', 'abc'), sameText('abc', 'abd'), sameText('abc', 'ab'), sameText('é', 'é')]).toEqual([
      true,
      false,
      false,
      true,
    ])
  })
})

describe('a code copied by hand', () => {
  test('has four groups of signs that cannot be mistaken', () => {
    for (let n = 0; n < 50; n++) expect(newCode()).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  test('is understood however it was typed', () => {
    const hash = hashCode('01AB-CDEF-2345-6789')
    for (const typed of [
      '01abcdef23456789',
      ' o1ab cdef 2345 6789',
      'Oiab-cdef-2345-6789',
      '０１ＡＢ－cdef－2345－6789',
    ]) {
      expect(hashCode(typed)).toBe(hash)
    }
    expect(hashCode('01AB-CDEF-2345-6780')).not.toBe(hash)
  })

  test('recovery codes work each once', () => {
    const { codes, hashes } = newRecoveryCodes()
    expect([new Set(codes).size, hashes.length]).toEqual([10, 10])
    const left = spendRecoveryCode(codes[3] ?? '', hashes)
    expect(left).toHaveLength(9)
    expect(spendRecoveryCode(codes[3] ?? '', left ?? [])).toBeNull()
    expect(spendRecoveryCode('', hashes)).toBeNull()
  })
})

describe('a one-time code', () => {
  /** The secret of RFC 6238, appendix B, and its codes cut to six digits. */
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  const known = [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ] as const

  test.each(known)('at %i s is %s, as the standard gives', (seconds, code) => {
    const step = Math.floor(seconds / 30)
    expect(checkTotp({ secret, typed: code, now: seconds * 1000, lastStep: null })).toEqual({ ok: true, step })
  })

  test.each([
    [-60, false],
    [-30, true],
    [30, true],
    [60, false],
  ])('by a clock %i s off: %s', (off, taken) => {
    const answer = checkTotp({ secret, typed: '050471', now: (1111111111 + off) * 1000, lastStep: null })
    expect(answer).toEqual(taken ? { ok: true, step: 37037037 } : { ok: false, why: 'wrong' })
  })

  test('given it was taken, when it comes again or one before it comes, then it is refused', () => {
    const now = 1111111111_000
    expect(checkTotp({ secret, typed: '050471', now, lastStep: 37037037 })).toEqual({ ok: false, why: 'replayed' })
    expect(checkTotp({ secret, typed: '081804', now, lastStep: 37037037 })).toEqual({ ok: false, why: 'replayed' })
    expect(checkTotp({ secret, typed: '081804', now, lastStep: 37037035 })).toEqual({ ok: true, step: 37037036 })
  })

  test.each(['', '05047', '0504711', 'abcdef', '05047１x'])('%j is no code', typed => {
    expect(checkTotp({ secret, typed, now: 0, lastStep: null })).toEqual({ ok: false, why: 'malformed' })
  })

  test('is understood with a space or in full width', () => {
    const now = 1111111111_000
    for (const typed of ['050 471', '０５０４７１']) {
      expect(checkTotp({ secret, typed, now, lastStep: null })).toMatchObject({ ok: true })
    }
  })

  test('a new secret has 160 bits and a link that apps read', () => {
    const made = newTotpSecret()
    expect(made).toMatch(/^[A-Z2-7]{32}$/)
    const uri = new URL(totpUri({ secret: made, issuer: '示例县 政府信息公开', account: 'zhang' }))
    expect([uri.protocol, uri.searchParams.get('secret'), uri.searchParams.get('issuer')]).toEqual([
      'otpauth:',
      made,
      '示例县 政府信息公开',
    ])
  })
})
