/** How a dispute can end, and the column of table 四 it is counted in (D§6.3; the mapping is unverified as official). */
import type { ArticleId } from './articles.ts'
import type { outcomeColumns } from './editions/common.ts'
import type { Words } from './words.ts'

type OutcomeColumn = Exclude<(typeof outcomeColumns)[number]['id'], 'total'>

export interface Outcome {
  readonly label: Words
  readonly column: OutcomeColumn
  readonly article?: ArticleId
}

export const reconsiderationOutcomes = {
  upheld: { label: { zh: '维持', en: 'Upheld' }, column: 'upheld', article: '复议法68' },
  claim_dismissed: { label: { zh: '驳回行政复议请求', en: 'Claim dismissed' }, column: 'upheld', article: '复议法69' },
  changed: { label: { zh: '变更', en: 'Changed' }, column: 'corrected', article: '复议法63' },
  revoked: { label: { zh: '撤销或者部分撤销', en: 'Revoked' }, column: 'corrected', article: '复议法64' },
  illegal: { label: { zh: '确认违法', en: 'Declared illegal' }, column: 'corrected', article: '复议法65' },
  ordered: { label: { zh: '责令履行', en: 'Ordered to perform' }, column: 'corrected', article: '复议法66' },
  void: { label: { zh: '确认无效', en: 'Declared void' }, column: 'corrected', article: '复议法67' },
  not_accepted: { label: { zh: '不予受理', en: 'Not accepted' }, column: 'other', article: '复议法30' },
  rejected: { label: { zh: '驳回申请', en: 'Application rejected' }, column: 'other', article: '复议法33' },
  ended: {
    label: { zh: '终止（撤回、和解）', en: 'Ended (withdrawn, settled)' },
    column: 'other',
    article: '复议法41',
  },
  mediated: { label: { zh: '调解', en: 'Mediated' }, column: 'other', article: '复议法73' },
  suspended: { label: { zh: '中止', en: 'Suspended' }, column: 'pending', article: '复议法39' },
  pending: { label: { zh: '尚未审结', en: 'Pending' }, column: 'pending' },
} as const satisfies Readonly<Record<string, Outcome>>

export const lawsuitOutcomes = {
  claim_dismissed: { label: { zh: '驳回诉讼请求', en: 'Claim dismissed' }, column: 'upheld', article: '行诉法69' },
  appeal_dismissed: {
    label: { zh: '驳回上诉、维持原判（一审机关胜诉）', en: 'Appeal dismissed (organ won below)' },
    column: 'upheld',
    article: '行诉法89',
  },
  revoked: { label: { zh: '撤销或者部分撤销', en: 'Revoked' }, column: 'corrected', article: '行诉法70' },
  ordered: { label: { zh: '责令履行', en: 'Ordered to perform' }, column: 'corrected', article: '行诉法72' },
  illegal: { label: { zh: '确认违法', en: 'Declared illegal' }, column: 'corrected', article: '行诉法74' },
  void: { label: { zh: '确认无效', en: 'Declared void' }, column: 'corrected', article: '行诉法75' },
  changed: { label: { zh: '变更', en: 'Changed' }, column: 'corrected', article: '行诉法77' },
  rejected: { label: { zh: '裁定不予立案或者驳回起诉', en: 'Not filed or rejected' }, column: 'other' },
  withdrawn: { label: { zh: '准许撤诉', en: 'Withdrawn' }, column: 'other', article: '行诉法62' },
  mediated: { label: { zh: '调解', en: 'Mediated' }, column: 'other', article: '行诉法60' },
  pending: { label: { zh: '尚未审结', en: 'Pending' }, column: 'pending' },
} as const satisfies Readonly<Record<string, Outcome>>
