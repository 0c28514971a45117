/** What must be on file, or said in the letter, before a decision can be taken (D§5.3, last column). */
import type { Words } from './words.ts'

export const facts = {
  where_public: { zh: '网址、公报期号或者地点', en: 'Address, gazette number or place' },
  delivery: { zh: '附件，或者获取的方式、途径和时间', en: 'Attachments, or way, route and time of getting it' },
  withheld_parts: { zh: '不予公开的部分及每一部分的理由', en: 'The parts withheld and the reason for each' },
  classification: { zh: '已依法定密的事实（不得泄露内容）', en: 'That it is classified (never its content)' },
  forbidding_law: { zh: '禁止公开的法律、行政法规名称和条款', en: 'Name and article of the law that forbids it' },
  danger: { zh: '危及三安全一稳定中的哪一项', en: 'Which of the four it endangers' },
  consultation_result: { zh: '征求第三方意见的结果', en: 'Result of consulting the third party' },
  internal_kind: { zh: '属于三类内部事务中的哪一类', en: 'Which of the three internal kinds' },
  process_kind: { zh: '属于四类过程性信息中的哪一类', en: 'Which of the four process kinds' },
  enforcement_file: { zh: '所属行政执法案卷', en: 'The enforcement file it belongs to' },
  special_rules: { zh: '应当依照的规定和办理处所', en: 'The rules to follow and where to go' },
  search_record: { zh: '检索记录', en: 'Record of the search' },
  not_ours_reason: { zh: '不属于本机关负责的理由', en: 'Why it is not ours' },
  organ_name: { zh: '能够确定的负责机关或者受理单位', en: 'The organ in charge, where it is known' },
  organ_contact: { zh: '该机关、单位的联系方式', en: 'Its contact' },
  delivery_deviation: { zh: '不能按要求的形式提供的原因', en: 'Why another form is used than asked for' },
  processing_needed: { zh: '需要加工、分析的内容', en: 'What would have to be processed' },
  correction_history: { zh: '补正告知和补正的经过', en: 'History of the correction' },
  petition_content: { zh: '属于信访、投诉、举报的内容', en: 'What makes it a petition or complaint' },
  earlier_answer: { zh: '此前答复的文号和日期', en: 'Number and date of the earlier answer' },
  how_to_obtain: { zh: '出版物的获取途径', en: 'How to obtain the publication' },
  unreasonable: { zh: '申请人的说明及理由不合理之处', en: 'The reasons given and why they do not hold' },
  already_obtained: { zh: '申请人已获取该信息的事实', en: 'That the applicant already has it' },
  correction_overdue: { zh: '补正通知送达日和补正期限届满日', en: 'Dates of the correction notice and its limit' },
  payment_overdue: { zh: '收费通知送达日和缴费期限届满日', en: 'Dates of the fee notice and its limit' },
  evidence_reviewed: { zh: '核实的证据和结果', en: 'Evidence looked at, and what it showed' },
  reply: { zh: '答复内容', en: 'The answer' },
  closing_reason: { zh: '撤回、合并、移送等结案事由', en: 'Withdrawn, merged, transferred or other reason' },
} as const satisfies Readonly<Record<string, Words>>

export type FactId = keyof typeof facts
