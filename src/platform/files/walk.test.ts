import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readFileCapped } from './read-capped.ts'
import { type Found, walk } from './walk.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-walk-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, content = 'x'): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function found(...paths: string[]): Promise<Found[]> {
  const all: Found[] = []
  for await (const one of walk(paths)) all.push(one)
  return all
}

const names = (all: readonly Found[]) => all.map(f => f.name.slice(folder.length + 1))

test('files come sorted by name, folder by folder, litter left out', async () => {
  for (const name of ['b.txt', 'a/2.txt', 'a/10.txt', 'c/d/e.txt', '.git/config', 'a/~$2.docx']) put(name)
  expect(names(await found(folder))).toEqual(['a/10.txt', 'a/2.txt', 'b.txt', 'c/d/e.txt'])
})

test('a file named outright is taken whatever its name', async () => {
  expect(names(await found(put('.hidden.txt')))).toEqual(['.hidden.txt'])
})

test('links are followed, loops and second ways to a folder are not', async () => {
  put('a/x.txt')
  symlinkSync(folder, join(folder, 'a/up'))
  symlinkSync(join(folder, 'a'), join(folder, 'z'))
  symlinkSync(join(folder, 'a/x.txt'), join(folder, 'link.txt'))
  expect(names(await found(folder))).toEqual(['a/x.txt', 'link.txt'])
})

test('what is not there or not a file is named with its reason', async () => {
  symlinkSync(join(folder, 'gone'), join(folder, 'dangling'))
  expect(await found(join(folder, 'none'), folder, '/dev/null')).toEqual([
    { name: join(folder, 'none'), problem: 'not_found' },
    { name: join(folder, 'dangling'), problem: 'not_found' },
    { name: '/dev/null', problem: 'other' },
  ])
})

test('a name written in GBK is found, shown in its characters, and can be read', async () => {
  // 报.txt as an old system wrote it.
  const name = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xb1, 0xa8]), Buffer.from('.txt')])
  writeFileSync(name, 'content')
  const [one] = await found(folder)
  expect(one?.name).toBe(`${folder}/报.txt`)
  const bytes = one && 'path' in one ? await readFileCapped(one.path, 100) : null
  expect(Buffer.from(bytes ?? []).toString()).toBe('content')
})

test('a file is read up to its limit and not beyond, a pipe too', async () => {
  const path = Buffer.from(put('ten.txt', '0123456789'))
  expect(Buffer.from((await readFileCapped(path, 10)) ?? []).toString()).toBe('0123456789')
  expect(await readFileCapped(path, 9)).toBeNull()
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const reading = readFileCapped(Buffer.from(pipe), 9)
  writeFileSync(pipe, '0123456789')
  expect(await reading).toBeNull()
})
