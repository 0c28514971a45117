/**
 * Every way a request can end: the leaf of table 三 it stands on, and what it rests on (D§1.7, §5.3).
 * Keyed by line, so that the compiler names a line without a decision and a decision on no line.
 */
import type { ArticleId } from './articles.ts'
import type { ExemptionId } from './exemptions.ts'
import type { FactId } from './facts.ts'
import type { LetterId } from './letters.ts'
import type { ResultLine } from './lines.ts'
import type { RemedyKind } from './remedies.ts'
import type { Words } from './words.ts'

export interface Decision {
  readonly id: string
  /** Kind of letter that carries it; D15 is a record for the file, not a letter the law prescribes. */
  readonly letter: LetterId
  readonly label: Words
  readonly articles: readonly ArticleId[]
  readonly requires: readonly FactId[]
  /** Said where it is so, and only then: the organ in charge where known (条例36(5)), another form than asked for (条例40). */
  readonly optional?: readonly FactId[]
  readonly remedy: RemedyKind
  /** Grounds to withhold it can rest on; absent where nothing is withheld. */
  readonly exemptions?: readonly ExemptionId[]
  /** The mapping was not confirmed in a text that could be read (D§11). */
  readonly unverified?: true
}

export const decisionsByLine = {
  granted: [
    {
      id: 'already_public',
      letter: 'L01',
      label: { zh: '已主动公开', en: 'Already public' },
      articles: ['条例36(1)'],
      requires: ['where_public'],
      remedy: 'choice',
      unverified: true,
    },
    {
      id: 'granted',
      letter: 'L02',
      label: { zh: '予以公开', en: 'Granted' },
      articles: ['条例36(2)'],
      requires: ['delivery'],
      optional: ['delivery_deviation'],
      remedy: 'choice',
    },
  ],
  partial: [
    {
      id: 'partial',
      letter: 'L03',
      label: { zh: '部分公开', en: 'Granted in part' },
      articles: ['条例37', '条例36(3)'],
      requires: ['delivery', 'withheld_parts'],
      optional: ['delivery_deviation'],
      remedy: 'review_first_for_withheld',
      exemptions: ['E14a', 'E14b', 'E14c', 'E15', 'E16a', 'E16b', 'E16c'],
    },
  ],
  'denied.state_secret': [
    {
      id: 'state_secret',
      letter: 'L04',
      label: { zh: '不予公开：国家秘密', en: 'Denied: state secret' },
      articles: ['条例36(3)', '条例14'],
      requires: ['classification'],
      remedy: 'review_first',
      exemptions: ['E14a'],
    },
  ],
  'denied.law_forbids': [
    {
      id: 'law_forbids',
      letter: 'L05',
      label: { zh: '不予公开：法律、行政法规禁止公开', en: 'Denied: forbidden by law' },
      articles: ['条例36(3)', '条例14'],
      requires: ['forbidding_law'],
      remedy: 'review_first',
      exemptions: ['E14b'],
    },
  ],
  'denied.safety_stability': [
    {
      id: 'safety_stability',
      letter: 'L06',
      label: { zh: '不予公开：三安全一稳定', en: 'Denied: security or stability' },
      articles: ['条例36(3)', '条例14'],
      requires: ['danger'],
      remedy: 'review_first',
      exemptions: ['E14c'],
    },
  ],
  'denied.third_party': [
    {
      id: 'third_party',
      letter: 'L07',
      label: { zh: '不予公开：保护第三方合法权益', en: 'Denied: protects a third party' },
      articles: ['条例36(3)', '条例15', '条例32'],
      requires: ['consultation_result'],
      remedy: 'review_first',
      exemptions: ['E15'],
    },
  ],
  'denied.internal_affairs': [
    {
      id: 'internal_affairs',
      letter: 'L08',
      label: { zh: '不予公开：内部事务信息', en: 'Denied: internal affairs' },
      articles: ['条例36(3)', '条例16¶1'],
      requires: ['internal_kind'],
      remedy: 'review_first',
      exemptions: ['E16a'],
    },
  ],
  'denied.process_info': [
    {
      id: 'process_info',
      letter: 'L09',
      label: { zh: '不予公开：过程性信息', en: 'Denied: process information' },
      articles: ['条例36(3)', '条例16¶2'],
      requires: ['process_kind'],
      remedy: 'review_first',
      exemptions: ['E16b'],
    },
  ],
  'denied.enforcement_file': [
    {
      id: 'enforcement_file',
      letter: 'L10',
      label: { zh: '不予公开：行政执法案卷', en: 'Denied: enforcement file' },
      articles: ['条例36(3)', '条例16¶2'],
      requires: ['enforcement_file'],
      remedy: 'review_first',
      exemptions: ['E16c'],
    },
  ],
  'denied.admin_query': [
    {
      id: 'admin_query',
      letter: 'L11',
      label: { zh: '行政查询事项，依照有关规定办理', en: 'Administrative query under rules of its own' },
      articles: ['条例36(7)'],
      requires: ['special_rules'],
      remedy: 'choice',
    },
  ],
  'unavailable.not_held': [
    {
      id: 'does_not_exist',
      letter: 'L12',
      label: { zh: '信息不存在', en: 'Does not exist' },
      articles: ['条例36(4)'],
      requires: ['search_record'],
      remedy: 'choice',
    },
    {
      id: 'not_ours',
      letter: 'L13',
      label: { zh: '不属于本机关负责公开', en: 'Not for this organ' },
      articles: ['条例36(5)'],
      requires: ['not_ours_reason'],
      optional: ['organ_name', 'organ_contact'],
      remedy: 'choice',
    },
  ],
  'unavailable.needs_creation': [
    {
      id: 'needs_creation',
      letter: 'L14',
      label: { zh: '没有现成信息，需要加工、分析', en: 'Would have to be made' },
      articles: ['条例38'],
      requires: ['processing_needed'],
      remedy: 'choice',
    },
  ],
  'unavailable.unclear_after_correction': [
    {
      id: 'unclear_after_correction',
      letter: 'L15',
      label: { zh: '补正后仍不明确', en: 'Unclear after correction' },
      articles: ['条例30'],
      requires: ['correction_history'],
      remedy: 'choice',
    },
  ],
  'not_processed.petition': [
    {
      id: 'petition',
      letter: 'L16',
      label: { zh: '信访、投诉、举报', en: 'Petition or complaint' },
      articles: ['条例39¶1'],
      requires: ['petition_content'],
      optional: ['organ_name', 'organ_contact'],
      remedy: 'choice',
    },
  ],
  'not_processed.repeat': [
    {
      id: 'repeat',
      letter: 'L17',
      label: { zh: '重复申请', en: 'Repeated' },
      articles: ['条例36(6)'],
      requires: ['earlier_answer'],
      remedy: 'choice',
    },
  ],
  'not_processed.publication': [
    {
      id: 'publication',
      letter: 'L18',
      label: { zh: '公开出版物', en: 'Published matter' },
      articles: ['条例39¶2'],
      requires: ['how_to_obtain'],
      remedy: 'choice',
    },
  ],
  'not_processed.abusive': [
    {
      id: 'abusive',
      letter: 'L19',
      label: { zh: '无正当理由大量反复申请', en: 'Excessive without good reason' },
      articles: ['条例35'],
      requires: ['unreasonable'],
      remedy: 'choice',
    },
  ],
  'not_processed.reconfirm': [
    {
      id: 'reconfirm',
      letter: 'L20',
      label: { zh: '要求确认或者重新出具已获取信息', en: 'Asks to confirm or reissue' },
      articles: ['条例38'],
      requires: ['already_obtained'],
      remedy: 'choice',
      unverified: true,
    },
  ],
  'other.no_correction': [
    {
      id: 'no_correction',
      letter: 'D15',
      label: { zh: '逾期不补正，不再处理', en: 'Not corrected in time' },
      articles: ['条例30'],
      requires: ['correction_overdue'],
      remedy: 'choice',
      unverified: true,
    },
  ],
  'other.unpaid': [
    {
      id: 'unpaid',
      letter: 'D15',
      label: { zh: '逾期不缴费，不再处理', en: 'Fee not paid in time' },
      articles: ['条例42', '办法6'],
      requires: ['payment_overdue'],
      remedy: 'choice',
      unverified: true,
    },
  ],
  'other.other': [
    {
      id: 'otherwise_closed',
      letter: 'D15',
      label: { zh: '撤回、合并、移送等其他处理', en: 'Withdrawn, merged, transferred or otherwise closed' },
      articles: ['条例33'],
      requires: ['closing_reason'],
      remedy: 'none',
      unverified: true,
    },
  ],
} as const satisfies Readonly<Record<ResultLine, readonly [Decision, ...Decision[]]>>
