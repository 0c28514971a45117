import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, refusalOf, startApi } from '../../../test/support/api.ts'
import { type County, enterCounty } from '../../../test/support/county.ts'
import { sheetOf } from '../../../test/support/sheet.ts'
import { agencyRoutes } from './api.ts'
import * as contracts from './contract.ts'

let api: Api
let at: County
beforeAll(async () => {
  api = await startApi(agencyRoutes, new Date('2026-03-02T02:00:00Z'))
  at = await enterCounty(api.database, [['system_admin'], ['drafter']])
})
afterAll(() => api.close())

const sheet = (lines: readonly (readonly string[])[]) => Buffer.from(sheetOf(lines)).toString('base64')
const heads = ['机关名称', '机关类型', '上级机关', '行政区划代码', '联系电话', '备注']
const bureau = (name: string, superior = '示例县人民政府') => [
  name,
  '政府部门',
  superior,
  '639921',
  '0972-8612345',
  '新',
]
const take = (lines: readonly (readonly string[])[], dryRun = false, who = at.person(at.county, 'system_admin')) =>
  api.as(who)(contracts.importAgencies, { body: { file: sheet([heads, ...lines]), name: '名录.xlsx', dryRun } })
const find = async (q: string) =>
  (await api.as(at.person(at.county, 'drafter'))(contracts.listAgencies, { query: { q } })).items

describe('agencies.import', () => {
  test('given a trial, then every row is told and nothing is written', async () => {
    const before = (await api.events(at.county)).length
    const answer = await take(
      [bureau('示例县水利局'), ['示例县教育局', '政府部门', '', '639921', '0972-8600000', '']],
      true,
    )
    expect(answer).toMatchObject({ dryRun: true, counts: { created: 1, changed: 1, unchanged: 0, refused: 0 } })
    expect(answer.ignored).toEqual(['备注'])
    expect(answer.rows[1]).toMatchObject({ name: '示例县教育局', outcome: 'changed' })
    expect(answer.rows[1]?.messages[0]?.says.zh).toContain('0972-8600000')
    expect(await find('水利')).toEqual([])
    expect((await api.events(at.county)).length).toBe(before)
  })

  test('given it is taken in, then new agencies stand with their keys, and changed ones are a version on', async () => {
    const answer = await take([bureau('示例县水利局'), ['示例县教育局', '政府部门', '', '639921', '0972-8600000', '']])
    expect(answer.counts).toEqual({ created: 1, changed: 1, unchanged: 0, refused: 0 })
    const [water] = await find('水利')
    expect(water).toMatchObject({
      shortName: '示例县水利局',
      superiorId: at.county,
      office: { telephone: '0972-8612345' },
    })
    expect(water?.slug).toMatch(/^a-[0-9a-f]{12}$/)
    expect((await api.events(water?.id ?? '')).map(({ kind }) => kind)).toEqual(['agencies.import'])
    const [education] = await find('教育')
    expect(education).toMatchObject({ version: 2, slug: 'jyj', office: { telephone: '0972-8600000' } })
    expect((await api.events(at.county)).at(-1)?.data).toEqual(answer.counts)
  })

  test('given the same list again, then nothing is changed', async () => {
    const answer = await take([bureau('示例县水利局')])
    expect(answer.counts).toEqual({ created: 0, changed: 0, unchanged: 1, refused: 0 })
  })

  test('given good rows and bad ones, then the good ones are taken in and the bad ones told by row and column', async () => {
    const answer = await take([
      bureau('示例县财政局'),
      bureau('示例县审计局', '没有的政府'),
      ['示例县统计局', '俱乐部', '示例县人民政府', '639921', '', ''],
    ])
    expect(answer.counts).toEqual({ created: 1, changed: 0, unchanged: 0, refused: 2 })
    expect(answer.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'created'],
      [3, 'refused'],
      [4, 'refused'],
    ])
    expect(answer.rows[1]).toMatchObject({ name: '示例县审计局', messages: [{ column: 'superior' }] })
    expect(answer.rows[2]?.messages[0]?.column).toBe('kind')
    expect(await find('审计')).toEqual([])
    expect(await find('财政')).toHaveLength(1)
  })

  test('given agencies of another tree, then their rows are refused', async () => {
    const answer = await take([
      ['样本县人民政府', '人民政府', '', '639922', '0972-8611111', ''],
      ['样本县林业局', '政府部门', '样本县人民政府', '639922', '', ''],
    ])
    expect(answer.counts).toMatchObject({ refused: 2, created: 0, changed: 0 })
    expect(answer.rows[0]?.messages[0]?.says.zh).toContain('上级')
    expect(await find('林业')).toEqual([])
  })

  test('given a list that would take an agency from another tree, then it is refused', async () => {
    const answer = await take([['样本县人民政府', '人民政府', '示例县人民政府', '639922', '', '']])
    expect(answer.counts).toMatchObject({ refused: 1 })
  })

  test.each([
    ['no spreadsheet', Buffer.from('机关名称,机关类型').toString('base64')],
    ['a broken one', Buffer.from(`PK\u0003\u0004${'x'.repeat(200)}`).toString('base64')],
    ['nothing', ''],
    ['one without heads', sheet([['甲', '乙']])],
    ['heads alone', sheet([heads])],
  ])('given %s, then it is told at the file', async (_, file) => {
    const call = api.as(at.person(at.county, 'system_admin'))
    const refusal = await refusalOf(call(contracts.importAgencies, { body: { file, name: 'x.xlsx', dryRun: false } }))
    expect(refusal).toMatchObject({ status: 422, at: 'body.file' })
    expect(refusal.says.zh).not.toBe('')
  })

  test('given what is no base64, then it is bad input', async () => {
    const sent = await api.send(at.person(at.county, 'system_admin'), 'POST', '/agencies/import', {
      body: { file: '***', name: 'x', dryRun: true },
    })
    expect(sent).toMatchObject({ status: 400, code: 'bad_input' })
  })

  test('given the same call twice, then it is taken in once', async () => {
    const body = { file: sheet([heads, bureau('示例县交通局')]), name: 'x.xlsx', dryRun: false }
    const call = () => api.as(at.person(at.county, 'system_admin'))(contracts.importAgencies, { body }, 'import-key')
    expect(await call()).toEqual(await call())
    expect(await find('交通')).toHaveLength(1)
  })

  test('given a drafter, then it is refused', async () => {
    expect(await refusalOf(take([bureau('示例县商务局')], false, at.person(at.county, 'drafter')))).toMatchObject({
      status: 403,
    })
  })
})
