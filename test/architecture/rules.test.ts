/** Each rule of the house on a few made-up files: it finds what it should and leaves alone what it should not. */
import { describe, expect, test } from 'vitest'
import { editions } from '../../src/law/editions/index.ts'
import { arrowsOf } from './graph.ts'
import * as rules from './rules.ts'
import { only, partsOf } from './source.ts'

const file = (path: string, text: string) => ({ path, text })
/** Arrows of files given as `path: text`. */
const arrows = (files: Readonly<Record<string, string>>) =>
  arrowsOf(Object.entries(files).map(([path, text]) => file(path, text)))

describe('reading a source', () => {
  test('parts code, strings and comments, and loses nothing', () => {
    const text = [
      "const a = 'x // no' // yes",
      'const b = `p $' + '{ { q: `in $' + "{c}` } } r` /* s */ + /[/'`]\\//g + d / e / f",
    ].join('\n')
    const parts = partsOf(text)
    expect(parts.map(part => part.text).join('')).toBe(text)
    expect(parts.filter(part => part.kind === 'comment').map(part => part.text)).toEqual(['// yes', '/* s */'])
    expect(parts.filter(part => part.kind === 'string').map(part => part.text)).toEqual([
      "'x // no'",
      '`p ${',
      '`in ${',
      '}`',
      '} r`',
      "/[/'`]\\//g",
    ])
  })

  test('takes a lone quote in the words of a page for what it is', () => {
    const text = "return <p>don't</p> // note"
    expect(only(text, 'comment').trim()).toBe('// note')
    expect(only(text, 'code')).toContain("don't</p>")
  })

  test('keeps every line where it is', () => {
    expect(only('a\n/* b\nc */\nd', 'code')).toBe('a\n    \n    \nd')
  })
})

describe('isolation', () => {
  test('by hand is found, by the component and in words about it is not', () => {
    const sources = [
      file('src/a.tsx', 'return <bdi>{title}</bdi>'),
      file('src/b.tsx', '// <bdi>\nreturn <Isolated>{title}</Isolated>'),
      file('src/ui/isolated.tsx', 'return <bdi>{children}</bdi>'),
    ]
    expect(rules.isolatedByHand(sources)).toEqual(['src/a.tsx'])
  })
})

describe('reading imports', () => {
  test('finds every way to write one, and none in a comment or a string', () => {
    const text = [
      "import a, { b } from './a.ts'",
      "import type { C } from '../c.ts'",
      "import './d.css'",
      "export * from './e.ts'",
      "export { type F } from './f.ts'",
      "const g = await import('./g.ts')",
      "import {\n  h,\n  type I,\n} from 'h'",
      "// import j from './j.ts'",
      'const k = "import k from \'./k.ts\'"',
    ].join('\n')
    const found = arrowsOf([file('src/x/y/z.ts', text)])
    expect(found.map(({ to, type }) => (type ? `${to} (type)` : to))).toEqual([
      'src/x/y/a.ts',
      'src/x/c.ts (type)',
      'src/x/y/d.css',
      'src/x/y/e.ts',
      'src/x/y/f.ts',
      'src/x/y/g.ts',
      'h',
    ])
  })
})

describe('direction', () => {
  const wrong: readonly (readonly [from: string, to: string])[] = [
    ['src/law/a.ts', 'src/domain/b.ts'],
    ['src/law/a.ts', 'src/paper/b.ts'],
    ['src/domain/a.ts', 'src/platform/b.ts'],
    ['src/domain/a.ts', 'src/features/x/b.ts'],
    ['src/paper/a.ts', 'src/law/b.ts'],
    ['src/platform/a.ts', 'src/law/b.ts'],
    ['src/platform/a.ts', 'src/domain/b.ts'],
    ['src/ui/a.tsx', 'src/features/x/b.ts'],
    ['src/ui/a.tsx', 'src/platform/b.ts'],
    ['src/features/x/a.ts', 'src/features/y/b.ts'],
    ['src/features/x/a.ts', 'src/main/b.ts'],
  ]
  test.each(wrong)('refuses %s -> %s', (from, to) => {
    expect(rules.wrongArrows([{ from, to, type: true }])).toEqual([`${from} -> ${to}`])
  })

  const right: readonly (readonly [from: string, to: string])[] = [
    ['src/law/a.ts', 'src/law/b.ts'],
    ['src/domain/a.ts', 'src/law/b.ts'],
    ['src/domain/a.ts', 'src/paper/b.ts'],
    ['src/platform/a.ts', 'src/paper/b.ts'],
    ['src/ui/a.tsx', 'src/domain/b.ts'],
    ['src/features/x/a.ts', 'src/features/x/b.ts'],
    ['src/features/x/a.ts', 'src/platform/b.ts'],
    ['src/main/a.ts', 'src/features/x/b.ts'],
  ]
  test.each(right)('allows %s -> %s', (from, to) => {
    expect(rules.wrongArrows([{ from, to, type: false }])).toEqual([])
  })

  test('a file in no layer, and an import of nothing, are found', () => {
    expect(rules.homeless(['src/law/a.ts', 'src/utils/a.ts', 'src/a.ts'])).toEqual(['src/utils/a.ts', 'src/a.ts'])
    const dangling = arrows({ 'src/law/a.ts': "import './b.ts'\nimport 'react'" })
    expect(rules.danglingArrows(dangling, ['src/law/a.ts'])).toEqual(['src/law/a.ts -> src/law/b.ts'])
  })
})

test('a ring is found, however long, also one of types; a diamond is none', () => {
  const ring = arrows({
    'src/law/a.ts': "import './b.ts'",
    'src/law/b.ts': "import type { C } from './c.ts'",
    'src/law/c.ts': "export * from './a.ts'",
  })
  expect(rules.cycles(ring)).toEqual(['src/law/a.ts -> src/law/b.ts -> src/law/c.ts -> src/law/a.ts'])
  const diamond = arrows({
    'src/law/a.ts': "import './b.ts'\nimport './c.ts'",
    'src/law/b.ts': "import './d.ts'",
    'src/law/c.ts': "import './d.ts'",
  })
  expect(rules.cycles(diamond)).toEqual([])
})

test('the server is found in the browser, also behind other files; its types are not in the way', () => {
  const found = arrows({
    'src/features/x/client/page.ts': "import './words.ts'\nimport type { T } from '../store.ts'",
    'src/features/x/client/words.ts': "import '../shared.ts'",
    'src/features/x/shared.ts': "import '../../platform/files/walk.ts'\nimport 'node:fs'\nimport './actions.ts'",
    'src/features/x/portal.tsx': "import './store.ts'",
  })
  expect([...new Set(rules.serverInBrowser(found).map(line => line.split(' -> ')[1]))].sort()).toEqual([
    'node:fs',
    'src/features/x/actions.ts',
    'src/platform/files/walk.ts',
  ])
})

test('law and domain may not name packages or node; others may', () => {
  const text = "import { z } from 'zod'\nimport { join } from 'node:path'\nimport './own.ts'"
  const found = arrows({ 'src/domain/a.ts': text, 'src/platform/a.ts': text })
  expect(rules.outsideNames(found)).toEqual(['src/domain/a.ts -> zod', 'src/domain/a.ts -> node:path'])
})

describe('purity', () => {
  test.each([
    'new Date()',
    'Date.now()',
    'process.env.TZ',
    'Math.random()',
    'globalThis.x',
    'performance.now()',
    'crypto.randomUUID()',
    'await fetch(url)',
    'console.log(1)',
    'setTimeout(f, 1)',
  ])('%s is refused in law and domain only', code => {
    expect(rules.impure([file('src/law/a.ts', `const a = ${code}`)])).toHaveLength(1)
    expect(rules.impure([file('src/domain/a/b.ts', `\nconst a = ${code}`)])[0]).toMatch(/^src\/domain\/a\/b\.ts:2: /)
    expect(rules.impure([file('src/platform/a.ts', `const a = ${code}`)])).toEqual([])
  })

  test('the words in a sentence, a comment or a longer name are no matter', () => {
    const text = "// process\nconst a = 'process information'\nconst processed = b.not_processed + Date.UTC(2020, 0, 1)"
    expect(rules.impure([file('src/law/a.ts', text)])).toEqual([])
  })
})

test('a file is too long from the 401st line on, but for the data of the law', () => {
  const lines = (n: number) => 'x\n'.repeat(n)
  expect(rules.tooLong([file('src/domain/a.ts', lines(400))])).toEqual([])
  expect(rules.tooLong([file('src/domain/a.ts', lines(401))])).toEqual(['src/domain/a.ts: 401 lines'])
  expect(rules.tooLong([file('src/law/a.ts', lines(401))])).toEqual([])
})

describe('excuses', () => {
  const word = (...parts: readonly string[]) => parts.join('')
  test.each([
    word('// @ts-', 'ignore'),
    word('// @ts-', 'nocheck'),
    word('/* biome-', 'ignore lint: why */'),
    word('// eslint-', 'disable-line'),
    word('// TO', 'DO later'),
    word('// FIX', 'ME'),
    'const a: any = 1',
    'const a = b as any',
    'type A = Record<string, any>',
    'let a: string | any',
  ])('%s is found', text => {
    expect(rules.excuses([file('src/ui/a.ts', text)])).toHaveLength(1)
  })

  test.each([
    '// any agency, in any year',
    "const a = 'TODO'",
    'const many = a.any(b)',
    'const a = { any: 1 }',
    '// @ts-expect-error: a row without a line',
  ])('%s is none', text => {
    expect(rules.excuses([file('src/ui/a.ts', text)])).toEqual([])
  })
})

test('a test that sleeps, or sends others to sleep, is found', () => {
  const asleep = "it.skip('a', f)\ntest.only('b', f)\ndescribe.todo('c')"
  expect(rules.sleepingTests([file('test/a.test.ts', asleep)])).toHaveLength(3)
  expect(rules.sleepingTests([file('test/a.test.ts', "it.each([1])('only', f) // it.skip")])).toEqual([])
})

describe('labels', () => {
  const labels = rules.labelsOf(editions)

  test('are taken from the editions, without their numbers, and none that is a word in passing', () => {
    expect(labels).toContain('本年新收政府信息公开申请数量')
    expect(labels).toContain('属于国家秘密')
    expect(labels).toContain('行政事业性收费')
    expect(
      labels.filter(
        label =>
          /^[\d（一]/.test(label) && label !== '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
      ),
    ).toEqual([])
    expect(labels).not.toContain('总计')
  })

  test('written a second time are found: in strings, templates, patterns and the words of a page', () => {
    const texts = [
      "const a = '本机关不掌握相关政府信息'",
      'const a = `行：$' + '{n}属于国家秘密`',
      'const a = /重复申请/',
      'return <th>1.重复申请</th>',
      "const a = '（三）不予公开'",
      "const a = '商业企业'",
    ]
    for (const text of texts) expect(rules.secondLabels([file('src/ui/a.tsx', text)], labels), text).toHaveLength(1)
  })

  test('are the law’s own, and may be talked about', () => {
    const text = "const a = '重复申请'"
    expect(rules.secondLabels([file('src/law/a.ts', text)], labels)).toEqual([])
    const talk = "// 重复申请\nconst a = '不服的可以申请行政复议或者提起行政诉讼'"
    expect(rules.secondLabels([file('src/domain/a.ts', talk)], labels)).toEqual([])
  })
})
