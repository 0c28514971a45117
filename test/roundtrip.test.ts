/** What is written can be read again: render ∘ read = identity, for every format and every edition. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReport } from '../src/domain/report/read/index.ts'
import type { Report } from '../src/domain/report/report.ts'
import { renderReport, type WrittenFormat, writtenFormats } from '../src/features/reports/render.ts'
import type { Edition } from '../src/law/editions/form.ts'
import { editions } from '../src/law/editions/index.ts'
import { readPaper } from '../src/platform/documents/index.ts'
import { madeUpEdition } from './support/made-up-edition.ts'
import { anyReport, balancedReport } from './support/reports.ts'

const known: readonly Edition[] = [...editions, madeUpEdition]
/** Setting and reading a pdf takes longest; the other formats see more reports, the made-up form half as many. */
const runs: Readonly<Record<WrittenFormat, number>> = { txt: 40, html: 30, docx: 15, xlsx: 15, pdf: 8 }

/** What must survive: everything but where it stood. A set page does not tell whether a line ended in a space. */
function essence(report: Report, format: WrittenFormat) {
  const text = (section: string) => (format === 'pdf' ? section.replaceAll(' ', '') : section)
  const rawText = (raw: string) => (format === 'pdf' ? raw.replace(/\s/g, '') : raw.trim())
  const cells = Object.entries(report.cells).map(([id, { raw, kind, unit }]) => [
    id,
    `${kind} ${rawText(raw)} ${kind === 'number' ? (unit ?? '') : ''}`,
  ])
  const sections = Object.entries(report.sections).map(([id, section]) => [id, section === null ? null : text(section)])
  const { schema, edition, agency, year, title, tables, extra_rows } = report
  const said = { sections: Object.fromEntries(sections), cells: Object.fromEntries(cells) }
  return { schema, edition, agency, year, title, tables, extra_rows, ...said }
}

async function readAgain(report: Report, format: WrittenFormat): Promise<Report> {
  const paper = await readPaper(await renderReport(report, format, { known }))
  expect(paper.format).toBe(format)
  const result = readReport(paper, known)
  if (!result.ok) throw new Error(result.says.en)
  return result.report
}

describe.each(writtenFormats)('a report written as %s', format => {
  it.each(known.map(edition => edition.id))('reads back the same on the form of %s', { timeout: 60_000 }, async id => {
    const report = balancedReport(11, id, known)
    expect(essence(await readAgain(report, format), format)).toEqual(essence(report, format))
  })

  it.each(known.map(edition => edition.id))(
    'reads back blanks, missing rows, odd spellings and rows of the agency on the form of %s',
    { timeout: 120_000 },
    async id => {
      await fc.assert(
        fc.asyncProperty(anyReport(id, known), async report => {
          expect(essence(await readAgain(report, format), format)).toEqual(essence(report, format))
        }),
        { numRuns: id === madeUpEdition.id ? Math.ceil(runs[format] / 2) : runs[format], seed: 12 },
      )
    },
  )
})

/** Real reports lie beside the project on some machines; where they do, they must survive too. */
const seeds = new URL('../../shared/seeds/', import.meta.url)
const seedFiles = existsSync(seeds) ? readdirSync(seeds).filter(name => name.endsWith('.txt')) : []

for (const name of seedFiles) {
  describe(`the real report ${name}`, () => {
    it.each(writtenFormats)('reads back the same from %s', { timeout: 60_000 }, async format => {
      const first = readReport(await readPaper(readFileSync(new URL(name, seeds))))
      if (!first.ok) throw new Error(first.says.en)
      expect(essence(await readAgain(first.report, format), format)).toEqual(essence(first.report, format))
    })
  })
}
