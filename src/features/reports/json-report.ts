/** Reports that come as JSON instead of a document: contract gongkai.report/1, bare or as a line of `check`. */
import { parseReport } from '../../domain/report/codec.ts'
import { REPORT_SCHEMA, type Report } from '../../domain/report/report.ts'
import type { Trouble } from './trouble.ts'

export type JsonReport =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly trouble: Trouble }

/** The report in a file of JSON; null where the file is not such a file, a trouble where it is a broken one. */
export function reportInJson(bytes: Uint8Array): JsonReport | null {
  if (!looksLikeReport(bytes)) return null
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return { ok: false, trouble: brokenJson }
  }
  const parsed = parseReport(bare(value))
  if (parsed.ok) return { ok: true, report: parsed.value }
  return { ok: false, trouble: { code: 'damaged', says: parsed.refusal.says } }
}

/** An object, as far as its first letter tells, that names the contract. */
function looksLikeReport(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const first = bytes.subarray(start).find(b => b > 0x20)
  return first === 0x7b && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(REPORT_SCHEMA)
}

function bare(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'report' in value ? value.report : value
}

const brokenJson: Trouble = {
  code: 'damaged',
  says: {
    zh: '这是一份 JSON 格式的报告，但内容不完整或有语法错误。一个文件只能放一份报告；请重新导出。',
    en: 'This is a report in JSON, but incomplete or not well formed. A file holds one report only; export it again.',
  },
}
