import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CREDIT_SIGNS, creditCheck, parseCreditCode } from './credit-code.ts'
import { missingForGuide, officeFieldIds, parseOfficeField } from './office.ts'
import {
  liesIn,
  parseRegionCode,
  type RegionCode,
  regionLevel,
  regionLevelLabels,
  regionLevels,
  regionParent,
  regionPath,
} from './region.ts'
import { parseSiteCode } from './site-code.ts'

function region(text: string): RegionCode {
  const parsed = parseRegionCode(text)
  if (!parsed.ok) throw new Error(parsed.refusal.says.en)
  return parsed.value
}

describe('a region code', () => {
  test.each([
    ['63', '630000', 'province', null],
    ['630000000000', '630000', 'province', null],
    ['6302', '630200', 'prefecture', '630000'],
    ['630202', '630202', 'county', '630200'],
    ['630202000000', '630202', 'county', '630200'],
    ['630202100', '630202100', 'township', '630202'],
    ['630202100000', '630202100', 'township', '630202'],
    ['630202100201', '630202100201', 'village', '630202100'],
    ['110101', '110101', 'county', '110000'],
    ['429004', '429004', 'county', '420000'],
    ['441900101', '441900101', 'township', '441900'],
    ['６３０２ ０２', '630202', 'county', '630200'],
  ])('%s is %s, of level %s, in %s', (typed, code, level, parent) => {
    expect(region(typed)).toBe(code)
    expect(regionLevel(region(typed))).toBe(level)
    expect(regionParent(region(typed))).toBe(parent)
  })

  test.each([
    ['', '12 位数字'],
    ['63020', '12 位数字'],
    ['63020x', '12 位数字'],
    ['990101', '前两位'],
    ['630002', '缺了一级'],
    ['630202000201', '缺了一级'],
  ])('%j is refused', (typed, says) => {
    const parsed = parseRegionCode(typed, 'regionCode')
    expect(parsed).toMatchObject({ ok: false, refusal: { at: 'regionCode' } })
    expect(parsed.ok ? '' : parsed.refusal.says.zh).toContain(says)
  })

  test('lies in every one of its path and in no other', () => {
    const village = region('630202100201')
    expect(regionPath(village)).toEqual(['630202100201', '630202100', '630202', '630200', '630000'])
    expect(liesIn(village, region('6302'))).toBe(true)
    expect(liesIn(village, region('6301'))).toBe(false)
    expect(liesIn(village, village)).toBe(false)
    expect(regionLevels.every(level => regionLevelLabels[level].zh.endsWith('级'))).toBe(true)
  })

  test('given any code, then filled up with zeros it is the same, and its parent is of a higher level', () => {
    const digits = fc.stringMatching(/^63(?:0[1-9]|[1-8]\d)(?:0[1-9]|[1-9]\d)(?:[1-9]\d\d(?:[1-9]\d\d)?)?$/)
    fc.assert(
      fc.property(digits, typed => {
        const code = region(typed)
        expect(region(typed.padEnd(12, '0'))).toBe(code)
        const parent = regionParent(code)
        const [own, above] = [code, parent ?? code].map(c => regionLevels.indexOf(regionLevel(c)))
        expect(own).toBeGreaterThan(above ?? 9)
        expect(liesIn(code, region('63'))).toBe(true)
      }),
      { seed: 20261121 },
    )
  })
})

describe('a unified social credit code', () => {
  const body = fc.stringMatching(new RegExp(`^[159AN][1239]\\d{6}[${CREDIT_SIGNS}]{9}$`))

  test('given seventeen characters, then one check fits, and any other is refused', () => {
    fc.assert(
      fc.property(body, fc.constantFrom(...CREDIT_SIGNS), (first17, sign) => {
        const fits = sign === creditCheck(first17)
        expect(parseCreditCode(first17 + sign).ok).toBe(fits)
      }),
      { seed: 20261121, numRuns: 500 },
    )
  })

  test('given any one character wrong, or two neighbours exchanged, then it is noticed', () => {
    const at = fc.nat(16)
    fc.assert(
      fc.property(body, at, fc.constantFrom(...CREDIT_SIGNS), (first17, n, sign) => {
        const code = first17 + creditCheck(first17)
        if (sign !== code[n]) expect(parseCreditCode(code.slice(0, n) + sign + code.slice(n + 1)).ok).toBe(false)
        const [a = '', b = ''] = code.slice(n, n + 2)
        if (a !== b) expect(parseCreditCode(code.slice(0, n) + b + a + code.slice(n + 2)).ok).toBe(false)
      }),
      { seed: 20261121, numRuns: 500 },
    )
  })

  test('computed by hand from the weights of the standard', () => {
    // 1x1 + 1x3 + 6x9 + 3x27 + 0 + 2x26 + 0 + 2x17, then zeros: 225 = 7x31 + 8; 31 - 8 = 23.
    expect(creditCheck('11630202000000000')).toBe(CREDIT_SIGNS[23])
    expect(parseCreditCode(' 1163 0202 0000 0000 0p ')).toEqual({ ok: true, value: '11630202000000000P' })
  })

  test.each([
    ['11630202', '18 位，现有 8 位'],
    ['1163020200000O000P', '不会出现“O”'],
    ['116302020000000001', '校验码不符'],
  ])('%s is refused', (typed, says) => {
    const parsed = parseCreditCode(typed, 'creditCode')
    expect(parsed.ok ? '' : parsed.refusal.says.zh).toContain(says)
  })
})

test.each([
  ['6302020001', true],
  [' 63020 20001', true],
  ['630202000', false],
  ['9902020001', false],
  ['bm01000001', false],
])('%s is a site code: %s', (typed, is) => {
  expect(parseSiteCode(typed).ok).toBe(is)
})

describe('the office', () => {
  test.each([
    ['telephone', ' 0972－8612345 转 801 ', '0972-8612345 转 801'],
    ['telephone', '0972-8612345、8612346', '0972-8612345、8612346'],
    ['email', 'XXGK@example.gov.cn', 'XXGK@example.gov.cn'],
    ['postcode', '８１０７００', '810700'],
    ['hours', '工作日 8:30—12:00， 14:30—18:00', '工作日 8:30—12:00， 14:30—18:00'],
    ['fax', '  ', null],
  ] as const)('%s %j is %j', (id, typed, value) => {
    expect(parseOfficeField(id, typed)).toEqual({ ok: true, value })
  })

  test.each([
    ['telephone', '请拨打总机', 'bad_form'],
    ['email', 'xxgk@', 'bad_form'],
    ['postcode', '81070', 'bad_form'],
    ['address', '路'.repeat(201), 'too_long'],
  ] as const)('%s %s is refused, naming the field', (id, typed, code) => {
    expect(parseOfficeField(id, typed)).toMatchObject({ ok: false, refusal: { code, at: `office.${id}` } })
  })

  test('given nothing, then all that 条例12 names is missing; given it all, then nothing', () => {
    expect(missingForGuide({}).map(r => r.at)).toEqual(
      ['name', 'address', 'hours', 'telephone', 'fax', 'email'].map(id => `office.${id}`),
    )
    expect(missingForGuide(Object.fromEntries(officeFieldIds.map(id => [id, 'x'])))).toEqual([])
  })
})
