#!/usr/bin/env node
// Everything that must hold, in the order in which it is cheapest to learn that it does not. Stops at the first step
// that fails, with its exit code. The last line is always `N passed, N failed`.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const results = mkdtempSync(join(tmpdir(), 'gongkai-test-'))
const bin = name => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

const steps = [
  ['build', process.execPath, [join(root, 'scripts', 'build.mjs'), '--if-stale']],
  ['lint (biome)', bin('biome'), ['check', '.']],
  ['types (tsc)', bin('tsc'), ['--noEmit']],
  ['unused code (knip)', bin('knip'), []],
  ['unit, fuzz and command line (vitest)', ...vitest('unit', 'cli')],
  ['on a real database (vitest)', ...vitest('db')],
  ['console in a browser (vitest)', ...vitest('console')],
  ['installations in a browser (vitest)', ...vitest('browser')],
]

const totals = { passed: 0, failed: 0 }
let code = 0
for (const [name, command, args] of steps) {
  console.log(`\n== ${name}`)
  const started = performance.now()
  code = await run(command, args)
  console.log(`== ${name}: ${code === 0 ? 'ok' : `FAILED (exit ${code})`}, ${seconds(started)} s`)
  if (code !== 0) break
}
addTotals()
// A step that fails before any test has run is a failure too.
if (code !== 0 && totals.failed === 0) totals.failed = 1
rmSync(results, { recursive: true, force: true })
console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = code

function vitest(...projects) {
  const named = projects.flatMap(p => ['--project', p])
  const output = join(results, `${projects.join('-')}.json`)
  return [bin('vitest'), ['run', ...named, '--reporter=default', '--reporter=json', `--outputFile.json=${output}`]]
}

function run(command, args) {
  return new Promise(done => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
    child.on('error', error => {
      console.error(error.message)
      done(1)
    })
    child.on('exit', (exit, signal) => done(exit ?? (signal ? 1 : 0)))
  })
}

/** Adds up what the runs of vitest wrote; a run that never came to an end wrote nothing. */
function addTotals() {
  for (const name of ['unit-cli', 'db', 'console', 'browser']) {
    let text
    try {
      text = readFileSync(join(results, `${name}.json`), 'utf8')
    } catch {
      continue
    }
    const { numPassedTests, numFailedTests } = JSON.parse(text)
    totals.passed += numPassedTests
    totals.failed += numFailedTests
  }
}

function seconds(started) {
  return ((performance.now() - started) / 1000).toFixed(1)
}
