/** Makes a letter: every part the law wants in it, or one refusal for each element that is missing. */
import { type ElementId, type LetterId, type LetterPart, letters } from '../../law/letters.ts'
import type { SettingId } from '../agency/settings.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { Lang } from '../kernel/lang.ts'
import { type Checked, checked } from './checked.ts'
import type { ApplicantFacts, LetterAgency, LetterFacts } from './facts.ts'
import { decisionOf, decisionsOf, isWrittenTo } from './kinds.ts'
import type { Letter, LetterBlock } from './letter.ts'
import { incompleteItem, missingElement } from './refusals.ts'
import { remedyOf } from './remedy.ts'
import { reviewBodiesOf } from './review-organ.ts'
import { brokenRules } from './rules.ts'
import { lists } from './slots.ts'
import { formTable, rollTable } from './tables.ts'
import { caseSlot, elementText, fill, isElement, type Making } from './values.ts'

export interface LetterOptions {
  /** The day printed under the name (成文日期); it also chooses the remedy clause. */
  readonly date: LocalDate
  /** zh is the letter; en a copy to be read beside it. */
  readonly lang?: Lang
}

interface Made {
  readonly blocks: readonly LetterBlock[]
  readonly missing: readonly ElementId[]
}

/**
 * The letter of that kind from these facts. Refuses with `missing_element` for each mandatory element not known (`at`
 * its place in the facts), `incomplete_item` for an item of a list that says too little, and the codes of `rules.ts`
 * where facts contradict the law.
 */
export function composeLetter(id: LetterId, facts: LetterFacts, { date, lang = 'zh' }: LetterOptions): Checked<Letter> {
  const making: Making = { id, facts, date, lang }
  const { letter, missing } = draw(making)
  const refusals = [
    ...[...new Set(missing)].map(element => missingElement(id, element, unsetFor(element, making))),
    ...incompleteItems(making),
    ...brokenRules(making),
  ]
  return checked(letter, refusals)
}

/** Forms that people outside fill in, or that are kept in stock. */
export type BlankForm = 'D01' | 'D02' | 'D08' | 'D14' | 'D17'

/** A form to be filled in by hand: D01 for a citizen (`natural_person`) or an organisation (any other kind). */
export function blankForm(
  id: BlankForm,
  agency: LetterAgency,
  { date, lang = 'zh', kind = 'natural_person' }: LetterOptions & { readonly kind?: ApplicantFacts['kind'] },
): Letter {
  return draw({ id, facts: { agency, applicant: { kind, name: '' } }, date, lang }).letter
}

/** A sheet with what is known; what is not stays blank, to be written in by hand. */
export function filledForm(id: 'D01' | 'D02', facts: LetterFacts, { date, lang = 'zh' }: LetterOptions): Letter {
  return draw({ id, facts, date, lang }).letter
}

/** What the agency has to set for the element to be known. */
function unsetFor(element: ElementId, { facts, date }: Making): readonly SettingId[] {
  if (element === 'court') return ['letter.court']
  if (element === 'online_review') return ['letter.reviewOnline']
  if (element !== 'review_organ') return []
  const bodies = reviewBodiesOf(facts.agency, date)
  return bodies.filter(({ name }) => name === null).map(({ setting }) => setting)
}

function draw(making: Making): { readonly letter: Letter; readonly missing: readonly ElementId[] } {
  const { id, facts, date, lang } = making
  const made = letters[id].parts.map(part => make(part, making))
  const remedy = remedyOf(making)
  const missing = [
    ...skeleton(making),
    ...made.flatMap(part => part.missing),
    ...required(making).filter(element => !isKnown(element, making)),
    ...remedy.missing,
  ]
  const { office } = facts.agency
  const letter: Letter = {
    id,
    lang,
    number: letters[id].series === null ? null : (facts.number ?? null),
    title: { agency: facts.agency.name, kind: letters[id].title[lang] },
    addressee: isWrittenTo(id) ? (facts.addressee?.name ?? null) : null,
    blocks: made.flatMap(part => part.blocks),
    attachments: facts.attachments ?? [],
    remedy: remedy.paragraphs,
    remedyKind: remedy.kind,
    signer: facts.agency.name,
    date,
    contact: { office: office.name ?? '', telephone: office.telephone ?? '', address: office.address ?? '' },
    slots: slotValues(making),
  }
  return { letter, missing }
}

function make(part: LetterPart, making: Making): Made {
  if ('groups' in part) return tableBlock(part.id, formTable(part, making))
  if ('roll' in part) return tableBlock(part.id, rollTable(part, making))
  if (part.when !== undefined && elementText(part.when, making) === null) return { blocks: [], missing: [] }
  if ('items' in part) {
    const items = itemsOf(part.items, making)
    const block: LetterBlock = { kind: 'list', id: part.id, locked: true, items: items.map(item => item ?? '') }
    return { blocks: [block], missing: items.length === 0 ? [part.items] : [] }
  }
  const { text, missing } = fill(part.say, making)
  return { blocks: [{ kind: 'paragraph', id: part.id, locked: part.editable !== true, text }], missing }
}

function tableBlock(id: string, { table, missing }: ReturnType<typeof formTable>): Made {
  return { blocks: [{ kind: 'table', id, locked: true, table }], missing }
}

/** What every document must have, whatever its kind (D§5.1). */
function skeleton(making: Making): ElementId[] {
  const always: ElementId[] = isWrittenTo(making.id)
    ? ['agency_name', 'addressee', 'office_telephone']
    : ['agency_name']
  return always.filter(element => elementText(element, making) === null)
}

/** What the decision rests on, and what the document's own record asks for; of three decisions, which. */
function required({ id, facts }: Making): readonly ElementId[] {
  const decision = decisionOf(id, facts)
  const unsaid = decision === undefined && decisionsOf(id).length > 0
  return [...(decision?.requires ?? []), ...(letters[id].requires ?? []), ...(unsaid ? (['closing'] as const) : [])]
}

function isKnown(element: ElementId, making: Making): boolean {
  return lists[element] ? itemsOf(element, making).length > 0 : elementText(element, making) !== null
}

function itemsOf(element: ElementId, { facts, lang }: Making): readonly (string | null)[] {
  return lists[element]?.(facts, lang) ?? []
}

function incompleteItems(making: Making) {
  const printed = letters[making.id].parts.flatMap(part => ('items' in part ? [part.items] : []))
  return printed.flatMap(element =>
    itemsOf(element, making).flatMap((item, i) => (item === null ? [incompleteItem(making.id, element, i)] : [])),
  )
}

/** Values by name of slot, for templates. */
function slotValues(making: Making): Record<string, string> {
  const names = letters[making.id].parts.flatMap(part =>
    'say' in part ? Array.from(part.say[making.lang].matchAll(/\{([^{}]+)\}/g), ([, name]) => name ?? '') : [],
  )
  const values = [...new Set(['you', 'this', 'basis', ...names])].map(name => {
    const value = isElement(name) ? elementText(name, making) : caseSlot(name, making)
    return [name, value] as const
  })
  return Object.fromEntries(values.filter((pair): pair is [string, string] => pair[1] !== null))
}
