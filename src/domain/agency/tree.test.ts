import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Agency } from './agency.ts'
import { parseRegionCode, type RegionCode } from './region.ts'
import { supervisedBy, treeTroubles } from './tree.ts'

function code(text: string): RegionCode {
  const parsed = parseRegionCode(text)
  if (!parsed.ok) throw new Error(parsed.refusal.says.en)
  return parsed.value
}

const [CITY, COUNTY, TOWN] = ['639900', '639921', '639921100'].map(code) as [RegionCode, RegionCode, RegionCode]

function agency(id: string, kind: Agency['kind'], superiorId: string | null, more: Partial<Agency> = {}): Agency {
  return {
    id,
    name: id,
    shortName: null,
    kind,
    regionCode: COUNTY,
    superiorId,
    vertical: false,
    creditCode: null,
    siteCode: null,
    office: {},
    ...more,
  }
}

/** A city over a county over a town, with departments, an office sent out, a school, and a vertical tax system. */
const region: readonly Agency[] = [
  agency('city', 'government', null, { regionCode: CITY }),
  agency('city finance', 'department', 'city', { regionCode: CITY }),
  agency('city tax', 'department', null, { regionCode: CITY, vertical: true }),
  agency('county', 'government', 'city'),
  agency('education', 'department', 'county'),
  agency('school', 'public_institution', 'education'),
  agency('justice', 'department', 'county'),
  agency('justice post', 'dispatched_office', 'justice', { regionCode: TOWN }),
  agency('street', 'dispatched_office', 'county', { regionCode: TOWN }),
  agency('tax', 'department', 'city tax', { vertical: true }),
  agency('tax post', 'dispatched_office', 'tax', { regionCode: TOWN }),
  agency('town', 'government', 'county', { regionCode: TOWN }),
]

const changed = (id: string, change: Partial<Agency>) => region.map(a => (a.id === id ? { ...a, ...change } : a))
const codes = (agencies: readonly Agency[]) => treeTroubles(agencies).map(t => `${t.agencyId}: ${t.refusal.code}`)

test('a region as it is stands', () => {
  expect(treeTroubles(region)).toEqual([])
})

describe('given a place that cannot be, then it is told with its field', () => {
  test.each<[string, keyof Agency, string, Partial<Agency>]>([
    ['no_superior', 'superiorId', 'education', { superiorId: null }],
    ['unknown_superior', 'superiorId', 'education', { superiorId: 'nowhere' }],
    ['superior_kind', 'superiorId', 'education', { superiorId: 'justice' }],
    ['superior_region', 'regionCode', 'education', { regionCode: CITY }],
    ['superior_region', 'regionCode', 'education', { superiorId: 'city' }],
    ['superior_town', 'superiorId', 'justice', { superiorId: 'town', regionCode: TOWN }],
    ['superior_kind', 'superiorId', 'town', { superiorId: 'education' }],
    ['superior_region', 'superiorId', 'town', { regionCode: code('639922100') }],
    ['superior_kind', 'superiorId', 'school', { superiorId: 'street' }],
    ['superior_region', 'regionCode', 'school', { regionCode: CITY }],
    ['vertical_kind', 'vertical', 'town', { vertical: true }],
    ['superior_kind', 'superiorId', 'tax', { superiorId: 'county' }],
    ['superior_region', 'regionCode', 'tax', { regionCode: CITY }],
  ])('%s at %s of the %s', (code, at, id, change) => {
    const found = treeTroubles(changed(id, change))
    expect(found).toContainEqual(
      expect.objectContaining({ agencyId: id, refusal: expect.objectContaining({ code, at }) }),
    )
    expect(new Set(found.map(t => t.agencyId)).size).toBe(1)
  })

  test('a ring is told of by all in it', () => {
    const ring = changed('county', { superiorId: 'town' })
    expect(codes(ring)).toEqual(expect.arrayContaining(['county: ring', 'town: ring']))
    expect(codes(changed('county', { superiorId: 'county' }))).toContain('county: ring')
  })

  test('the same name beside it, or the same credit code anywhere, is told of; the same site is not', () => {
    expect(codes(changed('justice', { name: 'education' }))).toEqual(['education: name_twice', 'justice: name_twice'])
    expect(codes(changed('school', { name: 'town' }))).toEqual([])
    const twice = region.map(a => (['town', 'tax'].includes(a.id) ? { ...a, creditCode: 'X' } : a))
    expect(codes(twice)).toEqual(['tax: credit_twice', 'town: credit_twice'])
    expect(codes(region.map(a => ({ ...a, siteCode: '6399210001' })))).toEqual([])
  })
})

describe('who supervises whom', () => {
  test.each([
    ['county', ['education', 'school', 'justice', 'justice post', 'street', 'town']],
    ['education', ['school']],
    ['justice', ['justice post']],
    ['city tax', ['tax', 'tax post']],
    ['school', []],
    ['elsewhere', []],
  ])('the %s: all below it, and not the vertical system beside it', (id, below) => {
    expect([...supervisedBy(id, region)].sort()).toEqual([...below].sort())
  })

  test('the city: its own departments, the county and all of its region', () => {
    const below = supervisedBy('city', region)
    expect(below).toEqual(expect.arrayContaining(['city finance', 'county', 'school', 'town']))
    expect(below.filter(id => id.includes('tax'))).toEqual([])
  })

  test('given the agencies in any order, then the same; and nobody supervises itself', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...region], { minLength: region.length }), order => {
        expect([...supervisedBy('city', order)].sort()).toEqual([...supervisedBy('city', region)].sort())
        for (const { id } of order) expect(supervisedBy(id, order)).not.toContain(id)
      }),
      { seed: 20261121 },
    )
  })
})
