/** Whatever is done to the bytes of a file, it is read or refused: nothing else is thrown, and time is bounded. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cell, docxOf, paragraph, table, xlsxOf, zipOf } from '../../../test/support/office.ts'
import { DocumentError, readPaper, unpack } from './index.ts'

const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
const body =
  paragraph('某县2021年政府信息公开工作年度报告', numbered) +
  table([cell('项目', '<w:gridSpan w:val="2"/>'), cell('总计')], [cell('新收'), cell('54'), cell('0')])
const numbering =
  '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>54</v></c></row>'
const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="4"/></cellXfs>'
const docx = docxOf(body, { numbering })
const xlsx = xlsxOf([{ rows, after: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>' }], {
  shared: ['<t>新收</t>'],
  styles,
})
const html = Buffer.from(
  '<html><meta charset=utf-8><p>一、总体情况</p><table><tr><td rowspan=2 colspan="2">新收<td>54<tr><td>&nbsp;1</table></html>',
)
const subjects: Readonly<Record<string, Uint8Array>> = {
  docx,
  xlsx,
  html,
  doc: readFileSync(new URL('../../../test/fixtures/report.doc', import.meta.url)),
  txt: Buffer.from('某县2021年报告\n新收\t54\n'.repeat(20)),
  zip: zipOf({ 'a.docx': docx, 'b.zip': zipOf({ 'c.xlsx': xlsx }), 'd.html': html }),
}

async function outcome(bytes: Uint8Array): Promise<unknown> {
  try {
    for await (const file of unpack(bytes)) if ('bytes' in file) await outcome(file.bytes)
  } catch (error) {
    if (!(error instanceof DocumentError)) return error
  }
  return readPaper(bytes).then(
    () => 'read or refused',
    error => (error instanceof DocumentError ? 'read or refused' : error),
  )
}

const damage = fc.record({
  flips: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 8 }),
  keep: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 2 }),
  /** Bytes of one stretch set to one value, as a bad sector leaves them. */
  blank: fc.option(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 600 }), fc.constantFrom(0, 0xff, 0x3c)), { freq: 3 }),
})

function damaged(bytes: Uint8Array, how: typeof damage extends fc.Arbitrary<infer T> ? T : never): Uint8Array {
  const copy = Uint8Array.from(bytes)
  for (const [at, mask] of how.flips) copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ mask
  if (how.blank !== null) {
    const [at, length, value] = how.blank
    copy.fill(value, at % copy.length, (at % copy.length) + length)
  }
  return how.keep === null ? copy : copy.subarray(0, Math.floor(copy.length * how.keep))
}

describe('a damaged file', () => {
  it.each(Object.entries(subjects))('%s is read or refused', async (_name, bytes) => {
    expect(await outcome(bytes)).toBe('read or refused')
    let slowest = 0
    await fc.assert(
      fc.asyncProperty(damage, async how => {
        const start = performance.now()
        expect(await outcome(damaged(bytes, how))).toBe('read or refused')
        slowest = Math.max(slowest, performance.now() - start)
      }),
      { seed: 20_211_231, numRuns: 150 },
    )
    expect(slowest).toBeLessThan(2000)
  })

  it.each(['docx', 'xlsx'])('%s is never read with another text than it had', async format => {
    const whole = await readPaper(subjects[format] ?? html)
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const copy = damaged(subjects[format] ?? html, { flips: [[at, mask]], keep: null, blank: null })
        const paper = await readPaper(copy).catch(() => undefined)
        const texts = new Set(JSON.stringify(whole).match(/"text":"[^"]*"/g))
        for (const text of JSON.stringify(paper ?? {}).match(/"text":"[^"]*"/g) ?? []) {
          expect(texts).toContain(text)
        }
      }),
      { seed: 20_211_231, numRuns: 500 },
    )
  })
})
