/** Parts of the form that every edition so far prints in the same words. An edition may take them or bring its own. */
import type { Column, Group, Label, Row, Section } from './form.ts'

/** Columns of table 三 (D§3.5). */
export const applicantColumns = [
  { id: 'natural_person', label: { zh: '自然人', en: 'Natural persons', aliases: ['公民', '个人'] }, measure: 'count' },
  { id: 'business', label: { zh: '商业企业', en: 'Businesses', aliases: ['企业'] }, measure: 'count' },
  { id: 'research', label: { zh: '科研机构', en: 'Research bodies', aliases: ['科研单位'] }, measure: 'count' },
  {
    id: 'social',
    label: { zh: '社会公益组织', en: 'Social organisations', aliases: ['社会组织', '公益组织', '社会公益机构'] },
    measure: 'count',
  },
  { id: 'legal_service', label: { zh: '法律服务机构', en: 'Legal services', aliases: ['法律服务'] }, measure: 'count' },
  { id: 'other', label: { zh: '其他', en: 'Others', aliases: ['其它'] }, measure: 'count' },
  { id: 'total', label: { zh: '总计', en: 'Total', aliases: ['合计', '总数'] }, measure: 'count' },
] as const satisfies readonly Column[]

export const organisationKinds = ['business', 'research', 'social', 'legal_service', 'other'] as const

/** Columns of table 四 (D§3.8). */
export const outcomeColumns = [
  { id: 'upheld', label: { zh: '结果维持', en: 'Upheld', aliases: ['维持'] }, measure: 'count' },
  { id: 'corrected', label: { zh: '结果纠正', en: 'Corrected', aliases: ['纠正'] }, measure: 'count' },
  { id: 'other', label: { zh: '其他结果', en: 'Other result', aliases: ['其它结果'] }, measure: 'count' },
  { id: 'pending', label: { zh: '尚未审结', en: 'Pending', aliases: ['未审结'] }, measure: 'count' },
  { id: 'total', label: { zh: '总计', en: 'Total', aliases: ['合计'] }, measure: 'count' },
] as const satisfies readonly Column[]

const lawsuits: Label = { zh: '行政诉讼', en: 'Administrative lawsuits' }

/** Rows of table 四, printed as three strips side by side. */
export const disputeRows = [
  {
    id: 'reconsideration',
    label: { zh: '行政复议', en: 'Administrative reconsideration' },
    under: { zh: '行政复议', en: 'Administrative reconsideration' },
  },
  {
    id: 'lawsuit_direct',
    label: { zh: '未经复议直接起诉', en: 'Sued directly', aliases: ['未经复议', '直接起诉'] },
    under: lawsuits,
  },
  {
    id: 'lawsuit_after_reconsideration',
    label: { zh: '复议后起诉', en: 'Sued after reconsideration', aliases: ['经复议后起诉'] },
    under: lawsuits,
  },
] as const satisfies readonly (Row & { readonly under: Label })[]

export const resultsGroup = {
  id: 'results',
  label: { zh: '三、本年度办理结果', en: 'III. Handled this year', aliases: ['三、本年办理结果'] },
  vertical: true,
} as const satisfies Group

export const refusalGroups = [
  { id: 'denied', label: { zh: '（三）不予公开', en: '(3) Denied' }, within: 'results' },
  { id: 'unavailable', label: { zh: '（四）无法提供', en: '(4) Unable to provide' }, within: 'results' },
  { id: 'not_processed', label: { zh: '（五）不予处理', en: '(5) Not processed' }, within: 'results' },
] as const satisfies readonly Group[]

/** Rows of table 三 up to （五）, alike in 2019 and 2021 (D§3.6). */
export const requestRowsToNotProcessed = [
  {
    id: 'new',
    label: {
      zh: '一、本年新收政府信息公开申请数量',
      en: 'I. Requests received this year',
      aliases: ['本年新收政府信息公开申请数量', '本年新收申请数量', '本年度新收政府信息公开申请数量'],
    },
  },
  {
    id: 'carried_in',
    label: {
      zh: '二、上年结转政府信息公开申请数量',
      en: 'II. Carried over from last year',
      aliases: ['上年结转政府信息公开申请数量', '上年度结转政府信息公开申请数量', '上年结转申请数量'],
    },
  },
  { id: 'granted', label: { zh: '（一）予以公开', en: '(1) Granted' }, group: 'results' },
  {
    id: 'partial',
    label: {
      zh: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
      en: '(2) Partly granted (counted here only)',
      aliases: ['（二）部分公开', '（二）部分公开（区分处理的，只计这一情形）'],
    },
    group: 'results',
  },
  { id: 'denied.state_secret', label: { zh: '1.属于国家秘密', en: '1. State secret' }, group: 'denied' },
  {
    id: 'denied.law_forbids',
    label: {
      zh: '2.其他法律行政法规禁止公开',
      en: '2. Other law forbids',
      aliases: ['2.其他法律、行政法规禁止公开', '2.其他法律法规禁止公开', '2.其他法律和行政法规禁止公开'],
    },
    group: 'denied',
  },
  {
    id: 'denied.safety_stability',
    label: {
      zh: '3.危及“三安全一稳定”',
      en: '3. Endangers security or stability',
      aliases: ['3.危及三安全一稳定', '3.危及国家安全、公共安全、经济安全、社会稳定', '3.涉及“三安全一稳定”'],
    },
    group: 'denied',
  },
  {
    id: 'denied.third_party',
    label: {
      zh: '4.保护第三方合法权益',
      en: '4. Protects a third party',
      aliases: ['4.保护第三方的合法权益', '4.涉及第三方合法权益'],
    },
    group: 'denied',
  },
  {
    id: 'denied.internal_affairs',
    label: { zh: '5.属于三类内部事务信息', en: '5. Internal affairs', aliases: ['5.属于内部事务信息'] },
    group: 'denied',
  },
  {
    id: 'denied.process_info',
    label: { zh: '6.属于四类过程性信息', en: '6. Process information', aliases: ['6.属于过程性信息'] },
    group: 'denied',
  },
  {
    id: 'denied.enforcement_file',
    label: { zh: '7.属于行政执法案卷', en: '7. Enforcement file', aliases: ['7.属于行政执法案卷信息'] },
    group: 'denied',
  },
  {
    id: 'denied.admin_query',
    label: { zh: '8.属于行政查询事项', en: '8. Administrative query', aliases: ['8.属于行政机关查询事项'] },
    group: 'denied',
  },
  {
    id: 'unavailable.not_held',
    label: {
      zh: '1.本机关不掌握相关政府信息',
      en: '1. Not held',
      aliases: ['1.本行政机关不掌握相关政府信息', '1.本机关不掌握相关信息'],
    },
    group: 'unavailable',
  },
  {
    id: 'unavailable.needs_creation',
    label: {
      zh: '2.没有现成信息需要另行制作',
      en: '2. Would have to be made',
      aliases: ['2.没有现成信息、需要另行制作'],
    },
    group: 'unavailable',
  },
  {
    id: 'unavailable.unclear_after_correction',
    label: {
      zh: '3.补正后申请内容仍不明确',
      en: '3. Unclear after correction',
      aliases: ['3.补正后申请内容仍然不明确', '3.补正后内容仍不明确'],
    },
    group: 'unavailable',
  },
  {
    id: 'not_processed.petition',
    label: {
      zh: '1.信访举报投诉类申请',
      en: '1. Petition or complaint',
      aliases: ['1.信访、举报、投诉类申请', '1.信访投诉举报类申请'],
    },
    group: 'not_processed',
  },
  { id: 'not_processed.repeat', label: { zh: '2.重复申请', en: '2. Repeated' }, group: 'not_processed' },
  {
    id: 'not_processed.publication',
    label: { zh: '3.要求提供公开出版物', en: '3. Asks for a publication' },
    group: 'not_processed',
  },
  {
    id: 'not_processed.abusive',
    label: { zh: '4.无正当理由大量反复申请', en: '4. Abusive volume' },
    group: 'not_processed',
  },
  {
    id: 'not_processed.reconfirm',
    label: {
      zh: '5.要求行政机关确认或重新出具已获取信息',
      en: '5. Asks to confirm or reissue',
      aliases: ['5.要求行政机关确认或者重新出具已获取信息'],
    },
    group: 'not_processed',
  },
] as const satisfies readonly Row[]

export const requestTotalRows = [
  { id: 'total', label: { zh: '（七）总计', en: '(7) Total', aliases: ['（七）合计'] }, group: 'results' },
  {
    id: 'carried_out',
    label: {
      zh: '四、结转下年度继续办理',
      en: 'IV. Carried over to next year',
      aliases: ['结转下年度继续办理', '四、结转下年继续办理', '四、结转下一年度继续办理'],
    },
  },
] as const satisfies readonly Row[]

/** The six numbered parts and the preface (D§3.2). */
export const sixSections = [
  { id: 'preface', label: { zh: '', en: 'Preface' } },
  {
    id: 'overview',
    label: {
      zh: '一、总体情况',
      en: 'I. Overview',
      aliases: ['一、概述', '一、基本情况', '一、总体概况', '一、总体工作情况'],
    },
  },
  {
    id: 'proactive',
    label: {
      zh: '二、主动公开政府信息情况',
      en: 'II. Proactive disclosure',
      aliases: ['二、主动公开情况', '二、政府信息主动公开情况'],
    },
  },
  {
    id: 'requests',
    label: {
      zh: '三、收到和处理政府信息公开申请情况',
      en: 'III. Requests received and handled',
      aliases: ['三、依申请公开情况', '三、收到和处理政府信息公开申请的情况', '三、依申请公开政府信息情况'],
    },
  },
  {
    id: 'disputes',
    label: {
      zh: '四、政府信息公开行政复议、行政诉讼情况',
      en: 'IV. Reconsideration and lawsuits',
      aliases: [
        '四、因信息公开工作被申请行政复议、提起行政诉讼情况',
        '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
        '四、行政复议、行政诉讼情况',
        '四、政府信息公开行政复议和行政诉讼情况',
      ],
    },
  },
  {
    id: 'problems',
    label: {
      zh: '五、存在的主要问题及改进情况',
      en: 'V. Problems and improvement',
      aliases: [
        '五、政府信息公开工作存在的主要问题及改进情况',
        '五、存在的问题及改进情况',
        '五、存在的主要问题和改进情况',
        '五、存在问题及改进措施',
        '五、存在的主要问题及改进措施',
      ],
    },
  },
  {
    id: 'other',
    label: {
      zh: '六、其他需要报告的事项',
      en: 'VI. Other matters',
      aliases: ['六、需要报告的其他事项', '六、其他需要报告事项', '六、其它需要报告的事项'],
    },
  },
] as const satisfies readonly Section[]

export const cornerNote: Label = {
  zh: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  en: '(In each column: first plus second item equals third plus fourth)',
}
export const applicantHead: Label = { zh: '申请人情况', en: 'Applicants' }
export const organisationHead: Label = {
  zh: '法人或其他组织',
  en: 'Legal persons and other organisations',
  aliases: ['法人或者其他组织', '法人和其他组织'],
}
export const itemHead: Label = { zh: '信息内容', en: 'Item' }

export const applicantSum = {
  left: ['total'],
  right: ['natural_person', 'business', 'research', 'social', 'legal_service', 'other'],
  basis: '年度报告格式 表三：总计为各类申请人之和',
} as const

export const outcomeSum = {
  left: ['total'],
  right: ['upheld', 'corrected', 'other', 'pending'],
  basis: '年度报告格式 表四：总计为各项结果之和',
} as const

export const balanceBasis = '年度报告格式 表三表头：第一项加第二项之和，等于第三项加第四项之和'
export const resultsBasis = '年度报告格式 表三：（七）总计为各办理结果之和'
