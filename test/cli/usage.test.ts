import { describe, expect, test } from 'vitest'
import { gongkai } from '../support/command-line.ts'

const reports = ['check', 'render', 'compare', 'aggregate', 'clock', 'fee', 'workdays', 'serve']
const operations = ['worker', 'migrate', 'backup', 'restore', 'verify', 'doctor']
const commands = [...reports, ...operations, 'user', 'import', 'export', 'keys']
const below = ['user add', 'user link', 'user unlock', 'user list', 'import agencies', 'import people']
const all = [...commands, ...below, 'keys rotate', 'keys rewrap']

describe('help', () => {
  test('the program names every command, and no other', async () => {
    const { code, out, err } = await gongkai(['--help'])
    expect(code).toBe(0)
    expect(err).toBe('')
    expect([...out.matchAll(/^ {2}([a-z]+)[ \n]/gm)].map(m => m[1])).toEqual(commands)
    expect(out).toContain('退出码')
  })

  test.each(all)('%s has help in both languages', async command => {
    const words = command.split(' ')
    const [zh, en] = await Promise.all([gongkai([...words, '--help']), gongkai([...words, '--help', '--lang', 'en'])])
    expect([zh.code, en.code]).toEqual([0, 0])
    expect(zh.out).toContain(`用法： gongkai ${command}`)
    expect(zh.out).not.toMatch(/\b(Options|default)\b/)
    expect(en.out).toContain(`Usage: gongkai ${command}`)
    expect(en.out).not.toMatch(/\p{Script=Han}/u)
  })

  test('without a command the help is shown, and nothing was done', async () => {
    const { code, out, err } = await gongkai([])
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('用法')
  })

  test('given a group alone, then the help of the group is shown, and nothing was done', async () => {
    const { code, out, err } = await gongkai(['user'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/用法： gongkai user[\s\S]*unlock/)
  })

  test('--version prints a version', async () => {
    const { code, out } = await gongkai(['--version'])
    expect(code).toBe(0)
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('wrong usage ends with 2, one sentence, and no result', () => {
  const cases: [string, string[], RegExp][] = [
    ['an unknown command', ['chekc', 'x'], /没有 chekc 这个命令/],
    ['an unknown command of a group', ['import', 'x'], /没有 x 这个命令/],
    ['a person without an agency', ['user', 'add', 'zhang.san', '--name', '张三'], /缺少选项 --agency/],
    ['keys of none and of all', ['keys', 'rotate'], /--agency 或 --all/],
    ['an unknown option', ['check', '--strict', 'x'], /没有 --strict 这个选项/],
    ['a missing argument', ['check'], /缺少参数 path/],
    ['an option without its value', ['check', 'x', '--jobs'], /--jobs/],
    ['a number that is none', ['check', 'x', '--jobs', 'many'], /--jobs 应为 1 到 64 之间的整数，不能是“many”/],
    ['a number out of bounds', ['check', 'x', '--jobs', '0'], /--jobs 应为/],
    ['a word that is not offered', ['check', 'x', '--format', 'xml'], /--format 只能是 text \/ json，不能是“xml”/],
    ['a language that is not offered', ['fee', '--items', '1', '--lang', 'fr'], /--lang 只能是/],
    ['too many arguments', ['workdays', '2026-04-13', '1', '2'], /参数太多/],
    ['render without an output', ['render', 'x.json'], /缺少选项 -o/],
    ['aggregate without an agency', ['aggregate', 'x.json'], /缺少选项 --agency/],
  ]
  test.each(cases)('%s', async (_, args, sentence) => {
    const { code, out, err } = await gongkai(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(sentence)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  test('in English when asked', async () => {
    const { code, err } = await gongkai(['check', '--strict', 'x', '--lang', 'en'])
    expect(code).toBe(2)
    expect(err).toBe('gongkai: there is no option --strict. See gongkai --help.\n')
  })
})
