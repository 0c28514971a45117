/** 2019 edition: 国办公开办函〔2019〕60号, 格式（试行）; used for the reports of 2019 and 2020 (D§3.3, 3.5-3.8). */
import * as common from './common.ts'
import { defineEdition } from './form.ts'

const documentColumns = [
  {
    id: 'made',
    label: { zh: '本年新制作数量', en: 'Newly made', aliases: ['本年制作数量', '新制作数量'] },
    measure: 'count',
  },
  {
    id: 'published',
    label: { zh: '本年新公开数量', en: 'Newly published', aliases: ['本年公开数量', '新公开数量'] },
    measure: 'count',
  },
  {
    id: 'published_total',
    label: { zh: '对外公开总数量', en: 'Published in all', aliases: ['对外公开总数', '公开总数量'] },
    measure: 'count',
  },
] as const

const itemColumns = [
  {
    id: 'items_last_year',
    label: { zh: '上一年项目数量', en: 'Items last year', aliases: ['上年项目数量', '上一年度项目数量'] },
    measure: 'count',
  },
  {
    id: 'change',
    label: { zh: '本年增/减', en: 'Change', aliases: ['本年增/减量', '本年增减', '本年增减数量'] },
    measure: 'change',
  },
] as const

const decisions = {
  id: 'decisions',
  label: { zh: '处理决定数量', en: 'Decisions', aliases: ['处理决定数', '本年处理决定数量'] },
  measure: 'count',
} as const

const itemChain = <const R extends string>(row: R) =>
  ({
    rule: 'year.items',
    row,
    result: 'items_last_year',
    before: ['items_last_year', 'change'],
    now: [],
  }) as const

export const edition2019 = defineEdition({
  id: '2019',
  validFromYear: 2019,
  document: '国办公开办函〔2019〕60号',
  name: '政府信息公开工作年度报告格式（试行）',
  cornerNote: common.cornerNote,
  applicantHead: common.applicantHead,
  organisationHead: common.organisationHead,
  itemHead: common.itemHead,
  sections: common.sixSections,
  proactive: [
    {
      label: { zh: '第二十条第（一）项', en: 'Article 20(1)' },
      article: '条例20(1)',
      columns: documentColumns,
      rows: [
        { id: 'rules', label: { zh: '规章', en: 'Rules' } },
        {
          id: 'normative_documents',
          label: { zh: '规范性文件', en: 'Normative documents', aliases: ['行政规范性文件'] },
        },
      ],
    },
    {
      label: { zh: '第二十条第（五）项', en: 'Article 20(5)' },
      article: '条例20(5)',
      columns: [...itemColumns, decisions],
      rows: [
        { id: 'permits', label: { zh: '行政许可', en: 'Permits' } },
        {
          id: 'other_services',
          label: { zh: '其他对外管理服务事项', en: 'Other external services', aliases: ['其他对外管理服务'] },
        },
      ],
    },
    {
      label: { zh: '第二十条第（六）项', en: 'Article 20(6)' },
      article: '条例20(6)',
      columns: [...itemColumns, decisions],
      rows: [
        { id: 'penalties', label: { zh: '行政处罚', en: 'Penalties' } },
        { id: 'coercion', label: { zh: '行政强制', en: 'Coercive measures' } },
      ],
    },
    {
      label: { zh: '第二十条第（八）项', en: 'Article 20(8)' },
      article: '条例20(8)',
      columns: itemColumns,
      rows: [{ id: 'fees', label: { zh: '行政事业性收费', en: 'Administrative fees', aliases: ['行政事业收费'] } }],
    },
    {
      label: { zh: '第二十条第（九）项', en: 'Article 20(9)' },
      article: '条例20(9)',
      columns: [
        { id: 'items', label: { zh: '采购项目数量', en: 'Purchases', aliases: ['采购项目数'] }, measure: 'count' },
        { id: 'amount', label: { zh: '采购总金额', en: 'Amount', aliases: ['采购金额'] }, measure: 'amount' },
      ],
      rows: [{ id: 'procurement', label: { zh: '政府集中采购', en: 'Central procurement' } }],
    },
  ],
  requests: {
    columns: common.applicantColumns,
    organisations: common.organisationKinds,
    groups: [common.resultsGroup, ...common.refusalGroups],
    rows: [
      ...common.requestRowsToNotProcessed,
      {
        id: 'other',
        label: { zh: '（六）其他处理', en: '(6) Other handling', aliases: ['（六）其它处理'] },
        group: 'results',
      },
      ...common.requestTotalRows,
    ],
  },
  disputes: { columns: common.outcomeColumns, rows: common.disputeRows },
  balances: {
    per_request_column: [
      {
        rule: 'requests.balance',
        left: ['new', 'carried_in'],
        right: ['total', 'carried_out'],
        basis: common.balanceBasis,
      },
      {
        rule: 'requests.sum_of_results',
        left: ['total'],
        right: [
          'granted',
          'partial',
          'denied.state_secret',
          'denied.law_forbids',
          'denied.safety_stability',
          'denied.third_party',
          'denied.internal_affairs',
          'denied.process_info',
          'denied.enforcement_file',
          'denied.admin_query',
          'unavailable.not_held',
          'unavailable.needs_creation',
          'unavailable.unclear_after_correction',
          'not_processed.petition',
          'not_processed.repeat',
          'not_processed.publication',
          'not_processed.abusive',
          'not_processed.reconfirm',
          'other',
        ],
        basis: common.resultsBasis,
      },
    ],
    per_request_row: common.applicantSum,
    per_dispute_row: common.outcomeSum,
  },
  chains: (['permits', 'other_services', 'penalties', 'coercion', 'fees'] as const).map(itemChain),
  lines: {
    proactive: {
      'rules.made': 'rules.made',
      'rules.published': 'rules.published',
      'rules.published_total': 'rules.published_total',
      'rules.repealed': null,
      'rules.in_force': null,
      'normative_documents.made': 'normative_documents.made',
      'normative_documents.published': 'normative_documents.published',
      'normative_documents.published_total': 'normative_documents.published_total',
      'normative_documents.repealed': null,
      'normative_documents.in_force': null,
      'permits.items_last_year': 'permits.items_last_year',
      'permits.change': 'permits.change',
      'permits.decisions': 'permits.decisions',
      'other_services.items_last_year': 'other_services.items_last_year',
      'other_services.change': 'other_services.change',
      'other_services.decisions': 'other_services.decisions',
      'penalties.items_last_year': 'penalties.items_last_year',
      'penalties.change': 'penalties.change',
      'penalties.decisions': 'penalties.decisions',
      'coercion.items_last_year': 'coercion.items_last_year',
      'coercion.change': 'coercion.change',
      'coercion.decisions': 'coercion.decisions',
      'fees.items_last_year': 'fees.items_last_year',
      'fees.change': 'fees.change',
      'fees.amount': null,
      'procurement.items': 'procurement.items',
      'procurement.amount': 'procurement.amount',
    },
    requests: {
      new: 'new',
      carried_in: 'carried_in',
      granted: 'granted',
      partial: 'partial',
      'denied.state_secret': 'denied.state_secret',
      'denied.law_forbids': 'denied.law_forbids',
      'denied.safety_stability': 'denied.safety_stability',
      'denied.third_party': 'denied.third_party',
      'denied.internal_affairs': 'denied.internal_affairs',
      'denied.process_info': 'denied.process_info',
      'denied.enforcement_file': 'denied.enforcement_file',
      'denied.admin_query': 'denied.admin_query',
      'unavailable.not_held': 'unavailable.not_held',
      'unavailable.needs_creation': 'unavailable.needs_creation',
      'unavailable.unclear_after_correction': 'unavailable.unclear_after_correction',
      'not_processed.petition': 'not_processed.petition',
      'not_processed.repeat': 'not_processed.repeat',
      'not_processed.publication': 'not_processed.publication',
      'not_processed.abusive': 'not_processed.abusive',
      'not_processed.reconfirm': 'not_processed.reconfirm',
      'other.no_correction': 'other',
      'other.unpaid': 'other',
      'other.other': 'other',
      total: 'total',
      carried_out: 'carried_out',
    },
    disputes: {
      reconsideration: 'reconsideration',
      lawsuit_direct: 'lawsuit_direct',
      lawsuit_after_reconsideration: 'lawsuit_after_reconsideration',
    },
  },
})
