/** The head of a Word binary file ([MS-DOC] 2.5): where in its streams the text and its properties stand. */
import { damaged, encrypted, unknownFormat } from '../../errors.ts'
import { OleFile } from '../ole.ts'
import { Bytes } from './bytes.ts'

export interface WordStreams {
  readonly document: Bytes
  readonly table: Bytes
  /** Properties too long for their own place; empty where the file has none. */
  readonly data: Bytes
  /** Characters of the main text, without notes, headers and text boxes. */
  readonly characters: number
  readonly clx: Bytes
  readonly characterPages: Bytes
  readonly paragraphPages: Bytes
}

const magic = 0xa5ec
/** Files of Word 6 and 95 are laid out otherwise. */
const word97 = 0xc1
const flagsAt = 0x0a
const encryptedFlag = 0x0100
const otherTableFlag = 0x0200
const charactersAt = 0x4c
const characterPagesAt = 0xfa
const paragraphPagesAt = 0x102
const clxAt = 0x1a2

/** Opens the streams. Throws `encrypted`, `damaged`, and `unknown_format` for files older than Word 97. */
export function openStreams(bytes: Uint8Array): WordStreams {
  const ole = new OleFile(bytes)
  const document = new Bytes(ole.stream('WordDocument'))
  const flags = document.u16(flagsAt)
  if (document.u16(0) !== magic || document.u16(2) < word97) {
    throw unknownFormat(
      { zh: '这是 Word 97 以前的文档', en: 'a document older than Word 97' },
      { zh: '请用文字处理软件打开后另存为 docx 再提交。', en: 'Open it in a word processor and save it as docx.' },
    )
  }
  if ((flags & encryptedFlag) !== 0) throw encrypted('文件', 'The file')
  const table = new Bytes(ole.stream((flags & otherTableFlag) === 0 ? '0Table' : '1Table'))
  const part = (at: number): Bytes => table.part(document.u32(at), document.u32(at + 4))
  const characters = document.u32(charactersAt)
  // Every character takes a byte at least; a greater number is a lie that would cost memory.
  if (characters > document.length) throw damaged('正文', 'the main text')
  return {
    document,
    table,
    data: new Bytes(ole.has('Data') ? ole.stream('Data') : new Uint8Array(0)),
    characters,
    clx: part(clxAt),
    characterPages: part(characterPagesAt),
    paragraphPages: part(paragraphPagesAt),
  }
}
