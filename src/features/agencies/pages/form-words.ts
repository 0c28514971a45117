/** Words of the blank request form. A star marks what the law needs (条例29). */
import type { Said } from '../../../domain/kernel/lang.ts'

const telephone: Said = { zh: '联系电话 *', en: 'Telephone *' }
const fax: Said = { zh: '传真', en: 'Fax' }
const email: Said = { zh: '电子邮箱', en: 'E-mail' }

export const form = {
  title: { zh: '政府信息公开申请表', en: 'Request for government information' },
  to: (agency: string): Said => ({ zh: `${agency}：`, en: `To ${agency}` }),
  caption: {
    zh: '公民填第一部分，法人或者其他组织填第二部分；带 * 的必填。',
    en: 'Citizens fill in part one, organisations part two; what has a * is needed.',
  },
  citizen: { zh: '一、申请人：公民', en: '1. Applicant: citizen' },
  citizenFields: [
    { zh: '姓名 *', en: 'Name *' },
    { zh: '工作单位', en: 'Place of work' },
    { zh: '证件名称 *', en: 'Kind of identity document *' },
    { zh: '证件号码 *', en: 'Its number *' },
    { zh: '通信地址 *', en: 'Address *' },
    { zh: '邮政编码', en: 'Postcode' },
    telephone,
    fax,
    email,
  ],
  organisation: { zh: '二、申请人：法人或者其他组织', en: '2. Applicant: organisation' },
  organisationFields: [
    { zh: '组织名称 *', en: 'Name *' },
    { zh: '统一社会信用代码 *', en: 'Unified social credit code *' },
    { zh: '法定代表人 *', en: 'Legal representative *' },
    { zh: '联系人 *', en: 'Person to contact *' },
    telephone,
    { zh: '联系地址 *', en: 'Address *' },
    fax,
    email,
  ],
  kind: { zh: '组织类型 *', en: 'Kind *' },
  agent: {
    zh: '三、代理人（委托他人办理的填写，附委托书和双方身份证明）',
    en: '3. Agent, if any (enclose the mandate and both proofs of identity)',
  },
  agentFields: [
    { zh: '代理人姓名', en: 'Name of the agent' },
    { zh: '代理人联系电话', en: 'Telephone of the agent' },
  ],
  wanted: { zh: '四、所需政府信息', en: '4. Information wanted' },
  wantedFields: [
    { zh: '信息名称 *', en: 'Title *' },
    { zh: '文号或者索引号', en: 'Document or index number' },
    { zh: '内容描述 *（时间、事项等便于查找的特征）', en: 'Description * (time, matter, whatever lets us find it)' },
  ],
  getting: { zh: '五、获取的形式', en: '5. How to get it' },
  medium: { zh: '载体 *', en: 'Medium *' },
  media: [
    { zh: '纸质文本', en: 'paper' },
    { zh: '电子文件', en: 'electronic file' },
    { zh: '光盘', en: 'disc' },
  ],
  way: { zh: '途径 *', en: 'Way *' },
  ways: [
    { zh: '当面领取', en: 'collect in person' },
    { zh: '邮寄', en: 'by post' },
    { zh: '电子邮件', en: 'by e-mail' },
    { zh: '传真', en: 'by fax' },
    { zh: '现场查阅、抄录', en: 'read and copy on the spot' },
  ],
  other: { zh: '不能满足时', en: 'If that cannot be done' },
  anyForm: { zh: '可以接受其他形式', en: 'another form will do' },
  help: { zh: '帮助', en: 'Help' },
  needsHelp: {
    zh: '阅读困难或者有视听障碍，需要帮助',
    en: 'I have difficulty reading, seeing or hearing and need help',
  },
  signing: { zh: '六、签名', en: '6. Signature' },
  enclosed: { zh: '附件（身份证明等）', en: 'Enclosed (proof of identity and so on)' },
  signature: { zh: '申请人签名或者盖章', en: 'Signature or seal' },
  day: { zh: '申请日期', en: 'Date' },
  note: {
    zh: '不需要说明用途。申请内容不明确的，工作机构会一次性告知怎样补正。填写的个人信息只用于办理本申请。',
    en: 'You need not say what it is for. If something is unclear the office tells you once what to correct. Personal data given here is used for this request only.',
  },
  sendTo: { zh: '交寄：', en: 'Hand in or post to: ' },
  telephone: { zh: '咨询电话：', en: 'Questions: ' },
} satisfies Record<string, Said | readonly Said[] | ((...a: never[]) => Said)>
