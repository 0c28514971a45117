/** Papers to be damaged: a made-up year with one quirk of each sort, drawn by chance. */
import { type Draft, draftOf } from '../corpus/draft.ts'
import { makeFacts } from '../corpus/facts.ts'
import { labelQuirks } from '../corpus/quirks/labels.ts'
import type { Quirk } from '../corpus/quirks/quirk.ts'
import { rowQuirks } from '../corpus/quirks/rows.ts'
import { tableQuirks } from '../corpus/quirks/tables.ts'
import { textQuirks } from '../corpus/quirks/texts.ts'
import { valueQuirks } from '../corpus/quirks/values.ts'
import type { Chance } from '../corpus/random.ts'
import type { Writer } from '../corpus/writers/writer.ts'

export interface Drawn {
  readonly draft: Draft
  readonly quirks: readonly string[]
}

/** A paper with up to one quirk of each sort, none that hides where a figure belongs. */
export function drawPaper(random: Chance, writer: Writer, likely: number): Drawn {
  const edition = random.pick(['2019', '2021'] as const)
  const draft = draftOf(makeFacts(edition, random.pick(['dense', 'dense', 'sparse', 'large']), random.int(0, 1e9)))
  const used: string[] = []
  // Labels last: what happens to the tables and their figures is told by labels still unchanged.
  for (const sort of [tableQuirks, rowQuirks, valueQuirks, labelQuirks, textQuirks]) {
    if (!random.yes(likely)) continue
    const fitting = sort.filter(q => (q.editions?.includes(edition) ?? true) && (q.fits?.(writer) ?? true) && !unfit(q))
    const quirk = random.pick(fitting)
    quirk.apply(draft, random, writer)
    used.push(quirk.name)
  }
  return { draft, quirks: used }
}

const parting = /wrapped|broken-lines|character-a-line|break-inside-label/u

/** Quirks that part a label from its figures or leave nothing to hold a reading against once a paper is damaged further. */
function unfit(quirk: Quirk): boolean {
  return (
    ['scrambled', 'side-by-side', 'form-of-before', 'labels-missing'].includes(quirk.name) || parting.test(quirk.name)
  )
}
