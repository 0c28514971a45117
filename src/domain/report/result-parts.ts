/** The parts of table 三 its results stand in, as whoever looks over many agencies reads them (D§3.6). */
import { type ResultLine, requestLines } from '../../law/lines.ts'

/** Granted in part counts as granted. */
export const resultParts = ['granted', 'denied', 'unavailable', 'notProcessed', 'other'] as const
export type ResultPart = (typeof resultParts)[number]

const starts: Readonly<Record<ResultPart, readonly string[]>> = {
  granted: ['granted', 'partial'],
  denied: ['denied'],
  unavailable: ['unavailable'],
  notProcessed: ['not_processed'],
  other: ['other'],
}

/** The lines of a part, in the order of the form. */
export function linesOfPart(part: ResultPart): readonly ResultLine[] {
  return requestLines.filter((line): line is ResultLine => starts[part].includes(line.split('.')[0] ?? ''))
}

/** The one part a line of results stands in. */
export function partOfLine(line: ResultLine): ResultPart {
  const part = resultParts.find(known => linesOfPart(known).includes(line))
  if (part === undefined) throw new Error(`a line of no part: ${line}`)
  return part
}
