import { constants, inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { letterFor } from '../../../../test/support/letters.ts'
import { faultInXml } from '../../../../test/support/well-formed.ts'
import { layoutLetter } from '../../../domain/letter/layout.ts'
import { letterIds } from '../../../law/letters.ts'
import type { LetterSheet } from '../../../paper/letter.ts'
import { demoSealer } from '../../seal/demo.ts'
import { readPaper } from '../index.ts'
import { writeLetterDocx, writeLetterPdf } from './index.ts'
import { bodySize, linePitch, redHeadSize, signaturePlace, textWidth } from './measure.ts'

const sheet = (id: (typeof letterIds)[number]): LetterSheet => layoutLetter(letterFor(id))

const seal = await demoSealer.sealImage('示例县教育局')
if (!seal) throw new Error('the demo has no seal')
const look = { redHead: '示例县教育局', seal }

/** All that is printed, without spaces: lines break where they break. */
async function textOf(bytes: Uint8Array): Promise<string> {
  return JSON.stringify(await readPaper(bytes)).replace(/\s|","text":"|"[},\]].*?"text":"/g, '')
}

const partsOf = (docx: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(docx))
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, data]) => [name, strFromU8(data)]),
  )

/** What a stream holds; nothing where it is no packed one. */
function inflated(bytes: Uint8Array): string {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1')
  } catch {
    return ''
  }
}

const hostile = (text: string): LetterSheet => ({
  lang: 'zh-CN',
  author: text,
  title: [text],
  number: text,
  addressee: text,
  blocks: [{ kind: 'paragraph', text }],
  attachments: { label: text, entries: [text, text] },
  signature: { name: text, date: text },
  contact: [text],
})

describe('the layout of official documents (GB/T 9704-2012)', () => {
  test('28 characters to the line and 22 lines to the page', () => {
    expect(bodySize * 28).toBeCloseTo(textWidth, 6)
    expect((linePitch * 22 * 25.4) / 72).toBeCloseTo(225, 6)
    expect((textWidth * 25.4) / 72).toBeCloseTo(156, 6)
  })

  test('the date stands four characters in, the name centred over it', () => {
    const { name, date, middle } = signaturePlace('示例县教育局', '2026年3月20日')
    expect(date).toBe(4 * bodySize)
    expect(name + 3 * bodySize).toBeCloseTo(middle, 6)
  })

  test('a long name moves both to the left, and neither leaves the text area', () => {
    const { name, date } = signaturePlace('示例自治州示例自治县文化体育旅游广播电视局', '2026年3月20日')
    expect(name).toBeGreaterThanOrEqual(0)
    expect(date).toBeGreaterThan(4 * bodySize)
  })

  test('a long red head is set smaller', () => {
    expect(redHeadSize('示例县教育局')).toBeGreaterThan(redHeadSize('示例自治州示例自治县文化体育旅游局'))
  })
})

describe('as PDF', () => {
  test.each(letterIds)('%s is PDF/A-2b', async id => {
    const pdf = Buffer.from(await writeLetterPdf(sheet(id), look)).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).toMatch(/pdfaid:part>2</)
    expect(pdf).toMatch(/pdfaid:conformance>B</)
  })

  test('under a seal, drawn or as a picture with holes, keeps what PDF/A-2b asks of it (ISO 19005-2 6.2, 6.3, 6.6)', async () => {
    const { svg: _, ...picture } = seal
    for (const shown of [seal, picture]) {
      const pdf = Buffer.from(await writeLetterPdf(sheet('L02'), { seal: shown }))
      const raw = pdf.toString('latin1')
      const packed = raw.matchAll(/stream\r?\n/g)
      const opened = [...packed].map(({ index, 0: { length } }) => inflated(pdf.subarray(index + length))).join('\n')
      const whole = `${raw}\n${opened}`
      expect(whole).toMatch(/\/OutputIntents?/)
      expect(whole).toMatch(/\/S ?\/GTS_PDFA1/)
      expect(whole).toMatch(/\/DestOutputProfile/)
      const count = (what: RegExp) => whole.match(what)?.length ?? 0
      expect(count(/\/FontDescriptor /g)).toBeGreaterThan(0)
      expect(count(/\/FontFile[23]? /g)).toBe(count(/\/Type ?\/FontDescriptor/g))
      expect(whole).not.toMatch(/\/(?:Encrypt|JavaScript|Launch|EmbeddedFiles|Interpolate true)\b/)
      expect(whole).not.toMatch(/\/BM ?\/(?!Normal|Compatible|Multiply|Screen|Overlay|Darken|Lighten)/)
    }
  })

  test('says all the letter says, with red head and seal or without', async () => {
    for (const text of [
      await textOf(await writeLetterPdf(sheet('L03'), look)),
      await textOf(await writeLetterPdf(sheet('L03'))),
    ]) {
      for (const said of [
        '政府信息公开申请答复书',
        '示教公开〔2026〕12号',
        '张三',
        '合同附件一',
        '示例县人民法院',
        '校舍安全排查结果汇总表',
        '2026年3月20日',
        '0972-8600001',
      ]) {
        expect(text).toContain(said)
      }
    }
  })

  test('is the same, byte for byte, each time', async () => {
    expect(await writeLetterPdf(sheet('L01'), look)).toEqual(await writeLetterPdf(sheet('L01'), look))
  })

  test.each(['𠮷', '<b>&"\'', '#set text(red) \\ $x$ {机关名称}', 'a\u0000b\ud800', '\ue000', ''])(
    'takes any text: %j',
    async text => {
      expect((await writeLetterPdf(hostile(text), look)).length).toBeGreaterThan(1000)
    },
  )

  test('a name and reader of many words leave no page with the contact alone', async () => {
    const long = {
      ...sheet('D07'),
      contact: ['联系机构：示例县教育局办公室', '地址：示例县平安大道1号', '邮编：810600'],
    }
    for (let more = 0; more < 12; more += 1) {
      const blocks = [
        ...long.blocks,
        ...Array.from({ length: more }, () => ({ kind: 'paragraph' as const, text: '补充。' })),
      ]
      const paper = await readPaper(await writeLetterPdf({ ...long, blocks }, look))
      const pages = lastPageOf(paper)
      expect(pages).toContain('2026年3月20日')
      expect(pages).toContain('联系机构')
    }
  })
})

function lastPageOf(paper: Awaited<ReturnType<typeof readPaper>>): string {
  const places =
    JSON.stringify(paper)
      .match(/"page":(\d+)/g)
      ?.map(found => Number(found.slice(7))) ?? []
  const last = Math.max(...places)
  return JSON.stringify(paper, (key, value: unknown) =>
    key !== '' && isOnAnotherPage(value, last) ? undefined : value,
  ).replace(/\s/g, '')
}

function isOnAnotherPage(value: unknown, last: number): boolean {
  const at = typeof value === 'object' && value !== null && 'at' in value ? value.at : undefined
  return typeof at === 'object' && at !== null && 'page' in at && at.page !== last
}

describe('as a Word document', () => {
  test.each(letterIds)('%s is well-formed in every part and says what the letter says', async id => {
    const docx = await writeLetterDocx(sheet(id), look)
    for (const [name, xml] of Object.entries(partsOf(docx))) expect([name, faultInXml(xml)]).toEqual([name, null])
    const text = await textOf(docx)
    const { title, addressee, signature } = sheet(id)
    for (const said of [...title, addressee ?? '', signature?.date ?? '']) expect(text).toContain(said)
  })

  test('has the margins, the grid, the faces with their stand-ins, and outer page numbers', async () => {
    const parts = partsOf(await writeLetterDocx(sheet('L02')))
    const body = parts['word/document.xml'] ?? ''
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(body).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(body).toMatch(/<w:docGrid w:type="lines" w:linePitch="580"/)
    // 16 points less a quarter: 28 to the line of 442.2 points, and not 29.
    expect(parts['word/styles.xml']).toMatch(/<w:docDefaults>.*<w:spacing w:val="-5"\/>.*<\/w:docDefaults>/s)
    expect(parts['word/fontTable.xml']).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>')
    expect(parts['word/styles.xml']).toContain('w:eastAsia="仿宋_GB2312"')
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
  })

  test('carries the seal as a picture over name and date, described for who cannot see it', async () => {
    const docx = await writeLetterDocx(sheet('L02'), look)
    const pictures = Object.keys(unzipSync(docx)).filter(name => /^word\/media\/.+/.test(name))
    expect(pictures.map(name => name.slice(-3)).sort()).toEqual(['png', 'svg'])
    expect(partsOf(docx)['word/document.xml']).toContain('演示用印章（无效）：示例县教育局')
    expect(
      Object.keys(unzipSync(await writeLetterDocx(sheet('L02')))).some(name => name.startsWith('word/media/')),
    ).toBe(false)
  })

  test('is the same, byte for byte, each time', async () => {
    expect(await writeLetterDocx(sheet('L01'))).toEqual(await writeLetterDocx(sheet('L01')))
  })

  test.each(['𠮷', '<b>&"\'', 'a\u0000b\ud800', ''])('takes any text: %j', async text => {
    const docx = await writeLetterDocx(hostile(text), look)
    for (const xml of Object.values(partsOf(docx))) expect(faultInXml(xml)).toBeNull()
  })
})
