/**
 * The door to inspection: what is in a file beside what it shows. To be called in a process that can be killed
 * (src/platform/pool), as reading is.
 */
import { checkSize } from '../charset.ts'
import { DocumentError, damaged } from '../errors.ts'
import { defaultLimits, type Limits } from '../limits.ts'
import { decodedPicture } from '../pictures/decode.ts'
import { Findings } from './collect.ts'
import type { Finding, InspectedType } from './finding.ts'

export { type Finding, type FindingKindId, findingKinds, type InspectedType } from './finding.ts'
export { readPieces } from './pieces.ts'

/** Throws DocumentError (`damaged`, `encrypted`, `too_large`, …) and nothing else. */
export async function inspect(
  bytes: Uint8Array,
  type: InspectedType,
  limits: Limits = defaultLimits,
): Promise<readonly Finding[]> {
  try {
    checkSize(bytes, limits)
    return await inspectAs(bytes, type, limits)
  } catch (error) {
    throw error instanceof DocumentError ? error : damaged('内容', 'its content', error)
  }
}

async function inspectAs(bytes: Uint8Array, type: InspectedType, limits: Limits): Promise<readonly Finding[]> {
  switch (type) {
    case 'pdf':
      return (await import('./pdf.ts')).inspectPdf(bytes, limits)
    case 'docx':
      return (await import('./docx.ts')).inspectDocx(bytes, limits)
    case 'xlsx':
      return (await import('./xlsx.ts')).inspectXlsx(bytes, limits)
    case 'jpeg':
    case 'png': {
      const findings = new Findings()
      await decodedPicture(bytes)
      ;(await import('./picture.ts')).inspectPicture(bytes, type, findings)
      findings.add('picture_only')
      return findings.list()
    }
  }
}
