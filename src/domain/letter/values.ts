/** The text of an element in one letter, and of the slots that are no elements. */
import { type ArticleId, articles } from '../../law/articles.ts'
import { type Deadline, type DeadlineId, deadlines } from '../../law/deadlines.ts'
import { type DocumentId, documents } from '../../law/documents.ts'
import { type ElementId, type LetterId, letterElements, letters } from '../../law/letters.ts'
import type { Words } from '../../law/words.ts'
import { cite, citeAll, citeDocument } from '../citation.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { Lang } from '../kernel/lang.ts'
import type { LetterFacts } from './facts.ts'
import { articlesOf, decisionOf } from './kinds.ts'
import { lengthText, told } from './phrases.ts'
import { reviewOrganOf } from './review-organ.ts'
import { slots } from './slots.ts'

/** One letter in the making. */
export interface Making {
  readonly id: LetterId
  readonly facts: LetterFacts
  readonly date: LocalDate
  readonly lang: Lang
}

/** The element as printed; null where it is not known. Lists and rolls have no text here. */
export function elementText(element: ElementId, making: Making): string | null {
  const text = raw(element, making)
  if (text === null || text === undefined) return null
  // The agency's own words may run over several paragraphs and keep their full stops.
  const printed = element === 'explanation' ? String(text).trim() : told(String(text))
  return printed === '' ? null : quoteInside(element, printed)
}

function raw(element: ElementId, { id, facts, date, lang }: Making) {
  if (element === 'review_organ') return reviewOrganOf(facts.agency, date)
  if (element === 'closing') return decisionOf(id, facts)?.label[lang]
  return slots[element].text(facts, lang)
}

/** What is asked for stands in quotation marks: those within it become single ones. */
function quoteInside(element: ElementId, text: string): string {
  return element === 'summary' ? text.replaceAll('“', '‘').replaceAll('”', '’') : text
}

function termText(id: DeadlineId, lang: Lang): string {
  const { length, unit }: Deadline = deadlines[id]
  return lengthText(length, unit, lang)
}

export function isElement(name: string): name is ElementId {
  return Object.hasOwn(letterElements, name)
}

/** 本答复书: what the document calls itself. */
export function thisDocument(id: LetterId): string {
  return `本${letters[id].title.zh.slice(-3)}`
}

/** Slots the law fills alone: `@条例33`, `@条例`, `term.answer`. Null for others. */
export function lawSlot(name: string, lang: Lang): string | null {
  if (name.startsWith('term.')) return termText(name.slice('term.'.length) as DeadlineId, lang)
  if (!name.startsWith('@')) return null
  const id = name.slice(1)
  if (Object.hasOwn(articles, id)) return cite(id as ArticleId, lang)
  return Object.hasOwn(documents, id) ? citeDocument(id as DocumentId, lang) : null
}

/** Slots that follow from the case but are no elements: `you`, `this`, `basis`. */
export function caseSlot(name: string, { id, facts, lang }: Making): string | null {
  if (name === 'you')
    return { person: '你', organisation: '你单位', unknown: '贵方' }[facts.addressee?.kind ?? 'organisation']
  if (name === 'this') return thisDocument(id)
  return name === 'basis' ? citeAll(articlesOf(id, facts), lang) : null
}

export interface Filled {
  readonly text: string
  /** Elements the text needs that are not known. */
  readonly missing: readonly ElementId[]
}

/** The sentence with every slot filled. A slot nobody knows is a fault of the law's data and throws. */
export function fill(words: Words, making: Making): Filled {
  const missing: ElementId[] = []
  const text = words[making.lang].replace(/\{([^{}]+)\}/g, (_, name: string) => {
    if (!isElement(name)) {
      const known = lawSlot(name, making.lang) ?? caseSlot(name, making)
      if (known === null) throw new Error(`no slot ${name} in ${making.id}`)
      return known
    }
    const value = elementText(name, making)
    if (value === null) missing.push(name)
    return value ?? ''
  })
  return { text, missing }
}
