/** Runs the built command line as a person would, and makes the files it is tried on. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type Finding, type Report, valueAt } from '../../src/domain/report/report.ts'
import { renderReport, type WrittenFormat } from '../../src/features/reports/render.ts'
import { balancedReport, withCell } from './reports.ts'

const program = resolve('bin/gongkai.js')

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs `gongkai` to its end; `input` goes to its standard input. */
export function gongkai(args: readonly string[], input: string | Uint8Array = ''): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...args])
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', chunk => out.push(chunk))
    child.stderr.on('data', chunk => err.push(chunk))
    child.on('error', fail)
    child.on('close', code => done({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }))
    // A program that ends without reading all of its input is no failure of the test.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/** One line of `check --format json`. */
export interface CheckedLine {
  readonly file: string
  readonly report?: Report
  readonly findings?: readonly Finding[]
  readonly error?: { readonly code: string; readonly says: string; readonly at: unknown }
}

/** The lines of a run with `--format json`. */
export function linesOf<Line = CheckedLine>(ran: Ran): Line[] {
  return ran.out
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Line)
}

/** A folder for a test file's own use; `drop` removes it. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-cli-'))
  return {
    folder,
    path: (name: string) => join(folder, name),
    write: (name: string, content: string | Uint8Array): string => {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
      return path
    },
    drop: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A report without fault, as a file. */
export async function soundFile(format: WrittenFormat = 'txt', seed = 1, edition = '2021'): Promise<Uint8Array> {
  return renderReport(balancedReport(seed, edition), format)
}

/** A report whose total of new requests is one too high. */
export function wrongReport(seed = 1, edition = '2021'): Report {
  const report = balancedReport(seed, edition)
  const id = 'requests.new.total'
  const value = (valueAt(report, id) ?? 0) + 1
  return withCell(report, id, value, { kind: 'number', raw: String(value) })
}
