/** Words of files kept long enough and of lost codes. */
import type { Said } from '../../../../domain/kernel/lang.ts'

export const retentionWords = {
  title: { zh: '到期卷宗', en: 'Files past their time' },
  lead: {
    zh: '已归档、保管期限届满的申请卷宗。系统不删除任何卷宗：请移交档案部门鉴定后处置。保管年限在设置中确定，从办结的次年起算。',
    en: 'Archived case files whose time is over. Nothing is deleted by the program: hand them to the archives for appraisal. The years are set in the settings and counted from the year after the end of the case.',
  },
  empty: { zh: '没有保管期限届满的卷宗。', en: 'No file has been kept long enough.' },
  number: { zh: '受理号', en: 'Number' },
  request: { zh: '申请内容', en: 'Request' },
  kind: { zh: '种类', en: 'Kind' },
  closedOn: { zh: '办结日期', en: 'Ended' },
  archivedOn: { zh: '归档日期', en: 'Archived' },
  keptUntil: { zh: '保管至', en: 'Kept until' },
} as const

export const codeWords = {
  give: { zh: '发给新的查询码', en: 'Give a new code' },
  title: (number: string): Said => ({
    zh: `为 ${number} 发给新的查询码`,
    en: `A new code for ${number}`,
  }),
  lead: {
    zh: '申请人遗失查询码的，核验身份后发给新的；原查询码随即失效。核验的方式会留痕。',
    en: 'Where the applicant lost the code, and after identity was checked. The former code ends at once; how it was checked is recorded.',
  },
  asker: { zh: '来领取的是', en: 'Who asks' },
  proof: { zh: '核对的证件', en: 'Proof seen' },
  once: { zh: '新的查询码', en: 'The new code' },
  onceLead: {
    zh: '只显示这一次，请当面告知或者打印交给申请人。',
    en: 'Shown this once: tell the applicant, or print it and hand it over.',
  },
} as const
