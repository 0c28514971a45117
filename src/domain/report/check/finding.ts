/** How a rule speaks: its sentence of the catalogue, filled with places and figures, as a `Finding`. */
import type { Label, TableId, TextSectionId } from '../../../law/editions/form.ts'
import type { Lang, Said } from '../../kernel/lang.ts'
import type { Figures } from '../figures.ts'
import type { Finding, Report, RuleId } from '../report.ts'
import type { Settled } from '../settled.ts'
import { type Rule, rules } from './catalogue.ts'

/** What every rule of one report is given. */
export interface Reading {
  readonly report: Report
  readonly figures: Figures
  readonly settled: Settled
  readonly lang: Lang
}

export type SentenceOf<R extends RuleId> = keyof (typeof rules)[R]['sentences'] & string

/** Where a finding belongs and the figures it compares. */
export interface Where {
  readonly table?: TableId
  readonly row?: string
  readonly column?: string
  readonly left?: number
  readonly right?: number
  readonly basis?: string
  readonly cells: readonly string[]
}

/** Makes the finding of a rule; `words` fill the sentence's `{names}`. */
export function say<R extends RuleId>(
  lang: Lang,
  rule: R,
  sentence: SentenceOf<R>,
  words: Readonly<Record<string, string | number>>,
  where: Where,
): Finding {
  const { severity, basis }: Rule = rules[rule]
  const sentences = rules[rule].sentences as Readonly<Record<SentenceOf<R>, Said>>
  const says = sentences[sentence][lang].replace(/\{(\w+)\}/g, (_, name: string) => String(words[name]))
  return { rule, severity, says, ...(basis === null ? {} : { basis }), ...where }
}

/** A label in the language asked for, without the long remark some labels carry in brackets at their end. */
export function labelOf(label: Label, lang: Lang): string {
  return label[lang].replace(/(.)（[^（）]{8,}）$/, '$1')
}

/** The name of a statutory table: that of the part it is printed in. */
export function tableName({ figures, lang }: Pick<Reading, 'figures' | 'lang'>, table: TableId): string {
  const label = sectionName({ figures, lang }, table)
  return lang === 'zh' ? `「${label}」的表格` : `the table of “${label}”`
}

/** The heading of a numbered part. */
export function sectionName({ figures, lang }: Pick<Reading, 'figures' | 'lang'>, id: TextSectionId | TableId): string {
  return figures.index.edition.sections.find(section => section.id === id)?.label[lang] ?? id
}

/** A figure as people write it: no noise of binary fractions. */
export function shown(value: number): string {
  return String(Math.round(value * 1e6) / 1e6)
}

/** Names in a row of text, as the language lists them. */
export function listed(names: readonly string[], lang: Lang): string {
  return names.join(lang === 'zh' ? '、' : ', ')
}
