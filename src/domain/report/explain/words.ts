/** The explanation in plain words: what does not add up, and which few figures would account for all of it. */
import type { Edition } from '../../../law/editions/form.ts'
import { entry } from '../../kernel/entry.ts'
import type { Lang, Said } from '../../kernel/lang.ts'
import { lineName } from '../check/balances.ts'
import { listed, shown } from '../check/finding.ts'
import { type Figures, figuresOf } from '../figures.ts'
import type { Report } from '../report.ts'
import { type Settled, settle } from '../settled.ts'
import { reasonOf } from './causes.ts'
import { type ChangeSet, type ExplainedPart, explainFigures } from './index.ts'
import { filled, namesOf } from './names.ts'

/** More failing sums than this are counted, not told one by one: the findings tell them. */
const TOLD_MOST = 4

const words = {
  balance: {
    zh: '「{line}」一列，第一项与第二项之和是 {left} 件，第三项办理总计与第四项之和却是 {right} 件，相差 {gap} 件。',
    en: 'Column “{line}”: the first two items make {left}, but the handled and carried-over make {right}; off by {gap}.',
  },
  results: {
    zh: '「{line}」一列，总计填的是 {left} 件，各项办理结果加起来却是 {right} 件，相差 {gap} 件。',
    en: 'Column “{line}”: the total says {left}, but the results add up to {right}; off by {gap}.',
  },
  row: {
    zh: '「{line}」一行，总计填的是 {left} 件，各栏加起来却是 {right} 件，相差 {gap} 件。',
    en: 'Row “{line}”: the total says {left}, but its columns add up to {right}; off by {gap}.',
  },
  many: { zh: '共有 {count} 处加不起来。', en: '{count} sums do not add up.' },
  one: {
    zh: '只要改正 {count} 个数，以上各处就全部平衡：{set}',
    en: 'Correcting {count} figure(s) settles all of it: {set}',
  },
  choices: {
    zh: '有 {choices} 种改法都能使以上各处全部平衡，每种要改 {count} 个数；请对照申请登记判断是哪一种：',
    en: '{choices} corrections of {count} figure(s) each would settle all of it; your register tells which is right:',
  },
  choice: { zh: '（{number}）{set}', en: '({number}) {set}' },
  none: {
    zh: '牵涉的数字较多，改动少数几格不能使全部关系成立；请按上面列出的行、列逐一对照申请登记。',
    en: 'Too many figures are involved for a few corrections to settle all; check the lines above against your register.',
  },
  change: { zh: '「{row}」的{columns}由{from}改为{to}', en: '“{row}”, {columns} from {from} to {to}' },
  blank: { zh: '空白', en: 'blank' },
  open: { zh: '其他数', en: 'another figure' },
} as const satisfies Record<string, Said>

/** Paragraphs in order; none where every sum of the report holds. */
export function explainInWords(report: Report, lang: Lang = 'zh', editions?: readonly Edition[]): string[] {
  const figures = figuresOf(report, editions)
  const settled = settle(figures)
  return explainFigures(figures, settled).parts.flatMap(part => [
    ...failures(figures, settled, part, lang),
    ...corrections(figures, part, lang),
  ])
}

function failures(figures: Figures, settled: Settled, part: ExplainedPart, lang: Lang): string[] {
  if (part.failing.length > TOLD_MOST) return [filled(words.many[lang], { count: part.failing.length })]
  return part.failing.map(place => {
    const identity = entry(figures.index.identities, place)
    const { left, right } = entry(settled.weighings, place)
    const sentence =
      identity.balance.left.length > 1 ? words.balance : identity.balance.per === 'column' ? words.results : words.row
    const line = lineName({ figures, lang }, identity)
    const gap = shown(Math.abs(left - right))
    return filled(sentence[lang], { line, left: shown(left), right: shown(right), gap })
  })
}

function corrections(figures: Figures, { sets }: ExplainedPart, lang: Lang): string[] {
  const [first, second] = sets
  if (!first) return [words.none[lang]]
  const count = first.changes.length
  if (!second) return [filled(words.one[lang], { count, set: setInWords(figures, first, lang) })]
  return [
    filled(words.choices[lang], { choices: sets.length, count }),
    ...sets.map((set, k) => filled(words.choice[lang], { number: k + 1, set: setInWords(figures, set, lang) })),
  ]
}

/** The reason, then the changes; cells of one row that change alike are told together. */
function setInWords(figures: Figures, set: ChangeSet, lang: Lang): string {
  const told = set.changes.map(({ place, from, to }) => {
    const { row, column } = namesOf(figures, place, lang)
    const change = { from: figure(from, words.blank, lang), to: figure(to, words.open, lang).trimEnd() }
    return { row, column: lang === 'zh' ? `「${column}」` : `“${column}”`, ...change }
  })
  const alike = (a: (typeof told)[number], b: (typeof told)[number]) =>
    a.row === b.row && a.from === b.from && a.to === b.to
  const changes = told
    .filter((change, k) => told.findIndex(other => alike(other, change)) === k)
    .map(change => {
      const columns = told.filter(other => alike(other, change)).map(({ column }) => column)
      return filled(words.change[lang], { ...change, columns: listed(columns, lang) })
    })
  const reason = reasonOf(figures, set, lang)
  return lang === 'zh' ? `${reason}${changes.join('；')}。` : `${reason}${changes.join('; ')}.`
}

function figure(value: number | null, otherwise: Said, lang: Lang): string {
  return value === null ? otherwise[lang] : lang === 'zh' ? ` ${shown(value)} ` : shown(value)
}
