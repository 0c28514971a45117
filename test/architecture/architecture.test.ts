/** The house as it stands: every rule over the real sources. That each rule can fail is shown in rules.test.ts. */
import { describe, expect, test } from 'vitest'
import { editions } from '../../src/law/editions/index.ts'
import { arrowsOf } from './graph.ts'
import * as rules from './rules.ts'
import { readSources } from './source.ts'

const src = readSources('src', /(?<!\.test)\.(?:tsx?|css)$/)
const tests = [...readSources('test', /\.tsx?$/), ...readSources('src', /\.test\.tsx?$/)]
const arrows = arrowsOf(src)
const paths = [...src.map(({ path }) => path), 'package.json']

/** Running text on remedies is told by the same words that head table 四; the made-up reports are running text. */
const labelsInRunningText: Readonly<Record<string, readonly string[]>> = {
  'src/domain/report/check/prose/claims.ts': ['行政复议', '行政诉讼'],
  'src/domain/report/check/prose/index.ts': ['行政复议', '行政诉讼'],
  'src/features/reports/samples.ts': ['结转下年度继续办理', '其他需要报告的事项', '结果维持'],
}

/** The fitting of rows shares its small types and `slotOf` through the file that calls all ways to fit. */
const ringsKnown: string[] = []

describe('the graph of imports', () => {
  test('is read from the sources: a few arrows everyone knows of are in it', () => {
    expect(arrows.length).toBeGreaterThan(600)
    expect(arrows).toContainEqual({
      from: 'src/law/editions/index.ts',
      to: 'src/law/editions/edition-2021.ts',
      type: false,
    })
    expect(arrows).toContainEqual({ from: 'src/law/editions/form.ts', to: 'src/law/lines.ts', type: true })
    expect(arrows).toContainEqual({
      from: 'src/features/reports/work.ts',
      to: 'src/features/reports/render.ts',
      type: false,
    })
    expect(rules.danglingArrows(arrows, paths)).toEqual([])
  })

  test('knows the layer of every file', () => {
    expect(rules.homeless(src.map(({ path }) => path))).toEqual([])
  })

  test('points one way: law <- domain <- features <- main, platform and ui beside, slices apart', () => {
    expect(rules.wrongArrows(arrows)).toEqual([])
  })

  test('has no ring', () => {
    const rings = rules.cycles(arrows)
    expect(rings.filter(ring => !ringsKnown.some(file => ring.startsWith(file)))).toEqual([])
    expect(ringsKnown.filter(file => !rings.some(ring => ring.startsWith(file)))).toEqual([])
  })

  test('brings nothing of the server into the browser', () => {
    expect(rules.serverInBrowser(arrows)).toEqual([])
  })
})

describe('law and domain', () => {
  test('import neither packages nor node', () => {
    expect(rules.outsideNames(arrows)).toEqual([])
  })

  test('ask for no time, no chance and nothing of the world around', () => {
    expect(rules.impure(src)).toEqual([])
  })
})

describe('every file', () => {
  test('can be read whole', () => {
    expect(rules.tooLong(src)).toEqual([])
  })

  test('half of them are short', () => {
    const lengths = src.map(({ text }) => text.trimEnd().split('\n').length).sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80)
  })

  test('leaves the isolation of strangers’ texts to the component that does it', () => {
    expect(rules.isolatedByHand(src)).toEqual([])
  })

  test('makes no excuses', () => {
    expect(rules.excuses(src)).toEqual([])
  })

  test('leaves the labels of the statutory form to the law', () => {
    const found = rules.secondLabels(src, rules.labelsOf(editions))
    const justified = Object.entries(labelsInRunningText).flatMap(([path, labels]) => labels.map(l => `${path}: ${l}`))
    expect([...new Set(found)].filter(line => !justified.includes(line))).toEqual([])
    expect(justified.filter(line => !found.includes(line))).toEqual([])
  })
})

describe('the tests', () => {
  test('all run', () => {
    expect(rules.sleepingTests(tests)).toEqual([])
  })

  test('make no excuses but the proofs that the compiler refuses', () => {
    expect(rules.excuses(tests)).toEqual([])
  })
})
