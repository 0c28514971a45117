/** What the made-up agencies answer: for each decision the facts it must state, the parts withheld, and what was asked. */
import type { DecisionId } from '../../../domain/request/case.ts'
import type { SecrecyOutcome } from '../../../domain/request/vocabulary.ts'
import type { ActBody } from '../../../features/requests/contract/acts.ts'
import type { Subject } from './subjects.ts'

type Draft = ActBody<'saveDraft'>

export interface Answer {
  readonly facts: Draft['facts']
  readonly withheld: Draft['withheld']
  /** What secrecy review found. */
  readonly secrecy: SecrecyOutcome
  /** What such a request asks for; else any subject of the agency. */
  readonly subject?: Subject
}

const says = (facts: Draft['facts'], subject?: Subject): Answer => ({
  facts,
  withheld: [],
  secrecy: 'open',
  ...(subject && { subject }),
})

type Part = Draft['withheld'][number]

const withholds = (
  facts: Draft['facts'],
  part: Part,
  subject?: Subject,
  secrecy: SecrecyOutcome = 'withhold',
): Answer => ({
  facts,
  withheld: [part],
  secrecy,
  ...(subject && { subject }),
})

const delivery = '所申请的信息随本答复按你要求的方式一并提供'

const answers: Readonly<Partial<Record<DecisionId, Answer>>> = {
  already_public: says({ where_public: '本机关政府信息公开专栏“法定主动公开内容”栏目，可按名称检索后下载' }),
  granted: says({ delivery }),
  partial: withholds(
    { delivery },
    {
      part: '附表中内部审核流转意见',
      exemption: 'E16a',
      kind: 'workflow',
      reason: '该部分是本机关内部工作流程记录，不对外产生影响',
    },
    undefined,
    'open_in_part',
  ),
  state_secret: withholds(
    { classification: '该信息已由有权机关依法定密，密级和保密期限在保密期内' },
    { part: '所申请信息的全部内容', exemption: 'E14a', kind: null, reason: '已依法确定为国家秘密且未解密' },
    { title: '人民防空工程平面布置图', features: '县城人民防空工程的位置和平面布置' },
  ),
  law_forbids: withholds(
    { forbidding_law: '《中华人民共和国统计法》关于单个统计调查对象资料的规定' },
    {
      part: '单个统计调查对象的原始资料',
      exemption: 'E14b',
      kind: null,
      reason: '能够识别或者推断单个统计调查对象身份的资料不得对外提供',
    },
    { title: '企业统计调查原始报表', features: '各企业上报的原始统计报表' },
  ),
  safety_stability: withholds(
    { danger: '公共安全' },
    {
      part: '重点部位安防设施点位',
      exemption: 'E14c',
      kind: 'public_safety',
      reason: '公开点位分布可能被用于规避安全防范措施',
    },
    { title: '重点场所安防设施点位图', features: '监控、门禁和周界报警设施的点位分布' },
  ),
  third_party: withholds(
    { consultation_result: '第三方不同意公开，理由合理' },
    {
      part: '报价明细和成本构成',
      exemption: 'E15',
      kind: 'trade_secret',
      reason: '属于第三方不为公众所知悉并采取保密措施的经营信息',
    },
  ),
  internal_affairs: withholds(
    { internal_kind: '内部工作流程' },
    {
      part: '考勤、排班和内部通报',
      exemption: 'E16a',
      kind: 'personnel',
      reason: '属于本机关人事管理方面的内部事务信息',
    },
    { title: '工作人员考勤和内部通报', features: '上一年度考勤记录、内部通报' },
  ),
  process_info: withholds(
    { process_kind: '讨论记录' },
    {
      part: '征求意见阶段的讨论记录',
      exemption: 'E16b',
      kind: 'discussion',
      reason: '形成决定之前的讨论记录，公开后影响坦率讨论',
    },
    { title: '文件起草过程中的讨论记录', features: '起草期间历次讨论会的记录' },
  ),
  enforcement_file: withholds(
    { enforcement_file: '上一年度行政处罚案卷' },
    {
      part: '询问笔录和内部审批表',
      exemption: 'E16c',
      kind: null,
      reason: '系执法办案形成的案卷材料，你可以按照法律规定查阅与本人有关的案卷',
    },
    { title: '行政处罚案卷材料', features: '案卷中的询问笔录、审批表' },
  ),
  admin_query: says(
    { special_rules: '依照不动产登记资料查询的规定，持身份证明到县不动产登记中心查询窗口办理' },
    { title: '本人房屋登记资料', features: '房屋登记簿和原始登记凭证' },
  ),
  does_not_exist: says({ search_record: '经检索办公系统和档案，未检索到你所申请的信息' }),
  not_ours: says(
    {
      not_ours_reason: '该信息由县自然资源主管部门制作和保存',
      organ_name: '县自然资源主管部门',
      organ_contact: '0000-0000009',
    },
    { title: '国土空间规划图件', features: '城镇开发边界图件' },
  ),
  needs_creation: says(
    { processing_needed: '需要对近五年的原始表格逐户重新统计、比对' },
    { title: '近五年分户对比分析', features: '按户汇总近五年变化并作对比分析' },
  ),
  unclear_after_correction: says({ correction_history: '已一次性告知补正，补正后仍未写明所需信息的名称或者特征' }),
  petition: says(
    { petition_content: '请求查处邻里纠纷并追究责任，属于投诉事项，已告知投诉渠道' },
    { title: '要求查处投诉事项并公开处理意见', features: '对此前投诉的处理不满，要求追究责任' },
  ),
  repeat: says({}),
  publication: says(
    { how_to_obtain: '该年鉴由出版社公开发行，可以到县图书馆查阅或者向书店购买' },
    { title: '示例县年鉴', features: '最近一卷年鉴全文' },
  ),
  abusive: says({ unreasonable: '申请人称用于研究，但所申请的内容相互无关且数量、频次明显超过合理范围' }),
  reconfirm: says(
    { already_obtained: '你已于此前获取该信息，现要求加盖印章重新出具' },
    { title: '对已获取的公示表重新盖章出具', features: '要求对此前提供的复印件逐页盖章' },
  ),
  record_corrected: says({ evidence_reviewed: '经核对原始登记表和身份证明，登记信息确有错误，已予更正' }),
  record_kept: says({ evidence_reviewed: '经核对原始登记表，登记信息与原始凭证一致' }),
  record_forwarded: says({
    not_ours_reason: '该信息由县公安机关登记，本机关无权更正，已转送并告知',
    organ_name: '县公安机关',
    organ_contact: '0000-0000009',
  }),
  enquiry_answered: says({ reply: '所咨询的事项可以在大厅综合窗口办理，需携带身份证明，当场办结' }),
}

export function answerOf(decision: DecisionId): Answer {
  const answer = answers[decision]
  if (!answer) throw new Error(`the demo does not answer with ${decision}`)
  return answer
}
