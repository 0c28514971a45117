/** What every quirk is: something papers do, and what it does to a reading. */
import type { Draft } from '../draft.ts'
import type { EditionId, Profile } from '../facts.ts'
import type { Chance } from '../random.ts'
import type { Writer } from '../writers/writer.ts'

export interface Quirk {
  readonly name: string
  readonly editions?: readonly EditionId[]
  readonly profile?: Profile
  /** Changes the draft: its shape, and what is wanted of a reading. */
  readonly apply: (draft: Draft, random: Chance, writer: Writer) => void
  /** Only where the writer can show it. */
  readonly fits?: (writer: Writer) => boolean
}

/** Formats that know their cells. */
export const hasCells = (writer: Writer): boolean =>
  ['html', 'docx', 'xlsx'].includes(writer.format) || writer.name === 'pdf-ruled' || writer.name === 'txt-pipes'
