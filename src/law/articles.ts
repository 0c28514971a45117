/**
 * The articles cited, one line each in our own words; the law's wording is in the texts themselves.
 * Keys: document, article, then `(n)` for an item, `¶n` for a paragraph.
 */
import type { DocumentId } from './documents.ts'
import type { Words } from './words.ts'

export interface Article {
  readonly document: DocumentId
  readonly article: number
  readonly paragraph?: number
  readonly item?: number
  readonly line: Words
  /** The wording was not confirmed in a text that could be read (D§11). */
  readonly unverified?: true
}

export const articles = {
  条例10: {
    document: '条例',
    article: 10,
    line: {
      zh: '制作的信息由制作的机关公开；从公民、法人和其他组织获取的由保存的机关公开，从其他机关获取的由制作或者最初获取的机关公开；共同制作的由牵头机关公开',
      en: 'The maker publishes; what comes from citizens and organisations the keeper, what comes from another organ its maker or first holder, what several made the organ that led',
    },
  },
  条例11: {
    document: '条例',
    article: 11,
    line: {
      zh: '发布涉及其他机关的信息前协商、确认，依法须经批准的，经批准后发布',
      en: 'What touches other organs is settled with them before publication, and approved where approval is required',
    },
  },
  条例12: {
    document: '条例',
    article: 12,
    line: {
      zh: '编制、公布并及时更新公开指南和公开目录；指南写明分类、编排体系、获取方式和工作机构的联系方式，目录写明索引、名称、内容概述、生成日期',
      en: 'Guide and catalogue are kept up to date: the guide tells classes, order, ways to obtain and how to reach the office, the catalogue index, name, summary and date',
    },
  },
  条例14: {
    document: '条例',
    article: 14,
    line: {
      zh: '国家秘密、法律行政法规禁止公开的、公开后可能危及三安全一稳定的，不予公开',
      en: 'State secrets, what statutes forbid, and what endangers security or stability are not disclosed',
    },
  },
  条例15: {
    document: '条例',
    article: 15,
    line: {
      zh: '会损害第三方合法权益的不得公开，但第三方同意或者不公开会对公共利益造成重大影响的除外',
      en: 'What would harm a third party is withheld unless it consents or the public interest demands otherwise',
    },
  },
  '条例16¶1': {
    document: '条例',
    article: 16,
    paragraph: 1,
    line: {
      zh: '人事、后勤、内部工作流程三类内部事务信息可以不予公开',
      en: 'Personnel, logistics and internal workflow may be withheld',
    },
  },
  '条例16¶2': {
    document: '条例',
    article: 16,
    paragraph: 2,
    line: {
      zh: '讨论记录、过程稿、磋商信函、请示报告四类过程性信息和行政执法案卷可以不予公开，法律法规规章要求公开的从其规定',
      en: 'Four kinds of process information and enforcement files may be withheld unless a law or rule says otherwise',
    },
  },
  条例17: {
    document: '条例',
    article: 17,
    line: {
      zh: '建立公开审查机制，明确审查的程序和责任',
      en: 'Review before disclosure has a procedure and persons in charge',
    },
  },
  条例18: {
    document: '条例',
    article: 18,
    line: {
      zh: '对不予公开的信息定期评估审查，情势变化可以公开的应当公开',
      en: 'Withheld information is reviewed from time to time and published when it can be',
    },
  },
  '条例20(1)': {
    document: '条例',
    article: 20,
    item: 1,
    line: { zh: '主动公开法规、规章和规范性文件', en: 'Regulations, rules and normative documents are published' },
  },
  '条例20(2)': {
    document: '条例',
    article: 20,
    item: 2,
    line: {
      zh: '主动公开机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
      en: 'Functions, organisation, address, hours, contacts and names of leaders are published',
    },
  },
  '条例20(3)': {
    document: '条例',
    article: 20,
    item: 3,
    line: {
      zh: '主动公开规划及相关政策',
      en: 'Plans and related policy are published',
    },
  },
  '条例20(4)': {
    document: '条例',
    article: 20,
    item: 4,
    line: {
      zh: '主动公开统计信息',
      en: 'Statistics are published',
    },
  },
  '条例20(5)': {
    document: '条例',
    article: 20,
    item: 5,
    line: {
      zh: '主动公开行政许可和其他对外管理服务事项的依据、条件、程序和结果',
      en: 'Basis, conditions, procedure and results of permits and other services are published',
    },
  },
  '条例20(6)': {
    document: '条例',
    article: 20,
    item: 6,
    line: {
      zh: '主动公开行政处罚、行政强制的依据、条件、程序和有一定社会影响的处罚决定',
      en: 'Basis and procedure of penalties and coercion, and penalties of social impact, are published',
    },
  },
  '条例20(7)': {
    document: '条例',
    article: 20,
    item: 7,
    line: {
      zh: '主动公开财政预算、决算信息',
      en: 'Budget and final accounts are published',
    },
  },
  '条例20(8)': {
    document: '条例',
    article: 20,
    item: 8,
    line: {
      zh: '主动公开行政事业性收费项目、依据、标准',
      en: 'Items, basis and rates of administrative fees are published',
    },
  },
  '条例20(9)': {
    document: '条例',
    article: 20,
    item: 9,
    line: {
      zh: '主动公开政府集中采购目录、标准和实施情况',
      en: 'Catalogue, standards and progress of central procurement are published',
    },
  },
  '条例20(10)': {
    document: '条例',
    article: 20,
    item: 10,
    line: {
      zh: '主动公开重大建设项目的批准和实施情况',
      en: 'Approval and progress of major construction projects are published',
    },
  },
  '条例20(11)': {
    document: '条例',
    article: 20,
    item: 11,
    line: {
      zh: '主动公开扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况',
      en: 'Policies and measures on poverty relief, education, health, social security and employment are published',
    },
  },
  '条例20(12)': {
    document: '条例',
    article: 20,
    item: 12,
    line: {
      zh: '主动公开突发公共事件的应急预案、预警信息及应对情况',
      en: 'Emergency plans, warnings and responses are published',
    },
  },
  '条例20(13)': {
    document: '条例',
    article: 20,
    item: 13,
    line: {
      zh: '主动公开环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况',
      en: 'Inspections of environment, public health, work safety, food, drugs and products are published',
    },
  },
  '条例20(14)': {
    document: '条例',
    article: 20,
    item: 14,
    line: {
      zh: '主动公开公务员招考的职位、名额、报考条件等事项以及录用结果',
      en: 'Posts, numbers, conditions and results of civil service recruitment are published',
    },
  },
  '条例20(15)': {
    document: '条例',
    article: 20,
    item: 15,
    line: {
      zh: '主动公开法律、法规、规章和国家有关规定规定的其他信息',
      en: 'Whatever else laws, regulations and national rules require is published',
    },
  },
  条例21: {
    document: '条例',
    article: 21,
    line: {
      zh: '设区的市、县和乡镇根据本地情况，还应当公开市政建设、公共服务、征收、社会救助、农业农村等信息',
      en: 'Cities, counties and towns also publish, as their place demands, on construction, services, expropriation, relief and rural matters',
    },
  },
  条例23: {
    document: '条例',
    article: 23,
    line: {
      zh: '通过政府公报、政府网站或者其他互联网政务媒体、新闻发布会以及报刊、广播、电视等途径公开',
      en: 'Published in gazettes, on government websites and other online media, at press conferences, in press, radio and television',
    },
  },
  条例24: {
    document: '条例',
    article: 24,
    line: {
      zh: '依托政府门户网站的统一平台集中发布，提供检索、查阅、下载',
      en: 'Published together on the unified platform of the government website, to be searched, read and downloaded',
    },
  },
  条例25: {
    document: '条例',
    article: 25,
    line: {
      zh: '在国家档案馆、公共图书馆、政务服务场所设置查阅场所',
      en: 'Reading places stand in archives, public libraries and service halls',
    },
  },
  条例26: {
    document: '条例',
    article: 26,
    line: {
      zh: '主动公开的信息自形成或者变更之日起20个工作日内公开',
      en: 'Information is published within 20 working days of being made or changed',
    },
  },
  条例27: {
    document: '条例',
    article: 27,
    line: {
      zh: '公民、法人或者其他组织可以申请获取政府信息',
      en: 'Citizens, legal persons and other organisations may request information',
    },
  },
  条例29: {
    document: '条例',
    article: 29,
    line: {
      zh: '申请用书面形式，确有困难的可以口头提出，由工作机构代为填写',
      en: 'A request is made in writing; where that is hard, orally, and the office fills in the form',
    },
  },
  条例30: {
    document: '条例',
    article: 30,
    line: {
      zh: '内容不明确的，7个工作日内一次性告知补正；补正后重新起算；无正当理由逾期不补正的视为放弃',
      en: 'An unclear request gets one correction notice within 7 working days; corrected, the period starts anew; not corrected in time, it is given up',
    },
  },
  '条例31(1)': {
    document: '条例',
    article: 31,
    item: 1,
    line: { zh: '当面提交的，提交之日为收到之日', en: 'In person: received on the day it is handed in' },
  },
  '条例31(2)': {
    document: '条例',
    article: 31,
    item: 2,
    line: {
      zh: '邮寄的，签收之日为收到之日；无需签收的平常信函，当日与申请人确认，确认之日为收到之日',
      en: 'By post: the day it is signed for; a plain letter, the day it is confirmed with the applicant',
    },
  },
  '条例31(3)': {
    document: '条例',
    article: 31,
    item: 3,
    line: {
      zh: '互联网、传真提交的，双方确认之日为收到之日',
      en: 'By internet or fax: the day both sides confirm it',
    },
  },
  条例32: {
    document: '条例',
    article: 32,
    line: {
      zh: '书面征求第三方意见，第三方15个工作日内答复；逾期未答复的由行政机关依条例决定，不等于同意，也不等于不同意',
      en: 'A third party is asked in writing and has 15 working days; if it is silent the organ decides, for silence is neither yes nor no',
    },
  },
  条例33: {
    document: '条例',
    article: 33,
    line: {
      zh: '收到之日起20个工作日内答复；经工作机构负责人同意可以延长，最长20个工作日；征求第三方和其他机关意见的时间不计算在内',
      en: 'Answer within 20 working days of receipt; the head of the office may extend by at most 20; time for consulting third parties and other organs is not counted',
    },
  },
  条例34: {
    document: '条例',
    article: 34,
    line: {
      zh: '共同制作的，牵头机关可以征求其他机关意见，15个工作日内不提出意见的视为同意公开',
      en: 'Co-makers asked by the lead organ have 15 working days; silence is consent',
    },
  },
  条例35: {
    document: '条例',
    article: 35,
    line: {
      zh: '申请数量、频次明显超过合理范围的，可以要求说明理由；理由不合理的不予处理',
      en: 'Where number or frequency is plainly excessive, reasons may be asked; without good reasons it is not processed',
    },
  },
  '条例36(1)': {
    document: '条例',
    article: 36,
    item: 1,
    line: { zh: '已经主动公开的，告知获取方式、途径', en: 'Already public: say how and where to get it' },
  },
  '条例36(2)': {
    document: '条例',
    article: 36,
    item: 2,
    line: {
      zh: '可以公开的，提供信息或者告知获取方式、途径和时间',
      en: 'Open: provide it, or say how, where and when',
    },
  },
  '条例36(3)': {
    document: '条例',
    article: 36,
    item: 3,
    line: { zh: '决定不予公开的，告知并说明理由', en: 'Withheld: say so and give reasons' },
  },
  '条例36(4)': {
    document: '条例',
    article: 36,
    item: 4,
    line: { zh: '经检索没有的，告知信息不存在', en: 'Searched and not found: say that it does not exist' },
  },
  '条例36(5)': {
    document: '条例',
    article: 36,
    item: 5,
    line: {
      zh: '不属于本机关负责公开的，告知并说明理由，能够确定负责机关的告知其名称和联系方式',
      en: 'Not for this organ: say so with reasons, and name the organ in charge if known',
    },
  },
  '条例36(6)': {
    document: '条例',
    article: 36,
    item: 6,
    line: {
      zh: '已经答复、同一申请人重复申请同一信息的，告知不予重复处理',
      en: 'Answered before, same applicant, same information: not processed again',
    },
  },
  '条例36(7)': {
    document: '条例',
    article: 36,
    item: 7,
    line: {
      zh: '工商、不动产登记资料等有特别规定的，告知依照有关规定办理',
      en: 'Registers with rules of their own: refer to those rules',
    },
  },
  条例37: {
    document: '条例',
    article: 37,
    line: {
      zh: '能够区分处理的，提供可以公开的部分，对不予公开的部分说明理由',
      en: 'What can be separated is given in part, with reasons for the rest',
    },
  },
  条例38: {
    document: '条例',
    article: 38,
    line: {
      zh: '提供的应当是已有信息，需要加工、分析的可以不予提供',
      en: 'Only existing information is provided; what needs processing may be refused',
    },
  },
  '条例39¶1': {
    document: '条例',
    article: 39,
    paragraph: 1,
    line: {
      zh: '以申请形式信访、投诉、举报的，告知不作为公开申请处理',
      en: 'Petitions and complaints in the form of a request are not processed as one',
    },
  },
  '条例39¶2': {
    document: '条例',
    article: 39,
    paragraph: 2,
    line: {
      zh: '要求提供公报、报刊、书籍等公开出版物的，可以告知获取途径',
      en: 'Requests for gazettes, papers or books may be told where to get them',
    },
  },
  条例40: {
    document: '条例',
    article: 40,
    line: {
      zh: '按申请人要求的形式提供；可能危及载体安全或者成本过高的，可以改用其他形式或者安排查阅、抄录',
      en: 'Given in the form asked for; where that harms the medium or costs too much, in another form or to be read on the spot',
    },
  },
  条例41: {
    document: '条例',
    article: 41,
    line: {
      zh: '有证据证明与自身相关的信息记录不准确的，可以要求更正；有权更正的机关审核后更正并告知，无权的转送或者告知向谁提出',
      en: 'Who proves that a record about them is wrong may ask to have it corrected; the organ in charge corrects and tells, another forwards or says whom to ask',
    },
  },
  条例42: {
    document: '条例',
    article: 42,
    line: {
      zh: '提供信息不收费，数量、频次明显超过合理范围的可以收取信息处理费',
      en: 'Free of charge; plainly excessive number or frequency may be charged a handling fee',
    },
  },
  条例43: {
    document: '条例',
    article: 43,
    line: {
      zh: '申请人存在阅读困难或者视听障碍的，应当提供必要的帮助',
      en: 'Applicants with difficulty in reading, seeing or hearing are given the help they need',
    },
  },
  条例44: {
    document: '条例',
    article: 44,
    line: {
      zh: '多个申请人就相同信息提出申请且可以公开的，可以纳入主动公开；申请人认为应当主动公开的，可以建议，经审核认为属于主动公开范围的及时公开',
      en: 'What several ask for and may be disclosed can be published for all; an applicant may suggest it, and what belongs there is published',
    },
  },
  条例45: {
    document: '条例',
    article: 45,
    line: {
      zh: '建立申请的登记、审核、办理、答复、归档制度',
      en: 'Requests are registered, reviewed, handled, answered and archived by rule',
    },
  },
  条例46: {
    document: '条例',
    article: 46,
    line: {
      zh: '建立工作考核、社会评议和责任追究制度',
      en: 'Work is assessed, appraised by the public, and accounted for',
    },
  },
  条例47: {
    document: '条例',
    article: 47,
    line: {
      zh: '主管部门监督指导；可以向主管部门投诉不依法公开的行为',
      en: 'The supervisor inspects and guides; failures to disclose may be complained of to it',
    },
  },
  条例49: {
    document: '条例',
    article: 49,
    line: {
      zh: '部门每年1月31日前提交并公布年度报告，主管部门3月31日前公布本级政府年度报告',
      en: 'Departments submit and publish their report by 31 January, the supervisor that of the government by 31 March',
    },
  },
  条例51: {
    document: '条例',
    article: 51,
    line: {
      zh: '认为公开工作侵犯合法权益的，可以投诉、举报，也可以依法申请复议或者起诉',
      en: 'Whoever finds his rights infringed may complain, apply for reconsideration or sue',
    },
  },
  复议法20: {
    document: '复议法',
    article: 20,
    line: {
      zh: '知道之日起60日内申请复议；未告知权利的，自知道权利之日起算，最长一年',
      en: 'Reconsideration within 60 days of knowing; where rights were not told, from knowing them, at most one year',
    },
  },
  复议法21: {
    document: '复议法',
    article: 21,
    line: { zh: '一般自行为作出之日起最长五年', en: 'In other cases at most five years from the act' },
  },
  '复议法22¶2': {
    document: '复议法',
    article: 22,
    paragraph: 2,
    line: {
      zh: '通过互联网送达决定的，应当同时提供提交复议申请的互联网渠道',
      en: 'A decision served online must come with an online way to apply for reconsideration',
    },
  },
  '复议法23(4)': {
    document: '复议法',
    article: 23,
    paragraph: 1,
    item: 4,
    line: {
      zh: '申请政府信息公开、行政机关不予公开的，先申请复议，不服复议决定再起诉',
      en: 'A refusal to disclose goes to reconsideration first, then to court',
    },
  },
  '复议法23¶2': {
    document: '复议法',
    article: 23,
    paragraph: 2,
    line: {
      zh: '作出决定时应当告知先申请行政复议',
      en: 'The decision must tell that reconsideration comes first',
    },
  },
  '复议法24(1)': {
    document: '复议法',
    article: 24,
    paragraph: 1,
    item: 1,
    line: {
      zh: '对本级政府工作部门不服的，由本级人民政府管辖',
      en: 'Against a department: the people’s government of the same level',
    },
  },
  '复议法24(2)': {
    document: '复议法',
    article: 24,
    paragraph: 1,
    item: 2,
    line: { zh: '对下一级人民政府不服的，由上一级人民政府管辖', en: 'Against a government: the next higher one' },
  },
  '复议法24(4)': {
    document: '复议法',
    article: 24,
    paragraph: 1,
    item: 4,
    line: {
      zh: '对政府或者其部门管理的法律法规授权组织不服的，由该级人民政府管辖',
      en: 'Against an authorised organisation: the government that manages it or its department',
    },
  },
  '复议法24¶2': {
    document: '复议法',
    article: 24,
    paragraph: 2,
    line: { zh: '对省级人民政府不服的，由其自己管辖', en: 'Against a provincial government: itself' },
  },
  '复议法24¶4': {
    document: '复议法',
    article: 24,
    paragraph: 4,
    line: {
      zh: '对部门派出机构以自己名义的行为不服的，由该部门的本级人民政府管辖',
      en: 'Against a local office acting in its own name: the government of its parent department',
    },
  },
  '复议法25(1)': {
    document: '复议法',
    article: 25,
    item: 1,
    line: { zh: '对国务院部门不服的，由其自己管辖', en: 'Against a ministry: itself' },
  },
  复议法27: {
    document: '复议法',
    article: 27,
    line: {
      zh: '对海关、金融、外汇、税务、国家安全等垂直领导机关不服的，由上一级主管部门管辖',
      en: 'Against customs, finance, foreign exchange, tax and state security: the superior department',
    },
  },
  复议法30: {
    document: '复议法',
    article: 30,
    line: { zh: '不符合受理条件的不予受理', en: 'What does not meet the conditions is not accepted' },
  },
  复议法33: {
    document: '复议法',
    article: 33,
    line: {
      zh: '受理后发现不符合条件的驳回申请',
      en: 'Accepted but found not to meet the conditions: rejected',
    },
  },
  复议法34: {
    document: '复议法',
    article: 34,
    line: {
      zh: '应当先复议而不受理、驳回或者逾期不答复的，可以自收到决定或者期满之日起15日内起诉',
      en: 'Where reconsideration must come first and is refused or overdue, sue within 15 days',
    },
  },
  复议法39: {
    document: '复议法',
    article: 39,
    line: { zh: '规定情形下中止复议', en: 'Reconsideration is suspended in listed cases' },
  },
  复议法41: {
    document: '复议法',
    article: 41,
    line: { zh: '撤回申请等情形下终止复议', en: 'Reconsideration ends on withdrawal and the like' },
  },
  复议法48: {
    document: '复议法',
    article: 48,
    line: {
      zh: '被申请人收到副本之日起10日（工作日）内书面答复并提交证据',
      en: 'The organ replies with evidence within 10 (working) days of the copy',
    },
  },
  复议法54: {
    document: '复议法',
    article: 54,
    line: {
      zh: '简易程序，被申请人5日（工作日）内答复',
      en: 'Simplified procedure: reply within 5 (working) days',
    },
  },
  复议法62: {
    document: '复议法',
    article: 62,
    line: {
      zh: '普通程序60日内作出决定，可以延长不超过30日；简易程序30日',
      en: 'Decision within 60 days, at most 30 more; simplified 30 days',
    },
  },
  复议法63: {
    document: '复议法',
    article: 63,
    line: { zh: '变更行政行为', en: 'The act is changed' },
  },
  复议法64: {
    document: '复议法',
    article: 64,
    line: { zh: '撤销或者部分撤销，可以责令重新作出', en: 'The act is revoked in whole or in part' },
  },
  复议法65: {
    document: '复议法',
    article: 65,
    line: { zh: '确认违法', en: 'The act is declared illegal' },
  },
  复议法66: {
    document: '复议法',
    article: 66,
    line: { zh: '责令在一定期限内履行', en: 'The organ is ordered to perform within a time' },
  },
  复议法67: {
    document: '复议法',
    article: 67,
    line: { zh: '确认无效', en: 'The act is declared void' },
  },
  复议法68: {
    document: '复议法',
    article: 68,
    line: { zh: '维持行政行为', en: 'The act is upheld' },
  },
  复议法69: {
    document: '复议法',
    article: 69,
    line: {
      zh: '没有相应职责或者已经履行的，驳回复议请求',
      en: 'No such duty or already performed: the claim is dismissed',
    },
  },
  复议法73: {
    document: '复议法',
    article: 73,
    line: { zh: '调解达成协议的制作调解书', en: 'A settlement is recorded in a mediation document' },
  },
  复议法88: {
    document: '复议法',
    article: 88,
    line: {
      zh: '3日、5日、7日、10日指工作日',
      en: 'Periods of 3, 5, 7 and 10 days are working days',
    },
  },
  复议法90: {
    document: '复议法',
    article: 90,
    line: { zh: '自2024年1月1日起施行', en: 'In force from 1 January 2024' },
  },
  行诉法45: {
    document: '行诉法',
    article: 45,
    line: {
      zh: '不服复议决定的，收到之日起15日内起诉',
      en: 'Against a reconsideration decision: sue within 15 days of receiving it',
    },
  },
  行诉法46: {
    document: '行诉法',
    article: 46,
    line: {
      zh: '直接起诉的，知道之日起六个月内；一般最长五年',
      en: 'Direct lawsuit within six months of knowing; generally at most five years',
    },
  },
  行诉法60: {
    document: '行诉法',
    article: 60,
    line: { zh: '规定情形可以调解', en: 'Mediation in listed cases' },
  },
  行诉法62: {
    document: '行诉法',
    article: 62,
    line: { zh: '申请撤诉由法院裁定是否准许', en: 'Withdrawal needs leave of the court' },
  },
  行诉法67: {
    document: '行诉法',
    article: 67,
    line: {
      zh: '被告收到起诉状副本之日起15日内提交证据和答辩状',
      en: 'Defence and evidence within 15 days of the complaint',
    },
  },
  行诉法69: {
    document: '行诉法',
    article: 69,
    line: { zh: '行为合法或者理由不成立的，驳回诉讼请求', en: 'Lawful act or unfounded claim: dismissed' },
  },
  行诉法70: {
    document: '行诉法',
    article: 70,
    line: { zh: '撤销或者部分撤销', en: 'Revoked in whole or in part' },
  },
  行诉法72: {
    document: '行诉法',
    article: 72,
    line: { zh: '判决履行法定职责', en: 'Ordered to perform its duty' },
  },
  行诉法74: {
    document: '行诉法',
    article: 74,
    line: { zh: '确认违法', en: 'Declared illegal' },
  },
  行诉法75: {
    document: '行诉法',
    article: 75,
    line: { zh: '确认无效', en: 'Declared void' },
  },
  行诉法77: {
    document: '行诉法',
    article: 77,
    line: { zh: '变更', en: 'Changed' },
  },
  行诉法81: {
    document: '行诉法',
    article: 81,
    line: { zh: '一审六个月内作出判决', en: 'First instance within six months' },
  },
  行诉法82: {
    document: '行诉法',
    article: 82,
    line: {
      zh: '政府信息公开案件可以适用简易程序',
      en: 'Information cases may use the simplified procedure',
    },
  },
  行诉法83: {
    document: '行诉法',
    article: 83,
    line: { zh: '简易程序45日内审结', en: 'Simplified procedure within 45 days' },
  },
  行诉法85: {
    document: '行诉法',
    article: 85,
    line: {
      zh: '不服判决15日内、不服裁定10日内上诉',
      en: 'Appeal within 15 days of a judgment, 10 of a ruling',
    },
  },
  行诉法88: {
    document: '行诉法',
    article: 88,
    line: { zh: '二审三个月内作出终审判决', en: 'Second instance within three months' },
  },
  行诉法89: {
    document: '行诉法',
    article: 89,
    line: { zh: '二审驳回上诉维持原判或者改判', en: 'Second instance upholds or changes' },
  },
  民法典201: {
    document: '民法典',
    article: 201,
    line: {
      zh: '按照日计算期间的，开始的当日不计入，自下一日开始计算',
      en: 'Counting by days, the first day is left out and counting starts the day after',
    },
  },
  民法典202: {
    document: '民法典',
    article: 202,
    line: {
      zh: '按照年、月计算期间的，到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日',
      en: 'Counting by months or years, the last day is that of the same number, or the last of a month that lacks it',
    },
  },
  民法典203: {
    document: '民法典',
    article: 203,
    line: {
      zh: '期间的最后一日是法定休假日的，以休假日结束的次日为最后一日；最后一日到二十四时止，有业务时间的到停止业务活动时止',
      en: 'A last day that is a day off moves to the day after; the last day runs to its end, or to the close of business',
    },
  },
  处罚法48: {
    document: '处罚法',
    article: 48,
    line: {
      zh: '已公开的处罚决定被变更、撤销、确认违法或者无效的，3日内撤回并公开说明理由',
      en: 'A published penalty that is overturned is withdrawn within 3 days with public reasons',
    },
  },
  处罚法85: {
    document: '处罚法',
    article: 85,
    line: { zh: '2日、3日、5日、7日指工作日', en: 'Periods of 2, 3, 5 and 7 days are working days' },
  },
  办法3: {
    document: '办法',
    article: 3,
    line: {
      zh: '按件或者按量计收，超额累进，同一申请只选一种',
      en: 'By item or by volume, rising with excess; one scheme per request',
    },
  },
  办法4: {
    document: '办法',
    article: 4,
    line: {
      zh: '按件计收：同一申请人一个自然月内累计，10件以下不收，11至30件每件100元，31件起每10件一档每档加100元',
      en: 'By item, one applicant in one calendar month: 10 free, 11 to 30 at 100 yuan, from 31 each ten 100 yuan dearer',
    },
  },
  办法5: {
    document: '办法',
    article: 5,
    line: {
      zh: '按量计收：单件申请30页以下不收，31至100页每页10元，101至200页每页20元，201页起每页40元',
      en: 'By volume, one request: 30 pages free, 31 to 100 at 10 yuan, 101 to 200 at 20, from 201 at 40',
    },
    unverified: true,
  },
  办法6: {
    document: '办法',
    article: 6,
    line: {
      zh: '在申请处理期限内发出收费通知；收到通知次日起20个工作日内缴纳，逾期视为放弃；缴纳次日起重新计算处理期限',
      en: 'Fee notice within the period; pay within 20 working days of it or the request is given up; the period starts anew the day after payment',
    },
    unverified: true,
  },
  解释1: {
    document: '解释',
    article: 1,
    line: {
      zh: '对无法提供、不予处理可以直接起诉；对依条例14、15、16条不予公开的，起诉对象是复议后的决定',
      en: 'Unable-to-provide and not-processed may be sued directly; refusals under Art. 14, 15, 16 after reconsideration',
    },
  },
  '解释2¶2': {
    document: '解释',
    article: 2,
    paragraph: 2,
    line: {
      zh: '对答复或者逾期不予答复不服的，可以申请行政复议或者提起行政诉讼',
      en: 'Against the answer, or where none came in time, reconsideration or a lawsuit',
    },
  },
  期限函1: {
    document: '期限函',
    article: 1,
    line: {
      zh: '各种渠道收到申请之日的认定；无法联络的，自恢复与申请人联络之日起算',
      en: 'The day of receipt by channel; where the applicant cannot be reached, from the day contact is restored',
    },
  },
  送达函1: {
    document: '送达函',
    article: 1,
    line: {
      zh: '处理决定由申请人签收的，签收之日为送达之日；邮寄的，以交邮之日为答复之日，应当通过邮政企业寄送',
      en: 'Handed over, a decision is answered on the day it is signed for; posted, on the day of posting, by the postal enterprise',
    },
  },
  渠道函1: {
    document: '渠道函',
    article: 1,
    line: {
      zh: '当面提交和邮政寄送是基本渠道，不得拒绝',
      en: 'In person and by post are basic channels that cannot be refused',
    },
  },
  放假办法2: {
    document: '放假办法',
    article: 2,
    line: { zh: '全体公民放假的节日', en: 'Holidays for all citizens' },
  },
} as const satisfies Readonly<Record<string, Article>>

export type ArticleId = keyof typeof articles
