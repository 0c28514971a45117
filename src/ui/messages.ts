/** Words every page shares, in both languages, and the one way to say them. */
import type { Lang, Said } from '../domain/kernel/lang.ts'
import type { Severity } from '../domain/report/report.ts'

/** Says a phrase in the language of the page. */
export type Teller = (said: Said) => string

/** A teller for one language. */
export function teller(lang: Lang): Teller {
  return said => said[lang]
}

export const languages: readonly { readonly lang: Lang; readonly name: string; readonly tag: string }[] = [
  { lang: 'zh', name: '中文', tag: 'zh-CN' },
  { lang: 'en', name: 'English', tag: 'en' },
]

/** The BCP 47 tag of a language, for the `lang` attribute. */
export function languageTag(lang: Lang): string {
  return lang === 'zh' ? 'zh-CN' : 'en'
}

export const severityWords: Readonly<Record<Severity, Said>> = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '提醒', en: 'Warning' },
  info: { zh: '说明', en: 'Note' },
}

export const shell = {
  brand: { zh: '公开', en: 'Gongkai' },
  brandSub: { zh: '政府信息公开工作平台', en: 'Government information disclosure' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  mainNav: { zh: '栏目', en: 'Sections' },
  language: { zh: '语言', en: 'Language' },
  footer: {
    zh: '核查依据《中华人民共和国政府信息公开条例》及国务院办公厅印发的年度报告格式。',
    en: 'Checked against the Regulation on Government Information Disclosure and the annual report forms of the General Office of the State Council.',
  },
  footerPrivacy: {
    zh: '本页不使用第三方资源，不记录所上传的内容。',
    en: 'This page loads nothing from third parties and keeps no record of what you upload.',
  },
} satisfies Record<string, Said>

export const tableWords = {
  scrollHint: {
    zh: '表格较宽，可左右滑动查看；左侧项目名称保持不动。',
    en: 'The table is wide: scroll sideways; the labels stay in place.',
  },
  computed: { zh: '算得', en: 'computed' },
  colon: { zh: '：', en: ': ' },
  raw: (text: string): Said => ({ zh: `原文“${text}”`, en: `printed “${text}”` }),
  rawBlank: { zh: '原文空白', en: 'left blank' },
  absent: { zh: '原文无此格', en: 'not on the paper' },
}
