/** Texts drawn together from several facts. */
import type { Deadline } from '../../law/deadlines.ts'
import type { LocalDate } from '../kernel/date.ts'
import { longDate } from '../kernel/date-words.ts'
import type { Lang, Said } from '../kernel/lang.ts'
import type {
  ConsultationFacts,
  ConsultedFacts,
  ConsultedOpinion,
  CorrectionFacts,
  LetterFacts,
  SearchFacts,
} from './facts.ts'

/** On one line, without the full stop the sentence around it brings. */
export function told(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[。．.；;，,]+$/u, '')
}

interface OpinionWords {
  /** As on the sheet the third party fills in. */
  readonly short: Said
  /** As told to the applicant: silence is neither yes nor no (条例32). */
  readonly long: (reasons: string) => Said
}

const because = (reasons: string): Said =>
  reasons ? { zh: `，理由是：${reasons}`, en: ` because: ${reasons}` } : { zh: '', en: '' }

export const opinions: Readonly<Record<ConsultedOpinion, OpinionWords>> = {
  agree: {
    short: { zh: '同意公开', en: 'Agrees' },
    long: () => ({ zh: '第三方同意公开', en: 'it agrees to disclosure' }),
  },
  object_reasoned: {
    short: { zh: '不同意公开，有合理理由', en: 'Objects with good reasons' },
    long: reasons => ({
      zh: `第三方不同意公开且有合理理由${because(reasons).zh}`,
      en: `it objects with good reasons${because(reasons).en}`,
    }),
  },
  object_unreasoned: {
    short: { zh: '不同意公开，未说明合理理由', en: 'Objects without good reasons' },
    long: reasons => ({
      zh: `第三方不同意公开${because(reasons).zh}，本机关依法进行了审查`,
      en: `it objects${because(reasons).en}, and this organ examined the matter itself`,
    }),
  },
  silent: {
    short: { zh: '逾期未提出意见', en: 'Silent' },
    long: () => ({
      zh: '第三方逾期未提出意见，由本机关依法决定是否公开',
      en: 'it did not reply in time, so this organ decides itself',
    }),
  },
  unreachable: {
    short: { zh: '征求意见书无法送达', en: 'Could not be reached' },
    long: () => ({
      zh: '征求意见书无法送达第三方，由本机关依法决定是否公开',
      en: 'it could not be reached, so this organ decides itself',
    }),
  },
}

const numerals = '一二三四五六七八九'

/** What came of consulting each third party, none of them named; empty where none was consulted (条例32). */
export function consultedText(all: readonly ConsultedFacts[], lang: Lang): string {
  const said = all.map(({ opinion, reasons = '' }) => opinions[opinion].long(told(reasons))[lang])
  const [only] = said
  if (only === undefined) return ''
  if (said.length === 1) {
    return lang === 'zh' ? `本机关依法书面征求了第三方的意见，${only}` : `The third party was asked in writing; ${only}`
  }
  const each = said.map((text, i) => (lang === 'zh' ? `其${numerals[i] ?? i + 1}，${text}` : `(${i + 1}) ${text}`))
  return lang === 'zh'
    ? `本机关依法书面征求了${said.length}个第三方的意见：${each.join('；')}`
    : `${said.length} third parties were asked in writing: ${each.join('; ')}`
}

/** As told to the applicant, to whom a third party is not named. */
export const parties: Readonly<Record<ConsultationFacts['party'], Said>> = {
  third_party: { zh: '第三方的合法权益', en: 'the lawful rights of a third party' },
  co_maker: { zh: '共同制作该政府信息的其他机关', en: 'organs that made it together with this one' },
  other_organ: { zh: '其他机关', en: 'other organs' },
}

/** 随文提供，见附件；方式为纸质文本，途径为邮寄，时间为…. Empty where nothing is known. */
export function attached({ attachments = [], delivery }: LetterFacts, lang: Lang): string {
  const enclosed: Said = { zh: '随文提供，见附件', en: 'enclosed, see the attachments' }
  const { way = '', route = '', time = '' } = delivery ?? {}
  const whole = [way, route, time].every(text => text.trim() !== '')
  const how: Said = {
    zh: `方式为${told(way)}，途径为${told(route)}，时间为${told(time)}`,
    en: `way: ${told(way)}; route: ${told(route)}; time: ${told(time)}`,
  }
  return [...(attachments.length > 0 ? [enclosed[lang]] : []), ...(whole ? [how[lang]] : [])].join(
    lang === 'zh' ? '；' : '; ',
  )
}

/** That, when and where a search was made (条例36(4)); empty where the record is not whole. */
export function searched(search: SearchFacts | undefined, lang: Lang): string {
  if (!search || ![search.systems, search.words].every(text => text.trim() !== '')) return ''
  const [on, systems, words, archives] = [
    longDate(search.on, lang),
    told(search.systems),
    told(search.words),
    told(search.archives),
  ]
  if (lang === 'en') {
    return `On ${on} this organ searched ${systems} for "${words}"${archives ? ` and looked through ${archives}` : ''}`
  }
  return `本机关于${on}以“${words}”为关键词检索了${systems}${archives ? `，并查阅了${archives}` : ''}`
}

/** 20个工作日, 60日, 6个月. */
export function lengthText(length: number, unit: Deadline['unit'], lang: Lang): string {
  if (lang === 'en') return `${length} ${unit.replace('_', ' ')}${length === 1 ? '' : 's'}`
  return `${length}${{ working_day: '个工作日', calendar_day: '日', month: '个月', year: '年' }[unit]}`
}

/** When correction was asked for and made (条例30); empty where either day is not known. */
export function correctionHistory(correction: CorrectionFacts | undefined, lang: Lang): string {
  if (!correction?.noticed || !correction.corrected) return ''
  const [noticed, corrected] = [longDate(correction.noticed, lang), longDate(correction.corrected, lang)]
  return lang === 'zh'
    ? `本机关于${noticed}告知补正，并于${corrected}收到补正材料`
    : `This organ asked for correction on ${noticed} and received it on ${corrected}`
}

/** The day a notice was served and the day it had to be met by; empty where either is not known. */
export function overdue(
  notice: { readonly noticed?: LocalDate; readonly by?: LocalDate } | undefined,
  kind: 'correction' | 'fee',
  lang: Lang,
): string {
  if (!notice?.noticed || !notice.by) return ''
  const [noticed, by] = [longDate(notice.noticed, lang), longDate(notice.by, lang)]
  const name: Said =
    kind === 'correction'
      ? { zh: '补正告知书', en: 'The notice to correct' }
      : { zh: '信息处理费收费通知书', en: 'The fee notice' }
  return lang === 'zh'
    ? `${name.zh}已于${noticed}送达，期限至${by}届满`
    : `${name.en} was served on ${noticed}, with a limit until ${by}`
}
