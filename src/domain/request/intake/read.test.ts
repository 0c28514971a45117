import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { turningMark } from '../../kernel/turning.ts'
import { identityCheck } from '../../personal/identity-number.ts'
import { waysOf } from './delivery.ts'
import { type Applying, fieldsOf, intakeFieldIds, intakeFields, intakeParts, type Typed } from './fields.ts'
import { readApplication, troublesIn } from './read.ts'

const citizen: Applying = { sort: 'citizen', agent: false }
const card = `63992119900307123${identityCheck('63992119900307123')}`

const whole: Typed = {
  title: '学区划分方案',
  features: '2026 年，城东片区',
  name: '张三',
  identityType: 'id_card',
  identityNumber: card,
  phone: '13800000000',
  address: '示例县文教路 9 号',
  form: 'paper',
  route: 'post',
}

const places = (typed: Typed, applying = citizen) => {
  const read = readApplication(typed, applying)
  return read.ok ? [] : read.refusals.map(({ at }) => at)
}

describe('条例29: what an application must hold', () => {
  test('given who, what and how, then it is read whole', () => {
    const read = readApplication(whole, citizen)
    expect(read).toMatchObject({
      ok: true,
      value: {
        applicant: { kind: 'natural_person', name: '张三', identityNumber: card, agent: null, employer: null },
        wanted: { title: '学区划分方案', form: 'paper', route: 'post', otherForm: false, help: null },
      },
    })
  })

  test.each([
    'title',
    'features',
    'name',
    'identityType',
    'identityNumber',
    'phone',
    'address',
    'form',
    'route',
  ] as const)('given no %s, then that place is named', id => {
    expect(places({ ...whole, [id]: ' 　\n' })).toEqual([id])
  })

  test('given nothing at all, then all is told at once', () => {
    expect(places({})).toHaveLength(9)
  })

  test('no field asks what it is for (条例27: the test of purpose is gone)', () => {
    expect(intakeFieldIds.filter(id => intakeFields[id].label.zh.includes('用途'))).toEqual([])
  })
})

describe('D§10.9: organisations', () => {
  const organisation: Applying = { sort: 'organisation', agent: false }

  test('are asked their kind and code, and no identity card', () => {
    const ids = fieldsOf('applicant', organisation)
    expect(ids).toContain('organisationSort')
    expect(ids).toContain('creditCode')
    expect(ids).not.toContain('identityNumber')
  })

  test('given a kind that is none of the form’s, then it is refused', () => {
    const typed = {
      ...whole,
      organisation: '甲',
      representative: '乙',
      contact: '丙',
    }
    expect(
      places({ ...typed, creditCode: '91350100M000100Y43', organisationSort: 'natural_person' }, organisation),
    ).toEqual(['organisationSort'])
  })
})

describe('an agent', () => {
  test('is asked for too, and only then', () => {
    expect(places(whole, { ...citizen, agent: true })).toEqual([
      'agentName',
      'agentIdentityType',
      'agentIdentityNumber',
      'agentPhone',
    ])
    expect(places({ ...whole, agentName: '' })).toEqual([])
  })
})

describe('a name that turns the direction of writing', () => {
  const all = { ...whole, organisation: '甲公司', representative: '乙', contact: '丙', agentName: '丁' }

  test.each([
    ['name', { sort: 'citizen', agent: false }],
    ['employer', { sort: 'citizen', agent: false }],
    ['organisation', { sort: 'organisation', agent: false }],
    ['representative', { sort: 'organisation', agent: false }],
    ['contact', { sort: 'organisation', agent: false }],
    ['agentName', { sort: 'citizen', agent: true }],
  ] as const)('is refused at %s, with the mend', (id, applying) => {
    const troubles = troublesIn('applicant', { ...all, [id]: '张\u202e三' }, applying)
    expect(troubles.filter(({ at }) => at === id)).toEqual([{ code: 'turning_mark', says: turningMark, at: id }])
  })

  test('given such a mark in what is asked for, then it is no trouble', () => {
    expect(places({ ...whole, title: '关于\u200f学区' })).toEqual([])
  })
})

describe('条例29(三), 40: how it is wished', () => {
  const wishes = (form: string, route: string, more: Typed = {}) => places({ ...whole, form, route, ...more })

  test('given a way the form cannot go, then the way is named, with those it can', () => {
    expect(wishes('disc', 'fax', { fax: '0971-0000000' })).toEqual(['route'])
    expect(wishes('paper', 'email', { email: 'a@example.cn' })).toEqual(['route'])
    const told = readApplication({ ...whole, form: 'disc', route: 'on_site' }, citizen)
    expect(told.ok ? '' : told.refusals[0]?.says.zh).toContain('邮寄、当面领取')
  })

  test.each([
    ['email', 'email', 'email', 'name@example.cn'],
    ['paper', 'fax', 'fax', '0971-0000000'],
  ] as const)('given %s by %s, then %s is asked for', (form, route, id, value) => {
    expect(wishes(form, route)).toEqual([id])
    expect(wishes(form, route, { [id]: '-----' })).toEqual([id])
    expect(wishes(form, route, { [id]: value })).toEqual([])
  })

  test('given any form, then there is a way it can go', () => {
    for (const [form, ways] of Object.entries(waysOf)) {
      for (const route of ways) expect(wishes(form, route, { email: 'a@b.cn', fax: '0971-0000000' })).toEqual([])
    }
  })
})

describe('what is written wrongly', () => {
  test.each([
    ['passport', '!!'],
    ['passport', 'ABCDEF'],
    ['military', '###'],
    ['other', '-'],
  ])('given %s “%s”, then it is no number of a document', (identityType, identityNumber) => {
    expect(places({ ...whole, identityType, identityNumber })).toEqual(['identityNumber'])
  })

  test.each([
    ['passport', ' e1234 5678 ', 'E12345678'],
    ['military', '军字第0123456号', '军字第0123456号'],
    ['residence_permit', 'CHN320190112001', 'CHN320190112001'],
  ])('given %s “%s”, then it is read', (identityType, identityNumber, kept) => {
    const read = readApplication({ ...whole, identityType, identityNumber }, citizen)
    expect(read).toMatchObject({ ok: true, value: { applicant: { identityNumber: kept } } })
  })

  test.each([
    ['identityNumber', `${card.slice(0, 17)}${card.endsWith('1') ? '2' : '1'}`],
    ['identityNumber', '123'],
    ['phone', '打我手机'],
    ['phone', '-----'],
    ['phone', '138****0000'],
    ['fax', '传真室'],
    ['postcode', '8107'],
    ['email', 'someone at example'],
    ['form', '__proto__'],
    ['route', 'toString'],
    ['otherForm', 'maybe'],
    ['title', '长'.repeat(201)],
  ] as const)('%s “%s” is refused at its place', (id, value) => {
    expect(places({ ...whole, [id]: value })).toEqual([id])
  })

  test('full width and spaces are no mistake', () => {
    const wide = card.replace(/\d/g, d => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
    expect(readApplication({ ...whole, identityNumber: ` ${wide} ` }, citizen)).toMatchObject({
      ok: true,
      value: { applicant: { identityNumber: card } },
    })
  })
})

test('whatever is typed, it is read or each trouble names a field that was asked', () => {
  const typed = fc.dictionary(fc.constantFrom(...intakeFieldIds), fc.string({ unit: 'grapheme', maxLength: 300 }))
  const applying = fc.record({ sort: fc.constantFrom('citizen', 'organisation'), agent: fc.boolean() } as const)
  fc.assert(
    fc.property(typed, applying, (fields, who) => {
      const asked = intakeParts.flatMap(part => fieldsOf(part, who))
      for (const part of intakeParts) {
        for (const { at, says } of troublesIn(part, fields, who)) {
          expect(asked).toContain(at)
          expect(says.zh).not.toBe('')
        }
      }
    }),
    { seed: 20261128, numRuns: 500 },
  )
})
