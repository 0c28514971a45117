#!/usr/bin/env node
// The tests at random once more, ten times as long: the clock against the one lived through by hand, the lives of
// requests, and the program killed while it carries them on. For the night: `npm test` runs the same seeds for as long as a merge can wait.
import { spawn } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const child = spawn(
  process.execPath,
  [
    vitest,
    'run',
    '--project',
    'unit',
    '--project',
    'db',
    'test/oracle',
    'test/model',
    'test/crash',
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, GONGKAI_NIGHTLY: '1' },
  },
)
child.on('exit', code => {
  process.exitCode = code ?? 1
})
