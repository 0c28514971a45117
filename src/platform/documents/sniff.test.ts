import { describe, expect, it } from 'vitest'
import { compoundFile } from '../../../test/corpus/writers/compound.ts'
import { cpuTime } from '../../../test/support/cpu-time.ts'
import { docxOf, paragraph, xlsxOf, zipOf } from '../../../test/support/office.ts'
import { DocumentError } from './errors.ts'
import { readPaper } from './index.ts'
import { defaultLimits } from './limits.ts'
import { sniff } from './sniff.ts'

const latin1 = (text: string) => Buffer.from(text.padEnd(300, '\x01\x02'), 'latin1')
const streams = (...names: readonly string[]) =>
  compoundFile(Object.fromEntries(names.map(name => [name, new Uint8Array(8)])))

describe('what a file is', () => {
  it.each([
    ['txt', Buffer.from('某县2021年报告 54')],
    ['txt', Buffer.from('<http://a.gov.cn/> 是网址')],
    ['txt', Buffer.from('1 < 2')],
    ['txt', Buffer.from('PK 赛')],
    ['html', Buffer.from('<!DOCTYPE html><p>字')],
    ['html', Buffer.from('\uFEFF\n<!-- a --><?xml version="1.0"?>\n<!-- b --><html>')],
    ['html', Buffer.from('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>')],
    ['html', Buffer.from('<div class="TRS_Editor">字</div>')],
    ['html', Buffer.from('\uFEFF<html>字', 'utf16le')],
    ['html', Buffer.from('标题\n<table border=1><tr><td>1</td></tr></table>')],
    ['docx', docxOf('')],
    ['xlsx', xlsxOf([{ rows: '' }])],
    ['doc', streams('WordDocument', '1Table')],
    ['pdf', Buffer.from('%PDF-1.7\n')],
    ['pdf', Buffer.from('\n\n%PDF-1.4\n')],
    ['zip', zipOf({ 'a.txt': 'a' })],
    ['zip', zipOf({})],
  ])('is told by its content: %s', (format, bytes) => {
    expect(sniff(bytes, defaultLimits)).toBe(format)
  })

  it.each([
    ['OFD', zipOf({ 'OFD.xml': '<a/>', 'Doc_0/Document.xml': '<a/>' })],
    ['OpenDocument', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' })],
    ['pptx', zipOf({ '[Content_Types].xml': '<a/>', 'ppt/presentation.xml': '<a/>' })],
    ['xlsb', zipOf({ '[Content_Types].xml': '<a/>', 'xl/workbook.bin': 'x' })],
    ['xls', streams('Workbook')],
    ['另存为 xlsx', streams('Book')],
    ['ppt', streams('PowerPoint Document')],
    ['JPEG', latin1('\xFF\xD8\xFF\xE0')],
    ['PNG', latin1('\x89PNG\r\n\x1A\n')],
    ['WebP', latin1('RIFF\x01\x01\x01\x01WEBP')],
    ['BMP', latin1('BM\x01\x01\x01\x01\0\0\0\0')],
    ['RAR', latin1('Rar!\x1A\x07')],
    ['7z', latin1('7z\xBC\xAF\x27\x1C')],
    ['RTF', Buffer.from('{\\rtf1 hello}')],
    ['mht', Buffer.from('MIME-Version: 1.0\r\n\r\n<table><td>=E5=B9=B4</table>')],
    ['XML', Buffer.from('<?xml version="1.0"?><a>1</a>')],
    ['不是文档', Buffer.from(Uint8Array.from({ length: 5000 }, (_each, i) => (i * 7919) % 256))],
    ['不是文档', new Uint8Array(100)],
  ])('is named where it is not read: %s', (name, bytes) => {
    try {
      sniff(bytes, defaultLimits)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(DocumentError)
      expect(error).toMatchObject({ code: 'unknown_format', says: { zh: expect.stringContaining(name) } })
    }
  })

  it('is locked where an office file is encrypted', () => {
    expect(() => sniff(streams('EncryptionInfo', 'EncryptedPackage'), defaultLimits)).toThrow(
      expect.objectContaining({ code: 'encrypted' }),
    )
  })

  it('does not hang on comments that never end', () => {
    const start = cpuTime()
    sniff(Buffer.from(`${'<!---->'.repeat(5000)}<!--`), defaultLimits)
    expect(cpuTime() - start).toBeLessThan(500)
  })
})

it('reads no zip of files as one paper', async () => {
  await expect(readPaper(zipOf({ 'a.docx': docxOf(paragraph('字')) }))).rejects.toMatchObject({
    code: 'unknown_format',
  })
})
