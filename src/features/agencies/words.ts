/** What this slice calls its things, and what it says when it says no. */
import type { Said } from '../../domain/kernel/lang.ts'
import type { Refusal } from '../../domain/kernel/result.ts'

export const agencyWord: Said = { zh: '机关', en: 'agency' }
export const sectionWord: Said = { zh: '科室', en: 'section' }
export const documentWord: Said = { zh: '页面', en: 'page' }
export const versionWord: Said = { zh: '版本', en: 'version' }

/** Fields that belong to one agency only, by the constraint of the table that keeps them so. */
export const takenWords: Readonly<Record<string, { readonly at: string; readonly says: Said }>> = {
  agency_slug: {
    at: 'body.slug',
    says: { zh: '这个网址标识已被其他机关使用，请换一个。', en: 'Another agency has this address; take another.' },
  },
  agency_host: {
    at: 'body.host',
    says: { zh: '这个域名已被其他机关使用，请核对。', en: 'Another agency has this host name; check it.' },
  },
  agency_credit_code: {
    at: 'body.creditCode',
    says: {
      zh: '这个统一社会信用代码已属于其他机关，请核对。',
      en: 'This unified social credit code belongs to another agency; check it.',
    },
  },
  section_name: {
    at: 'body.name',
    says: {
      zh: '已有同名的科室（可能已停用），请换个名称或恢复原科室。',
      en: 'There is a section of this name, perhaps closed; take another name or open it again.',
    },
  },
  document_slug: {
    at: 'body.slug',
    says: {
      zh: '本机关已有页面使用这个网址标识，请换一个。',
      en: 'Another page of the agency has this address; take another.',
    },
  },
}

const no = (code: string, zh: string, en: string, at?: string): Refusal =>
  at === undefined ? { code, says: { zh, en } } : { code, says: { zh, en }, at }

export const badHost = no(
  'bad_host',
  '域名的写法不对，请写成 jyj.example.gov.cn 这样，不带 http:// 和端口。',
  'The host name is not written right; write it like jyj.example.gov.cn, without http:// and port.',
  'host',
)
export const secondGuide = no(
  'taken',
  '本机关已有公开指南，请在原指南上保存新版本。',
  'The agency has its guide already; save a new version of it.',
  'body.kind',
)
export const wasPublished = no(
  'was_published',
  '发布过的页面不能删除，可以撤下；历次版本要留存备查。',
  'A page that was published cannot be removed, only taken down; its versions are kept.',
)
export const leaderDays = (n: number): Refusal =>
  no(
    'days_order',
    '离任日期早于任职日期，请核对。',
    'The last day is before the first; check them.',
    `items[${n}].untilDate`,
  )
export const outOfReach: Refusal = no(
  'not_for_this',
  '不是本机关或所监督的机关，不能在这里导入，请由该机关的上级导入',
  'is neither your agency nor one it supervises; its superior must import it',
)
export const superiorClosed: Refusal = no(
  'superior_closed',
  '上级机关已撤并，请换一个上级机关，或先恢复它',
  'is closed; take another superior, or open it again first',
)
export const superiorOutOfReach = no(
  'not_for_this',
  '不能移到这个机关之下：它不是本机关，也不由本机关监督；请由其上级机关办理。',
  'It cannot be moved there: that is neither your agency nor one it supervises; its superior must do it.',
  'superiorId',
)
export const stillBelow = (names: readonly string[]): Refusal => {
  const [zh, en] = [names.slice(0, 5).join('、'), names.slice(0, 5).join(', ')]
  return no(
    'still_below',
    `还有 ${names.length} 个在用的机关在它之下：${zh}。请先撤并它们，或改到别的上级机关之下。`,
    `${names.length} open agencies stand below it: ${en}. Close them first, or move them below another superior.`,
  )
}
export const stillToAnswer = (n: number): Refusal =>
  no(
    'still_to_answer',
    `还有 ${n} 件依申请公开没有办结；请先办结，或转交承接其职能的机关。`,
    `${n} requests are not closed; answer them first, or hand them to the agency that takes over its tasks.`,
  )
export const closedAbove = (name: string): Refusal =>
  no(
    'superior_closed',
    `上级机关“${name}”已撤并，在用的机关不能在它之下；请先恢复它，或换一个上级机关。`,
    `Its superior ${name} is closed, and no open agency stands below a closed one; open that first, or take another superior.`,
    'body.superiorId',
  )
