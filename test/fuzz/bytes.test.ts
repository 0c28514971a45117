import { expect, it } from 'vitest'
import { readReport } from '../../src/domain/report/read/index.ts'
import { DocumentError, readPaper } from '../../src/platform/documents/index.ts'
import { unproved } from '../corpus/proof.ts'
import { chance } from '../corpus/random.ts'
import { docWriters } from '../corpus/writers/doc.ts'
import { docxWriters } from '../corpus/writers/docx.ts'
import { htmlWriters } from '../corpus/writers/html.ts'
import { pdfWriters } from '../corpus/writers/pdf.ts'
import { encodedWriters, txtWriters } from '../corpus/writers/txt.ts'
import type { Writer } from '../corpus/writers/writer.ts'
import { xlsxWriters } from '../corpus/writers/xlsx.ts'
import { mutateBytes } from './bytes.ts'
import { drawPaper } from './papers.ts'

const SLOWEST_MS = 5000

/** Damages and reads files of these writers; says what crashed, was slow or invented a number. */
async function run(writers: readonly Writer[], files: number, first: number): Promise<string> {
  const wrong: string[] = []
  for (let seed = first; seed < first + files; seed++) {
    const random = chance(seed)
    const writer = random.pick(writers)
    const whole = await writer.write(drawPaper(random, writer, 0.1).draft.shape)
    const { bytes, done } = mutateBytes(whole, ['docx', 'xlsx'].includes(writer.format), random)
    const began = performance.now()
    const found = await verdict(bytes)
    const took = performance.now() - began
    if (took > SLOWEST_MS) found.push(`took ${took} ms`)
    wrong.push(...found.slice(0, 3).map(s => `seed ${seed} ${writer.name} ${done}: ${s}`))
  }
  return wrong.join('\n')
}

async function verdict(bytes: Uint8Array): Promise<string[]> {
  try {
    const paper = await readPaper(bytes)
    const result = readReport(paper)
    return result.ok ? unproved(paper, result.report) : []
  } catch (error) {
    if (error instanceof DocumentError) return []
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
}

it('600 damaged texts, pages, Word files and workbooks neither crash, hang nor invent a number', async () => {
  const writers = [...txtWriters, ...encodedWriters, ...htmlWriters, ...docxWriters, ...docWriters, ...xlsxWriters]
  expect(await run(writers, 600, 400_000)).toBe('')
}, 60_000)

it('100 damaged PDFs neither crash, hang nor invent a number', async () => {
  expect(await run(pdfWriters, 100, 500_000)).toBe('')
}, 60_000)
