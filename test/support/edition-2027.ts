/**
 * A form of 2027 that nobody has issued, defined as a real one would be: this file, and one line in the list of
 * editions. It brings rows together, parts with columns of 2021, calls things by other names and turns table 四 about.
 */
import * as common from '../../src/law/editions/common.ts'
import { defineEdition } from '../../src/law/editions/form.ts'

const decided = [
  { id: 'decisions', label: { zh: '当年作出决定件数', en: 'Decided in the year' }, measure: 'count' },
] as const

export const edition2027 = defineEdition({
  id: '2027',
  validFromYear: 2027,
  document: '示例函〔2027〕1号',
  name: '虚构的2027年格式',
  cornerNote: common.cornerNote,
  applicantHead: { zh: '提出申请的人', en: 'Who applied' },
  organisationHead: common.organisationHead,
  itemHead: common.itemHead,
  sections: common.sixSections,
  proactive: [
    {
      label: { zh: '规章和文件', en: 'Rules and documents' },
      article: '条例20(1)',
      columns: [
        { id: 'made', label: { zh: '当年印发件数', en: 'Issued in the year' }, measure: 'count' },
        { id: 'in_force', label: { zh: '年末有效件数', en: 'In force at its end' }, measure: 'count' },
      ],
      rows: [
        { id: 'rules', label: { zh: '规章', en: 'Rules' } },
        { id: 'normative_documents', label: { zh: '各类行政规范性文件', en: 'Normative documents' } },
      ],
    },
    {
      label: { zh: '许可和处罚', en: 'Permits and penalties' },
      article: '条例20(5)',
      columns: decided,
      rows: [
        { id: 'permits', label: { zh: '行政许可事项', en: 'Permits' } },
        { id: 'penalties', label: { zh: '行政处罚事项', en: 'Penalties' } },
        { id: 'coercion', label: { zh: '行政强制事项', en: 'Coercive measures' } },
      ],
    },
    {
      label: { zh: '采购', en: 'Procurement' },
      article: '条例20(9)',
      columns: [
        {
          id: 'amount',
          label: { zh: '当年采购总额（万元）', en: 'Spent (10,000 yuan)' },
          measure: 'amount',
          unit: '万元',
        },
      ],
      rows: [{ id: 'procurement', label: { zh: '集中采购项目', en: 'Central procurement' } }],
    },
  ],
  requests: {
    columns: common.applicantColumns,
    organisations: common.organisationKinds,
    groups: [
      { id: 'results', label: { zh: '三、当年办结', en: 'III. Closed in the year' }, vertical: true },
      { id: 'denied', label: { zh: '（二）决定不公开', en: '(2) Withheld' }, within: 'results' },
      { id: 'unavailable', label: { zh: '（三）没有或不能提供', en: '(3) Cannot be given' }, within: 'results' },
    ],
    rows: [
      { id: 'new', label: { zh: '一、当年收到申请', en: 'I. Received in the year' } },
      { id: 'carried_in', label: { zh: '二、上年未办结转入', en: 'II. Open from last year' } },
      { id: 'given', label: { zh: '（一）全部或部分公开', en: '(1) Given in whole or part' }, group: 'results' },
      { id: 'denied.by_law', label: { zh: '1.依法不得公开', en: '1. The law forbids' }, group: 'denied' },
      { id: 'denied.third_party', label: { zh: '2.涉及他人权益', en: '2. Rights of others' }, group: 'denied' },
      { id: 'denied.inner', label: { zh: '3.内部信息和执法案卷', en: '3. Inner information, files' }, group: 'denied' },
      { id: 'denied.admin_query', label: { zh: '4.另有查询办法', en: '4. Another road' }, group: 'denied' },
      { id: 'unavailable.not_held', label: { zh: '1.经检索没有', en: '1. Not found' }, group: 'unavailable' },
      {
        id: 'unavailable.unfit',
        label: { zh: '2.需加工或不明确', en: '2. To be made, or unclear' },
        group: 'unavailable',
      },
      { id: 'set_aside', label: { zh: '（四）不再处理', en: '(4) Set aside' }, group: 'results' },
      { id: 'rest', label: { zh: '（五）其余情形', en: '(5) The rest' }, group: 'results' },
      { id: 'total', label: { zh: '（六）办结总计', en: '(6) Closed in all' }, group: 'results' },
      { id: 'carried_out', label: { zh: '四、年末未办结转出', en: 'IV. Open at the end' } },
    ],
  },
  disputes: {
    columns: common.outcomeColumns,
    rows: [
      {
        id: 'lawsuit_direct',
        label: { zh: '直接提起的诉讼', en: 'Sued at once' },
        under: { zh: '人民法院', en: 'Courts' },
      },
      {
        id: 'lawsuit_after_reconsideration',
        label: { zh: '经过复议的诉讼', en: 'Sued after reconsideration' },
        under: { zh: '人民法院', en: 'Courts' },
      },
      {
        id: 'reconsideration',
        label: { zh: '复议机关', en: 'Reconsideration organs' },
        under: { zh: '复议机关', en: 'Reconsideration organs' },
      },
    ],
  },
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
          'given',
          'denied.by_law',
          'denied.third_party',
          'denied.inner',
          'denied.admin_query',
          'unavailable.not_held',
          'unavailable.unfit',
          'set_aside',
          'rest',
        ],
        basis: common.resultsBasis,
      },
    ],
    per_request_row: common.applicantSum,
    per_dispute_row: common.outcomeSum,
  },
  chains: [],
  lines: {
    proactive: {
      'rules.made': 'rules.made',
      'rules.published': null,
      'rules.published_total': null,
      'rules.repealed': null,
      'rules.in_force': 'rules.in_force',
      'normative_documents.made': 'normative_documents.made',
      'normative_documents.published': null,
      'normative_documents.published_total': null,
      'normative_documents.repealed': null,
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
      'fees.amount': null,
      'procurement.items': null,
      'procurement.amount': 'procurement.amount',
    },
    requests: {
      new: 'new',
      carried_in: 'carried_in',
      granted: 'given',
      partial: 'given',
      'denied.state_secret': 'denied.by_law',
      'denied.law_forbids': 'denied.by_law',
      'denied.safety_stability': 'denied.by_law',
      'denied.third_party': 'denied.third_party',
      'denied.internal_affairs': 'denied.inner',
      'denied.process_info': 'denied.inner',
      'denied.enforcement_file': 'denied.inner',
      'denied.admin_query': 'denied.admin_query',
      'unavailable.not_held': 'unavailable.not_held',
      'unavailable.needs_creation': 'unavailable.unfit',
      'unavailable.unclear_after_correction': 'unavailable.unfit',
      'not_processed.petition': 'set_aside',
      'not_processed.repeat': 'set_aside',
      'not_processed.publication': 'set_aside',
      'not_processed.abusive': 'set_aside',
      'not_processed.reconfirm': 'set_aside',
      'other.no_correction': 'rest',
      'other.unpaid': 'rest',
      'other.other': 'rest',
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
