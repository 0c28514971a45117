#!/usr/bin/env node
// Runs every `$ npx gongkai …` of the readmes and writes what it prints below it; with --check only says whether
// that is what stands there. `| head -n N` cuts the output. Needs a build.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const checking = process.argv.includes('--check')

for (const name of ['README.md', 'README.zh-CN.md']) {
  const file = join(root, name)
  const text = readFileSync(file, 'utf8')
  const fresh = text.replace(/(?<=^```console\n)[\s\S]*?(?=^```$)/gm, run)
  if (fresh === text) continue
  if (checking) {
    console.log(`${name} is out of date; run: node scripts/readme.mjs\n${firstDifference(text, fresh)}`)
    process.exitCode = 1
  } else {
    writeFileSync(file, fresh)
    console.log(`${name} renewed`)
  }
}

function run(block) {
  const commands = block.split('\n').filter(line => line.startsWith('$ '))
  return commands.map(line => `${line}\n${outputOf(line)}`).join('')
}

function outputOf(line) {
  const [, args, most] = /^\$ npx gongkai (.*?)(?: \| head -n (\d+))?$/.exec(line) ?? []
  if (args === undefined) return ''
  const done = spawnSync(process.execPath, [join(root, 'bin', 'gongkai.js'), ...args.split(' ')], {
    cwd: root,
    encoding: 'utf8',
  })
  if (done.status === null || done.status > 1) throw new Error(`${line}\n${done.stderr}`)
  const lines = done.stdout.trimEnd().split('\n')
  return `${lines.slice(0, most ? Number(most) : lines.length).join('\n')}\n`
}

function firstDifference(before, after) {
  const [was, is] = [before.split('\n'), after.split('\n')]
  const at = is.findIndex((line, i) => line !== was[i])
  return `line ${at + 1}\n- ${was[at]}\n+ ${is[at]}`
}
