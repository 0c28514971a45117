/** A report as a file. */
import { type LayoutOptions, layoutReport } from '../../domain/report/layout.ts'
import type { Report } from '../../domain/report/report.ts'
import { type WriteOptions, type WrittenFormat, writeDocument } from '../../platform/documents/write/index.ts'

export { type WrittenFormat, writtenFormats } from '../../platform/documents/write/index.ts'

/** Renders the report on the form it uses; throws on an edition nobody defined. */
export function renderReport(
  report: Report,
  format: WrittenFormat,
  options: LayoutOptions & WriteOptions = {},
): Promise<Uint8Array> {
  return writeDocument(layoutReport(report, options), format, options)
}
