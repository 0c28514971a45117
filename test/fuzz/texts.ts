/** Mutations of plain text whose truth is still known: what every number, where one is read, must be. */
import type { Chance } from '../corpus/random.ts'

export interface Mutated {
  readonly text: string
  /** What was done, for the message. */
  readonly done: string
  /** Figures that are no longer what they were: any reading of these is let pass. */
  readonly spoilt: readonly string[]
}

type Mutation = (lines: string[], random: Chance) => string[]

const at = (lines: readonly string[], random: Chance): number => random.int(0, Math.max(0, lines.length - 1))

const marks = [
  '— 5 —',
  '- 12 -',
  '第 3 页 共 8 页',
  '',
  '注：1.本表由办公室填写；2.数据截至12月31日。',
  '（此页无正文）',
]

/** A character of a label; units and signs of figures are left alone. */
const WORD = /(?![万亿元件项个次增减加少无])\p{Script=Han}/gu

/** Only whole lines come, go or change places: a row keeps its label and its figures together. */
const wholeLines: Readonly<Record<string, Mutation>> = {
  'drop a line': (lines, random) => lines.toSpliced(at(lines, random), 1),
  'drop ten lines': (lines, random) => lines.toSpliced(at(lines, random), 10),
  'repeat a line': (lines, random) => {
    const i = at(lines, random)
    return lines.toSpliced(i, 0, lines[i] ?? '')
  },
  'swap two lines': (lines, random) => {
    const [i, j] = [at(lines, random), at(lines, random)]
    return lines.with(i, lines[j] ?? '').with(j, lines[i] ?? '')
  },
  'swap neighbours': (lines, random) => {
    const i = random.int(0, Math.max(0, lines.length - 2))
    return lines.with(i, lines[i + 1] ?? '').with(i + 1, lines[i] ?? '')
  },
  'move a line': (lines, random) => {
    const i = at(lines, random)
    const moved = lines[i] ?? ''
    const rest = lines.toSpliced(i, 1)
    return rest.toSpliced(at(rest, random), 0, moved)
  },
  'insert a mark': (lines, random) => lines.toSpliced(at(lines, random), 0, random.pick(marks)),
  'cut the end': (lines, random) => lines.slice(0, random.int(5, lines.length)),
  'cut the beginning': (lines, random) => lines.slice(random.int(0, lines.length - 5)),
  'strip tabs at the end': lines => lines.map(line => line.replace(/\t+$/u, '')),
  'strip tabs at the start': (lines, random) => {
    const i = at(lines, random)
    return lines.with(i, (lines[i] ?? '').replace(/^\t+/u, ''))
  },
  'join two lines': (lines, random) => {
    const i = random.int(0, Math.max(0, lines.length - 2))
    // A page number joined to a row is one more figure of it: no reader could tell.
    if (/^\P{Script=Han}*\d/u.test(lines[i + 1] ?? '')) return lines
    return lines.toSpliced(i, 2, `${lines[i]}${random.pick([' ', '\t', '  '])}${lines[i + 1]}`)
  },
  'drop a Han character': (lines, random) => change(lines, random, WORD, () => ''),
  'repeat a Han character': (lines, random) => change(lines, random, WORD, char => char + char),
  'spread a label': (lines, random) => change(lines, random, /\p{Script=Han}{2,4}/gu, word => [...word].join(' ')),
}

/** One place that matches gives way to another text. */
function change(lines: string[], random: Chance, what: RegExp, to: (found: string) => string): string[] {
  const i = at(lines, random)
  const line = lines[i] ?? ''
  const found = [...line.matchAll(what)]
  if (found.length === 0) return lines
  const one = random.pick(found)
  return lines.with(i, line.slice(0, one.index) + to(one[0]) + line.slice(one.index + one[0].length))
}

/** Single figures are damaged; the others are what they were. */
const figures: Readonly<Record<string, (line: string, random: Chance) => { line: string; spoilt: string[] }>> = {
  'a letter in a figure': (line, random) => {
    const one = random.pick([...line.matchAll(/(?<=\t)\d+(?=\t|$)/gu)])
    const i = one.index + random.int(0, one[0].length - 1)
    return { line: line.slice(0, i) + random.pick([...'OolISBZxe件、']) + line.slice(i + 1), spoilt: [one[0]] }
  },
  'a tab lost between figures': (line, random) => {
    const one = random.pick([...line.matchAll(/(\d+)\t(\d+)/gu)])
    const joined = `${one[1]}${one[2]}`
    return {
      line: line.slice(0, one.index) + joined + line.slice(one.index + one[0].length),
      spoilt: [one[1] ?? '', one[2] ?? ''],
    }
  },
  'a figure blanked': (line, random) => {
    const one = random.pick([...line.matchAll(/(?<=\t)\d+(?=\t|$)/gu)])
    return { line: line.slice(0, one.index) + line.slice(one.index + one[0].length), spoilt: [one[0]] }
  },
}

/** Texts shorter than this are left alone. */
const FEWEST = 8

/** Between one and four whole-line mutations. */
export function mutateLines(text: string, random: Chance): Mutated {
  let lines = text.split('\n')
  const done: string[] = []
  for (let n = random.int(1, 4); n > 0; n--) {
    const name = random.pick(Object.keys(wholeLines))
    if (lines.length > FEWEST) lines = wholeLines[name]?.(lines, random) ?? lines
    done.push(name)
  }
  return { text: lines.join('\n'), done: done.join(', '), spoilt: [] }
}

/** One damaged figure in a row of tabs. */
export function mutateFigure(text: string, random: Chance): Mutated {
  const lines = text.split('\n')
  const rows = [...lines.keys()].filter(i => /\d+\t\d+\t\d+/u.test(lines[i] ?? ''))
  const i = random.pick(rows)
  const name = random.pick(Object.keys(figures))
  const mutated = figures[name]?.(lines[i] ?? '', random)
  if (!mutated) throw new Error(`no mutation ${name}`)
  return { text: lines.with(i, mutated.line).join('\n'), done: `${name} in line ${i + 1}`, spoilt: mutated.spoilt }
}
