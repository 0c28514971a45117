/** Words of the calendar of due dates. */
import type { Said } from '../../../../domain/kernel/lang.ts'

export const feedWords = {
  title: { zh: '日历订阅', en: 'Calendar of due dates' },
  lead: {
    zh: '把申请的到期日放进您的日历程序：把地址添加为“订阅日历”，到期日变动后会自动更新。',
    en: 'Puts due dates of requests into your calendar program: add the address as a subscribed calendar, and it follows every change.',
  },
  whoReads: { zh: '谁能读', en: 'Who can read it' },
  reads: {
    zh: '任何人拿到这个地址，不用登录就能读到到期日、受理号和申请标题（没有申请人的姓名，但标题是申请人自己写的）。请只放进您自己的日历程序，不要转发，不要放进多人共用的日历。',
    en: 'Whoever has the address reads due dates, numbers and titles without signing in (never the applicant’s name, but applicants write the titles themselves). Keep it to your own calendar program; do not pass it on or put it into a shared calendar.',
  },
  whichSection: {
    zh: '拟稿人只看到本科室在办的申请，其他岗位看到本机关在办的全部申请。离岗或者没有任何角色之后，地址随即失效。',
    en: 'Drafters see what lies with their section, the others all open requests of the agency. It ends when you leave or hold no role any more.',
  },
  none: { zh: '您还没有订阅地址。', en: 'You have no address yet.' },
  valid: { zh: '有效', en: 'In force' },
  since: (at: string): Said => ({
    zh: `您的订阅地址生成于 ${at}。地址只在生成时显示；忘记了就换一个。`,
    en: `Your address was made ${at}. It was shown then; if you lost it, make another.`,
  }),
  make: { zh: '生成地址', en: 'Make the address' },
  another: { zh: '换一个地址', en: 'Make another' },
  anotherTitle: { zh: '换一个地址？', en: 'Make another address?' },
  anotherText: {
    zh: '原来的地址随即失效，用它订阅的日历不再更新。',
    en: 'The one before ends at once: calendars that use it get nothing more.',
  },
  revoke: { zh: '停用', en: 'Revoke' },
  revokeTitle: { zh: '停用这个地址？', en: 'Revoke the address?' },
  revokeText: {
    zh: '地址随即失效，用它订阅的日历不再更新。以后可以再生成新的。',
    en: 'It ends at once: calendars that use it get nothing more. You can make a new one later.',
  },
  revoked: { zh: '已停用', en: 'Revoked' },
  once: { zh: '您的订阅地址', en: 'Your address' },
  onceLead: { zh: '只显示这一次，请现在复制。', en: 'Shown this once: copy it now.' },
} as const
