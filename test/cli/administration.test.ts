/** Whoever runs the program acts on an installation: agencies and people from sheets, links, open data, keys. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newMasterKey } from '../../src/platform/crypto/master-key.ts'
import { gongkai, linesOf, scratch } from '../support/command-line.ts'
import { sheetOf } from '../support/sheet.ts'

const { path, write, drop } = scratch()
const data = path('数据')
const inData = (...args: string[]) => gongkai([...args, '--data', data])
const json = (...args: string[]) => inData(...args, '--format', 'json')

let worker: ChildProcess
// Another program on the same data all the while: the embedded server is not started for each command.
beforeAll(async () => {
  expect((await inData('migrate')).code).toBe(0)
  worker = spawn(process.execPath, [resolve('bin/gongkai.js'), 'worker', '--data', data], { stdio: 'pipe' })
  await once(worker.stdout ?? worker, 'data')
})
afterAll(async () => {
  const closed = once(worker, 'close')
  worker.kill('SIGTERM')
  await closed
  drop()
})

interface Line {
  readonly row: number
  readonly outcome: string
  readonly name: string
  readonly messages: readonly { readonly column: string | null; readonly says: string }[]
  readonly link?: string
}
const outcomes = (lines: readonly Line[]) => lines.slice(0, -1).map(({ row, outcome }) => `${row} ${outcome}`)

const heads = ['机关名称', '机关类型', '上级机关', '行政区划代码', '备注']
const county = ['示例县人民政府', '人民政府', '', '639921', '']
const bureau = ['示例县教育局', '政府部门', '示例县人民政府', '639921', '新']

describe('import agencies', () => {
  const sound = () => write('机关.xlsx', sheetOf([heads, county, bureau]))

  test('given a trial, then every row is told, the exit is 0, and nothing is there afterwards', async () => {
    const ran = await json('import', 'agencies', sound(), '--dry-run')
    expect(ran.code, ran.err).toBe(0)
    expect(outcomes(linesOf<Line>(ran))).toEqual(['2 created', '3 created'])
    expect(linesOf(ran).at(-1)).toEqual({
      dry_run: true,
      created: 2,
      changed: 0,
      unchanged: 0,
      refused: 0,
      ignored: ['备注'],
    })
    const after = await json('import', 'agencies', sound(), '--dry-run')
    expect(outcomes(linesOf<Line>(after))).toEqual(['2 created', '3 created'])
  })

  test('given a row that is wrong, then it is refused with its column, the others are taken in, and the exit is 1', async () => {
    const file = write(
      '机关 二.xlsx',
      sheetOf([heads, county, bureau, ['示例县水利局', '股室', '示例县人民政府', '639921', '']]),
    )
    const ran = await json('import', 'agencies', file)
    expect(ran.code, ran.err).toBe(1)
    const lines = linesOf<Line>(ran)
    expect(outcomes(lines)).toEqual(['2 created', '3 created', '4 refused'])
    expect(lines[2]?.messages).toEqual([{ column: 'kind', says: expect.stringContaining('第 4 行“机关类型”') }])
    const again = await inData('import', 'agencies', file)
    expect([again.code, again.out]).toEqual([1, expect.stringMatching(/第 2 行 {2}不变[\s\S]*未通过 1。\n$/)])
    expect(again.err).toContain('没有读取的列：备注')
  })

  test('given what is no such sheet, then one sentence, exit 2, and no result', async () => {
    const text = write('x.xlsx', '不是表格')
    const other = write(
      'y.xlsx',
      sheetOf([
        ['甲', '乙'],
        ['1', '2'],
      ]),
    )
    for (const [args, says] of [
      [['import', 'agencies', text], 'xlsx'],
      [['import', 'agencies', other], '机关名称'],
      [['import', 'people', other], '登录名'],
      [['import', 'agencies', path('none.xlsx')], '不能读取'],
      [['import', 'agencies', text, '--data', path('nowhere')], '还没有安装'],
    ] as const) {
      const ran = await (says === '还没有安装' ? gongkai(args) : inData(...args))
      expect([ran.code, ran.out], ran.err).toEqual([2, ''])
      expect(ran.err).toContain(says)
    }
  })
})

describe('user', () => {
  const add = (login: string, ...rest: string[]) =>
    json('user', 'add', login, '--name', '张三', '--agency', '示例县教育局', ...rest)

  test('given a person is added, then the line is their link; a second time, or what may not be, is refused', async () => {
    const ran = await add('Zhang.San', '--role', 'handler', '--role', 'drafter')
    expect(ran.code, ran.err).toBe(0)
    expect(JSON.parse(ran.out)).toEqual({
      login: 'Zhang.San',
      link: expect.stringMatching(/^http:\/\/127\.0\.0\.1:3000\/console\/invitation#[\w-]{40,}$/),
      expires_at: expect.stringMatching(/Z$/),
    })
    for (const [login, rest, says] of [
      ['zhang.san', [], '已有人使用'],
      ['li.si', ['--role', 'king'], '没有“king”这个角色'],
      ['li.si', ['--role', 'leader', '--role', 'audit_admin'], '三员分立'],
      ['admin', [], '默认账号'],
      ['li.si', ['--agency', '示例县水利局'], '没有名为“示例县水利局”的机关'],
    ] as const) {
      const { code, out, err } = await add(login, ...rest)
      expect([code, out], err).toEqual([2, ''])
      expect(err).toContain(says)
    }
  })

  test('given lists, fresh links and unlocking, then they are about that person, in either language', async () => {
    const listed = await json('user', 'list')
    expect(linesOf(listed)).toEqual([
      {
        login: 'zhang.san',
        name: '张三',
        status: 'invited',
        works: [{ agency: '示例县教育局', roles: ['drafter', 'handler'] }],
      },
    ])
    expect((await inData('user', 'list')).out).toBe('zhang.san\t张三\t已邀请\t示例县教育局 拟稿人 经办人\n')
    const link = await inData('user', 'link', 'ZHANG.SAN', '--lang', 'en')
    expect([link.code, link.out]).toEqual([
      0,
      expect.stringMatching(/^One-time link of ZHANG\.SAN[\s\S]*#[\w-]{40,}\n$/),
    ])
    expect((await inData('user', 'unlock', 'zhang.san')).out).toBe('已解除 zhang.san 的锁定。\n')
    const nobody = await inData('user', 'link', 'no.body')
    expect([nobody.code, nobody.out, nobody.err]).toEqual([2, '', expect.stringContaining('没有找到这个人')])
  })
})

describe('import people', () => {
  const columns = ['登录名', '姓名', '所在机关', '角色', '手机', '科室']
  const li = ['li.si', '李四', '示例县教育局', '经办人', '13900000001', '']
  const taking = (lines: readonly (readonly string[])[], ...more: string[]) =>
    json('import', 'people', write('人员.xlsx', sheetOf([columns, ...lines])), ...more)

  test('given a trial, then nobody is there afterwards; given it is taken in, then each new one has a link', async () => {
    const tried = await taking([li], '--dry-run')
    expect([tried.code, outcomes(linesOf<Line>(tried))]).toEqual([0, ['2 created']])
    expect(tried.out).not.toContain('link')
    const ran = await taking([li])
    expect(ran.code, ran.err).toBe(0)
    expect(linesOf<Line>(ran)[0]).toMatchObject({
      name: '李四 li.si',
      link: expect.stringContaining('/console/invitation#'),
    })
    expect(outcomes(linesOf<Line>(await taking([li])))).toEqual(['2 unchanged'])
  })

  test('given changes and what a list may not do, then the first are taken in, the rest refused by row, and the exit is 1', async () => {
    const ran = await taking([
      [...li.slice(0, 4), '13900000002', ''],
      ['wang.wu', '王五', '示例县教育局', '系统管理员', '', ''],
      ['zhao.liu', '赵六', '示例县教育局', '经办人', '', '没有的科室'],
      ['zhang.san', '', '示例县人民政府', '', '', ''],
    ])
    expect(ran.code, ran.err).toBe(1)
    const lines = linesOf<Line>(ran)
    expect(outcomes(lines)).toEqual(['2 changed', '3 refused', '4 refused', '5 refused'])
    expect(lines.slice(1, 4).map(({ messages }) => messages.map(({ column }) => column))).toEqual([
      ['roles'],
      ['section'],
      ['agency'],
    ])
    expect(linesOf<{ login: string }>(await json('user', 'list')).map(({ login }) => login)).toEqual([
      'li.si',
      'zhang.san',
    ])
  })
})

describe('export', () => {
  test('given agencies, then a line for each with its public address, to standard output or a file', async () => {
    const ran = await inData('export')
    expect(ran.code, ran.err).toBe(0)
    expect(linesOf(ran)).toMatchObject([
      { kind: 'agency', name: '示例县人民政府', region: '639921', address: expect.stringMatching(/\/a\/[\w-]+\/$/) },
      { kind: 'agency', name: '示例县教育局', region: '639921' },
    ])
    expect(ran.out).not.toMatch(/13900000002|张三|li\.si/)
    const file = path('公开.ndjson')
    const written = await inData('export', '-o', file)
    expect(written.out).toContain('2 个机关、0 份年度报告')
    expect(readFileSync(file, 'utf8')).toBe(ran.out)
    const nowhere = await inData('export', '-o', path('没有/x.ndjson'))
    expect([nowhere.code, nowhere.out]).toEqual([2, ''])
  })
})

describe('keys', () => {
  test('given a rotation of one or of all, then each is told with its version and what was sealed anew', async () => {
    const one = await json('keys', 'rotate', '--agency', '示例县教育局')
    expect([one.code, linesOf(one)]).toEqual([0, [{ agency: '示例县教育局', version: 2, resealed: 1 }]])
    const all = await json('keys', 'rotate', '--all')
    expect(linesOf<{ agency: string | null; resealed: number }>(all).map(({ agency }) => agency)).toEqual([
      null,
      '示例县人民政府',
      '示例县教育局',
    ])
    expect((await inData('verify')).code).toBe(0)
  })

  test('given a new master key, then everything is rewrapped, and without the former one it opens still', async () => {
    const file = join(data, 'master.key')
    const [former, next] = [readFileSync(file, 'utf8'), newMasterKey()]
    writeFileSync(file, `${next}\n${former}`)
    const ran = await json('keys', 'rewrap')
    expect([ran.code, JSON.parse(ran.out).rewrapped > 6]).toEqual([0, true])
    writeFileSync(file, `${next}\n`)
    expect(JSON.parse((await json('keys', 'rewrap')).out).rewrapped).toBe(0)
    const sheet = sheetOf([
      ['登录名', '姓名', '手机'],
      ['li.si', '李四', '13900000003'],
    ])
    const opened = await json('import', 'people', write('手机.xlsx', sheet), '--dry-run')
    expect(linesOf<Line>(opened)[0]?.messages[0]?.says).toBe('手机：139****0002 → 139****0003')
    writeFileSync(file, former)
    const refused = await inData('user', 'list')
    writeFileSync(file, `${next}\n`)
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('主密钥打不开')])
  })
})
