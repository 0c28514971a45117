#!/usr/bin/env node
// Prints tables of speeds, each beside a named baseline measured in the same run. `--quick` for fewer files and calls;
// `reports`, `platform` or `requests` for that part alone.
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
    entryPoints: ['speed.ts', 'bare.ts'].map(name => join(root, 'bench', name)),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    outdir: out,
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  })
  const { run } = await import(pathToFileURL(join(out, 'speed.mjs')).href)
  const part = ['reports', 'platform', 'requests'].find(name => process.argv.includes(name)) ?? 'all'
  await run({ root, work, bare: join(out, 'bare.mjs'), quick: process.argv.includes('--quick'), part })
} finally {
  rmSync(out, { recursive: true, force: true })
  rmSync(work, { recursive: true, force: true })
}
