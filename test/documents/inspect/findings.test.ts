import { describe, expect, test } from 'vitest'
import { type FindingKindId, findingKinds, inspect, readPieces } from '../../../src/platform/documents/inspect/index.ts'
import { redact } from '../../../src/platform/documents/redact/index.ts'
import { docxOf, paragraph } from '../../support/office.ts'
import { bookWithTraces, letterWithTraces } from '../../support/office-with-traces.ts'
import { tellingJpeg, tellingPng } from '../../support/telling-pictures.ts'
import { RawPdf, text } from '../pdf/raw-pdf.ts'
import { typeset } from '../pdf/typst-pdf.ts'

async function kindsOf(...[bytes, type]: Parameters<typeof inspect>): Promise<Set<FindingKindId>> {
  return new Set((await inspect(bytes, type)).map(({ kind }) => kind))
}

describe('hidden data (D§7.7)', () => {
  test('a Word file tells its revisions, hidden text, comments, objects, properties and links', async () => {
    const findings = await inspect(letterWithTraces(), 'docx')
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'tracked_change', count: 2, sample: 'DELETED' }))
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'hidden_text', count: 3, sample: 'VANISHED' }))
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'comment', sample: 'NOTED' }))
    expect(findings).toContainEqual({ kind: 'property', count: 1, sample: 'AUTHOR', part: 'lastModifiedBy' })
    expect(findings).toContainEqual({ kind: 'property', count: 1, sample: 'COMPANY', part: 'Company' })
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(
      new Set([
        'tracked_change',
        'hidden_text',
        'comment',
        'property',
        'embedded_object',
        'custom_xml',
        'outside_link',
        'picture_text',
      ]),
    )
  })

  test('a workbook tells its hidden sheets, rows, columns, names, comments and outside data', async () => {
    expect(await kindsOf(bookWithTraces(), 'xlsx')).toEqual(
      new Set([
        'hidden_sheet',
        'very_hidden_sheet',
        'hidden_rows',
        'hidden_columns',
        'defined_name',
        'comment',
        'outside_data',
        'outside_link',
      ]),
    )
  })

  test('a PDF tells its attachments, scripts, properties, layers, annotations and text that does not show', async () => {
    const pdf = new RawPdf()
    const file = pdf.addStream('/Type /EmbeddedFile', 'x')
    const layer = pdf.add('<< /Type /OCG /Name (Draft) >>')
    const info = pdf.add('<< /Author (WRITER) >>')
    pdf.addPage({
      content:
        `${text(60, 700, 'COVERED', 12)}0 g 55 695 200 20 re f 1 g ${text(60, 650, 'WHITE', 12)}` +
        `0 g ${text(60, 600, 'Shown', 12)}`,
      extra: '/Annots [<< /Type /Annot /Subtype /Text /Rect [9 9 29 29] /Contents (NOTED) >>]',
    })
    pdf.catalog =
      `/OCProperties << /OCGs [${layer} 0 R] /D << /Order [${layer} 0 R] >> >> ` +
      '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> ' +
      `/Names << /EmbeddedFiles << /Names [(list.txt) << /Type /Filespec /F (list.txt) /EF << /F ${file} 0 R >> >>] >> >>`
    pdf.trailer = `/Info ${info} 0 R`
    const findings = await inspect(pdf.bytes(), 'pdf')
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(
      new Set(['attachment', 'script', 'property', 'layer', 'annotation', 'covered_text']),
    )
    const covered = findings.find(({ kind }) => kind === 'covered_text')
    expect(covered).toMatchObject({ sample: 'COVEREDWHITE', at: { page: 1 }, part: 'page 1' })
  })

  test('given a PDF saved onto itself, then it tells of the earlier version', async () => {
    const pdf = new RawPdf()
    pdf.addPage({ content: text(60, 700, 'Words', 12) })
    const twice = Buffer.concat([pdf.bytes(), Buffer.from('\n'), pdf.bytes()])
    expect(await kindsOf(pdf.bytes(), 'pdf')).toEqual(new Set())
    expect(await kindsOf(twice, 'pdf')).toContain('earlier_version')
  })

  test('given an ordinary Chinese PDF, then no text of it counts as covered', async () => {
    const page = typeset(
      '一、总体情况。#table(columns: 3, [甲], [乙], [1], [2], [3], [4l.,]) #text(fill: luma(60%))[灰字]',
    )
    expect(await kindsOf(page, 'pdf')).toEqual(new Set(['property', 'xmp']))
  })

  test('photographs tell camera, place and words', async () => {
    const findings = await inspect(await tellingJpeg(), 'jpeg')
    expect(findings.filter(({ kind }) => kind !== 'picture_only')).toEqual([
      { kind: 'exif', count: 1, sample: 'CAMERAMAKER PHOTOGRAPHER' },
      { kind: 'gps', count: 1, sample: '36.50000, 102.10000' },
      { kind: 'xmp', count: 1, sample: 'XMPWORDS' },
      { kind: 'picture_text', count: 1, sample: 'COMMENTED' },
    ])
    expect(await kindsOf(await tellingPng(), 'png')).toEqual(new Set(['picture_text', 'picture_only']))
  })

  test.each([
    ['docx', async () => letterWithTraces({ 'word/media/a.png': await tellingPng() })],
    ['xlsx', async () => bookWithTraces()],
    ['jpeg', () => tellingJpeg()],
    ['png', tellingPng],
  ] as const)('given a %s redacted, then it has nothing left to tell', async (type, made) => {
    const { bytes } = await redact(await made(), type, {})
    expect((await inspect(bytes, type)).filter(({ kind }) => findingKinds[kind].group !== 'unread')).toEqual([])
  })

  test('given a PDF redacted, then it has nothing left to tell but the layer of text itself', async () => {
    const pdf = new RawPdf()
    pdf.addPage({ content: text(60, 700, 'Words', 12) })
    pdf.trailer = `/Info ${pdf.add('<< /Author (WRITER) >>')} 0 R`
    const { bytes } = await redact(pdf.bytes(), 'pdf', { allPages: true })
    expect(await kindsOf(bytes, 'pdf')).toEqual(new Set(['invisible_text', 'picture_only']))
  })
})

test('what a file tells is sorted by what it means: hidden, about somebody, active, or not to be read', () => {
  const groups = (group: string) => Object.values(findingKinds).filter(kind => kind.group === group).length
  expect(['hidden', 'about', 'active', 'unread'].map(groups)).toEqual([21, 5, 2, 2])
})

describe('the text of a document, with its places', () => {
  test('a Word file: a piece a paragraph, headers included, hidden ones marked', async () => {
    const pieces = await readPieces(docxOf(paragraph('一') + paragraph('') + paragraph('二')), 'docx')
    expect(pieces).toEqual([
      { id: 'word/document.xml#1', text: '一', at: { line: 1 }, hidden: false },
      { id: 'word/document.xml#3', text: '二', at: { line: 3 }, hidden: false },
    ])
  })

  test('a workbook: a piece a cell, numbers as they are shown', async () => {
    const pieces = await readPieces(bookWithTraces(), 'xlsx')
    expect(pieces).toContainEqual({
      id: 'sheet:1!B2',
      text: '13972000001',
      at: { sheet: '登记', cell: 'B2' },
      hidden: false,
    })
    expect(pieces.filter(({ hidden }) => hidden).map(({ text: words }) => words)).toEqual([
      'HIDDENCOLUMN',
      'HIDDENROW',
      'HIDDENSHEET',
      'VERYHIDDEN',
    ])
  })

  test('a PDF: a piece a page, with the box of every sign', async () => {
    const pdf = new RawPdf()
    pdf.addPage({ content: text(60, 700, 'One two', 10) })
    const [piece] = await readPieces(pdf.bytes(), 'pdf')
    expect(piece).toMatchObject({ id: 'page:1', text: 'One two', hidden: false })
    expect(piece?.boxes).toHaveLength(7)
    expect(piece?.boxes?.[0]?.[0]).toBe(60)
    expect(piece?.boxes?.[3]).toBeNull()
  })
})
