/** Made-up facts for every kind of letter, whole enough to be issued. */

import type { RegionCode } from '../../src/domain/agency/region.ts'
import type { LocalDate } from '../../src/domain/kernel/date.ts'
import { composeLetter } from '../../src/domain/letter/compose.ts'
import { decisionOf } from '../../src/domain/letter/kinds.ts'
import type { Letter, LetterAgency, LetterFacts } from '../../src/domain/letter/letter.ts'
import { feeForItems } from '../../src/domain/request/fees.ts'
import type { Decision } from '../../src/law/decisions.ts'
import type { ExemptionId } from '../../src/law/exemptions.ts'
import { type Exemption, exemptions } from '../../src/law/exemptions.ts'
import type { FactId } from '../../src/law/facts.ts'
import type { LetterId } from '../../src/law/letters.ts'

export const on = (text: string) => text as LocalDate

export const bureau: LetterAgency = {
  name: '示例县教育局',
  kind: 'department',
  vertical: false,
  regionCode: '630202' as RegionCode,
  office: {
    name: '示例县教育局办公室',
    telephone: '0972-8600001',
    address: '示例县平安大道1号',
    postcode: '810600',
  },
  sameLevelGovernment: '示例县人民政府',
  superiorDepartment: '示例市教育局',
  court: '示例县人民法院',
  onlineReview: 'https://fy.example.gov.cn',
}

const fee = feeForItems(35)
if (!fee.ok) throw new Error(fee.refusal.says.zh)

const printed: Readonly<Record<Exclude<FactId, 'earlier_answer'>, string>> = {
  where_public: '本机关网站“政府信息公开”专栏“统计信息”栏目，网址为 https://jyj.example.gov.cn/xxgk/tj/2025.html',
  delivery: '方式为纸质文本，途径为邮寄，时间为2026年3月27日',
  withheld_parts: '附表二',
  classification: '该信息由有权机关依照法定程序确定密级，目前仍在保密期限内',
  forbidding_law: '《中华人民共和国统计法》第九条',
  danger: '社会稳定',
  consultation_result: '本机关依法书面征求了第三方的意见，第三方不同意公开且有合理理由',
  internal_kind: '人事管理',
  process_kind: '讨论记录',
  enforcement_file: '示教罚案〔2025〕3号行政处罚案卷中的调查笔录',
  special_rules: '依照《不动产登记资料查询暂行办法》，到示例县不动产登记中心（示例县政务服务大厅二楼）查询',
  search_record: '本机关于2026年3月9日检索了公文系统，未查找到相关信息',
  not_ours_reason: '校舍建设工程的规划许可由自然资源主管部门负责',
  organ_name: '示例县自然资源局',
  organ_contact: '0972-8600009',
  delivery_deviation: '该信息没有电子版本',
  processing_needed: '需要按照学校、年级和户籍分别统计五年的转学人数，并制作对照表',
  correction_history: '本机关于2026年3月5日告知补正，并于2026年3月16日收到补正材料',
  petition_content: '申请内容为要求查处某校外培训机构并给予答复',
  how_to_obtain: '《示例县教育年鉴（2024）》可以在示例县图书馆查阅，或者向出版单位购买',
  unreasonable: '说明的理由仅为“个人需要了解”，未说明同一时期反复申请同类信息的必要性',
  already_obtained: '本机关已于2026年1月15日以示教公开〔2026〕2号答复书向你提供该信息',
  correction_overdue: '补正告知书已于2026年3月5日送达，期限至2026年3月19日届满',
  payment_overdue: '收费通知书已于2026年2月5日送达，期限至2026年3月12日届满',
  evidence_reviewed: '经核对户籍登记，出生日期记录有误',
  reply: '学校划片方案每年六月公布',
  closing_reason: '你于2026年3月18日书面撤回申请',
}

const base: LetterFacts = {
  agency: bureau,
  number: '示教公开〔2026〕12号',
  addressee: { name: '张三', kind: 'person' },
  request: {
    number: '〔2026〕18号',
    received: on('2026-03-02'),
    channel: 'in_person',
    summary: '2023年至2025年示例县义务教育学校校舍安全排查结果及整改情况',
    title: '义务教育学校校舍安全排查结果',
    due: on('2026-03-30'),
    queryCode: 'K7QM-2RXD-9F4T',
    arrived: on('2026-03-02'),
    handler: '李四',
  },
  applicant: {
    kind: 'natural_person',
    name: '张三',
    identityKind: '居民身份证',
    identityNumber: '630202199001011234',
    telephone: '13800000000',
    address: '示例县和平路5号',
    medium: '纸质文本',
    route: '邮寄',
    otherFormAccepted: true,
  },
  known: printed,
  earlier: { number: '示教公开〔2025〕41号', date: on('2025-11-20') },
  consultation: {
    party: 'third_party',
    name: '示例建设有限公司',
    information: '示例县第一中学教学楼加固工程施工合同',
    harm: '合同含有单价分析表等可能属于商业秘密的内容',
    sent: on('2026-03-06'),
    opinion: 'object_reasoned',
    reasons: '单价分析表反映本公司成本构成，公开将损害竞争地位',
    disclosed: '工程合同总价、工期和质量责任条款',
    publicInterest: '校舍安全关系学生生命安全，不公开可能对公共利益造成重大影响',
  },
  consulted: [{ opinion: 'object_reasoned', reasons: '单价分析表反映本公司成本构成，公开将损害竞争地位' }],
  errand: { to: '示例县住房和城乡建设局', asks: '提供2023年以来校舍鉴定报告目录', by: on('2026-03-27') },
  organ: { name: '示例县自然资源局', contact: '0972-8600002' },
  reviews: [
    { step: '承办科室', opinion: '拟予以公开', person: '李四', on: on('2026-03-10') },
    { step: '保密审查', opinion: '不涉及国家秘密', person: '王五', on: on('2026-03-11') },
    { step: '工作机构负责人', opinion: '同意', person: '赵六', on: on('2026-03-12') },
  ],
  papers: [
    { name: '政府信息公开申请表', date: on('2026-03-02'), pages: 2 },
    { name: '政府信息公开申请答复书', number: '示教公开〔2026〕12号', date: on('2026-03-20'), pages: 2 },
  ],
  proposal: '拟予以公开，隐去学生个人信息',
}

const fees = { fee: fee.value, way: '凭缴款通知书到示例县农商银行各网点缴入国库' }

const more: Readonly<Partial<Record<LetterId, Partial<LetterFacts>>>> = {
  D04: {
    correction: {
      items: ['所需信息的名称、文号或者便于查询的其他特征性描述', '身份证明复印件'],
      days: 10,
    },
  },
  D05: { excess: { found: '2026年1月至2月共提交申请46件', explain: '申请上述信息的理由', days: 7 } },
  D06: {
    extension: {
      oldDue: on('2026-03-30'),
      approvedOn: on('2026-03-27'),
      newDue: on('2026-04-27'),
      days: 20,
      approver: '赵六',
      reason: '所涉材料较多，需要逐校核对',
    },
  },
  D07: { addressee: { name: '示例建设有限公司', kind: 'organisation' } },
  D10: { addressee: { name: '示例建设有限公司', kind: 'organisation' } },
  D11: { addressee: { name: '示例县住房和城乡建设局', kind: 'organisation' } },
  D12: { addressee: { name: '示例县住房和城乡建设局', kind: 'organisation' } },
  D13: { fee: fees },
  D14: {
    service: {
      document: '政府信息公开申请答复书',
      number: '示教公开〔2026〕12号',
      way: '邮寄（EMS）',
      place: '示例县和平路5号',
      server: '李四',
      postalNumber: '1234567890123',
    },
  },
  D15: {
    closing: 'other.no_correction',
    correction: { items: [], by: on('2026-03-19'), noticed: on('2026-03-05'), noGoodReason: '申请人没有说明理由' },
  },
  D16: { addressee: { name: '示例县自然资源局', kind: 'organisation' } },
  L02: { attachments: [{ name: '示例县义务教育学校校舍安全排查结果汇总表', pages: 6 }] },
  L03: {
    attachments: [
      { name: '示例县第一中学教学楼加固工程施工合同（节录）', pages: 12 },
      { name: '校舍安全排查结果汇总表', pages: 6 },
    ],
  },
  L21: {
    amendment: {
      record: '学籍档案中的出生日期',
      evidence: '户口簿复印件、出生医学证明',
      outcome: 'record_corrected',
      result: '已于2026年3月18日将出生日期更正为2012年6月3日',
    },
  },
  L22: { excess: { found: '2026年2月共提交申请31件', answerBy: on('2026-05-29') } },
  L23: {
    suggestion: {
      on: on('2026-03-10'),
      information: '每学期校舍安全排查结果',
      adopted: true,
      result: '自2026年秋季学期起在本机关网站公布',
    },
  },
}

const search = {
  systems: '公文管理系统、校舍安全信息系统',
  words: '校舍、排查、整改',
  archives: '2023年至2025年文书档案',
  persons: '李四、王五',
  on: on('2026-03-09'),
  result: '未查找到相关信息',
}

/** The withheld part a letter needs, of the first kind its ground knows. */
function withheldFor(id: LetterId): LetterFacts['withheld'] {
  const decision: Decision | undefined = decisionOf(id, base)
  const grounds: readonly ExemptionId[] = id === 'L03' ? ['E15', 'E16b'] : (decision?.exemptions ?? [])
  return grounds.map((exemption, i) => {
    const { kinds }: Exemption = exemptions[exemption]
    const kind = Object.keys(kinds ?? {})[0]
    const reason = '公开后将影响相关工作正常开展'
    return { part: id === 'L03' ? `合同附件${'一二三'.charAt(i)}` : null, exemption, reason, ...(kind ? { kind } : {}) }
  })
}

/** Whole facts for a letter of that kind. */
export function factsFor(id: LetterId, change: Partial<LetterFacts> = {}): LetterFacts {
  const withheld = withheldFor(id)
  const searches = id === 'D17' || id === 'L12' ? { search } : {}
  return { ...base, ...searches, ...more[id], ...(withheld?.length ? { withheld } : {}), ...change }
}

export const letterDay = on('2026-03-20')

/** The letter, made; throws with the sentences where it is refused. */
export function letterFor(id: LetterId, change: Partial<LetterFacts> = {}, date = letterDay): Letter {
  const made = composeLetter(id, factsFor(id, change), { date })
  if (!made.ok) throw new Error(`${id}: ${made.refusals.map(({ says, at }) => `${at} ${says.zh}`).join('; ')}`)
  return made.value
}
