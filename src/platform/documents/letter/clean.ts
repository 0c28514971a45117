/** Makes the texts of a letter fit to be written in any format. */
import type { LetterSheet } from '../../../paper/letter.ts'
import { oneLine } from '../write/clean.ts'

export function cleanLetter(letter: LetterSheet): LetterSheet {
  return mapTexts(letter, oneLine)
}

/** The letter with every text it prints changed. */
export function mapTexts(letter: LetterSheet, change: (text: string) => string): LetterSheet {
  const { attachments, signature } = letter
  return {
    ...letter,
    author: change(letter.author),
    title: letter.title.map(change),
    number: letter.number === null ? null : change(letter.number),
    addressee: letter.addressee === null ? null : change(letter.addressee),
    blocks: letter.blocks.map(block =>
      block.kind === 'table'
        ? { ...block, rows: block.rows.map(row => row.map(cell => ({ ...cell, text: change(cell.text) }))) }
        : { ...block, text: change(block.text) },
    ),
    attachments: attachments && { label: change(attachments.label), entries: attachments.entries.map(change) },
    signature: signature && { name: change(signature.name), date: change(signature.date) },
    contact: letter.contact.map(change),
  }
}
