import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  codeOf,
  goodPassword,
  type House,
  openHouse,
  type Person,
  problemOf,
  tokenOf,
} from '../../../test/support/accounts.ts'
import { xlsxOf } from '../../../test/support/office.ts'
import { section } from '../../kit/schema/agencies.ts'
import { uuid7 } from '../../platform/db/uuid7.ts'
import { acceptInvitation, getMe } from './contract.ts'
import { importPeople, listPeople, unmaskPhone } from './people-contract.ts'

let house: House
let county = ''
let school = ''
let system: Person
let security: Person
beforeAll(async () => {
  house = await openHouse()
  county = await house.addAgency('示例县人民政府')
  school = await house.addAgency('示例县教育局', county)
  const id = uuid7(house.clock.now.getTime())
  await house.database.transaction('installation', tx =>
    tx.insert(section).values({ agencyId: school, id, name: '办公室', position: 1, status: 'open' }),
  )
  system = await house.addPerson(county, 'county.system', 'system_admin')
  security = await house.addPerson(county, 'county.security', 'security_admin')
})
afterAll(() => house.close())

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const sheet = (lines: readonly (readonly string[])[]) => {
  const rows = lines.map(line => `<row>${line.map(cell).join('')}</row>`).join('')
  return Buffer.from(xlsxOf([{ rows }])).toString('base64')
}
const heads = ['姓名', '登录名', '所在机关', '科室', '角色', '手机', '备注']
const take = (who: Person, lines: readonly (readonly string[])[], dryRun = false, agencyId = county) =>
  who.call(importPeople, {
    params: { agencyId },
    body: { file: sheet([heads, ...lines]), name: '名单.xlsx', dryRun },
  })
const logins = async (agencyId: string) =>
  (await system.call(listPeople, { params: { agencyId }, query: {} })).items.map(({ login }) => login)
const said = (rows: Awaited<ReturnType<typeof take>>['rows']) =>
  rows.map(({ outcome, messages }) => [outcome, ...messages.map(({ column, says }) => `${column}: ${says.zh}`)])

const wu = ['吴芳', 'wu.fang', '示例县教育局', '办公室', '', '13900000001', '']
const zheng = ['郑伟', 'zheng.wei', '示例县人民政府', '', '', '', '']

describe('accounts.importPeople', () => {
  test('given a trial, then every row is told and nothing is written', async () => {
    const before = (await house.events(county)).length
    const answer = await take(system, [wu, zheng], true)
    expect(answer).toMatchObject({ dryRun: true, counts: { created: 2, refused: 0 }, ignored: ['备注'] })
    expect(answer.rows).toMatchObject([{ name: '吴芳 wu.fang', link: null }, { link: null }])
    expect(await logins(school)).toEqual([])
    expect((await house.events(county)).length).toBe(before)
  })

  test('given it is taken in, then each is there with a link of their own, their number sealed and masked', async () => {
    const { rows } = await take(system, [wu, zheng])
    expect(await logins(school)).toEqual(['wu.fang'])
    const [person] = (await system.call(listPeople, { params: { agencyId: school }, query: {} })).items
    expect(person).toMatchObject({ name: '吴芳', roles: [], status: 'invited', phone: '139****0001' })
    const params = { agencyId: school, accountId: person?.id ?? '' }
    expect(await system.call(unmaskPhone, { params, body: { reason: '核对名单' } })).toEqual({ phone: '13900000001' })
    const browser = house.browser()
    const token = tokenOf(rows[0]?.link ?? '')
    await browser.call(acceptInvitation, { params: { token }, body: { password: goodPassword } })
    expect((await browser.call(getMe, {})).me?.agency?.name).toBe('示例县教育局')
    const recorded = JSON.stringify((await house.events(school)).filter(({ kind }) => kind === 'accounts.importPeople'))
    expect(recorded).toContain('created')
    expect(recorded).not.toMatch(/吴芳|wu\.fang|1390000/)
  })

  test('given the same list again, then nothing changes; given other words, then only those, the number masked', async () => {
    expect((await take(system, [wu, zheng])).counts).toEqual({ created: 0, changed: 0, unchanged: 2, refused: 0 })
    const { rows } = await take(system, [['吴小芳', 'wu.fang', '', '', '', '13900000002', '']])
    expect(said(rows)).toEqual([['changed', 'name: 姓名：吴芳 → 吴小芳', 'phone: 手机：139****0001 → 139****0002']])
    await take(system, [wu])
  })

  test('given roles, then the system administrator grants none by a list, and the security administrator adds nobody', async () => {
    const withRole = (line: readonly string[], role: string) => line.map((text, n) => (n === 4 ? role : text))
    const sun = ['孙丽', 'sun.li', '示例县教育局', '', '拟稿人', '', '']
    expect(said((await take(system, [withRole(wu, '经办人'), sun])).rows)).toEqual([
      ['refused', expect.stringMatching(/^roles: 第 2 行“角色”：角色由安全管理员授予/)],
      ['refused', expect.stringMatching(/^roles: 第 3 行/)],
    ])
    const answer = await take(security, [withRole(wu, '经办人'), sun])
    expect(said(answer.rows)).toEqual([
      ['changed', 'roles: 角色：（空） → 经办人'],
      ['refused', expect.stringMatching(/^name: 第 3 行“姓名”：人员资料由系统管理员维护/)],
    ])
    expect(await logins(school)).toEqual(['wu.fang'])
    const [person] = (await system.call(listPeople, { params: { agencyId: school }, query: {} })).items
    expect(person?.roles).toEqual(['handler'])
    const event = (await house.events(school)).at(-1)
    expect(event?.data).toMatchObject({ changed: ['roles'], roles: { from: [], to: ['handler'] } })
  })

  test.each([
    ['an administrator’s role', ['郑伟', 'zheng.wei', '', '', '审计管理员', '', ''], '三员'],
    ['an administrator', ['county.system的姓名', 'county.system', '', '', '拟稿人', '', ''], '三员'],
    ['oneself', ['county.security的姓名', 'county.security', '', '', '拟稿人', '', ''], '三员'],
  ])('given %s in the list of the security administrator, then it is refused (等保 8.1.4.2)', async (_, line, word) => {
    expect(said((await take(security, [line], true)).rows)).toEqual([['refused', expect.stringContaining(word)]])
  })

  test('given agencies and people out of reach, sections that are not there, then each row says so', async () => {
    const other = await house.addAgency('样本县人民政府')
    await house.addPerson(other, 'other.person', 'drafter')
    const { rows, counts } = await take(system, [
      ['钱某', 'qian.mou', '样本县人民政府', '', '', '', ''],
      ['别名', 'other.person', '', '', '', '', ''],
      ['周某', 'zhou.mou', '示例县教育局', '没有的科', '', '', ''],
    ])
    expect(said(rows)).toEqual([
      ['refused', expect.stringContaining('不是本机关或所监督的机关')],
      ['refused', expect.stringContaining('不是本机关或所监督的机关')],
      ['refused', expect.stringContaining('没有这个在用的科室')],
    ])
    expect(counts.refused).toBe(3)
  })

  test('given another role, another agency or no sheet, then nothing is taken in', async () => {
    const drafter = await house.addPerson(school, 'drafter.feng', 'drafter')
    expect(await codeOf(take(drafter, [zheng], false, school))).toBe('no_role')
    const other = await house.addAgency('样例县人民政府')
    expect(await codeOf(take(system, [zheng], false, other))).toBe('not_for_this')
    const body = { file: Buffer.from('no sheet').toString('base64'), name: '名单.xlsx', dryRun: true }
    const problem = await problemOf(system.call(importPeople, { params: { agencyId: county }, body }))
    expect(problem).toMatchObject({ status: 422, at: 'body.file' })
  })
})
