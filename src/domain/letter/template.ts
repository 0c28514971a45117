/**
 * The template of a letter that an agency edits in Word: the law's sentences locked, with slots by their Chinese names
 * for what each letter fills in. Also the filling of a template from a letter made.
 */
import { type LetterId, type LetterPart, letterElements, letters, type TextPart } from '../../law/letters.ts'
import type { LetterFilling, LetterLine, LetterRepeats, LetterSheet, LetterTemplateSheet } from '../../paper/letter.ts'
import { longDate } from '../kernel/date-words.ts'
import type { Said } from '../kernel/lang.ts'
import { isWrittenTo } from './kinds.ts'
import { layoutLetter, numbered } from './layout.ts'
import type { Letter, LetterBlock } from './letter.ts'
import { isElement, lawSlot, thisDocument } from './values.ts'

/** Slots every letter has, beside those of its own sentences. */
const frame = {
  agency: '机关名称',
  kind: '文书名称',
  number: '文号',
  addressee: '收件人',
  attachments: '附件说明',
  remedy: '救济告知',
  date: '成文日期',
  contact: '联系方式',
  you: '称谓',
  basis: '法律依据',
} as const

type FrameSlot = keyof typeof frame

/** In front of a slot's name: the lines between are printed only where there is something to print. */
const WHEN = '有'

const slotOf = (name: FrameSlot) => `{${frame[name]}}`

/** The template as set: a page to edit, what must stand unchanged in it, and which slots it may use. */
export function templateOf(id: LetterId): LetterTemplateSheet {
  const written = isWrittenTo(id)
  const lines = [...letters[id].parts.flatMap(part => partLines(part, id)), ...remedyLines(id)]
  const sheet: LetterSheet = {
    lang: 'zh-CN',
    author: '',
    title: [slotOf('agency'), letters[id].title.zh],
    number: letters[id].series === null ? null : slotOf('number'),
    addressee: written ? `${slotOf('addressee')}：` : null,
    blocks: [...lines, ...(written ? listLines('attachments', null) : [])],
    attachments: null,
    signature: written ? { name: slotOf('agency'), date: slotOf('date') } : null,
    contact: written ? [slotOf('contact')] : [],
  }
  const title = { tag: 'title', text: sheet.title.join(''), within: null }
  return { sheet, locked: [title, ...lockedOf(lines)], slots: slotsOf(sheet, lines) }
}

function partLines(part: LetterPart, id: LetterId): LetterLine[] {
  if ('groups' in part || 'roll' in part) return [controlled(part.id, tableLabel, `{${tableSlot(part, id)}}`, true)]
  if ('items' in part) return listLines(part.items, part.id)
  const editable = part.editable === true
  const text = editable ? `{${partSlot(part)}}` : withSlots(part.say.zh, id)
  const line = controlled(part.id, editable ? editableLabel : lockedLabel, text, !editable)
  const when = part.when ?? (editable ? null : undefined)
  return when ? wrapped(letterElements[when].zh, [line]) : [line]
}

const lockedLabel: Said = { zh: '法定内容（锁定）', en: 'Law (locked)' }
const editableLabel: Said = { zh: '可改写的内容', en: 'May be reworded' }
const tableLabel: Said = { zh: '表格（自动填写）', en: 'Table (filled)' }

/** The sentence with what the law fills in filled, and the slots of the case by their Chinese names. */
function withSlots(sentence: string, id: LetterId): string {
  return sentence.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    if (isElement(name)) return `{${letterElements[name].zh}}`
    if (name === 'this') return thisDocument(id)
    if (name === 'you' || name === 'basis') return slotOf(name)
    return lawSlot(name, 'zh') ?? ''
  })
}

/** One paragraph for each item: {#名称} … {/名称}. */
function listLines(name: string, part: string | null): LetterLine[] {
  const slot = listSlot(name)
  const item = `{${itemSlot(slot)}}`
  const inner = part === null ? plain(item) : controlled(part, lockedLabel, item, true)
  return [mark(`{#${slot}}`), inner, mark(`{/${slot}}`)]
}

function remedyLines(id: LetterId): LetterLine[] {
  return isWrittenTo(id) ? listLines('remedy', 'remedy') : []
}

function wrapped(name: string, lines: readonly LetterLine[]): LetterLine[] {
  return [mark(`{#${WHEN}${name}}`), ...lines, mark(`{/${WHEN}${name}}`)]
}

/** One item of a list. */
const itemSlot = (list: string) => `${list}（每项）`

const repeated = (list: string, items: readonly string[]): LetterRepeats =>
  items.map(item => ({ [itemSlot(list)]: item }))

/** Locked lines, each with the mark it stands behind. */
function lockedOf(lines: readonly LetterLine[]): LetterTemplateSheet['locked'] {
  let within: string | null = null
  return lines.flatMap(({ text, control, mark }) => {
    if (mark) within = text.startsWith('{#') ? text.slice(2, -1) : null
    return control?.locked ? [{ tag: control.tag, text, within }] : []
  })
}

function listSlot(name: string): string {
  if (isElement(name)) return letterElements[name].zh
  return frame[name as FrameSlot]
}

/** Forms and rolls stand one under the other: 表格1, 表格2. */
const tableSlot = (part: LetterPart, id: LetterId) => `表格${letters[id].parts.indexOf(part) + 1}`

/** The whole of a paragraph that may be reworded, by the name of what it says. */
function partSlot(part: TextPart): string {
  const [, name = ''] = /\{([^{}]+)\}/.exec(part.say.zh) ?? []
  return `${isElement(name) ? letterElements[name].zh : part.id}（全文）`
}

function mark(text: string): LetterLine {
  return { kind: 'paragraph', text, mark: true }
}

function plain(text: string): LetterLine {
  return { kind: 'paragraph', text }
}

function controlled(tag: string, label: Said, text: string, locked: boolean): LetterLine {
  return { kind: 'paragraph', text, control: { tag, label: label.zh, locked } }
}

/** Every slot of the page; those of the frame but the attachments and the contact must stand in an edited one too. */
function slotsOf(sheet: LetterSheet, lines: readonly LetterLine[]): LetterTemplateSheet['slots'] {
  const texts = [
    ...sheet.title,
    sheet.number ?? '',
    sheet.addressee ?? '',
    ...sheet.blocks.flatMap(block => (block.kind === 'paragraph' ? [block.text] : [])),
    sheet.signature?.date ?? '',
    ...sheet.contact,
  ]
  const names = [...new Set(texts.flatMap(namesIn))]
  const optional: readonly string[] = [
    frame.attachments,
    itemSlot(frame.attachments),
    ...lines.filter(mayGo).flatMap(({ text }) => namesIn(text)),
  ]
  return names.map(name => ({ name, mandatory: !optional.includes(name) }))
}

/** The agency's own words at the end: a template may do without them. */
function mayGo({ control, text }: LetterLine): boolean {
  return control?.tag === 'explanation' || text.includes(letterElements.explanation.zh)
}

function namesIn(text: string): string[] {
  return Array.from(text.matchAll(/\{[#/]?([^{}]+)\}/g), ([, name]) => name ?? '')
}

/** What the slots of the template say in this letter. */
export function fillingOf(letter: Letter): LetterFilling {
  const sheet = layoutLetter(letter)
  const { attachments } = sheet
  const parts = letters[letter.id].parts
  return {
    [frame.agency]: letter.title.agency,
    [frame.kind]: letter.title.kind,
    [frame.number]: letter.number ?? '',
    [frame.addressee]: letter.addressee ?? '',
    [frame.date]: longDate(letter.date, letter.lang),
    [frame.contact]: sheet.contact.join('\n'),
    [frame.remedy]: repeated(
      frame.remedy,
      letter.remedy.map(({ text }) => text),
    ),
    [frame.attachments]: repeated(
      frame.attachments,
      (attachments?.entries ?? []).map((entry, i) => (i === 0 ? `${attachments?.label ?? ''}${entry}` : entry)),
    ),
    [frame.you]: letter.slots.you ?? '',
    [frame.basis]: letter.slots.basis ?? '',
    ...Object.fromEntries(
      Object.entries(letter.slots).flatMap(([name, text]) =>
        isElement(name) ? [[letterElements[name].zh, text]] : [],
      ),
    ),
    ...Object.assign({}, ...parts.map(part => partFilling(part, letter))),
  }
}

function partFilling(part: LetterPart, letter: Letter): LetterFilling {
  const block = letter.blocks.find(({ id }) => id === part.id)
  if ('groups' in part || 'roll' in part)
    return { [tableSlot(part, letter.id)]: block?.kind === 'table' ? block.table : null }
  if ('items' in part) {
    const name = listSlot(part.items)
    return { [name]: repeated(name, itemsOf(block, letter)) }
  }
  const own = part.editable ? { [partSlot(part)]: block?.kind === 'paragraph' ? block.text : null } : {}
  return part.when === undefined ? own : { ...own, [`${WHEN}${letterElements[part.when].zh}`]: block ? [{}] : [] }
}

function itemsOf(block: LetterBlock | undefined, { lang }: Letter): readonly string[] {
  return block?.kind === 'list' ? numbered(block.items, lang) : []
}
