/** The last look before a letter is issued: what it must say, it still says. */
import { letters } from '../../law/letters.ts'
import type { Refusal } from '../kernel/result.ts'
import { refusal } from './checked.ts'
import { composeLetter } from './compose.ts'
import { beginning } from './edit.ts'
import type { LetterFacts } from './facts.ts'
import type { Letter, LetterBlock } from './letter.ts'

/**
 * What stands against issuing the letter; empty where nothing does. Beside the refusals of `composeLetter`:
 * `no_number` without 文号, `changed` where a locked part is not as the facts make it, `removed` where a block is gone
 * that must stand, `added` where one stands that nobody made.
 */
export function checkLetter(letter: Letter, facts: LetterFacts): readonly Refusal[] {
  const made = composeLetter(letter.id, facts, { date: letter.date, lang: letter.lang })
  if (!made.ok) return made.refusals
  const numberless = letters[letter.id].series !== null && !letter.number?.trim()
  return [
    ...(numberless ? [refusal('no_number', noNumber, 'number')] : []),
    ...blockFaults([...letter.blocks, ...letter.remedy], [...made.value.blocks, ...made.value.remedy]),
    ...frameFaults(letter, made.value),
  ]
}

function blockFaults(blocks: readonly LetterBlock[], wanted: readonly LetterBlock[]): Refusal[] {
  const now = new Map(blocks.map(block => [block.id, block]))
  const made = new Set(wanted.map(({ id }) => id))
  return [
    ...wanted.flatMap(block => {
      const found = now.get(block.id)
      if (!found) return isOptional(block) ? [] : [refusal('removed', removed(block), block.id)]
      if (block.locked ? same(found, block) : found.kind === block.kind && saysSomething(found)) return []
      return [refusal('changed', changed(block), block.id)]
    }),
    ...blocks.filter(({ id }) => !made.has(id)).map(block => refusal('added', added(block), block.id)),
  ]
}

/** The agency's own words after the law's part. */
function isOptional({ id, locked }: LetterBlock): boolean {
  return !locked && id === 'explanation'
}

function saysSomething(block: LetterBlock): boolean {
  return block.kind !== 'paragraph' || block.text.trim() !== ''
}

/** Title, reader, attachments, name and contact come from the facts alone. */
function frameFaults(letter: Letter, made: Letter): Refusal[] {
  const places = ['title', 'addressee', 'attachments', 'remedyKind', 'signer', 'contact'] as const
  return places.filter(at => !same(letter[at], made[at])).map(at => refusal('changed', frameChanged, at))
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

const noNumber = { zh: '文书没有文号，请先编号', en: 'The letter has no number; give it one first' }
const removed = (block: LetterBlock) => ({
  zh: `文书缺少应当写明的内容：“${beginning(block)}”，请重新生成`,
  en: `The letter lacks what it must say: "${beginning(block)}"; make it anew`,
})
const changed = (block: LetterBlock) => ({
  zh: `法定内容与事项不一致：应为“${beginning(block)}”，请重新生成`,
  en: `The law's part is not as the facts make it: "${beginning(block)}"; make the letter anew`,
})
const added = (block: LetterBlock) => ({
  zh: `“${beginning(block)}”不是这份文书的内容，请删去或者写入补充说明`,
  en: `"${beginning(block)}" does not belong to this letter; take it out or put it into the explanation`,
})
const frameChanged = {
  zh: '标题、收件人、附件、署名或者联系方式与事项不一致，请重新生成',
  en: 'Title, reader, attachments, name or contact are not as the facts make them; make the letter anew',
}
