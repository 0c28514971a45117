import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { faultInXml } from '../../../../test/support/well-formed.ts'
import type { PageCell, PageModel } from '../../../paper/page.ts'
import { coverageOf, noGlyph, onlyCovered } from './glyphs.ts'
import { type WrittenFormat, writeDocument, writtenFormats } from './index.ts'

const cell = (text: string, more: Partial<PageCell> = {}): PageCell => ({
  text,
  colSpan: 1,
  rowSpan: 1,
  role: 'value',
  align: 'center',
  ...more,
})

/** Two head rows, a corner over both, a vertical label over two rows, one wide value. */
const sample: PageModel = {
  lang: 'zh-CN',
  title: '某局2021年工作报告',
  author: '某局',
  blocks: [
    { kind: 'title', text: '某局2021年工作报告' },
    { kind: 'heading', text: '一、概况', level: 1 },
    { kind: 'paragraph', text: '正文第一段。' },
    { kind: 'heading', text: '（一）小节', level: 2 },
    { kind: 'heading', text: '二、数据', level: 1 },
    {
      kind: 'table',
      name: '二、数据',
      widths: [1, 3, 2, 2],
      headRows: 2,
      rows: [
        [
          cell('注', { role: 'note', colSpan: 2, rowSpan: 2, align: 'left' }),
          cell('数量', { role: 'head', colSpan: 2 }),
        ],
        [cell('本年', { role: 'head' }), cell('上年', { role: 'head' })],
        [
          cell('合并标签', { role: 'label', rowSpan: 2, vertical: true }),
          cell('甲', { role: 'label', align: 'left' }),
          cell('12', { number: 12 }),
          cell(''),
        ],
        [cell('乙', { role: 'label', align: 'left' }), cell('3.5万元', { colSpan: 2 })],
      ],
    },
  ],
}

const withText = (text: string): PageModel => ({
  lang: 'zh-CN',
  title: text,
  author: text,
  blocks: [
    { kind: 'title', text },
    { kind: 'heading', text, level: 1 },
    { kind: 'paragraph', text },
    { kind: 'table', name: text, widths: [1, 1], headRows: 0, rows: [[cell(text, { role: 'label' }), cell(text)]] },
  ],
})

const written = async (page: PageModel, format: WrittenFormat) => strFromU8(await writeDocument(page, format))
const parts = async (page: PageModel, format: WrittenFormat) =>
  Object.entries(unzipSync(await writeDocument(page, format))).map(([name, data]) => ({ name, xml: strFromU8(data) }))
const part = async (page: PageModel, format: WrittenFormat, name: string) =>
  (await parts(page, format)).find(p => p.name === name)?.xml ?? ''

interface Seen {
  readonly tags: { readonly name: string; readonly attributes: Record<string, string> }[]
  text: string
}

function seenIn(html: string, xmlMode = false): Seen {
  const seen: Seen = { tags: [], text: '' }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => seen.tags.push({ name, attributes }),
      ontext: text => {
        seen.text += text
      },
    },
    { xmlMode, decodeEntities: true },
  )
  parser.end(html)
  return seen
}

const hostile = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '#panic("x") $x^2$ _a_ *b* `c` @d \\ // /* ]] }} [',
  '# 标题 | 单元 | --- **粗**',
  ']]></w:t><w:p/> & &amp; &#60; "引" \'号\'',
  '=1+1',
  '\u0000\u0001\u001b控制\u007f\u009f\ufffe',
  '半个\ud83d字符\udc00',
  '😀 𠮷 𪚥 🇨🇳 \ue000 \u{f0000} \u{10ffff}',
  'مرحبا שלום \u202e倒转\u202c',
  '零宽\u200b连\u200d字\ufeff',
  '一\r\n二\n\n三\t四',
  '',
]

describe('every format', () => {
  it.each(writtenFormats)('%s: the same page gives the same bytes', async format => {
    const [first, second] = [await writeDocument(sample, format), await writeDocument(sample, format)]
    expect(first.length).toBeGreaterThan(100)
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })

  it.each(writtenFormats)('%s: writes hostile text without falling over', async format => {
    for (const text of hostile) expect((await writeDocument(withText(text), format)).length).toBeGreaterThan(0)
  })

  it.each(['docx', 'xlsx'] as const)('%s: the time it was made is said only when given', async format => {
    const made = new Date('2022-01-20T08:30:00Z')
    const core = async (options: { made?: Date }) =>
      strFromU8(unzipSync(await writeDocument(sample, format, options))['docProps/core.xml'] ?? new Uint8Array())
    expect(await core({ made })).toContain('2022-01-20T08:30:00Z')
    expect(await core({})).not.toMatch(/dcterms:(created|modified)>/)
    expect(await core({})).toContain('某局2021年工作报告')
  })
})

describe('html', () => {
  it('is a whole document in which heads and labels say what they head', async () => {
    const html = await written(sample, 'html')
    const { tags } = seenIn(html)
    const named = (name: string) => tags.filter(tag => tag.name === name).map(tag => tag.attributes)
    expect(html.startsWith('<!DOCTYPE html>')).toBe(true)
    expect(named('html')[0]?.lang).toBe('zh-CN')
    expect(named('meta')[0]?.charset).toBe('utf-8')
    expect(named('h1')).toHaveLength(1)
    expect(named('table')[0]?.['aria-labelledby']).toBe(named('h2')[1]?.id)
    expect(named('caption')).toEqual([])
    expect(named('th').map(th => th.scope)).toEqual(['colgroup', 'col', 'col', 'rowgroup', 'row', 'row'])
    expect(named('td').map(td => [td.colspan, td.rowspan])).toContainEqual(['2', '2'])
    expect(html.indexOf('</thead>')).toBeGreaterThan(html.indexOf('上年'))
    expect(html.indexOf('</thead>')).toBeLessThan(html.indexOf('合并标签'))
  })

  it('gives a table a caption where no heading above it is its name', async () => {
    const table = sample.blocks.filter(block => block.kind === 'table')
    const { tags, text } = seenIn(await written({ ...sample, blocks: table }, 'html'))
    expect(tags.filter(tag => tag.name === 'caption')).toHaveLength(1)
    expect(text).toContain('二、数据')
  })

  it('shows any text as text: no tag, attribute or script comes of it', async () => {
    const tagsOf = async (text: string) => seenIn(await written(withText(text), 'html'))
    const plain = (await tagsOf('x')).tags.map(tag => tag.name)
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' })), async text => {
        fc.pre(/\S/.test(text))
        const { tags } = await tagsOf(`x${text}`)
        expect(tags.map(tag => tag.name)).toEqual(plain)
        expect(tags.flatMap(tag => Object.keys(tag.attributes)).filter(name => name.startsWith('on'))).toEqual([])
      }),
      { numRuns: 200, seed: 5 },
    )
    expect((await tagsOf('<script>a</script>')).text).toContain('<script>a</script>')
  })
})

describe('txt', () => {
  it('puts blocks on lines and cells between tabs, blank ones and spanned places kept empty', async () => {
    expect(await written(sample, 'txt')).toBe(
      [
        '某局2021年工作报告\n\n一、概况\n\n正文第一段。\n\n（一）小节\n\n二、数据\n',
        '注\t\t数量',
        '\t\t本年\t上年',
        '合并标签\t甲\t12\t',
        '\t乙\t3.5万元\n',
      ].join('\n'),
    )
  })

  it('keeps a text on its line whatever breaks it holds', async () => {
    const text = await written(withText('一\r\n二\n\n三\t四'), 'txt')
    expect(text).toBe('一 二 三 四\n\n一 二 三 四\n\n一 二 三 四\n\n一 二 三 四\t一 二 三 四\n')
  })
})

describe('docx', () => {
  it('holds real headings, spans, repeated heads and unbroken rows', async () => {
    const xml = await part(sample, 'docx', 'word/document.xml')
    expect([...xml.matchAll(/w:pStyle w:val="(Title|Heading\d)"/g)].map(m => m[1])).toEqual([
      'Title',
      'Heading1',
      'Heading2',
      'Heading1',
    ])
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(4)
    expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(2)
    expect(xml.match(/<w:vMerge w:val="continue"\/>/g)).toHaveLength(2)
    expect(xml).toContain('<w:textDirection w:val="tbRl"/>')
    expect(xml.match(/<w:gridCol /g)).toHaveLength(4)
  })

  it('names East Asian faces and the language, and numbers its pages', async () => {
    const stylesXml = await part(sample, 'docx', 'word/styles.xml')
    expect(stylesXml).toContain('w:eastAsia="宋体"')
    expect(stylesXml).toContain('w:eastAsia="黑体"')
    expect(stylesXml).toContain('<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>')
    expect(await part(sample, 'docx', 'word/footer1.xml')).toContain('PAGE')
  })

  it('is well-formed in every part, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' })), async text => {
        for (const { name, xml } of await parts(withText(text), 'docx'))
          expect([name, faultInXml(xml)]).toEqual([name, null])
      }),
      { numRuns: 40, seed: 6 },
    )
  })
})

describe('xlsx', () => {
  it('has a sheet for the text and one for the table, with spans and numbers as numbers', async () => {
    const names = seenIn(await part(sample, 'xlsx', 'xl/workbook.xml'), true)
      .tags.filter(tag => tag.name === 'sheet')
      .map(tag => tag.attributes.name)
    expect(names).toEqual(['一、概况', '二、数据'])
    const sheet = await part(sample, 'xlsx', 'xl/worksheets/sheet2.xml')
    const merges = seenIn(sheet, true)
      .tags.filter(tag => tag.name === 'mergeCell')
      .map(tag => tag.attributes.ref)
    expect(merges.sort()).toEqual(['A1:D1', 'A2:B3', 'A4:A5', 'C2:D2', 'C5:D5'])
    expect(sheet).toMatch(/<c r="C4"[^>]*><v>12<\/v>/)
  })

  it('is well-formed in every part, holds no formula, and gives every sheet a name Excel takes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' })), async text => {
        const files = await parts(withText(text), 'xlsx')
        for (const { name, xml } of files) expect([name, faultInXml(xml)]).toEqual([name, null])
        expect(files.filter(file => file.xml.includes('<f>'))).toEqual([])
        const names = seenIn(files.find(f => f.name === 'xl/workbook.xml')?.xml ?? '', true)
          .tags.filter(tag => tag.name === 'sheet')
          .map(tag => tag.attributes.name ?? '')
        expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length)
        for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
      }),
      { numRuns: 40, seed: 7 },
    )
  })
})

describe('pdf', () => {
  it('claims PDF/A-2a, is tagged, and names title, author and language', async () => {
    const pdf = Buffer.from(await writeDocument(sample, 'pdf')).toString('latin1')
    const utf8 = Buffer.from(pdf, 'latin1').toString('utf8')
    expect(pdf).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect(utf8).toMatch(/<dc:title>.*某局2021年工作报告/s)
    expect(utf8).toMatch(/<dc:creator>.*某局/s)
    expect(pdf).toContain('/Lang (zh-CN)')
    expect(pdf).toContain('/MarkInfo')
    expect(pdf).toContain('/S /TH')
  })

  it('says the time it was made, and the beginning of time where none is given', async () => {
    const dated = async (made?: Date) => strFromU8(await writeDocument(sample, 'pdf', made ? { made } : {}), true)
    expect(await dated(new Date('2022-01-20T08:30:00Z'))).toContain('<xmp:CreateDate>2022-01-20T08:30:00Z')
    expect(await dated()).toContain('<xmp:CreateDate>1970-01-01T00:00:00Z')
  })

  it('embeds only the faces of the package it names', async () => {
    const pdf = strFromU8(await writeDocument(sample, 'pdf'), true)
    const faces = new Set([...pdf.matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(m => m[1]))
    expect([...faces].sort()).toEqual(['NotoSerifSC-Bold', 'NotoSerifSC-Regular'])
  })

  it('sets any text at all', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async text => {
        expect((await writeDocument(withText(text), 'pdf')).length).toBeGreaterThan(1000)
      }),
      { numRuns: 25, seed: 8 },
    )
  })
})

describe('characters a face cannot show', () => {
  /** A font that is nothing but a character map for A to C and 中. */
  const font = () => {
    const bytes = new Uint8Array(28 + 12 + 16 + 24)
    const view = new DataView(bytes.buffer)
    view.setUint16(4, 1)
    bytes.set(
      [...'cmap'].map(c => c.charCodeAt(0)),
      12,
    )
    view.setUint32(20, 28)
    view.setUint16(30, 1)
    view.setUint32(36, 12)
    const table = 28 + 12
    view.setUint16(table, 12)
    view.setUint32(table + 12, 2)
    view.setUint32(table + 16, 0x41)
    view.setUint32(table + 20, 0x43)
    view.setUint32(table + 28, 0x4e2d)
    view.setUint32(table + 32, 0x4e2d)
    return bytes
  }

  it('are set as 〓, one for each', () => {
    expect(onlyCovered('AC中', coverageOf(font()))).toBe('AC中')
    expect(onlyCovered('D𠮷中\ue000', coverageOf(font()))).toBe(`${noGlyph}${noGlyph}中${noGlyph}`)
  })

  it('are a fault of the font where it has no map at all', () => {
    expect(() => coverageOf(new Uint8Array(40))).toThrow('cmap')
  })
})
