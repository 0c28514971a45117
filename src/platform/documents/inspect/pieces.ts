import { DocumentError, damaged } from '../errors.ts'
import { defaultLimits, type Limits } from '../limits.ts'
import type { InspectedType } from './finding.ts'
import type { TextPiece } from './piece.ts'

/**
 * The text of a document in pieces with their places; none for pictures. What a scan finds in a piece is a hit of
 * redact() by the piece's `id`. Throws DocumentError and nothing else.
 */
export async function readPieces(
  bytes: Uint8Array,
  type: InspectedType,
  limits: Limits = defaultLimits,
): Promise<readonly TextPiece[]> {
  try {
    return await piecesAs(bytes, type, limits)
  } catch (error) {
    throw error instanceof DocumentError ? error : damaged('内容', 'its content', error)
  }
}

async function piecesAs(bytes: Uint8Array, type: InspectedType, limits: Limits): Promise<readonly TextPiece[]> {
  switch (type) {
    case 'pdf':
      return (await import('./pdf-pieces.ts')).pdfPieces(bytes, limits)
    case 'docx':
      return (await import('./docx-pieces.ts')).docxPieces(bytes, limits)
    case 'xlsx':
      return (await import('./xlsx-pieces.ts')).xlsxPieces(bytes, limits)
    case 'jpeg':
    case 'png':
      return []
  }
}
