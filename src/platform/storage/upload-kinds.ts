/** The kinds of files people may hand in, and how each is given back. */
import { attachment } from '../http/attachment.ts'

/** What an upload may be, in the words a form chooses by. */
export type UploadGroup = 'document' | 'picture' | 'archive' | 'page'

export interface UploadKind {
  readonly group: UploadGroup
  /** Sent as Content-Type; pages go out as plain bytes, so that no browser runs them. */
  readonly mime: string
  /** Endings a name of this kind may have, the usual one first. */
  readonly endings: readonly [string, ...string[]]
  /** Whether a browser shows it by itself, without running anything in it. */
  readonly inline: boolean
}

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'
const document = (mime: string, ...endings: [string, ...string[]]) =>
  ({ group: 'document', mime, endings, inline: false }) as const
const picture = (mime: string, inline: boolean, ...endings: [string, ...string[]]) =>
  ({ group: 'picture', mime, endings, inline }) as const

/** Every kind that can be accepted, by the name it is stored under. */
export const uploadKinds = {
  pdf: { ...document('application/pdf', 'pdf'), inline: true },
  ofd: document('application/ofd', 'ofd'),
  doc: document('application/msword', 'doc', 'wps'),
  docx: document(`${office}.wordprocessingml.document`, 'docx'),
  xls: document('application/vnd.ms-excel', 'xls', 'et'),
  xlsx: document(`${office}.spreadsheetml.sheet`, 'xlsx'),
  ppt: document('application/vnd.ms-powerpoint', 'ppt', 'dps'),
  pptx: document(`${office}.presentationml.presentation`, 'pptx'),
  odt: document(`${open}.text`, 'odt'),
  ods: document(`${open}.spreadsheet`, 'ods'),
  txt: document('text/plain; charset=utf-8', 'txt', 'csv', 'md'),
  jpg: picture('image/jpeg', true, 'jpg', 'jpeg'),
  png: picture('image/png', true, 'png'),
  gif: picture('image/gif', true, 'gif'),
  webp: picture('image/webp', true, 'webp'),
  bmp: picture('image/bmp', true, 'bmp'),
  tif: picture('image/tiff', false, 'tif', 'tiff'),
  heic: picture('image/heic', false, 'heic', 'heif'),
  zip: { group: 'archive', mime: 'application/zip', endings: ['zip'], inline: false },
  html: { group: 'page', mime: 'application/octet-stream', endings: ['html', 'htm'], inline: false },
} as const satisfies Readonly<Record<string, UploadKind>>

export type UploadKindId = keyof typeof uploadKinds

/** Whether a word from outside names a kind. */
export function isUploadKind(id: string): id is UploadKindId {
  return Object.hasOwn(uploadKinds, id)
}

/** A name with an ending that tells the truth: `照片.jpg` that is a docx becomes `照片.jpg.docx`. */
export function truthfulName(id: UploadKindId, name: string): string {
  const endings: readonly string[] = uploadKinds[id].endings
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return name.includes('.') && endings.includes(ending) ? name : `${name}.${endings[0]}`
}

/**
 * The headers a stored file goes out with. `show` asks for showing it in the browser, which only kinds without
 * anything to run get; all others are downloads. Never guessed at by browsers.
 */
export function servingHeaders(id: UploadKindId, name: string, show: boolean): Readonly<Record<string, string>> {
  const kind: UploadKind = uploadKinds[id]
  const download = attachment(truthfulName(id, name))
  return {
    'Content-Type': kind.mime,
    'Content-Disposition': show && kind.inline ? download.replace(/^attachment/, 'inline') : download,
    'X-Content-Type-Options': 'nosniff',
  }
}
