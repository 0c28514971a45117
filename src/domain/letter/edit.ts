/** Changes of wording whoever drafts may make: in editable blocks only. */
import { letters } from '../../law/letters.ts'
import type { Refusal } from '../kernel/result.ts'
import { type Checked, checked, refusal } from './checked.ts'
import type { Letter, LetterBlock, LetterEdit } from './letter.ts'

const MOST_CHARACTERS = 20_000

/**
 * The letter with the edits made. Refuses an edit of a block that is not there (`no_block`), is the law's part
 * (`locked`), is of another kind (`wrong_kind`), says nothing (`empty`) or too much (`too_long`). A block that is
 * printed only where it is known may be emptied and then goes.
 */
export function editLetter(letter: Letter, edits: readonly LetterEdit[]): Checked<Letter> {
  const refusals = edits.flatMap((edit, i) => {
    const found = faultOf(letter, edit)
    return found ? [{ ...found, at: `edits[${i}]` }] : []
  })
  const by = new Map(edits.map(edit => [edit.id, edit]))
  const blocks = letter.blocks.flatMap(block => {
    const edit = by.get(block.id)
    return edit ? edited(block, edit) : [block]
  })
  return checked({ ...letter, blocks }, refusals)
}

function edited(block: LetterBlock, edit: LetterEdit): LetterBlock[] {
  if (block.kind !== 'paragraph' || !('text' in edit)) return [block]
  return edit.text.trim() === '' ? [] : [{ ...block, text: edit.text.trim() }]
}

function faultOf(letter: Letter, edit: LetterEdit): Refusal | null {
  const block = [...letter.blocks, ...letter.remedy].find(({ id }) => id === edit.id)
  if (!block) return refusal('no_block', noBlock(edit.id), edit.id)
  if (block.locked) return refusal('locked', locked(block), edit.id)
  if (block.kind !== 'paragraph' || !('text' in edit)) return refusal('wrong_kind', wrongKind(edit.id), edit.id)
  const { length } = Array.from(edit.text)
  if (length > MOST_CHARACTERS) return refusal('too_long', tooLong, edit.id)
  return edit.text.trim() === '' && !mayGo(letter, edit.id) ? refusal('empty', empty, edit.id) : null
}

function mayGo({ id }: Letter, block: string): boolean {
  return letters[id].parts.some(part => part.id === block && 'when' in part && part.when !== undefined)
}

/** The beginning of a block, to name it by. */
export function beginning(block: LetterBlock): string {
  if (block.kind === 'table') return block.table.name
  const text = block.kind === 'list' ? block.items.join(' ') : block.text
  return Array.from(text).length > 24 ? `${Array.from(text).slice(0, 24).join('')}…` : text
}

const noBlock = (id: string) => ({
  zh: `文书中没有“${id.slice(0, 40)}”这一段，请重新打开文书`,
  en: `The letter has no block "${id.slice(0, 40)}"; open it again`,
})
const locked = (block: LetterBlock) => ({
  zh: `“${beginning(block)}”是法定内容，不能改写；事实有误的，请更正事项内容后重新生成`,
  en: `"${beginning(block)}" is the law's part and cannot be reworded; mend the facts and make the letter anew`,
})
const wrongKind = (id: string) => ({
  zh: `“${id.slice(0, 40)}”不是可以这样修改的段落，请重新打开文书`,
  en: `"${id.slice(0, 40)}" is no paragraph to be changed in this way; open the letter again`,
})
const empty = { zh: '这一段应当写明理由，不能留空', en: 'This paragraph must give its reasons and cannot be empty' }
const tooLong = {
  zh: `一段最多 ${MOST_CHARACTERS} 个字，请写短些或者作为附件`,
  en: `A paragraph has at most ${MOST_CHARACTERS} characters; shorten it or enclose it`,
}
