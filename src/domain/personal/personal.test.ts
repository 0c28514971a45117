import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityCheck, parseIdentityNumber } from './identity-number.ts'
import { maskPersonal, normalisePersonal, type PersonalKindId, personalKinds } from './personal.ts'

const kinds = Object.keys(personalKinds) as PersonalKindId[]

describe('shown to those who need not know', () => {
  test.each<[PersonalKindId, string, string]>([
    ['identity_number', '630202199001011230', '630****1230'],
    ['identity_number', 'E12345678', 'E****78'],
    ['phone', '139 7200 0001', '139****0001'],
    ['phone', '+86-13972000001', '139****0001'],
    ['phone', '0972-8612345', '097****2345'],
    ['bank_card', '6222 0000 1111 2222', '****2222'],
    ['name', '张三', '张**'],
    ['name', '欧阳小明', '欧**'],
    ['name', '张', '**'],
    ['name', 'John  Smith', 'J** S**'],
    ['address', '青海省海东市乐都区滨河南路 1 号 2 单元', '青海省海东市乐都区****'],
    ['address', '青海省海东市互助土族自治县威远镇', '青海省海东市互助土族自治县****'],
    ['address', '广东省东莞市某镇某路 8 号', '广东省东莞市****'],
    ['address', '滨河南路 1 号', '滨河南****'],
    ['email', 'zhangsan@example.com', 'z****@example.com'],
    ['email', 'nothing', '****'],
  ])('%s %s is %s', (kind, value, shown) => {
    expect(maskPersonal(kind, value)).toBe(shown)
  })

  test('whatever the value, something stays hidden', () => {
    const value = fc.string({ unit: fc.constantFrom(...'0123456789张王县区市@. ab'), maxLength: 30 })
    fc.assert(
      fc.property(fc.constantFrom(...kinds), value, (kind, text) => {
        const shown = maskPersonal(kind, text)
        expect(shown).toContain('**')
        if (text.trim() !== '') expect(shown).not.toContain(text.replace(/\s/g, ''))
      }),
      { seed: 20261121, numRuns: 2000 },
    )
  })
})

describe('looked up by', () => {
  test.each<[PersonalKindId, string, string]>([
    ['identity_number', '63020219900101123x', '63020219900101123Ｘ'],
    ['identity_number', '630202900101123', '630202199001011230'],
    ['phone', '+86 139-7200-0001', '013972000001'],
    ['phone', '(0972) 8612345', '0972-8612345'],
    ['phone', '0972-8612345 转 801', '0972-8612345x801'],
    ['bank_card', '6222-0000-1111-2222', '6222 0000 1111 2222'],
    ['name', '张 三', '张三'],
    ['name', '买买提•艾力', '买买提·艾力'],
    ['name', 'John  SMITH', 'john smith'],
    ['email', ' Zhang@Example.COM', 'zhang@example.com'],
    ['address', '滨河南路 1 号', '滨河南路１号'],
  ])('%s: %s and %s are the same', (kind, one, other) => {
    expect(normalisePersonal(kind, one)).toBe(normalisePersonal(kind, other))
  })

  test('what is written in the one way stays so', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'grapheme', maxLength: 40 }), (kind, text) => {
        const once = normalisePersonal(kind, text)
        expect(normalisePersonal(kind, once)).toBe(once)
      }),
      { seed: 20261121, numRuns: 1000 },
    )
  })
})

describe('an identity number', () => {
  /** The example printed in the standard. */
  const printed = '11010519491231002X'

  test('given the standard’s own example, then it is right, and its day of birth is read', () => {
    expect(parseIdentityNumber(' 110105 19491231 002x ')).toEqual({
      ok: true,
      value: { number: printed, born: '1949-12-31' },
    })
  })

  test.each([
    ['110105194912310020', '校验码'],
    ['110105194913310020', '出生日期'],
    ['1101051949123100', '18 位'],
    ['', '18 位'],
  ])('%j is refused', (text, says) => {
    const read = parseIdentityNumber(text, 'applicant.identity')
    expect(read).toMatchObject({ ok: false, refusal: { at: 'applicant.identity' } })
    expect(read.ok ? '' : read.refusal.says.zh).toContain(says)
  })

  test('given any one digit wrong, or two neighbours exchanged, then it is noticed', () => {
    const body = fc.stringMatching(/^[1-9]\d{5}19[4-9]\d(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2[0-8])\d{3}$/)
    fc.assert(
      fc.property(body, fc.nat(16), fc.integer({ min: 1, max: 9 }), (first17, at, by) => {
        const digit = (Number(first17[at]) + by) % 10
        const wrong = first17.slice(0, at) + digit + first17.slice(at + 1)
        expect(identityCheck(wrong)).not.toBe(identityCheck(first17))
        const [a = '', b = ''] = first17.slice(at - 1, at + 1)
        fc.pre(at > 0 && a !== b)
        const swapped = first17.slice(0, at - 1) + b + a + first17.slice(at + 1)
        expect(identityCheck(swapped)).not.toBe(identityCheck(first17))
      }),
      { seed: 20261121 },
    )
  })
})
