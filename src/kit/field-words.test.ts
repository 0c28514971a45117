import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { turningMark } from '../domain/kernel/turning.ts'
import { fieldTroubles } from './field-words.ts'
import { id, line, name } from './shapes.ts'

const schema = z.object({
  name: line(5, 2),
  email: z.email().nullable(),
  days: z.number().int().min(1).max(730),
  scopes: z.array(z.string()).min(1),
  section: id.nullable(),
  slug: z.string().regex(/^[a-z]+$/),
  state: z.enum(['open', 'closed']),
})
const good = { name: '李娜', email: null, days: 1, scopes: ['a'], section: null, slug: 'jyj', state: 'open' }
const said = (value: object) => fieldTroubles(schema, { ...good, ...value }).map(({ path, says }) => [path[0], says.zh])

describe('what does not fit a contract, at its field', () => {
  it('given what fits, says nothing', () => {
    expect(said({})).toEqual([])
  })

  it.each([
    ['name', '李', '至少 2 个字'],
    ['name', '一二三四五六', '最多 5 个字，请删减'],
    ['name', undefined, '请填写这一项'],
    ['email', 'nobody', '请写成 name@example.gov.cn 这样的邮箱地址'],
    ['days', 0, '不能小于 1'],
    ['days', 731, '不能大于 730'],
    ['days', Number.NaN, '请填写这一项'],
    ['scopes', [], '至少选 1 项'],
    ['section', 'x', '请从列表中选择'],
    ['slug', 'JYJ', '格式不对，请按示例填写'],
    ['name', 5, '应当是文字'],
    ['name', null, '请填写这一项'],
    ['days', '1', '应当是数'],
    ['days', 1.5, '应当是整数'],
    ['scopes', 'a', '应当是列表'],
    ['state', 'ajar', '应当是其中之一：open, closed'],
  ])('given %s %j, says %s', (field, value, sentence) => {
    expect(said({ [field]: value })).toEqual([[field, sentence]])
  })

  it('given a part nobody knows where none may be, says so at that part', () => {
    expect(fieldTroubles(z.strictObject({ at: z.string() }), { at: 'x', per: 1 })).toMatchObject([{ path: ['per'] }])
  })

  it.each(['\u061c', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069'])(
    'given a name with %j, which turns the direction of writing, says to type it anew; a line holds it',
    mark => {
      const typed = { name: `李${mark}娜`, title: `李${mark}娜` }
      expect(fieldTroubles(z.object({ name: name(9), title: line(9) }), typed)).toEqual([
        { path: ['name'], says: turningMark },
      ])
    },
  )

  it.each(['李娜', 'Ngũgĩ', '阿依古丽·买买提', 'محمد', 'שלום'])(
    'given %j, which is written as it is, takes it as a name',
    typed => {
      expect(name(9).parse(typed)).toBe(typed)
    },
  )

  it('given several wrong at one place, says the first', () => {
    expect(said({ name: '\u0007' })).toHaveLength(1)
  })
})
