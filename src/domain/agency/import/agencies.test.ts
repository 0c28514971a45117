import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gridOf } from '../../../../test/support/grids.ts'
import { turningMark } from '../../kernel/turning.ts'
import type { Agency } from '../agency.ts'
import { creditCheck } from '../credit-code.ts'
import { parseRegionCode, type RegionCode } from '../region.ts'
import { treeTroubles } from '../tree.ts'
import { parseAgencyRows } from './agencies.ts'

function region(text: string): RegionCode {
  const parsed = parseRegionCode(text)
  if (!parsed.ok) throw new Error(parsed.refusal.says.en)
  return parsed.value
}

const COUNTY = region('639921')
const codeOf = (first17: string) => first17 + creditCheck(first17)
const [countyCode, educationCode] = [codeOf('11639921000000001'), codeOf('11639921000000002')]
const bare = { shortName: null, regionCode: COUNTY, vertical: false, siteCode: null, office: {} }
const county: Agency = {
  ...bare,
  id: 'c',
  name: '示例县人民政府',
  kind: 'government',
  superiorId: null,
  creditCode: countyCode,
}
const education: Agency = {
  ...bare,
  id: 'e',
  name: '示例县教育局',
  kind: 'department',
  superiorId: 'c',
  creditCode: null,
  office: { telephone: '0972-8612345', fax: '0972-8612346' },
}

const heads = ['机关名称', '机关类型', '上级机关', '行政区划代码', '统一社会信用代码']
const plan = (lines: readonly (readonly string[])[], existing: readonly Agency[] = [county, education]) =>
  parseAgencyRows(gridOf(lines), existing, row => `new-${row}`)
const outcomes = (lines: readonly (readonly string[])[], existing?: readonly Agency[]) =>
  plan(lines, existing).rows.map(r => `${r.row} ${r.outcome}`)
const refusals = (lines: readonly (readonly string[])[], existing?: readonly Agency[]) =>
  plan(lines, existing).rows.flatMap(r => (r.outcome === 'refused' ? r.refusals.map(x => x.says.zh) : []))

describe('given a list', () => {
  test('with a name that turns the direction of writing, then that cell is refused with the mend', () => {
    expect(refusals([heads, ['示例县\u202e水利局', '部门', '示例县人民政府', '639921', '']])).toEqual([
      expect.stringContaining(turningMark.zh),
    ])
  })

  test('of a new region in any order, then all of it is created, each under its superior', () => {
    const made = plan(
      [
        heads,
        ['示例镇中心学校', '学校', '示例县教育局', '639921', ''],
        ['示例县教育局', '部门', countyCode, '639921000000', ''],
        ['示例镇人民政府', '乡镇', '示例县人民政府', '639921100', ''],
        ['示例县人民政府', '政府', '', '639921', countyCode],
      ],
      [],
    )
    expect(made.refusals).toEqual([])
    expect(made.rows.map(r => r.outcome === 'created' && [r.value.id, r.value.superiorId, r.value.kind])).toEqual([
      ['new-2', 'new-3', 'public_institution'],
      ['new-3', 'new-5', 'department'],
      ['new-4', 'new-5', 'government'],
      ['new-5', null, 'government'],
    ])
  })

  test('with titles, other words for heads, unknown columns, remarks and empty lines, then it is read all the same', () => {
    const made = plan([
      ['示例县行政机关名录', '', '', '', ''],
      ['单位名称（全称）*', '序号', '电 话', '是否垂管：', '备注'],
      ['', '', '', '', ''],
      ['示例县教育局', '1', '0972-8612399', '否', 'x'],
      ['注：以上为截至年底的单位', '', '', '', ''],
    ])
    expect(made.ignored).toEqual(['序号', '备注'])
    expect(made.rows).toEqual([
      {
        row: 4,
        outcome: 'changed',
        value: { ...education, office: { ...education.office, telephone: '0972-8612399' } },
        changes: [
          {
            field: 'office.telephone',
            label: { zh: '联系电话', en: 'Telephone' },
            before: '0972-8612345',
            after: '0972-8612399',
          },
        ],
      },
    ])
  })

  test('that says what is known, or nothing, then nothing is changed', () => {
    expect(outcomes([heads, ['示例县教育局', '', '', '', ''], ['示例县人民政府', '政府', '', '', countyCode]])).toEqual(
      ['2 unchanged', '3 unchanged'],
    )
  })

  test('with a credit code, then it tells the agency, whatever its name; without, the name does', () => {
    const renamed = plan([heads, ['示例县政府', '', '', '', countyCode]]).rows[0]
    expect(renamed).toMatchObject({ outcome: 'changed', value: { id: 'c', name: '示例县政府' } })
    const coded = plan([heads, ['示例县教育局', '', '', '', educationCode]]).rows[0]
    expect(coded).toMatchObject({ outcome: 'changed', value: { id: 'e', creditCode: educationCode } })
  })

  test('with merged cells, then they count in each of their rows, and rows are numbered as in the file', () => {
    const grid = gridOf([heads, ['甲局', '部门', '示例县人民政府', '639921', ''], ['乙局', '部门', '', '639921', '']])
    const cells = grid.cells
      .filter(c => !(c.row === 2 && c.column === 2))
      .map(c => ({ ...c, rowSpan: c.row === 1 && c.column === 2 ? 2 : 1, at: { sheet: '一', cell: `A${c.row + 11}` } }))
    const made = parseAgencyRows({ ...grid, cells }, [county], row => `new-${row}`)
    expect(made.rows.map(r => [r.row, r.outcome === 'created' && r.value.superiorId])).toEqual([
      [12, 'c'],
      [13, 'c'],
    ])
  })
})

describe('given a row that cannot be taken in, then it is told by row and column what to mend, all at once', () => {
  test('cells that cannot be read', () => {
    expect(
      refusals([
        [...heads, '是否垂管', '邮编'],
        ['示例县住建局', '股室', '示例县政府办', '99', '123', '也许', '8107'],
        ['', '部门', '', '', '', '', ''],
      ]),
    ).toEqual([
      '第 2 行“邮政编码”：邮政编码“8107”的写法不对，请写成 810700 这样',
      '第 2 行“机关类型”：“股室”不是机关类型，请写人民政府、政府部门、派出机构、公共企事业单位之一',
      '第 2 行“行政区划代码”：行政区划代码“99”的前两位不是任何省、自治区、直辖市，请核对',
      '第 2 行“统一社会信用代码”：统一社会信用代码应为 18 位，现有 3 位，请核对',
      '第 2 行“垂直管理”：“也许”看不出是或否，请写“是”或“否”',
      '第 2 行“上级机关”：没有名为“示例县政府办”的机关，请核对名称，或在同一张表里加上它',
      '第 3 行“机关名称”：没有填写，请补充',
      '第 3 行“行政区划代码”：新增的机关必须填写，请补充',
    ])
  })

  test('a new agency without kind, region or superior', () => {
    expect(refusals([heads, ['甲局', '', '', '', ''], ['乙局', '部门', '', '639921', '']])).toEqual([
      '第 2 行“机关类型”：新增的机关必须填写，请补充',
      '第 2 行“行政区划代码”：新增的机关必须填写，请补充',
      '第 3 行“上级机关”：除人民政府和垂直管理的部门外，都要写明上级机关',
    ])
  })

  test('one whose superior is refused is refused with it, and the others are not', () => {
    const lines = [
      heads,
      ['甲局', '部门', '示例县人民政府', '639922', ''],
      ['甲局一所', '派出机构', '甲局', '639921100', ''],
      ['乙局', '部门', '示例县人民政府', '639921', ''],
    ]
    expect(outcomes(lines)).toEqual(['2 refused', '3 refused', '4 created'])
    expect(refusals(lines)[1]).toBe('第 3 行“上级机关”：上级机关在第 2 行，该行没有通过，请先改好该行')
  })

  test('the same agency twice', () => {
    const row = ['甲局', '部门', '示例县人民政府', '639921', '']
    expect(refusals([heads, row, row])).toEqual(['第 3 行“机关名称”：与第 2 行是同一机关，请合并成一行'])
    const twice = [heads, ['示例县教育局', '', '', '', ''], ['示例县教育局', '', '', '', educationCode]]
    expect(outcomes(twice)).toEqual(['2 unchanged', '3 refused'])
  })

  test('a name that is elsewhere, or in two places', () => {
    const other = { ...county, id: 'c2', name: '另县人民政府', regionCode: region('639922'), creditCode: null }
    const row = ['示例县教育局', '部门', '另县人民政府', '639922', '']
    expect(refusals([heads, row], [county, education, other])[0]).toContain('已有“示例县教育局”，但上级机关不同')
    expect(outcomes([heads, [...row.slice(0, 4), educationCode]], [county, education, other])).toEqual(['2 created'])
    const both = [county, education, other, { ...education, id: 'e2', superiorId: 'c2', regionCode: other.regionCode }]
    expect(refusals([heads, ['示例县教育局', '', '', '', '']], both)[0]).toContain('有 2 个')
    expect(
      plan(
        [
          [...heads, '传真'],
          [...row.slice(0, 4), '', '0972-1'],
        ],
        both,
      ).rows[0],
    ).toMatchObject({
      outcome: 'changed',
      value: { id: 'e2' },
    })
  })

  test('a change that leaves another agency without its place', () => {
    const moved = [heads, ['示例县人民政府', '', '', '639922', '']]
    expect(refusals(moved)).toEqual([
      '第 2 行“机关名称”：这样改后，“示例县教育局”会有问题：政府部门的行政区划代码应与“示例县人民政府”相同，请核对',
    ])
    const together = [...moved, ['示例县教育局', '', '', '639922', '']]
    expect(outcomes(together)).toEqual(['2 changed', '3 changed'])
  })

  test('what was wrong before the list is not held against it', () => {
    const broken = { ...education, id: 'x', name: '乱局', superiorId: 'nowhere' }
    expect(outcomes([heads, ['示例县教育局', '', '', '', educationCode]], [county, education, broken])).toEqual([
      '2 changed',
    ])
  })
})

test('given any rows at all, then what is taken in stands, and every row has its outcome', () => {
  const pick = (...words: readonly string[]) => fc.constantFrom('', ...words)
  const name = pick('示例县人民政府', '示例县教育局', '甲局', '乙局', '丙镇人民政府')
  const row = fc.tuple(
    name,
    pick('政府', '部门', '派出机构', '学校'),
    name,
    pick('639921', '639922', '639921100', '639900'),
    pick(countyCode, educationCode),
    pick('是', '否'),
    pick('甲', '乙'),
  )
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 7 }), rows => {
      const lines = [[...heads, '垂直管理', '简称'], ...rows]
      const made = plan(lines)
      expect(made.rows.length + made.refusals.length).toBeGreaterThan(0)
      const taken = made.rows.flatMap(r => (r.outcome === 'refused' ? [] : [r.value]))
      expect(new Set(taken.map(a => a.id)).size).toBe(taken.length)
      const left = [county, education].filter(a => !taken.some(({ id }) => id === a.id))
      expect(treeTroubles([...left, ...taken])).toEqual([])
      for (const r of made.rows) if (r.outcome === 'refused') expect(r.refusals.length).toBeGreaterThan(0)
    }),
    { seed: 20261121, numRuns: 1500 },
  )
})

describe('given a table that is no such list, then it says what heads it needs', () => {
  test.each([
    [[['甲', '乙']], 'no_heads'],
    [[], 'no_heads'],
    [[['机关名称', '备注']], 'no_heads'],
    [[['机关名称', '单位名称', '类型']], 'head_twice'],
    [[heads], 'no_rows'],
  ])('%j', (lines, code) => {
    expect(plan(lines).refusals.map(r => r.code)).toEqual([code])
  })
})
