/** The compiler says no to slips in a form, each time for the reason it should. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accepted, refused, takenAway } from '../support/refused-editions.ts'

const source = fileURLToPath(new URL('../support/refused-editions.ts', import.meta.url))
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')
const lines = readFileSync(source, 'utf8').split('\n')
const proofs = lines.flatMap((line, i) => {
  const [, named, what] = /@ts-expect-error: '(.+)' (is missing|is not assignable)/.exec(line) ?? []
  return named && what ? [{ named, what, call: (lines[i + 1] ?? '').trim(), at: i + 2 }] : []
})

let folder = ''
/** What the compiler says of the line, the proofs' own marks taken away. */
const said = new Map<number, string>()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-refused-'))
  const copy = join(folder, 'copy.ts')
  const open = lines.map(line => line.replace('@ts-expect-error', 'refused'))
  writeFileSync(
    copy,
    open.join('\n').replace(/from '(\.[^']+)'/g, (_, path) => `from '${join(dirname(source), path)}'`),
  )
  const strict = ['--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes', '--skipLibCheck']
  const modern = ['--target', 'es2023', '--module', 'esnext', '--moduleResolution', 'bundler']
  const alone = ['--noEmit', '--ignoreConfig', '--allowImportingTsExtensions', '--pretty', 'false']
  const { stdout } = spawnSync(process.execPath, [compiler, ...alone, ...strict, ...modern, copy], { encoding: 'utf8' })
  for (const message of stdout.split(/^(?=\S+\(\d+,\d+\): )/m)) {
    const at = /\((\d+),\d+\): error/.exec(message)?.[1]
    if (at) said.set(Number(at), message)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the compiler refuses', () => {
  test.each(proofs)('$call: $named $what', ({ named, what, at }) => {
    const message = said.get(at) ?? 'nothing'
    const expected = what === 'is missing' ? new RegExp(`Property '"?${named}"?' is missing`) : `Type '${named}' is not`
    expect(message).toMatch(expected)
  })

  test('nothing else: the form they all differ from compiles', () => {
    expect([...said.keys()].sort((a, b) => a - b)).toEqual(proofs.map(({ at }) => at))
    expect(proofs).toHaveLength(refused.length)
    expect(accepted.lines.requests).toMatchObject({ partial: takenAway.partial })
    expect(takenAway).toEqual({ partial: 'total', feesAmount: null, reconsideration: 'reconsideration' })
  })
})
