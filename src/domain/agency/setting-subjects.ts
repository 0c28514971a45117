/** What settings are about, in the order they are shown: the part of a setting's name before the dot. */
import type { Said } from '../kernel/lang.ts'

export const settingSubjects = {
  request: { zh: '申请的办理', en: 'Handling of requests' },
  channel: { zh: '申请渠道', en: 'Ways to apply' },
  letter: { zh: '文书', en: 'Letters' },
  numbering: { zh: '编号', en: 'Numbers' },
  reminder: { zh: '到期提醒', en: 'Reminders' },
  notice: { zh: '短信和邮件', en: 'SMS and mail' },
  guide: { zh: '公开指南', en: 'The guide' },
  site: { zh: '门户页脚', en: 'Foot of the portal' },
  session: { zh: '登录时长', en: 'Length of sessions' },
  password: { zh: '密码规则', en: 'Rules of passwords' },
} as const satisfies Readonly<Record<string, Said>>

export type SettingSubject = keyof typeof settingSubjects
