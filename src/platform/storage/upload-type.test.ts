import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compoundFile } from '../../../test/corpus/writers/compound.ts'
import { docxOf, paragraph, xlsxOf, zipOf } from '../../../test/support/office.ts'
import { defaultLimits, limitsWith } from '../documents/limits.ts'
import type { UploadGroup } from './upload-kinds.ts'
import { isUploadKind, servingHeaders, truthfulName, uploadKinds } from './upload-kinds.ts'
import { tellUpload } from './upload-type.ts'

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf8 = (text: string) => Buffer.from(text)
const every: readonly UploadGroup[] = ['document', 'picture', 'archive', 'page']
const told = (bytes: Uint8Array, groups = every) => tellUpload(bytes, groups, defaultLimits)
const pdf = latin1('%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\n')
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==',
  'base64',
)
const jpg = latin1('\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0')
const old = (stream: string) => compoundFile({ [stream]: new Uint8Array(5000) })

describe('telling an upload by its content', () => {
  test.each([
    ['pdf', pdf],
    ['docx', docxOf(paragraph('答复书'))],
    ['xlsx', xlsxOf([{ name: '表一', rows: '' }])],
    ['doc', readFileSync('test/fixtures/report.doc')],
    ['doc', old('WordDocument')],
    ['xls', old('Workbook')],
    ['ppt', old('PowerPoint Document')],
    ['ofd', zipOf({ 'OFD.xml': '<ofd/>', 'Doc_0/Document.xml': '<d/>' })],
    ['pptx', zipOf({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' })],
    ['odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' })],
    ['ods', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<o/>' })],
    ['zip', zipOf({ '附件.txt': '一' })],
    ['png', png],
    ['jpg', jpg],
    ['gif', latin1('GIF89a\x01\0\x01\0\0\0\0;')],
    ['webp', latin1('RIFF\x1A\0\0\0WEBPVP8L\r\0\0\0')],
    ['tif', latin1('II*\0\x08\0\0\0\0\0\0\0\0\0')],
    ['bmp', latin1('BM\x3A\0\0\0\0\0\0\0\x36\0\0\0')],
    ['txt', utf8('申请公开下列信息：')],
    ['txt', Buffer.concat([latin1('\xFF\xFE'), Buffer.from('申请公开下列信息', 'utf16le')])],
    ['txt', latin1('\xC9\xEA\xC7\xEB\xB9\xAB\xBF\xAA\xCF\xC2\xC1\xD0\xD0\xC5\xCF\xA2')],
    ['txt', utf8('BM开头的一段文字也是文字，不是图片')],
    ['html', utf8('<!doctype html><title>年报</title><p>一</p>')],
  ] as const)('given %s, then it is told', async (kind, bytes) => {
    expect(await told(bytes)).toBe(kind)
  })

  test.each<[string, Uint8Array]>([
    ['a Windows program', Buffer.concat([latin1('MZ\x90\0'), Buffer.alloc(200)])],
    ['a Linux program', Buffer.concat([latin1('\x7FELF\x02\x01\x01'), Buffer.alloc(200)])],
    ['a shortcut', Buffer.concat([latin1('L\0\0\0\x01\x14\x02\0\0\0\0\0\xC0\0\0\0\0\0\0F'), Buffer.alloc(60)])],
    ['a shell script', utf8('#!/bin/sh\nrm -rf /\n')],
    ['a PHP script', utf8('  <?php system($_GET["c"]);')],
    ['an svg with a script', utf8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['an svg behind an XML declaration', utf8('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
    [
      'a Word file with macros',
      zipOf({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': '' }),
    ],
    [
      'an old Word file with macros',
      compoundFile({ WordDocument: new Uint8Array(5000), _VBA_PROJECT: new Uint8Array(10) }),
    ],
    ['a Java program', zipOf({ 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0', 'A.class': 'x' })],
  ])('given %s, then it is refused as something that runs, whatever is wanted', async (_, bytes) => {
    await expect(told(bytes)).rejects.toMatchObject({ code: 'upload_active' })
    await expect(told(bytes, ['picture'])).rejects.toMatchObject({ code: 'upload_active' })
  })

  test('given a page where documents and pictures are wanted, then it is refused as something that runs', async () => {
    await expect(told(utf8('<html><script>1</script></html>'), ['document', 'picture'])).rejects.toMatchObject({
      code: 'upload_active',
      says: { zh: expect.stringContaining('网页') },
    })
  })

  test.each<[string, string, Uint8Array, UploadGroup[]]>([
    ['nothing', 'upload_empty', new Uint8Array(), ['document']],
    ['an empty archive', 'upload_empty', latin1(`PK\x05\x06${'\0'.repeat(18)}`), ['archive']],
    ['a locked office file', 'upload_locked', old('EncryptedPackage'), ['document']],
    ['a cut archive', 'upload_damaged', zipOf({ a: 'x'.repeat(99) }).subarray(0, 60), ['archive']],
    ['a video', 'upload_refused', latin1('\0\0\0\x18ftypisom\0\0\x02\0isomiso2'), ['document']],
    ['noise', 'upload_refused', Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 7919) % 251)), ['document']],
    ['data in XML', 'upload_refused', utf8('<?xml version="1.0"?><data><a>1</a></data>'), ['document', 'picture']],
    ['a page that is also a PDF', 'upload_refused', utf8('<p>x</p>\n%PDF-1.4\n'), ['document']],
    ['a picture as a document', 'upload_refused', png, ['document']],
    ['a document as a picture', 'upload_refused', pdf, ['picture']],
  ])('given %s, then %s and the mend in both languages', async (_, code, bytes, groups) => {
    await expect(told(bytes, groups)).rejects.toMatchObject({
      code,
      says: { zh: expect.stringMatching(/。$/), en: expect.stringMatching(/\.$/) },
      mend: { zh: expect.stringMatching(/。$/), en: expect.stringMatching(/\.$/) },
    })
  })

  test('given a refusal, then it names what would be taken', async () => {
    await expect(told(pdf, ['picture'])).rejects.toMatchObject({
      says: { zh: expect.stringContaining('pdf') },
      mend: { zh: expect.stringContaining('jpg、png') },
    })
  })

  test('given more bytes than allowed, then it is not even looked at', async () => {
    const tight = limitsWith({ fileBytes: 10 })
    await expect(tellUpload(pdf, every, tight)).rejects.toMatchObject({ code: 'too_large' })
  })
})

describe('giving a stored file back', () => {
  test('given anything that could run, then it is a download, even when asked to be shown', () => {
    const shown = Object.keys(uploadKinds)
      .filter(isUploadKind)
      .filter(id => servingHeaders(id, 'x', true)['Content-Disposition']?.startsWith('inline'))
    expect(shown).toEqual(['pdf', 'jpg', 'png', 'gif', 'webp', 'bmp'])
    expect(servingHeaders('html', '页.html', true)).toMatchObject({
      'Content-Type': 'application/octet-stream',
      'X-Content-Type-Options': 'nosniff',
    })
    expect(servingHeaders('pdf', '答复.pdf', false)['Content-Disposition']).toMatch(/^attachment; .*%E7%AD%94/)
  })

  test('given a name whose ending lies, then the true one is added', () => {
    expect(truthfulName('docx', '照片.jpg')).toBe('照片.jpg.docx')
    expect(truthfulName('jpg', '照片.JPEG')).toBe('照片.JPEG')
    expect(truthfulName('txt', 'txt')).toBe('txt.txt')
  })

  test('given a word from outside, then only kinds are kinds', () => {
    expect(['pdf', 'exe', 'toString', '__proto__'].filter(isUploadKind)).toEqual(['pdf'])
  })
})
