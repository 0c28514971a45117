/** 2021 edition: 国办公开办函〔2021〕30号; used for the reports of 2021 and later (D§3.4-3.8). */
import * as common from './common.ts'
import { defineEdition } from './form.ts'

const documentColumns = [
  { id: 'made', label: { zh: '本年制发件数', en: 'Issued', aliases: ['本年制发数量', '制发件数'] }, measure: 'count' },
  {
    id: 'repealed',
    label: { zh: '本年废止件数', en: 'Repealed', aliases: ['本年废止数量', '废止件数'] },
    measure: 'count',
  },
  {
    id: 'in_force',
    label: { zh: '现行有效件数', en: 'In force', aliases: ['现行有效数量', '现行有效'] },
    measure: 'count',
  },
] as const

const decisions = [
  {
    id: 'decisions',
    label: { zh: '本年处理决定数量', en: 'Decisions this year', aliases: ['处理决定数量', '本年处理决定数'] },
    measure: 'count',
  },
] as const

const inForceChain = <const R extends string>(row: R) =>
  ({
    rule: 'year.in_force',
    row,
    result: 'in_force',
    before: ['in_force'],
    now: [
      { column: 'made', sign: 1 },
      { column: 'repealed', sign: -1 },
    ],
  }) as const

export const edition2021 = defineEdition({
  id: '2021',
  validFromYear: 2021,
  document: '国办公开办函〔2021〕30号',
  name: '中华人民共和国政府信息公开工作年度报告格式',
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
          label: { zh: '行政规范性文件', en: 'Normative documents', aliases: ['规范性文件'] },
        },
      ],
    },
    {
      label: { zh: '第二十条第（五）项', en: 'Article 20(5)' },
      article: '条例20(5)',
      columns: decisions,
      rows: [{ id: 'permits', label: { zh: '行政许可', en: 'Permits' } }],
    },
    {
      label: { zh: '第二十条第（六）项', en: 'Article 20(6)' },
      article: '条例20(6)',
      columns: decisions,
      rows: [
        { id: 'penalties', label: { zh: '行政处罚', en: 'Penalties' } },
        { id: 'coercion', label: { zh: '行政强制', en: 'Coercive measures' } },
      ],
    },
    {
      label: { zh: '第二十条第（八）项', en: 'Article 20(8)' },
      article: '条例20(8)',
      columns: [
        {
          id: 'amount',
          label: {
            zh: '本年收费金额（单位：万元）',
            en: 'Fees collected (10,000 yuan)',
            aliases: ['本年收费金额', '本年收费金额（万元）', '收费金额'],
          },
          measure: 'amount',
          unit: '万元',
        },
      ],
      rows: [{ id: 'fees', label: { zh: '行政事业性收费', en: 'Administrative fees', aliases: ['行政事业收费'] } }],
    },
  ],
  requests: {
    columns: common.applicantColumns,
    organisations: common.organisationKinds,
    groups: [
      common.resultsGroup,
      ...common.refusalGroups,
      {
        id: 'other',
        label: { zh: '（六）其他处理', en: '(6) Other handling', aliases: ['（六）其它处理'] },
        within: 'results',
      },
    ],
    rows: [
      ...common.requestRowsToNotProcessed,
      {
        id: 'other.no_correction',
        label: {
          zh: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
          en: '1. Not corrected in time',
          aliases: ['1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请', '1.申请人无正当理由逾期不补正'],
        },
        group: 'other',
      },
      {
        id: 'other.unpaid',
        label: {
          zh: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
          en: '2. Fee not paid in time',
          aliases: [
            '2.申请人逾期未按收费通知要求缴纳费用，行政机关不再处理其政府信息公开申请',
            '2.申请人逾期未按收费通知要求缴纳费用',
          ],
        },
        group: 'other',
      },
      { id: 'other.other', label: { zh: '3.其他', en: '3. Other', aliases: ['3.其它'] }, group: 'other' },
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
          'other.no_correction',
          'other.unpaid',
          'other.other',
        ],
        basis: common.resultsBasis,
      },
    ],
    per_request_row: common.applicantSum,
    per_dispute_row: common.outcomeSum,
  },
  chains: (['rules', 'normative_documents'] as const).map(inForceChain),
  lines: {
    proactive: {
      'rules.made': 'rules.made',
      'rules.published': null,
      'rules.published_total': null,
      'rules.repealed': 'rules.repealed',
      'rules.in_force': 'rules.in_force',
      'normative_documents.made': 'normative_documents.made',
      'normative_documents.published': null,
      'normative_documents.published_total': null,
      'normative_documents.repealed': 'normative_documents.repealed',
      'normative_documents.in_force': 'normative_documents.in_force',
      'permits.items_last_year': null,
      'permits.change': null,
      'permits.decisions': 'permits.decisions',
      'other_services.items_last_year': null,
      'other_services.change': null,
      'other_services.decisions': null,
      'penalties.items_last_year': null,
      'penalties.change': null,
      'penalties.decisions': 'penalties.decisions',
      'coercion.items_last_year': null,
      'coercion.change': null,
      'coercion.decisions': 'coercion.decisions',
      'fees.items_last_year': null,
      'fees.change': null,
      'fees.amount': 'fees.amount',
      'procurement.items': null,
      'procurement.amount': null,
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
      'other.no_correction': 'other.no_correction',
      'other.unpaid': 'other.unpaid',
      'other.other': 'other.other',
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
