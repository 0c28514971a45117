/** Words of one's own data and of paying online. */
import type { Said } from '../../../domain/kernel/lang.ts'

export const ownWords = {
  title: { zh: '您的个人信息', en: 'Your own data' },
  kept: (years: number, until: string | null): Said =>
    until === null
      ? {
          zh: `本件办结后保管 ${years} 年（从次年起算），到期由档案部门鉴定后处置。`,
          en: `Kept for ${years} years from the year after the case ends, then appraised by the archives.`,
        }
      : {
          zh: `保管至 ${until}（${years} 年），到期由档案部门鉴定后处置。`,
          en: `Kept until ${until} (${years} years), then appraised by the archives.`,
        },
  look: { zh: '查阅、复制本机关保存的您的全部信息', en: 'See and copy all that is kept of you' },
  lead: (agency: string): Said => ({
    zh: `这是${agency}在本件申请中保存的您的全部信息，未作遮盖，请注意周围。您查阅、复制的时间已留痕（个人信息保护法第四十五条）。联系方式有变化的，在办理页面修改；其他内容不准确的，请向工作机构提出更正（第四十六条）。申请卷宗依法应当保存，期限届满前不能删除（第四十七条）。`,
    en: `This is all that ${agency} keeps of you in this request, shown whole: mind who can see your screen. That you looked is recorded (PIPL art. 45). Change how to reach you on the page of the request; have anything else that is wrong corrected by the office (art. 46). The law wants the file kept, so nothing can be erased before its time is over (art. 47).`,
  }),
  file: { zh: '下载（JSON）', en: 'Download (JSON)' },
  back: { zh: '返回申请', en: 'Back to the request' },
  applicant: { zh: '申请人', en: 'Applicant' },
  kind: { zh: '申请人类型', en: 'Kind of applicant' },
  name: { zh: '姓名或者名称', en: 'Name' },
  request: { zh: '申请', en: 'Request' },
  channel: { zh: '提交方式', en: 'Handed in' },
  submittedOn: { zh: '提交日期', en: 'Handed in on' },
  endedOn: { zh: '办结日期', en: 'Ended on' },
  said: { zh: '您在办理中提交的内容', en: 'What you said on the way' },
  correction: { zh: '补正', en: 'Correction' },
  reasons: { zh: '说明的理由', en: 'Reasons' },
  payment: { zh: '告知的缴费', en: 'Payment told' },
  papers: { zh: '您提交的材料', en: 'Papers you gave' },
  seen: {
    zh: '工作人员查看您的完整信息、材料、登记表或者卷宗的时间',
    en: 'When staff looked at your data whole, at your papers, or at the case file',
  },
  none: { zh: '无', en: 'none' },
  payOnline: { zh: '网上缴费', en: 'Pay online' },
  payOnlineNote: {
    zh: '将打开缴费平台的页面；缴费成功后自动登记，不用再告知。',
    en: 'Opens the page of the payment provider; once paid it is entered by itself.',
  },
} as const
