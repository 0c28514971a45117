/** Documents that are forms to be filled: D01, D02, D08, D14, D17-D19 (D§5.2, 5.5). */
import type { Words } from '../words.ts'
import type { ElementId } from './elements.ts'
import type { FormField, LetterKind } from './part.ts'

const field = (slot: ElementId, zh: string, en: string): FormField => ({ slot, label: { zh, en } })
const must = (slot: ElementId, zh: string, en: string): FormField => ({ ...field(slot, zh, en), mandatory: true })

const applicantLabel: Words = { zh: '申请人', en: 'Applicant' }
const requestLabel: Words = { zh: '所需信息', en: 'Information wanted' }

export const forms = {
  D01: {
    title: { zh: '政府信息公开申请表', en: 'Request for Government Information' },
    addressee: 'file',
    trigger: { zh: '申请人提出申请', en: 'Somebody makes a request' },
    deadline: null,
    series: null,
    articles: ['条例29', '条例43'],
    requires: ['applicant_kind'],
    remedy: 'none',
    parts: [
      {
        id: 'form',
        starred: true,
        groups: [
          {
            label: { zh: '公民', en: 'Citizen' },
            when: 'applicant_person',
            rows: [
              [must('applicant_name', '姓名', 'Name'), field('employer', '工作单位', 'Employer')],
              [must('identity_kind', '证件名称', 'Identity document'), must('identity_number', '证件号码', 'Number')],
              [must('telephone', '联系电话', 'Telephone'), field('postcode', '邮政编码', 'Post code')],
              [field('fax', '传真', 'Fax'), field('email', '电子邮箱', 'E-mail')],
              [must('address', '通信地址', 'Postal address')],
              [field('agent', '代理人', 'Agent')],
            ],
          },
          {
            label: { zh: '法人或者其他组织', en: 'Organisation' },
            when: 'applicant_organisation',
            rows: [
              [must('applicant_name', '名称', 'Name'), must('applicant_kind', '类型', 'Kind')],
              [
                must('credit_code', '统一社会信用代码', 'Unified social credit code'),
                field('licence', '营业执照信息', 'Business licence'),
              ],
              [
                must('legal_representative', '法定代表人', 'Legal representative'),
                must('contact_person', '联系人姓名', 'Contact person'),
              ],
              [must('telephone', '联系人电话', 'Telephone'), field('fax', '传真', 'Fax')],
              [must('address', '联系地址', 'Address'), field('email', '电子邮箱', 'E-mail')],
              [field('agent', '代理人', 'Agent')],
            ],
          },
          {
            label: requestLabel,
            rows: [
              [must('information_title', '信息名称', 'Title')],
              [field('document_number', '文号', 'Document number'), field('index_number', '索引号', 'Index number')],
              [must('summary', '内容描述', 'Description')],
              [field('purpose', '用途（选填）', 'Purpose (optional)')],
            ],
          },
          {
            label: { zh: '形式要求', en: 'Form wanted' },
            rows: [
              [must('medium', '提供方式', 'Medium'), must('route', '获取途径', 'Route')],
              [field('other_form', '不能按上述形式提供时，是否接受其他形式', 'Whether another form will do')],
            ],
          },
          {
            label: { zh: '其他', en: 'Other' },
            rows: [
              [field('assistance', '需要的阅读、视听帮助', 'Help needed')],
              [field('enclosures', '附件', 'Enclosures')],
              [field('signature', '申请人签名（盖章）', 'Signature or seal'), field('signed_on', '日期', 'Date')],
            ],
          },
        ],
      },
    ],
  },
  D02: {
    title: { zh: '政府信息公开申请登记表', en: 'Registration Sheet' },
    addressee: 'file',
    trigger: { zh: '申请到达时', en: 'When a request arrives' },
    deadline: null,
    series: null,
    articles: ['条例45'],
    remedy: 'none',
    parts: [
      {
        id: 'form',
        groups: [
          {
            label: { zh: '接收情况', en: 'Receipt' },
            rows: [
              [must('request_number', '受理号', 'Receipt number'), must('channel', '提交渠道', 'Channel')],
              [must('arrived', '到达日期', 'Arrived'), field('confirmed', '确认日期', 'Confirmed')],
              // Neither is known before the receipt is confirmed (条例31); the sheet is made on arrival all the same.
              [field('received', '收到申请之日', 'Received'), field('due', '答复期限', 'Due')],
            ],
          },
          {
            label: applicantLabel,
            rows: [
              [must('applicant_name', '姓名（名称）', 'Name'), must('applicant_kind', '类型', 'Kind')],
              [must('applicant_contact', '联系方式', 'Contact')],
            ],
          },
          {
            label: requestLabel,
            rows: [
              [must('summary', '申请内容', 'Request')],
              [field('medium', '提供方式', 'Medium'), field('route', '获取途径', 'Route')],
            ],
          },
          {
            label: { zh: '办理', en: 'Handling' },
            // On the day of arrival nobody may have it in hand yet: the name is then written in.
            rows: [[field('handler', '经办人', 'Handler'), field('signature', '签名', 'Signature')]],
          },
        ],
      },
    ],
  },
  D08: {
    title: { zh: '第三方意见反馈单', en: 'Reply of the Third Party' },
    addressee: 'file',
    trigger: { zh: '第三方收到征求意见书后', en: 'After a third party is consulted' },
    deadline: 'third_party',
    series: null,
    articles: ['条例32'],
    remedy: 'none',
    parts: [
      {
        id: 'form',
        groups: [
          {
            label: { zh: '征求意见', en: 'Consultation' },
            rows: [
              [must('party', '第三方', 'Third party'), must('request_number', '受理号', 'Receipt number')],
              [must('consulted_information', '涉及的政府信息', 'Information concerned')],
            ],
          },
          {
            label: { zh: '第三方意见', en: 'Opinion' },
            rows: [
              [field('opinion', '是否同意公开', 'Agrees to disclosure')],
              [field('opinion_reasons', '理由', 'Reasons')],
              [field('signature', '签名（盖章）', 'Signature or seal'), field('signed_on', '日期', 'Date')],
            ],
          },
        ],
      },
    ],
  },
  D14: {
    title: { zh: '政府信息公开文书送达回证', en: 'Proof of Service' },
    addressee: 'file',
    trigger: { zh: '送达文书时', en: 'When a letter is served' },
    deadline: null,
    series: null,
    articles: ['送达函1'],
    remedy: 'none',
    parts: [
      {
        id: 'form',
        groups: [
          {
            label: { zh: '送达文书', en: 'Document' },
            rows: [
              [must('served_document', '文书名称', 'Document'), must('served_number', '文号', 'Number')],
              [must('served_to', '受送达人', 'Addressee'), must('request_number', '受理号', 'Receipt number')],
            ],
          },
          {
            label: { zh: '送达情况', en: 'Service' },
            rows: [
              // Filled in by hand by whoever serves it, where they are not known before.
              [field('served_way', '送达方式', 'Way'), field('served_place', '送达地点', 'Place')],
              [field('server', '送达人', 'Server'), field('postal_number', '邮件号码', 'Postal number')],
              [
                field('signature', '受送达人签名（盖章）', 'Signature or seal of the addressee'),
                field('served_on', '收到日期', 'Received on'),
              ],
            ],
          },
        ],
      },
    ],
  },
  D17: {
    title: { zh: '政府信息检索记录', en: 'Record of a Search' },
    addressee: 'file',
    trigger: { zh: '拟告知信息不存在前', en: 'Before saying that information does not exist' },
    deadline: null,
    series: null,
    articles: ['条例36(4)'],
    remedy: 'none',
    parts: [
      {
        id: 'form',
        groups: [
          {
            label: { zh: '申请', en: 'Request' },
            rows: [
              [must('request_number', '受理号', 'Receipt number'), field('received', '收到申请之日', 'Received')],
              [must('summary', '申请内容', 'Request')],
            ],
          },
          {
            label: { zh: '检索', en: 'Search' },
            rows: [
              [must('search_systems', '检索的系统', 'Systems')],
              [must('search_words', '检索的关键词', 'Words')],
              [must('search_archives', '查阅的档案', 'Archives')],
              [must('search_result', '检索结果', 'Result')],
              [must('search_persons', '检索人员', 'Persons'), must('search_on', '检索日期', 'Date')],
              [field('signature', '检索人员签名', 'Signature')],
            ],
          },
        ],
      },
    ],
  },
  D18: {
    title: { zh: '政府信息公开审查呈批单', en: 'Review Sheet' },
    addressee: 'file',
    trigger: { zh: '提供或者公开信息前', en: 'Before information is given or published' },
    deadline: null,
    series: null,
    articles: ['条例17'],
    remedy: 'none',
    parts: [
      {
        id: 'form',
        groups: [
          {
            label: { zh: '事项', en: 'Matter' },
            rows: [
              [must('request_number', '受理号', 'Receipt number'), field('due', '答复期限', 'Due')],
              [must('summary', '申请内容', 'Request')],
              [must('proposal', '拟办意见', 'Proposal')],
            ],
          },
        ],
      },
      {
        id: 'steps',
        roll: 'review_steps',
        columns: [
          { label: { zh: '审查环节', en: 'Step' }, width: 3 },
          { label: { zh: '意见', en: 'Opinion' }, width: 6 },
          { label: { zh: '审查人', en: 'Reviewer' }, width: 2 },
          { label: { zh: '日期', en: 'Date' }, width: 3 },
        ],
      },
    ],
  },
  D19: {
    title: { zh: '政府信息公开申请归档目录', en: 'List of Archived Papers' },
    addressee: 'file',
    trigger: { zh: '办结归档时', en: 'When a request is archived' },
    deadline: null,
    series: null,
    articles: ['条例45'],
    remedy: 'none',
    parts: [
      {
        id: 'form',
        groups: [
          {
            label: { zh: '申请', en: 'Request' },
            rows: [
              [must('request_number', '受理号', 'Receipt number'), field('received', '收到申请之日', 'Received')],
              [must('summary', '申请内容', 'Request')],
            ],
          },
        ],
      },
      {
        id: 'papers',
        roll: 'papers',
        columns: [
          { label: { zh: '序号', en: 'No.' }, width: 1 },
          { label: { zh: '材料名称', en: 'Paper' }, width: 6 },
          { label: { zh: '文号', en: 'Number' }, width: 4 },
          { label: { zh: '日期', en: 'Date' }, width: 3 },
          { label: { zh: '页数', en: 'Pages' }, width: 1 },
        ],
      },
    ],
  },
} as const satisfies Readonly<Record<string, LetterKind>>
