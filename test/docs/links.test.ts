import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { anchorsOf, brokenLinks, brokenPaths } from './links.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const names = [
  ...readdirSync(root).filter(name => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name.replaceAll('\\', '/')}`),
]
const pages = names.map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
const exists = (path: string) => existsSync(join(root, path))

describe('the documents', () => {
  test('link to files and headings that are there', () => {
    expect(pages.length).toBeGreaterThan(8)
    expect(brokenLinks(pages, exists)).toEqual([])
  })

  test('name files and folders that are there', () => {
    expect(brokenPaths(pages, exists)).toEqual([])
  })

  test('are twins: the readmes have the same commands and as many parts, pictures and tables', () => {
    const shape = (name: string) => {
      const text = readFileSync(join(root, name), 'utf8')
      const count = (pattern: RegExp) => [...text.matchAll(pattern)].length
      const commands = [...text.matchAll(/^\$ (.+)$/gm)].map(([, command = '']) => command.replace(' --lang en', ''))
      return { commands, parts: count(/^## /gm), pictures: count(/!\[/g), rows: count(/^\|/gm), points: count(/^- /gm) }
    }
    expect(shape('README.zh-CN.md')).toEqual(shape('README.md'))
  })

  test('explain every dependency of the package, and none it does not have', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const text = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
    const explained = [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name)
    expect([...explained].sort()).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].sort())
  })
})

describe('looking for broken links', () => {
  const there = (path: string) => ['a.md', 'docs/b.md', 'src/law'].includes(path)
  const page = (path: string, text: string) => ({ path, text })

  test('finds files and headings that are not there', () => {
    const a = page('a.md', '# One two\n[x](docs/b.md) [y](docs/c.md) [z](#one-two) [w](#three) [v](docs/b.md#四部分)')
    const b = page('docs/b.md', '## 四、部分\n[up](../a.md) [out](https://example.org/x) `[code](no.md)`')
    expect(brokenLinks([a, b], there)).toEqual(['a.md -> docs/c.md', 'a.md -> #three'])
  })

  test('finds paths in code that are not there', () => {
    const a = page('a.md', '`src/law/` and `src/lwa/x.ts`, not `src/law/…` nor\n```\n`src/no`\n```')
    expect(brokenPaths([a], there)).toEqual(['a.md -> src/lwa/x.ts'])
  })

  test('makes anchors as the pages that show them do', () => {
    expect(anchorsOf('# What it is, for whom\n```\n# no\n```\n### 四、`code` (x)')).toEqual([
      'what-it-is-for-whom',
      '四code-x',
    ])
  })
})
