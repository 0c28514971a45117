import { spawnSync } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { scratch } from '../support/command-line.ts'

const here = scratch()
afterAll(() => here.drop())

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [here.path('bin/gongkai.js'), ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('not built: one sentence, no stack', () => {
  cpSync(resolve('bin'), here.path('bin'), { recursive: true })
  here.write('package.json', '{"type":"module"}')
  expect(run('check', 'x')).toEqual({ status: 3, stdout: '', stderr: expect.stringMatching(/^gongkai 尚未构建.*\n$/) })
})

test('a defect of the worker is a fault of each file, exit 3, and no stack', () => {
  cpSync(resolve('dist'), here.path('dist'), { recursive: true })
  writeFileSync(here.path('dist/worker.js'), 'throw new Error("defect")')
  const file = here.write('a.txt', 'x')
  const ran = run('check', '--format', 'json', file, here.path('none'))
  expect(ran.status).toBe(3)
  expect(ran.stderr).toBe('')
  const codes = ran.stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line).error.code)
  expect(codes).toEqual(['fault', 'not_found'])
})

test('a defect of the program itself: exit 3 and one line', () => {
  writeFileSync(here.path('dist/cli.js'), `${cliWithDefect()}`)
  const ran = run('workdays', '2026-04-13', '1')
  expect(ran.status).toBe(3)
  expect(ran.stdout).toBe('')
  expect(ran.stderr).toMatch(/^gongkai: 程序故障：.*\n$/)
})

/** The real entry, whose chunks are gone: every command fails to load. */
function cliWithDefect(): string {
  cpSync(resolve('dist/cli.js'), here.path('real.js'))
  return spawnSync('sed', ['s#chunks/workdays-[A-Z0-9]*#chunks/gone#', here.path('real.js')], { encoding: 'utf8' })
    .stdout
}
