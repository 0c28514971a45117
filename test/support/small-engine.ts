/** An engine that reads reports written as JSON: lets the web pages be tested without any document format. */
import { check } from '../../src/domain/report/check/index.ts'
import type { Report } from '../../src/domain/report/report.ts'
import type { Engine } from '../../src/features/reports/engine.ts'
import type { Checked } from '../../src/features/reports/intake.ts'

/**
 * A file holds a report, or an array of reports (as a zip would hold several), in JSON. Anything else fails as
 * `unknown_format`. Documents are written as the JSON of their report.
 */
export const smallEngine: Engine = {
  async *checkAll(files) {
    for await (const incoming of files) {
      if ('bytes' in incoming) yield* read(incoming.file, new TextDecoder().decode(incoming.bytes))
    }
  },
  write: async report => ({ ok: true, bytes: new TextEncoder().encode(JSON.stringify(report)) }),
}

function read(file: string, text: string): Checked[] {
  if (!/^[[{]/.test(text)) {
    const says = {
      zh: '认不出这个文件的格式。请换一个文件。',
      en: 'The format of this file is unknown. Choose another.',
    }
    return [{ file, error: { code: 'unknown_format', says } }]
  }
  const held: Report | Report[] = JSON.parse(text)
  if (!Array.isArray(held)) return [{ file, report: held, findings: check(held) }]
  return held.map((report, i) => ({ file: `${file}/${i + 1}`, report, findings: check(report) }))
}
