/** Whole processes of the command line: their start, and a folder of thousands with the memory of all of them. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readReport } from '../src/domain/report/read/index.ts'
import { renderReport } from '../src/features/reports/render.ts'
import { readPaper } from '../src/platform/documents/index.ts'
import { balancedReport } from '../test/support/reports.ts'
import { median, type Row } from './table.ts'

const FORMATS = ['pdf', 'docx', 'html', 'txt', 'xlsx'] as const

/** `gongkai check` on one text file against a node that does nothing. */
export function startRow(root: string, work: string): Row {
  const file = join(work, 'one.txt')
  writeFileSync(file, '规章 0 0 0\n')
  const wall = (args: readonly string[]) => {
    const started = performance.now()
    spawnSync(process.execPath, args, { stdio: 'ignore' })
    return performance.now() - started
  }
  const ours: number[] = []
  const base: number[] = []
  for (let i = 0; i < 7; i++) {
    ours.push(wall([join(root, 'bin', 'gongkai.js'), 'check', file]))
    base.push(wall(['-e', '0']))
  }
  return {
    name: 'start: check one text file',
    ours: median(ours),
    baseline: 'node -e 0',
    base: median(base),
    aimMs: 400,
  }
}

/** A mixed folder, one in five a pdf, through the command line on all cores, against reading it in one process. */
export async function folderRow(root: string, work: string, files: number): Promise<Row> {
  const folder = join(work, 'folder')
  mkdirSync(folder)
  const made = await Promise.all(
    FORMATS.flatMap(f => [1, 2, 3, 4].map(seed => renderReport(balancedReport(seed, seed % 2 ? '2021' : '2019'), f))),
  )
  for (let i = 0; i < files; i++) {
    const format = FORMATS[i % FORMATS.length] ?? 'txt'
    writeFileSync(
      join(folder, `${String(i).padStart(5, '0')}.${format}`),
      made[(i % FORMATS.length) * 4 + (Math.floor(i / FORMATS.length) % 4)] ?? '',
    )
  }
  const { wall, peaks } = await watched(join(root, 'bin', 'gongkai.js'), folder)
  const alone = await oneProcess(folder, Math.min(files, 200))
  const third = Math.max(1, Math.floor(peaks.length / 3))
  const flat = Math.max(...peaks.slice(-third)) / Math.max(...peaks.slice(0, third))
  const note = `peak ${(Math.max(...peaks) / 1024).toFixed(0)} MB in all processes (aim 600), last third / first third ${flat.toFixed(2)}`
  return {
    name: `check a folder of ${files}, 20 % pdf`,
    ours: wall,
    baseline: 'one process, by share',
    base: (alone / Math.min(files, 200)) * files,
    aimMs: 180_000 * (files / 3000),
    note,
  }
}

async function oneProcess(folder: string, files: number): Promise<number> {
  const started = performance.now()
  for (const name of readdirSync(folder).slice(0, files)) readReport(await readPaper(readFileSync(join(folder, name))))
  return performance.now() - started
}

function watched(bin: string, folder: string): Promise<{ wall: number; peaks: number[] }> {
  return new Promise(done => {
    const started = performance.now()
    const child = spawn(process.execPath, [bin, 'check', '--format', 'json', folder], { stdio: 'ignore' })
    const peaks: number[] = []
    const timer = setInterval(() => peaks.push(residentKb(child.pid ?? 0)), 250)
    child.on('exit', () => {
      clearInterval(timer)
      done({ wall: performance.now() - started, peaks })
    })
  })
}

/** Resident kilobytes of a process and its children, by /proc; 0 where there is none. */
function residentKb(pid: number): number {
  const own = (id: string) => {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0)
    } catch {
      return 0
    }
  }
  const parentOf = (id: string) => {
    try {
      return Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0)
    } catch {
      return 0
    }
  }
  const ids = readdirSync('/proc').filter(id => /^\d+$/.test(id))
  return ids.filter(id => Number(id) === pid || parentOf(id) === pid).reduce((sum, id) => sum + own(id), 0)
}
