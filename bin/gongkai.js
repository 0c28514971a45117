#!/usr/bin/env node
import { existsSync } from 'node:fs'
import * as nodeModule from 'node:module'

// Node 22 and later keep compiled code between runs.
nodeModule.enableCompileCache?.()

// Packages that look for it do less checking of their own.
process.env.NODE_ENV ??= 'production'

const built = new URL('../dist/cli.js', import.meta.url)
if (existsSync(built)) {
  await import(built.href)
} else {
  console.error('gongkai 尚未构建，请先运行 npm run build。 / gongkai is not built yet: run npm run build first.')
  process.exitCode = 3
}
