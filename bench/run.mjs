#!/usr/bin/env node
// Prints a table of speeds, each beside a named baseline measured in the same run. `--quick` for a smaller folder.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
// Beside node_modules, so that packages left outside the bundle are found.
const out = mkdtempSync(join(root, 'node_modules', '.bench-'))
const work = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
try {
  await build({
    entryPoints: [join(root, 'bench', 'speed.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    outfile: join(out, 'speed.mjs'),
    logLevel: 'error',
  })
  const { run } = await import(pathToFileURL(join(out, 'speed.mjs')).href)
  await run({ root, work, quick: process.argv.includes('--quick') })
} finally {
  rmSync(out, { recursive: true, force: true })
  rmSync(work, { recursive: true, force: true })
}
