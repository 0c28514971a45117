/**
 * The door to redaction: bytes and what is to be taken out in, a file without it out. To be called in a process that
 * can be killed (src/platform/pool), as reading is; the original is never changed and stays with whoever keeps it.
 */

import { Trouble } from '../../trouble.ts'
import { DocumentError, damaged } from '../errors.ts'
import type { Redacted, RedactedType, RedactRequest } from './request.ts'

export type { Redacted, RedactedType, RedactRequest } from './request.ts'

/**
 * Redacts one document. Throws DocumentError (`damaged`, `encrypted`, `too_large`, …) as reading does, and a Trouble:
 * `not_redactable` where it could not be promised that nothing is left, `no_such_place` where a box or stretch is
 * nowhere in the document. Nothing else.
 */
export async function redact(bytes: Uint8Array, type: RedactedType, request: RedactRequest): Promise<Redacted> {
  try {
    return await redactAs(bytes, type, request)
  } catch (error) {
    // A broken file can make a decoder stumble anywhere; to whoever submitted it, all of that is one thing.
    throw error instanceof DocumentError || error instanceof Trouble ? error : damaged('内容', 'its content', error)
  }
}

async function redactAs(bytes: Uint8Array, type: RedactedType, request: RedactRequest): Promise<Redacted> {
  switch (type) {
    case 'pdf':
      return (await import('./pdf.ts')).redactPdf(bytes, request)
    case 'docx':
      return (await import('./docx.ts')).redactDocx(bytes, request)
    case 'xlsx':
      return (await import('./xlsx.ts')).redactXlsx(bytes, request)
    case 'jpeg':
    case 'png':
      return (await import('./picture.ts')).redactPicture(bytes, type, request)
  }
}
