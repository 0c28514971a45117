import type { Place } from '../../paper/paper.ts'

/** Why a file cannot be read; the codes are the contract of the command line. */
export type DocumentErrorCode =
  | 'empty'
  | 'unknown_format'
  | 'encrypted'
  | 'damaged'
  | 'too_large'
  | 'no_text_layer'
  | 'timeout'

/** One sentence in both languages of the interface: what happened, where, and the mend. */
export interface ErrorSentence {
  readonly zh: string
  readonly en: string
}

/** The only error a reader throws on purpose. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
  readonly code: DocumentErrorCode
  readonly says: ErrorSentence
  readonly at?: Place

  constructor(code: DocumentErrorCode, says: ErrorSentence, at?: Place, cause?: unknown) {
    super(says.en, cause === undefined ? undefined : { cause })
    this.code = code
    this.says = says
    if (at !== undefined) this.at = at
  }
}

/** A damaged file; `zh` and `en` name the part that is broken (`正文`, `the main text`). */
export function damaged(zh: string, en: string, cause?: unknown): DocumentError {
  return new DocumentError(
    'damaged',
    {
      zh: `文件已损坏或不完整：${zh}无法读取。请用原软件打开后重新保存，或重新取得该文件。`,
      en: `The file is damaged or incomplete: ${en} cannot be read. Open and save it again in its own program, or get it anew.`,
    },
    undefined,
    cause,
  )
}

/** A file beyond a limit; `zh` and `en` say which (`文件超过 50 MB`, `the file is over 50 MB`). */
export function tooLarge(zh: string, en: string): DocumentError {
  return new DocumentError('too_large', {
    zh: `文件过大：${zh}。请只提交年度报告本身，或拆成几个文件。`,
    en: `Too large: ${en}. Submit the report alone, or split the file.`,
  })
}

/** A file of a kind that is not read; `mend` says what to do instead. */
export function unknownFormat(what: ErrorSentence, mend: ErrorSentence): DocumentError {
  return new DocumentError('unknown_format', {
    zh: `不能识别或不支持的文件：${what.zh}。${mend.zh}`,
    en: `Not a format that can be read: ${what.en}. ${mend.en}`,
  })
}

/** A password stands before the text. */
export function encrypted(zh: string, en: string): DocumentError {
  return new DocumentError('encrypted', {
    zh: `${zh}设有密码，无法读取。请去掉密码后重新保存再提交。`,
    en: `${en} is protected by a password and cannot be read. Remove the password, save it and submit it again.`,
  })
}

/** A readable file that holds no word. */
export function emptyFile(): DocumentError {
  return new DocumentError('empty', {
    zh: '文件是空的，里面没有任何文字。请检查是否选错了文件。',
    en: 'The file is empty: it holds no text. Check that it is the right file.',
  })
}

/** A document that holds pictures of pages but no words. */
export function noTextLayer(): DocumentError {
  return new DocumentError('no_text_layer', {
    zh: '文件里只有图片，没有可以读取的文字（可能是扫描件）。请提交由文字处理软件直接保存的文件。',
    en: 'The file holds only pictures and no text (perhaps a scan). Submit the file as saved by the word processor.',
  })
}
