/** An article as a letter or an explanation prints it. */
import { type Article, type ArticleId, articles } from '../law/articles.ts'
import { type DocumentId, documents, type LegalDocument } from '../law/documents.ts'
import type { Lang, Said } from './kernel/lang.ts'

/** zh: 《政府信息公开条例》第三十六条第（一）项. en: Regulations on Open Government Information, Art. 36(1). */
export function cite(id: ArticleId, lang: Lang): string {
  const { document }: Article = articles[id]
  const title = citeDocument(document, lang)
  return lang === 'zh' ? `${title}${place(id, lang)}` : `${title}, ${place(id, lang)}`
}

/** The same in both languages. */
export function citeSaid(id: ArticleId): Said {
  return { zh: cite(id, 'zh'), en: cite(id, 'en') }
}

/** Several articles in one breath: a text is named once for all articles of it that follow each other. */
export function citeAll(ids: readonly ArticleId[], lang: Lang): string {
  const cited = ids.map((id, i) => {
    const before = ids[i - 1]
    const again = before !== undefined && documentOf(before) === documentOf(id)
    return again ? place(id, lang) : cite(id, lang)
  })
  return cited.join(lang === 'zh' ? '、' : ', ')
}

/** zh: 《政府信息公开条例》. en: Regulations on Open Government Information. */
export function citeDocument(id: DocumentId, lang: Lang): string {
  return lang === 'zh' ? `《${titleOf(id, lang)}》` : titleOf(id, lang)
}

function documentOf(id: ArticleId): DocumentId {
  const { document }: Article = articles[id]
  return document
}

function place(id: ArticleId, lang: Lang): string {
  const article: Article = articles[id]
  if (lang === 'zh') {
    const paragraph = article.paragraph === undefined ? '' : `第${hanNumber(article.paragraph)}款`
    const item = article.item === undefined ? '' : `第（${hanNumber(article.item)}）项`
    return `第${hanNumber(article.article)}条${paragraph}${item}`
  }
  const paragraph = article.paragraph === undefined ? '' : ` para. ${article.paragraph}`
  const item = article.item === undefined ? '' : ` (${article.item})`
  return `Art. ${article.article}${paragraph}${item}`
}

/** Without the name of the state in front, as the data has it. */
function titleOf(id: DocumentId, lang: Lang): string {
  const document: LegalDocument = documents[id]
  return document.title[lang]
}

const digits = '零一二三四五六七八九'

/** 1 to 1999 as statutes count their articles: 十, 二十一, 一百零五, 二百一十, 一千二百零三. */
export function hanNumber(n: number): string {
  if (n < 10) return digits.charAt(n)
  if (n < 20) return `十${n === 10 ? '' : digits.charAt(n - 10)}`
  for (const [size, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    if (n >= size) return `${digits.charAt(Math.floor(n / size))}${word}${rest(n % size, size)}`
  }
  return ''
}

/** What follows a unit: nothing, 零 where a place is skipped, 一十 rather than 十. */
function rest(n: number, size: number): string {
  if (n === 0) return ''
  const gap = n < size / 10 ? '零' : ''
  return n >= 10 && n < 20 ? `${gap}一${hanNumber(n)}` : `${gap}${hanNumber(n)}`
}
