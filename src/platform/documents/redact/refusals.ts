/** What is refused, because it could not be promised to be gone. */
import { type Sentence, Trouble } from '../../trouble.ts'

/** A file of which not everything can be looked into or taken out; `why` says what. */
export function notRedactable(why: Sentence, cause?: unknown): Trouble {
  return new Trouble({
    code: 'not_redactable',
    says: { zh: `不能可靠地隐去这份文件的内容：${why.zh}`, en: `This file cannot be redacted safely: ${why.en}` },
    mend: {
      zh: '请将文件另存或打印为 PDF，再对 PDF 涂黑。',
      en: 'Save or print the file as PDF, and redact the PDF.',
    },
    cause,
  })
}

/** A box or stretch that is nowhere in the document; `at` names it. */
export function noSuchPlace(at: string): Trouble {
  return new Trouble({
    code: 'no_such_place',
    says: { zh: `文件里没有要隐去的位置 ${at}`, en: `The document has no place ${at} to be redacted` },
    mend: { zh: '请重新打开文件，再选择要隐去的内容。', en: 'Open the document again and choose anew what to redact.' },
    at,
  })
}
