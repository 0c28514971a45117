import { describe, expect, test } from 'vitest'
import { gridOf } from '../../../test/support/grids.ts'
import { turningMark } from '../kernel/turning.ts'
import { type Person, parsePeopleRows } from './import.ts'

const CODE = '11639921000000001X'
const agencies = [
  { id: 'a1', name: '示例县教育局', creditCode: CODE },
  { id: 'a2', name: '示例县卫生健康局', creditCode: null },
  { id: 'a3', name: '双名局', creditCode: null },
  { id: 'a4', name: '双名局', creditCode: null },
]
const bare = { deactivatedOn: null, section: null, phone: null, email: null }
const zhang: Person = { ...bare, id: 'p1', agencyId: 'a1', login: 'zhang.san', name: '张三', roles: ['drafter'] }
const admin: Person = { ...bare, id: 'p2', agencyId: 'a1', login: 'wang.wu', name: '王五', roles: ['audit_admin'] }
const gone = {
  ...zhang,
  id: 'p3',
  login: 'zhao.liu',
  deactivatedOn: '2026-01-05' as NonNullable<Person['deactivatedOn']>,
}

const heads = ['姓名', '登录名', '单位', '角色', '手机号']
const plan = (...lines: readonly (readonly string[])[]) =>
  parsePeopleRows(gridOf([heads, ...lines]), {
    agencies,
    existing: [zhang, admin, gone],
    newId: row => `new-${row}`,
  })
const says = (...lines: readonly (readonly string[])[]) =>
  plan(...lines).rows.flatMap(r => (r.outcome === 'refused' ? r.refusals.map(x => x.says.zh) : []))

describe('given a list of staff', () => {
  test('a new one is created, with roles by their words in order, whatever stands between them', () => {
    const [row] = plan(['李四', 'Li.Si', CODE, '分管领导、拟稿人， reviewer', '139 0000 0000']).rows
    expect(row).toEqual({
      row: 2,
      outcome: 'created',
      value: {
        ...bare,
        id: 'new-2',
        agencyId: 'a1',
        login: 'li.si',
        name: '李四',
        roles: ['drafter', 'reviewer', 'leader'],
        phone: '13900000000',
      },
    })
  })

  test('a name that turns the direction of writing is refused in its cell', () => {
    expect(says(['李\u202e四', 'li.si', CODE, '拟稿人', ''])).toEqual([expect.stringContaining(turningMark.zh)])
  })

  test('one that is there is changed where the list says something else, and empty cells leave it', () => {
    expect(plan(['张三', 'zhang.san', '', '', '']).rows[0]).toMatchObject({ outcome: 'unchanged', value: zhang })
    expect(plan(['张叁', 'zhang.san', '示例县教育局', '拟稿人 经办人', '']).rows[0]).toMatchObject({
      outcome: 'changed',
      changes: [
        { field: 'name', before: '张三', after: '张叁' },
        { field: 'roles', before: '拟稿人', after: '拟稿人、经办人' },
      ],
    })
    expect(plan(['王五', 'wang.wu', '', '', '13900000001']).rows[0]).toMatchObject({ outcome: 'changed' })
  })

  test('one who works for two agencies is meant as they stand in the one named, else in the first', () => {
    const there = [zhang, { ...zhang, agencyId: 'a2', roles: ['handler'] as const }]
    const grid = (agency: string) => gridOf([heads, ['张三', 'zhang.san', agency, '拟稿人', '']])
    const of = (agency: string) => parsePeopleRows(grid(agency), { agencies, existing: there, newId: String }).rows[0]
    expect(of('示例县卫生健康局')).toMatchObject({ outcome: 'changed', value: { agencyId: 'a2', roles: ['drafter'] } })
    expect(of('')).toMatchObject({ outcome: 'unchanged', value: { agencyId: 'a1' } })
  })
})

describe('given a row that cannot be taken in, then it says where and what to mend', () => {
  test('cells that cannot be read, all at once', () => {
    expect(says(['李四', '李四', '某局', '大领导', '没有'])).toEqual([
      expect.stringContaining('第 2 行“登录名”：“李四”不能作登录名'),
      expect.stringContaining('第 2 行“所在机关”：没有名为“某局”的机关'),
      expect.stringContaining('第 2 行“角色”：“大领导”不是角色，可用：拟稿人、审核人'),
      expect.stringContaining('第 2 行“手机”：不是电话号码'),
    ])
    expect(says(['', '', '', '', '13900000000'])).toEqual([
      '第 2 行“登录名”：没有填写，请补充',
      '第 2 行“姓名”：没有填写，请补充',
      '第 2 行“所在机关”：没有填写，请补充',
    ])
    expect(says(['字'.repeat(51), 'li.si', '双名局', '', ''])).toEqual([
      expect.stringContaining('最多 50 个字'),
      expect.stringContaining('不止一个'),
    ])
  })

  test.each([
    [['李四', 'li.si', '示例县教育局', '系统管理员', ''], '三员'],
    [['王五', 'wang.wu', '', '拟稿人', ''], '三员'],
    [['赵六', 'zhao.liu', '', '', ''], '已停用'],
    [['张三', 'zhang.san', '示例县卫生健康局', '', ''], '属于另一机关'],
  ])('%j: %s', (line, word) => {
    expect(says(line)).toEqual([expect.stringContaining(word)])
  })

  test('the same login twice: the first is taken', () => {
    const line = ['李四', 'li.si', '示例县教育局', '', '']
    expect(plan(line, line).rows.map(r => r.outcome)).toEqual(['created', 'refused'])
    expect(says(line, ['李思', 'LI.SI', '示例县教育局', '', ''])).toEqual([
      expect.stringContaining('与第 2 行的登录名相同'),
    ])
  })

  test('an e-mail that is none, in a list that has them', () => {
    const grid = gridOf([
      ['姓名', '登录名', '邮箱'],
      ['张三', 'zhang.san', 'zhang@'],
    ])
    const [row] = parsePeopleRows(grid, { agencies, existing: [zhang], newId: String }).rows
    expect(row).toMatchObject({ outcome: 'refused', refusals: [{ code: 'bad_email', at: 'rows[2].email' }] })
  })
})
