import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { scanText } from '../../../src/domain/personal/scan.ts'
import { readPaper } from '../../../src/platform/documents/index.ts'
import { readPieces } from '../../../src/platform/documents/inspect/pieces.ts'
import { redact } from '../../../src/platform/documents/redact/index.ts'
import { docxOf, gridsOf, linesOf, paragraph, xlsxOf } from '../../support/office.ts'
import {
  bookTraces,
  bookWithTraces,
  everyPart,
  letterWithTraces,
  wordTraces,
} from '../../support/office-with-traces.ts'

async function scanned(bytes: Uint8Array, type: 'docx' | 'xlsx') {
  const pieces = await readPieces(bytes, type)
  return pieces.flatMap(({ id, text }) =>
    scanText(text).map(({ start, end, masked }) => ({ piece: id, start, end, replacement: masked })),
  )
}

describe('a Word file (条例15, D§7.7)', () => {
  test('given a name and a number that span runs, then they are in no part of the file, and the rest reads on', async () => {
    const before = letterWithTraces()
    for (const secret of ['欧阳小明', '11010519491231002X', '13972000001']) expect(everyPart(before)).toContain(secret)
    const { bytes, report } = await redact(before, 'docx', { hits: await scanned(before, 'docx') })
    const all = everyPart(bytes)
    for (const secret of ['欧阳', '小明', '19491231', '13972000001']) expect(all).not.toContain(secret)
    expect(linesOf(await readPaper(bytes))).toContain('申请人：欧**，身份证号码110***********002X，请予公开。')
    expect(all).toContain('抄送欧**')
    expect(report.replaced).toBeGreaterThanOrEqual(4)
  })

  test('whatever a program keeps beside the text is gone, revisions accepted, and nothing leads nowhere', async () => {
    const before = everyPart(letterWithTraces())
    const { bytes, report } = await redact(letterWithTraces(), 'docx', {})
    const all = everyPart(bytes)
    for (const trace of wordTraces) {
      expect(before).toContain(trace)
      expect(all).not.toContain(trace)
    }
    expect(linesOf(await readPaper(bytes))).toContain('规划图已经公开')
    expect(linesOf(await readPaper(bytes))).toContain('见某镇政府')
    expect(Object.keys(unzipSync(bytes)).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/header1.xml',
      'word/styles.xml',
    ])
    expect(all).not.toMatch(/rIdMail|rIdOle|rIdNote|comments\.xml/)
    expect(report.dropped).toMatchObject({
      revisions: 1,
      comments: 4,
      hidden: 3,
      embedded: 1,
      custom_xml: 1,
      properties: 2,
    })
  })

  test('given hidden text kept as asked, then it stays, and its comments go all the same', async () => {
    const { bytes } = await redact(letterWithTraces(), 'docx', { keepHidden: true })
    expect(everyPart(bytes)).toContain('VANISHED')
    expect(everyPart(bytes)).not.toContain('NOTED')
  })

  test('given a text in an attribute or in another part, then it goes there too', async () => {
    const odd = docxOf(
      `<w:p><w:bookmarkStart w:name="SECRET-1"/><w:r><w:t>SEC</w:t></w:r><w:r><w:t>RET-1 见</w:t></w:r></w:p>`,
    )
    const { bytes } = await redact(odd, 'docx', { texts: [{ find: 'SECRET-1' }] })
    expect(everyPart(bytes)).not.toContain('SECRET-1')
    expect(linesOf(await readPaper(bytes))).toContain('■■■ 见')
  })

  test('given a text cut up where it cannot be put together, then the file is refused, with what to do instead', async () => {
    const odd = docxOf('<w:p><w:r><w:t>申请 SEC</w:t></w:r></w:p><w:p><w:r><w:t>RET-1</w:t></w:r></w:p>')
    const refused = redact(odd, 'docx', { texts: [{ find: 'SECRET-1' }] })
    await expect(refused).rejects.toMatchObject({
      code: 'not_redactable',
      mend: { zh: expect.stringContaining('PDF') },
    })
  })

  test('given texts that stand nowhere, then the report names them, and not those that were taken out', async () => {
    const texts = [{ find: '张三丰' }, { find: '欧阳小明' }, { find: '13972000001' }]
    for (const [type, bytes] of [
      ['docx', letterWithTraces()],
      ['xlsx', bookWithTraces()],
    ] as const) {
      const { report } = await redact(bytes, type, { texts })
      expect(report.notFound).toEqual(['张三丰'])
      expect(report.notes.map(({ zh }) => zh).join()).toContain('没有找到')
    }
  })

  test('given another document inside, or a picture of a kind not drawn here, then it is refused', async () => {
    const rels = (kind: string, target: string) => ({
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`,
    })
    const inside = letterWithTraces({ ...rels('aFChunk', 'chunk.html'), 'word/chunk.html': '<p>INSIDE</p>' })
    const drawn = letterWithTraces({ ...rels('image', 'media/a.emf'), 'word/media/a.emf': 'EMF' })
    for (const bytes of [inside, drawn]) {
      await expect(redact(bytes, 'docx', {})).rejects.toMatchObject({ code: 'not_redactable' })
    }
  })

  test('given a stretch that is not there, then it is refused and says which', async () => {
    const refused = redact(docxOf(paragraph('一')), 'docx', {
      hits: [{ piece: 'word/document.xml#1', start: 0, end: 9 }],
    })
    await expect(refused).rejects.toMatchObject({ code: 'no_such_place', at: 'word/document.xml#1 0-9' })
  })
})

describe('a workbook (条例15, D§7.7)', () => {
  test('given hits in texts and numbers, then they are in no part of the file, and the other cells read on', async () => {
    const before = bookWithTraces()
    const hits = await scanned(before, 'xlsx')
    const { bytes } = await redact(before, 'xlsx', { hits, texts: [{ find: '欧阳小明' }, { find: '欧阳<小明>' }] })
    const all = everyPart(bytes)
    for (const secret of ['欧阳', '13972000001']) expect(all).not.toContain(secret)
    const [sheet] = gridsOf(await readPaper(bytes))
    expect(sheet?.cells.map(({ text }) => text).filter(text => text !== '')).toEqual([
      '姓名',
      '■■■',
      '电话',
      '139****0001',
      '见上',
      '■■■的申请',
    ])
  })

  test('whatever is hidden or behind the cells is gone, and the sheets shown are there', async () => {
    const before = everyPart(bookWithTraces())
    const { bytes, report } = await redact(bookWithTraces(), 'xlsx', {})
    const all = everyPart(bytes)
    for (const trace of bookTraces) {
      expect(before).toContain(trace)
      expect(all).not.toContain(trace)
    }
    expect(gridsOf(await readPaper(bytes)).map(({ cells }) => cells[0]?.at)).toEqual([
      { sheet: '登记', cell: 'A1' },
      { sheet: '第二张', cell: 'A1' },
    ])
    expect(all).not.toMatch(/<hyperlinks\/>|<cols\/>|legacyDrawing|activeTab/)
    expect(report.dropped).toMatchObject({
      hidden_sheets: 2,
      hidden_rows: 1,
      hidden_columns: 1,
      formulas: 1,
      comments: 1,
    })
  })

  test('given hidden sheets kept as asked, then they stay', async () => {
    const { bytes } = await redact(bookWithTraces(), 'xlsx', { keepHidden: true })
    expect(everyPart(bytes)).toContain('HIDDENSHEET')
  })

  test('given nothing but hidden sheets, then it is refused', async () => {
    const all = xlsxOf([{ rows: '<row r="1"><c r="A1"><v>1</v></c></row>', state: 'hidden' }])
    await expect(redact(all, 'xlsx', {})).rejects.toMatchObject({ code: 'not_redactable' })
  })
})
