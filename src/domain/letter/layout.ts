/** Lays a letter out as it is set: what stands where on an official document (D§5.1). */
import type { LetterLine, LetterSheet, LetterSheetBlock } from '../../paper/letter.ts'
import { longDate } from '../kernel/date-words.ts'
import type { Lang, Said } from '../kernel/lang.ts'
import type { LetterAttachment } from './facts.ts'
import { isWrittenTo } from './kinds.ts'
import type { Letter, LetterBlock } from './letter.ts'

const attachmentsWord: Said = { zh: '附件：', en: 'Attachments: ' }
const contactWords = {
  office: { zh: '联系机构：', en: 'Office: ' },
  telephone: { zh: '联系电话：', en: 'Telephone: ' },
  address: { zh: '地址：', en: 'Address: ' },
} as const satisfies Readonly<Record<string, Said>>

/** Longest title set on one line: in 2号 type twenty characters fill it. */
const LONGEST_LINE = 20

export function layoutLetter(letter: Letter): LetterSheet {
  const { lang, title, attachments } = letter
  const written = isWrittenTo(letter.id)
  return {
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    author: title.agency,
    title: titleLines(letter),
    number: letter.number,
    addressee: letter.addressee === null ? null : `${letter.addressee}${lang === 'zh' ? '：' : ':'}`,
    blocks: [...letter.blocks, ...letter.remedy].flatMap(block => sheetBlocks(block, lang)),
    attachments:
      attachments.length === 0
        ? null
        : { label: attachmentsWord[lang], entries: attachments.map((a, i) => entry(a, i, attachments.length, lang)) },
    signature: written ? { name: letter.signer, date: longDate(letter.date, lang) } : null,
    contact: written ? contactLines(letter) : [],
  }
}

function titleLines({ title, lang }: Letter): string[] {
  if (lang === 'en') return [title.agency, title.kind]
  const whole = `${title.agency}${title.kind}`
  return Array.from(whole).length <= LONGEST_LINE ? [whole] : [title.agency, title.kind]
}

function sheetBlocks(block: LetterBlock, lang: Lang): LetterSheetBlock[] {
  if (block.kind === 'table') return [block.table]
  if (block.kind === 'list') return numbered(block.items, lang).map(line)
  return block.text
    .split('\n')
    .map(text => text.trim())
    .filter(text => text !== '')
    .map(line)
}

/** 1. …；2. …。 as official documents number: the last closes the sentence. */
export function numbered(items: readonly string[], lang: Lang): string[] {
  const end = lang === 'zh' ? { other: '；', last: '。' } : { other: ';', last: '.' }
  return items.map((item, i) => `${i + 1}. ${item}${i === items.length - 1 ? end.last : end.other}`)
}

function line(text: string): LetterLine {
  return { kind: 'paragraph', text }
}

function entry({ name, pages }: LetterAttachment, index: number, count: number, lang: Lang): string {
  const number = count === 1 ? '' : `${index + 1}. `
  if (pages === undefined) return `${number}${name}`
  return lang === 'zh' ? `${number}${name}（${pages}页）` : `${number}${name} (${pages} pages)`
}

function contactLines({ contact, lang }: Letter): string[] {
  const parts = (['office', 'telephone'] as const)
    .filter(key => contact[key] !== '')
    .map(key => `${contactWords[key][lang]}${contact[key]}`)
  const address = contact.address === '' ? [] : [`${contactWords.address[lang]}${contact.address}`]
  return [...(parts.length > 0 ? [parts.join('　')] : []), ...address]
}
