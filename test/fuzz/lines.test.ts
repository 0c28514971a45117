import { expect, it } from 'vitest'
import { readReport } from '../../src/domain/report/read/index.ts'
import { readPaper } from '../../src/platform/documents/index.ts'
import { unproved } from '../corpus/proof.ts'
import { chance } from '../corpus/random.ts'
import { txtWriters } from '../corpus/writers/txt.ts'
import { utf8 } from '../corpus/writers/writer.ts'
import { drawPaper } from './papers.ts'
import { mutateFigure, mutateLines } from './texts.ts'
import { wrongNumbers } from './wrong.ts'

/** Writers that keep a row's label and figures on one line. */
const rowWriters = txtWriters.filter(w => /^txt-(tabs|tabs-lost|tabs-down|pipes|single|spaced)$/u.test(w.name))
const tabWriters = rowWriters.filter(w => w.name.startsWith('txt-tabs'))
const SLOWEST_MS = 2000

it('lines lost, doubled or moved in 1,800 texts never put a number where it does not belong', async () => {
  const wrong: string[] = []
  for (let seed = 1; seed <= 1800; seed++) {
    const random = chance(seed)
    const writer = random.pick(rowWriters)
    const { draft, quirks } = drawPaper(random, writer, 0.25)
    const { text, done } = mutateLines(new TextDecoder().decode(await writer.write(draft.shape)), random)
    wrong.push(...(await judge(text, draft, [], `seed ${seed} ${writer.name} [${quirks}] ${done}`)))
  }
  expect(wrong.join('\n')).toBe('')
}, 60_000)

it('a figure spoilt in 900 texts takes no other figure with it', async () => {
  const wrong: string[] = []
  for (let seed = 1; seed <= 900; seed++) {
    const random = chance(seed + 50_000)
    const writer = random.pick(tabWriters)
    const { draft } = drawPaper(random, writer, 0)
    const { text, done, spoilt } = mutateFigure(new TextDecoder().decode(await writer.write(draft.shape)), random)
    wrong.push(...(await judge(text, draft, spoilt, `seed ${seed} ${writer.name} ${done}`)))
  }
  expect(wrong.join('\n')).toBe('')
}, 60_000)

async function judge(
  text: string,
  draft: ReturnType<typeof drawPaper>['draft'],
  spoilt: readonly string[],
  name: string,
): Promise<string[]> {
  if (text.trim() === '') return []
  const began = performance.now()
  const paper = await readPaper(utf8(text))
  const result = readReport(paper)
  const took = performance.now() - began
  const slow = took > SLOWEST_MS ? [`took ${took} ms`] : []
  if (!result.ok) return slow.map(s => `${name}: ${s}`)
  const found = [...slow, ...unproved(paper, result.report), ...wrongNumbers(draft, result.report, spoilt)]
  return found.slice(0, 3).map(s => `${name}: ${s}`)
}
