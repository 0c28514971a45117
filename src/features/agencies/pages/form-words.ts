/** Words of the blank request form beside those of its fields. */
import type { Said } from '../../../domain/kernel/lang.ts'

export const form = {
  title: { zh: '政府信息公开申请表', en: 'Request for government information' },
  to: (agency: string): Said => ({ zh: `${agency}：`, en: `To ${agency}` }),
  caption: {
    zh: '公民填第一部分，法人或者其他组织填第二部分；带 * 的必填。',
    en: 'Citizens fill in part one, organisations part two; what has a * is needed.',
  },
  citizen: { zh: '一、申请人：公民', en: '1. Applicant: citizen' },
  organisation: { zh: '二、申请人：法人或者其他组织', en: '2. Applicant: organisation' },
  /** On paper alone (D§5.5): who applies online is reached by other ways. */
  agent: {
    zh: '三、代理人（委托他人办理的填写，带 * 的必填，附委托书和双方身份证明）',
    en: '3. Agent, if any (enclose the mandate and both proofs of identity)',
  },
  wanted: { zh: '四、所需政府信息', en: '4. Information wanted' },
  getting: { zh: '五、获取的形式', en: '5. How to get it' },
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
} satisfies Record<string, Said | ((...a: never[]) => Said)>
