/** Every case of the corpus: a quirk, an edition, a writer; and what became of its reading. */
import { readReport } from '../../src/domain/report/read/index.ts'
import { readPaper } from '../../src/platform/documents/index.ts'
import { type Difference, differences } from './compare.ts'
import { blur, type Draft, draftOf, idsOf, rowsOf } from './draft.ts'
import { type EditionId, makeFacts } from './facts.ts'
import { unproved } from './proof.ts'
import { quirks } from './quirks/index.ts'
import type { Quirk } from './quirks/quirk.ts'
import { chance, seedOf } from './random.ts'
import type { Row } from './shape.ts'
import type { Writer } from './writers/writer.ts'

export interface Case {
  readonly name: string
  readonly edition: EditionId
  readonly quirk: Quirk
  readonly writer: Writer
}

export interface Outcome {
  readonly case: Case
  readonly differences: readonly Difference[]
}

/** All quirks a writer can show, in every edition they happen in. */
export function casesOf(writer: Writer, known: readonly Quirk[] = quirks): Case[] {
  return known
    .filter(quirk => quirk.fits?.(writer) ?? true)
    .flatMap(quirk =>
      (quirk.editions ?? (['2019', '2021'] as const)).map(edition => ({
        name: `${edition}/${writer.name}/${quirk.name}`,
        edition,
        quirk,
        writer,
      })),
    )
}

/** The paper of a case, before it is written, with what must be read from it. */
export function draftFor({ edition, quirk, writer }: Case): Draft {
  const seed = seedOf(`${edition}/${quirk.name}`)
  const draft = draftOf(makeFacts(edition, quirk.profile ?? 'dense', seed))
  quirk.apply(draft, chance(seed), writer)
  const wide = (row: Row): boolean => row.cells.some(c => c.leaf === true && c.span > 1)
  if (writer.losesBlanks) blurGaps(draft, () => true)
  if (writer.losesSpans) blurGaps(draft, wide)
  if (writer.losesRows) blur(draft, draft.wants.keys())
  return draft
}

/** Where blanks cannot be counted, a row with one can no longer be told apart for certain. */
function blurGaps(draft: Draft, suffers: (row: Row) => boolean): void {
  const gap = (text: string): boolean => text.trim() === ''
  const gappy = rowsOf(draft).filter(row => suffers(row) && row.cells.some(c => c.id !== undefined && gap(c.text)))
  blur(draft, gappy.flatMap(idsOf))
}

/** Writes the case, reads it, and holds the reading against the truth. */
export async function outcomeOf(one: Case): Promise<Outcome> {
  const draft = draftFor(one)
  const bytes = await one.writer.write(draft.shape)
  try {
    const source = await readPaper(bytes)
    const result = readReport(source)
    const doubts = result.ok ? unproved(source, result.report) : []
    const made = doubts.map(
      (got): Difference => ({ kind: 'unproved', where: 'reading', got, want: 'text at its place' }),
    )
    return { case: one, differences: [...differences(draft, result), ...made] }
  } catch (error) {
    const got = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return { case: one, differences: [{ kind: 'crashed', where: 'reader', got, want: 'a paper' }] }
  }
}

/** A table that guides the work: one line a failing case, the worst first. */
export function summary(outcomes: readonly Outcome[]): string {
  const bad = outcomes.filter(o => o.differences.length > 0)
  const order: Difference['kind'][] = [
    'crashed',
    'wrong',
    'invented',
    'unproved',
    'refused',
    'missing',
    'about',
    'row',
    'kind',
  ]
  const worst = (o: Outcome): number => Math.min(...o.differences.map(d => order.indexOf(d.kind)))
  const lines = bad
    .sort((a, b) => worst(a) - worst(b) || a.case.name.localeCompare(b.case.name))
    .map(o => {
      const counts = order.flatMap(kind => {
        const n = o.differences.filter(d => d.kind === kind).length
        return n > 0 ? [`${kind} ${n}`] : []
      })
      const first = [...o.differences].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0]
      return `${o.case.name}: ${counts.join(', ')}; ${first?.where}: ${first?.got}, want ${first?.want}`
    })
  return `${bad.length} of ${outcomes.length} cases differ\n${lines.join('\n')}`
}
