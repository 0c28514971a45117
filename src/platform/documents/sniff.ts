/** Tells what a file is by its content. Names and endings are never asked. */
import type { PaperFormat } from '../../paper/paper.ts'
import { checkSize, decodeText, noiseShare, sampleBytes } from './charset.ts'
import { type ErrorSentence, emptyFile, encrypted, unknownFormat } from './errors.ts'
import type { Limits } from './limits.ts'
import { isOle, OleFile } from './read/ole.ts'
import { Zip } from './read/zip.ts'

/** What can be read: one paper, or a zip of papers. */
export type Sniffed = Exclude<PaperFormat, 'ofd'> | 'zip'

const saveAsDocx: ErrorSentence = {
  zh: '请用文字处理软件打开后另存为 docx 再提交。',
  en: 'Open it in a word processor, save it as docx and submit that.',
}
const saveAsXlsx: ErrorSentence = {
  zh: '请用表格软件打开后另存为 xlsx 再提交。',
  en: 'Open it in a spreadsheet program, save as xlsx and submit that.',
}
const submitReport: ErrorSentence = {
  zh: '请提交 docx、doc、wps、pdf、xlsx、html 或 txt 格式的年度报告。',
  en: 'Submit the report as docx, doc, wps, pdf, xlsx, html or txt.',
}
const unzipFirst: ErrorSentence = {
  zh: '请解压后提交里面的文件，或改用 zip 打包。',
  en: 'Unpack it and submit the files in it, or pack them as zip.',
}
const picture = (zh: string): ErrorSentence => ({ zh: `这是图片（${zh}）`, en: `a picture (${zh})` })
const archive = (name: string): ErrorSentence => ({ zh: `这是 ${name} 压缩包`, en: `a ${name} archive` })

/** Kinds told by their first bytes: [bytes in latin1, offset, what it is, what to do]. */
const strangers: readonly (readonly [mark: string, offset: number, what: ErrorSentence, mend: ErrorSentence])[] = [
  ['\xFF\xD8\xFF', 0, picture('JPEG'), submitReport],
  ['\x89PNG\r\n\x1A\n', 0, picture('PNG'), submitReport],
  ['GIF8', 0, picture('GIF'), submitReport],
  ['WEBP', 8, picture('WebP'), submitReport],
  ['II*\0', 0, picture('TIFF'), submitReport],
  ['MM\0*', 0, picture('TIFF'), submitReport],
  ['ftypheic', 4, picture('HEIC'), submitReport],
  ['ftypmif1', 4, picture('HEIF'), submitReport],
  ['ftyp', 4, { zh: '这是视频或音频', en: 'a video or sound file' }, submitReport],
  ['Rar!\x1A\x07', 0, archive('RAR'), unzipFirst],
  ['7z\xBC\xAF\x27\x1C', 0, archive('7z'), unzipFirst],
  ['\x1F\x8B', 0, archive('gzip'), unzipFirst],
  ['BZh', 0, archive('bzip2'), unzipFirst],
  ['\xFD7zXZ\0', 0, archive('xz'), unzipFirst],
  ['ustar', 257, archive('tar'), unzipFirst],
  ['{\\rtf', 0, { zh: '这是 RTF 文档', en: 'an RTF document' }, saveAsDocx],
  ['MIME-Version:', 0, { zh: '这是网页归档（mht）', en: 'an archived web page (mht)' }, saveAsDocx],
  ['From: <Saved by', 0, { zh: '这是网页归档（mht）', en: 'an archived web page (mht)' }, saveAsDocx],
  ['MZ\x90\0', 0, { zh: '这是 Windows 程序', en: 'a Windows program' }, submitReport],
  ['\x7FELF', 0, { zh: '这是 Linux 程序', en: 'a Linux program' }, submitReport],
]

/** Bytes enough to tell text from noise and to see the first tag. */
const headBytes = 2048

function latin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1')
}

function refuseStranger(head: string): void {
  for (const [mark, offset, what, mend] of strangers) {
    if (head.startsWith(mark, offset)) throw unknownFormat(what, mend)
  }
  // Two letters are too few to tell a bitmap from a text; its reserved zero bytes decide.
  if (head.startsWith('BM') && head.startsWith('\0\0\0\0', 6)) throw unknownFormat(picture('BMP'), submitReport)
}

function sniffOle(bytes: Uint8Array): Sniffed {
  const ole = new OleFile(bytes)
  if (ole.has('EncryptedPackage')) throw encrypted('文件', 'The file')
  if (ole.has('WordDocument')) return 'doc'
  if (ole.has('Workbook') || ole.has('Book')) {
    throw unknownFormat({ zh: '这是旧版表格（xls 或 et）', en: 'an old spreadsheet (xls or et)' }, saveAsXlsx)
  }
  if (ole.has('PowerPoint Document')) {
    throw unknownFormat({ zh: '这是旧版演示文稿（ppt）', en: 'old presentation slides (ppt)' }, submitReport)
  }
  throw unknownFormat({ zh: '这是不认识的复合文档', en: 'a compound file of an unknown program' }, saveAsDocx)
}

/** What a zip is: an office document, recognised by its parts, or a zip of files. */
function sniffZip(bytes: Uint8Array, limits: Limits): Sniffed {
  const zip = new Zip(bytes, limits)
  const names = zip.entries.map(entry => entry.name)
  const holds = (folder: string): boolean => names.some(name => name.startsWith(folder))
  if (names.some(name => name.toLowerCase() === 'ofd.xml')) {
    throw unknownFormat(
      { zh: '这是 OFD 版式文件，暂不支持读取', en: 'an OFD file, which will be read in a later version' },
      { zh: '请提交同一报告的 pdf 或 docx 文件。', en: 'Submit the same report as pdf or docx.' },
    )
  }
  if (!zip.has('[Content_Types].xml')) {
    const isOpenDocument = names[0] === 'mimetype' && zip.has('content.xml')
    if (!isOpenDocument) return 'zip'
    throw unknownFormat({ zh: '这是 OpenDocument 文档（odt、ods）', en: 'an OpenDocument file (odt, ods)' }, saveAsDocx)
  }
  if (holds('word/')) return 'docx'
  if (zip.has('xl/workbook.bin')) throw unknownFormat({ zh: '这是 xlsb 表格', en: 'an xlsb spreadsheet' }, saveAsXlsx)
  if (holds('xl/')) return 'xlsx'
  if (holds('ppt/')) throw unknownFormat({ zh: '这是演示文稿（pptx）', en: 'presentation slides (pptx)' }, submitReport)
  throw unknownFormat({ zh: '这是不认识的 Office 文件', en: 'an office file of an unknown kind' }, saveAsDocx)
}

const htmlStart = /^<(?:!doctype\s+html|[a-z][a-z0-9]*(?:[\s>/]|$))/i
const htmlTable = /<table[\s>]/i
const htmlCell = /<t[dh][\s>]/i

/** The text after blanks, comments and instructions, and whether an XML declaration was among them. */
function afterProlog(text: string): { readonly rest: string; readonly xml: boolean } {
  let rest = text.trimStart()
  const xml = rest.startsWith('<?xml')
  for (;;) {
    const [start, end] = rest.startsWith('<!--') ? ['<!--', '-->'] : ['<?', '>']
    const close = rest.startsWith(start) ? rest.indexOf(end, start.length) : -1
    if (close < 0) return { rest, xml }
    rest = rest.slice(close + end.length).trimStart()
  }
}

/** The first characters of a text; a character cut at the end of the sample is left out. */
function beginning(bytes: Uint8Array, length: number): string | undefined {
  let end = Math.min(length, bytes.length)
  if (end < bytes.length) for (let cut = 0; cut < 4 && (bytes[end - 1] ?? 0) > 0x7f; cut++) end--
  return decodeText(bytes.subarray(0, end))
}

function sniffText(bytes: Uint8Array): Sniffed {
  const text = beginning(bytes, headBytes)
  if (text === undefined || noiseShare(text) > 0.02) {
    throw unknownFormat({ zh: '这不是文档，也不是文字', en: 'neither a document nor text' }, submitReport)
  }
  const short = afterProlog(text)
  const inComment = short.rest.startsWith('<!--') || short.rest.startsWith('<?')
  const { rest, xml } = inComment ? afterProlog(beginning(bytes, sampleBytes) ?? '') : short
  if (xml && !/^<(?:!doctype\s+)?html/i.test(rest)) {
    throw unknownFormat({ zh: '这是 XML 数据文件', en: 'an XML data file' }, saveAsDocx)
  }
  if (htmlStart.test(rest)) return 'html'
  const tags = latin1(bytes, sampleBytes)
  return htmlTable.test(tags) && htmlCell.test(tags) ? 'html' : 'txt'
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte === 32 || (byte >= 9 && byte <= 13))
}

/**
 * Tells the format by content, never by name. Throws DocumentError for what cannot be read: `empty`, `too_large`,
 * `encrypted`, `damaged`, and `unknown_format` saying what the file is.
 */
export function sniff(bytes: Uint8Array, limits: Limits): Sniffed {
  checkSize(bytes, limits)
  if (bytes.length === 0 || (bytes.length < 4096 && isBlank(bytes))) throw emptyFile()
  if (bytes.length === 1) {
    throw unknownFormat({ zh: '文件只有一个字节', en: 'a file of a single byte' }, submitReport)
  }
  const head = latin1(bytes, 1024)
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return sniffZip(bytes, limits)
  if (isOle(bytes)) return sniffOle(bytes)
  if (head.includes('%PDF-')) return 'pdf'
  refuseStranger(head)
  return sniffText(bytes)
}
