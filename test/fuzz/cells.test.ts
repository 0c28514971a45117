import { expect, it } from 'vitest'
import { readReport } from '../../src/domain/report/read/index.ts'
import type { Paper } from '../../src/paper/paper.ts'
import { readPaper } from '../../src/platform/documents/index.ts'
import type { Draft } from '../corpus/draft.ts'
import { bareGridPaper, gridPaper } from '../corpus/papers.ts'
import { unproved } from '../corpus/proof.ts'
import { type Chance, chance } from '../corpus/random.ts'
import { docxWriters } from '../corpus/writers/docx.ts'
import { htmlWriters } from '../corpus/writers/html.ts'
import type { Writer } from '../corpus/writers/writer.ts'
import { xlsxWriters } from '../corpus/writers/xlsx.ts'
import { drawPaper } from './papers.ts'
import { mutateShape } from './shapes.ts'
import { wrongNumbers } from './wrong.ts'

const writers = [...htmlWriters, ...docxWriters, ...xlsxWriters]

/** Draws, damages and reads one paper for each seed; says what is wrong. */
async function run(
  seeds: number,
  first: number,
  paper: (draft: Draft, writer: Writer, random: Chance) => Paper | Promise<Paper>,
): Promise<string> {
  const wrong: string[] = []
  for (let seed = first; seed < first + seeds; seed++) {
    const random = chance(seed)
    const writer = random.pick(writers)
    const { draft, quirks } = drawPaper(random, writer, 0.25)
    const done = mutateShape(draft, random)
    const source = await paper(draft, writer, random)
    const result = readReport(source)
    if (!result.ok) continue
    const found = [...unproved(source, result.report), ...wrongNumbers(draft, result.report)]
    wrong.push(...found.slice(0, 3).map(s => `seed ${seed} ${writer.name} [${quirks}] ${done}: ${s}`))
  }
  return wrong.join('\n')
}

it('rows and cells lost, doubled or moved in 900 tables never put a number where it does not belong', async () => {
  const direct = (draft: Draft, _: Writer, random: Chance): Paper =>
    random.yes(0.5) ? gridPaper(draft.shape) : bareGridPaper(draft.shape)
  expect(await run(900, 200_000, direct)).toBe('')
}, 60_000)

it('the same in 700 web pages, Word files and workbooks', async () => {
  expect(await run(700, 300_000, async (draft, writer) => readPaper(await writer.write(draft.shape)))).toBe('')
}, 60_000)
