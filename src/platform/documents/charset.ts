/** Which characters the bytes of a text stand for: marks first, then what is written down, then proof by decoding. */
import { isUtf8 } from 'node:buffer'
import { damaged, tooLarge } from './errors.ts'
import type { Limits } from './limits.ts'

/** Bytes looked at where a part is enough to decide. */
export const sampleBytes = 64 * 1024
const ASCII = 0x7f
/** What a decoder writes for bytes it cannot read. */
const unread = 0xfffd

interface Mark {
  readonly charset: string
  readonly length: number
}

function byteOrderMark(bytes: Uint8Array): Mark | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { charset: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe) return { charset: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { charset: 'utf-16be', length: 2 }
  return undefined
}

function decode(bytes: Uint8Array, charset: string): string {
  if (charset === 'utf-8') return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes)
}

/** Part of the characters beyond ASCII that the charset could not read: 0 all read, 1 none. */
function unreadShare(text: string): number {
  let beyond = 0
  let lost = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code <= ASCII) continue
    beyond++
    if (code === unread) lost++
  }
  return beyond === 0 ? 0 : lost / beyond
}

function isOrdinaryUnit(unit: number): boolean {
  return (
    unit === 9 ||
    unit === 10 ||
    unit === 13 ||
    (unit >= 0x20 && unit < ASCII) ||
    (unit >= 0x2010 && unit <= 0x2040) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0xff00 && unit <= 0xffef)
  )
}

/** UTF-16 without its mark shows in nearly all units being Han, ASCII or full-width signs in one byte order only. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const units = Math.min(bytes.length, 4096) >> 1
  if (units === 0) return undefined
  let little = 0
  let big = 0
  for (let i = 0; i < units; i++) {
    const first = bytes[i * 2] ?? 0
    const second = bytes[i * 2 + 1] ?? 0
    if (isOrdinaryUnit(first | (second << 8))) little++
    if (isOrdinaryUnit((first << 8) | second)) big++
  }
  if (Math.max(little, big) / units < 0.9) return undefined
  return little >= big ? 'utf-16le' : 'utf-16be'
}

/** The charset a page names for itself, where Node knows it. */
function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  const name = label.trim().toLowerCase()
  try {
    const encoding = new TextDecoder(name).encoding
    // The whole of GB18030 holds GBK and GB2312: pages that say gb2312 use its characters too.
    if (encoding === 'gbk' || name === 'gb2312') return 'gb18030'
    // A declaration that could be read as ASCII cannot truly be UTF-16.
    return encoding.startsWith('utf-16') ? undefined : encoding
  } catch {
    return undefined
  }
}

function guess(bytes: Uint8Array, declared: string | undefined): string | undefined {
  const holdsNul = bytes.subarray(0, sampleBytes).includes(0)
  if (holdsNul) {
    const utf16 = unmarkedUtf16(bytes)
    if (utf16 !== undefined) return utf16
  }
  if (isUtf8(bytes)) return 'utf-8'
  const named = known(declared)
  const sample = bytes.subarray(0, sampleBytes)
  // A few broken bytes in UTF-8 decode as other Han characters in GB18030, so UTF-8 is asked first.
  if (unreadShare(decode(sample, 'utf-8')) < 0.02) return 'utf-8'
  if (named !== undefined && named !== 'utf-8' && unreadShare(decode(sample, named)) < 0.05) return named
  if (unreadShare(decode(sample, 'gb18030')) < 0.05) return 'gb18030'
  return holdsNul ? undefined : unmarkedUtf16(bytes)
}

/**
 * Finds the charset of a text and decodes it, without its byte order mark. `declared` is what the text says of itself;
 * it yields to proof. Returns undefined where the bytes are no text in any charset known here.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string | undefined {
  const mark = byteOrderMark(bytes)
  if (mark !== undefined) return decode(bytes.subarray(mark.length), mark.charset)
  const charset = guess(bytes, declared)
  return charset === undefined ? undefined : decode(bytes, charset)
}

function isNoise(code: number): boolean {
  if (code >= 0x20) return code === ASCII || code === unread
  return code < 7 || (code > 13 && code !== 0x1a && code !== 0x1b)
}

/** Part of the characters that no text holds: control characters and unreadable bytes. */
export function noiseShare(text: string): number {
  let noise = 0
  for (let i = 0; i < text.length; i++) if (isNoise(text.charCodeAt(i))) noise++
  return text.length === 0 ? 0 : noise / text.length
}

/** Throws `too_large` before any work is done on a file beyond the limit. */
export function checkSize(bytes: Uint8Array, limits: Limits): void {
  if (bytes.length <= limits.fileBytes) return
  const megabytes = Math.floor(limits.fileBytes / 1024 / 1024)
  throw tooLarge(`文件超过 ${megabytes} MB`, `the file is over ${megabytes} MB`)
}

/** Decodes a text that must be one; throws `damaged`. */
export function requireText(bytes: Uint8Array, declared?: string): string {
  const text = decodeText(bytes, declared)
  if (text === undefined) throw damaged('文字编码', 'the encoding of its text')
  return text
}
