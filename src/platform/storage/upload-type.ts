/** Tells what an upload is by its content; names and what browsers say are never asked. */
import { fileTypeFromBuffer } from 'file-type'
import { DocumentError } from '../documents/errors.ts'
import type { Limits } from '../documents/limits.ts'
import { isOle, OleFile } from '../documents/read/ole.ts'
import { Zip } from '../documents/read/zip.ts'
import { sniff } from '../documents/sniff.ts'
import type { Trouble } from '../trouble.ts'
import { tooLarge } from './troubles.ts'
import { isUploadKind, type UploadGroup, type UploadKindId, uploadKinds } from './upload-kinds.ts'
import { activeContent, damagedUpload, emptyUpload, lockedUpload, notAccepted } from './upload-refusals.ts'

/** Office files made to carry macros, by the names file-type gives them. */
const macroKinds = ['docm', 'dotm', 'xlsm', 'xltm', 'pptm', 'potm', 'ppsm']
const programs = [
  'exe',
  'elf',
  'macho',
  'lnk',
  'class',
  'swf',
  'wasm',
  'jar',
  'apk',
  'xpi',
  'crx',
  'deb',
  'rpm',
  'alias',
]

/**
 * What an upload is, if a form that takes `groups` accepts it. Throws a Trouble: `upload_empty`, `upload_active`
 * (programs, scripts, macros, and pages or drawings where none are wanted), `upload_locked`, `upload_damaged`,
 * `upload_refused` naming what it is and what would be taken,
 * `too_large`.
 */
export async function tellUpload(
  bytes: Uint8Array,
  groups: readonly UploadGroup[],
  limits: Limits,
): Promise<UploadKindId> {
  if (bytes.length === 0) throw emptyUpload()
  if (bytes.length > limits.fileBytes) throw tooLarge(limits.fileBytes)
  const kind = await kindOf(bytes, groups, limits)
  if (!groups.includes(uploadKinds[kind].group)) {
    throw uploadKinds[kind].group === 'page'
      ? activeContent({ zh: '网页', en: 'a web page' }, groups)
      : notAccepted(uploadKinds[kind].endings[0], groups)
  }
  return kind
}

async function kindOf(bytes: Uint8Array, groups: readonly UploadGroup[], limits: Limits): Promise<UploadKindId> {
  const told = (await fileTypeFromBuffer(bytes))?.ext
  // Two letters are too few to tell a bitmap from a text; its reserved zero bytes decide.
  const found = told === 'bmp' && bytes.subarray(6, 10).some(byte => byte !== 0) ? undefined : told
  if (found !== undefined && programs.includes(found)) throw activeContent({ zh: '程序', en: 'a program' }, groups)
  if (found !== undefined && macroKinds.includes(found)) throw macros(groups)
  try {
    if (isOle(bytes)) return oleKind(new OleFile(bytes), groups)
    if (isZip(bytes)) return zipKind(new Zip(bytes, limits), groups)
    if (found !== undefined && isUploadKind(found)) return found
    // What else has a mark may still be text: one in UTF-16 begins like an old sound file.
    return textKind(bytes, groups, limits)
  } catch (error) {
    throw error instanceof DocumentError ? refusalOf(error, found ?? null, groups) : error
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

function oleKind(ole: OleFile, groups: readonly UploadGroup[]): UploadKindId {
  if (ole.has('EncryptedPackage')) throw lockedUpload()
  if (ole.has('_VBA_PROJECT')) throw macros(groups)
  if (ole.has('WordDocument')) return 'doc'
  if (ole.has('Workbook') || ole.has('Book')) return 'xls'
  if (ole.has('PowerPoint Document')) return 'ppt'
  throw notAccepted('cfb', groups)
}

/** The main part that tells one zipped document from another. */
const mainParts: readonly (readonly [part: string, kind: UploadKindId])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
]
const openDocuments: Readonly<Record<string, UploadKindId>> = {
  [uploadKinds.odt.mime]: 'odt',
  [uploadKinds.ods.mime]: 'ods',
}

function zipKind(zip: Zip, groups: readonly UploadGroup[]): UploadKindId {
  const names = zip.entries.map(entry => entry.name)
  if (names.length === 0) throw emptyUpload()
  if (names.some(name => /(?:^|\/)vbaproject\.bin$/i.test(name))) throw macros(groups)
  if (names.includes('META-INF/MANIFEST.MF')) throw activeContent({ zh: '程序', en: 'a program' }, groups)
  if (names.some(name => name.toLowerCase() === 'ofd.xml')) return 'ofd'
  const office = mainParts.find(([part]) => names.includes(part))?.[1]
  if (office !== undefined) return office
  const mimetype = zip.find('mimetype')
  const openKind = mimetype && openDocuments[new TextDecoder().decode(zip.bytesOf(mimetype, 200)).trim()]
  return openKind ?? 'zip'
}

/** Text can be a page, a drawing or a script; what remains is text. */
function textKind(bytes: Uint8Array, groups: readonly UploadGroup[], limits: Limits): UploadKindId {
  const start = Buffer.from(bytes.subarray(0, 4096))
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart()
  if (/^#!|^<\?php/i.test(start)) throw activeContent({ zh: '脚本', en: 'a script' }, groups)
  if (/<svg[\s>]/i.test(start)) throw activeContent({ zh: '含脚本能力的图形（svg）', en: 'an svg drawing' }, groups)
  const kind = sniff(bytes, limits)
  // A page with a PDF's mark in it would be a page to some programs and a PDF to others.
  if (kind === 'pdf' && start.slice(0, start.indexOf('%PDF-')).includes('<')) throw notAccepted('html+pdf', groups)
  return kind
}

function macros(groups: readonly UploadGroup[]): Trouble {
  return activeContent({ zh: '带宏的文件', en: 'a file with macros' }, groups)
}

function refusalOf(error: DocumentError, found: string | null, groups: readonly UploadGroup[]): Trouble {
  switch (error.code) {
    case 'empty':
      return emptyUpload()
    case 'encrypted':
      return lockedUpload()
    case 'damaged':
      return damagedUpload()
    default:
      return notAccepted(found, groups)
  }
}
