/** Writes a report to a file named by the person. */
import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import type { Report } from '../domain/report/report.ts'
import type { Intake } from '../features/reports/intake.ts'
import { type WrittenFormat, writtenFormats } from '../features/reports/render.ts'
import { Stop } from './exit.ts'
import { trouble } from './messages.ts'

export type OutputFormat = WrittenFormat | 'json'

const known = [...writtenFormats, 'json'].join(' / ')

/** The format an output's name asks for. */
export function formatOf(output: string): OutputFormat {
  const given = extname(output).slice(1).toLowerCase()
  if (given === 'json') return 'json'
  const found = writtenFormats.find(f => f === given)
  if (found) return found
  throw new Stop(given === 'ofd' ? trouble.outputOfd(known) : trouble.outputFormat(given || output, known))
}

/** Writes the whole file or none of it. */
export async function writeReport(report: Report, output: string, intake: Intake): Promise<void> {
  const format = formatOf(output)
  const bytes =
    format === 'json' ? Buffer.from(`${JSON.stringify(report)}\n`) : await documentOf(report, format, intake)
  const draft = `${output}.${randomUUID()}.part`
  try {
    await writeFile(draft, bytes)
    await rename(draft, output)
  } catch (error) {
    await rm(draft, { force: true })
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EISDIR', 'EROFS'].includes(code)) {
      throw new Stop(trouble.outputFolder(dirname(output)))
    }
    throw error
  }
}

async function documentOf(report: Report, format: WrittenFormat, intake: Intake): Promise<Uint8Array> {
  const written = await intake.write(report, format)
  if (written.ok) return written.bytes
  if (written.error.code === 'fault') throw new Error(written.error.says.en)
  throw new Stop(written.error.says)
}
