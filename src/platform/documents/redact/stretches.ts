/** Hits and texts of a request, brought onto the pieces of the document. */
import type { TextPiece } from '../inspect/piece.ts'
import { noSuchPlace } from './refusals.ts'
import { blackSquares, type RedactRequest } from './request.ts'

export interface Stretch {
  readonly piece: TextPiece
  readonly start: number
  readonly end: number
  readonly replacement: string
}

/** Throws `no_such_place` where a hit names a piece or a stretch that is not there. */
export function stretchesOf(pieces: readonly TextPiece[], { hits = [], texts = [] }: RedactRequest): Stretch[] {
  const byId = new Map(pieces.map(piece => [piece.id, piece]))
  const fromHits = hits.map(({ piece: id, start, end, replacement = blackSquares }): Stretch => {
    const piece = byId.get(id)
    const fits = piece !== undefined && start >= 0 && start < end && end <= piece.text.length
    if (!fits) throw noSuchPlace(`${id} ${start}-${end}`)
    return { piece, start, end, replacement }
  })
  const fromTexts = texts.flatMap(({ find, replacement = blackSquares }) => {
    const pattern = looseText(find)
    if (pattern === undefined) return []
    return pieces.flatMap(piece =>
      [...piece.text.matchAll(pattern)].map(({ 0: found, index }): Stretch => {
        return { piece, start: index, end: index + found.length, replacement }
      }),
    )
  })
  return [...fromHits, ...fromTexts]
}

/** The text with any blanks between its signs: lines and words part it differently in every format. */
export function looseText(find: string): RegExp | undefined {
  const signs = Array.from(find.replace(/\s/g, ''))
  if (signs.length === 0) return undefined
  return new RegExp(signs.map(sign => sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s*'), 'g')
}
