import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Agency } from './agency.ts'
import { type DivisionCode, parseDivisionCode } from './division.ts'
import { supervisedBy, supervisors, treeTroubles } from './tree.ts'

function division(text: string): DivisionCode {
  const parsed = parseDivisionCode(text)
  if (!parsed.ok) throw new Error(parsed.refusal.says.en)
  return parsed.value
}

const [CITY, COUNTY, TOWN] = ['639900', '639921', '639921100'].map(division) as [
  DivisionCode,
  DivisionCode,
  DivisionCode,
]

function agency(id: string, kind: Agency['kind'], superiorId: string | null, more: Partial<Agency> = {}): Agency {
  return {
    id,
    name: id,
    kind,
    division: COUNTY,
    superiorId,
    vertical: false,
    regionalSupervisor: false,
    creditCode: null,
    siteCode: null,
    office: {},
    ...more,
  }
}

/** A city over a county over a town, with departments, an office sent out, a school, and a vertical tax system. */
const region: readonly Agency[] = [
  agency('city', 'government', null, { division: CITY }),
  agency('city office', 'department', 'city', { division: CITY, regionalSupervisor: true }),
  agency('city tax', 'department', null, { division: CITY, vertical: true }),
  agency('county', 'government', 'city'),
  agency('county office', 'department', 'county', { regionalSupervisor: true }),
  agency('education', 'department', 'county'),
  agency('school', 'public_institution', 'education'),
  agency('justice', 'department', 'county'),
  agency('justice post', 'dispatched_office', 'justice', { division: TOWN }),
  agency('street', 'dispatched_office', 'county', { division: TOWN }),
  agency('tax', 'department', 'city tax', { vertical: true }),
  agency('tax post', 'dispatched_office', 'tax', { division: TOWN }),
  agency('town', 'government', 'county', { division: TOWN }),
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
    ['superior_region', 'division', 'education', { division: CITY }],
    ['superior_region', 'division', 'education', { superiorId: 'city' }],
    ['superior_town', 'superiorId', 'justice', { superiorId: 'town', division: TOWN }],
    ['superior_kind', 'superiorId', 'town', { superiorId: 'education' }],
    ['superior_region', 'superiorId', 'town', { division: division('639922100') }],
    ['superior_kind', 'superiorId', 'school', { superiorId: 'street' }],
    ['superior_region', 'division', 'school', { division: CITY }],
    ['vertical_kind', 'vertical', 'town', { vertical: true }],
    ['superior_kind', 'superiorId', 'tax', { superiorId: 'county' }],
    ['superior_region', 'division', 'tax', { division: CITY }],
    ['supervisor_kind', 'regionalSupervisor', 'school', { regionalSupervisor: true }],
    ['supervisor_kind', 'regionalSupervisor', 'tax', { regionalSupervisor: true }],
    ['supervisor_town', 'regionalSupervisor', 'town', { regionalSupervisor: true }],
  ])('%s at %s of the %s', (code, at, id, change) => {
    const found = treeTroubles(changed(id, change))
    expect(found).toContainEqual(
      expect.objectContaining({ agencyId: id, refusal: expect.objectContaining({ code, at }) }),
    )
    expect(new Set(found.map(t => t.agencyId)).size).toBe(1)
  })

  test('two regional supervisors of one government are both told of the other', () => {
    expect(codes(changed('education', { regionalSupervisor: true }))).toEqual([
      'county office: supervisor_twice',
      'education: supervisor_twice',
    ])
    expect(codes(changed('county', { regionalSupervisor: true }))).toContain('county: supervisor_twice')
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
  const direct = supervisors(region)

  test.each([
    ['education', 'county office'],
    ['town', 'county office'],
    ['street', 'county office'],
    ['school', 'education'],
    ['justice post', 'justice'],
    ['tax', 'city tax'],
    ['tax post', 'tax'],
    ['county office', 'city office'],
    ['county', 'city office'],
    ['city', null],
    ['city office', null],
    ['city tax', null],
  ])('%s by %s', (id, supervisor) => {
    expect(direct.get(id)).toBe(supervisor)
  })

  test('given no department is named for it, then the government supervises itself', () => {
    const without = changed('county office', { regionalSupervisor: false })
    expect(supervisors(without).get('education')).toBe('county')
    expect(supervisors(without).get('county office')).toBe('county')
    expect(supervisedBy('county', without)).toEqual(expect.arrayContaining(['education', 'school', 'town']))
  })

  test('the region below belongs to it as well, but not the vertical system', () => {
    expect([...supervisedBy('county office', region)].sort()).toEqual(
      ['education', 'justice', 'justice post', 'school', 'street', 'town'].sort(),
    )
    expect(supervisedBy('city office', region)).toEqual(expect.arrayContaining(['county', 'county office', 'school']))
    expect(supervisedBy('city office', region)).not.toContain('tax')
    expect([...supervisedBy('city tax', region)].sort()).toEqual(['tax', 'tax post'])
    expect(supervisedBy('school', region)).toEqual([])
  })

  test('given the agencies in any order, then the same; and nobody supervises itself', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...region], { minLength: region.length }), order => {
        expect([...supervisedBy('city office', order)].sort()).toEqual([...supervisedBy('city office', region)].sort())
        for (const { id } of order) expect(supervisedBy(id, order)).not.toContain(id)
      }),
      { seed: 20261121 },
    )
  })
})
