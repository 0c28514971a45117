/** Rules of sessions and passwords: the security administrator sets them (等保 8.1.4.2). */
import { MINUTE } from '../../kernel/instant.ts'
import { defaultPasswordRules, passwordLimits } from '../../people/password-rules.ts'
import { defaultSessionRules } from '../../people/sessions.ts'
import type { Setting } from './types.ts'

/** Passwords always run out here: that they never do is no level-3 setting. */
const usualDays = defaultPasswordRules.days ?? passwordLimits.days.most

export const accessSettings = {
  'session.idleMinutes': {
    label: { zh: '多少分钟不操作后退出登录', en: 'Minutes without use until a session ends' },
    help: {
      zh: '只能更短：等级保护三级要求空闲后退出。对在本机关工作的会话有效。',
      en: 'May only be shorter: level protection asks that idle sessions end. Holds for sessions that work in this agency.',
    },
    kind: 'number',
    access: true,
    usual: defaultSessionRules.idle / MINUTE,
    least: 5,
    most: 30,
  },
  'password.shortest': {
    label: { zh: '密码最少位数', en: 'Least length of passwords' },
    help: {
      zh: '下次设置密码时起作用；在几个机关任职的人按最严的执行。',
      en: 'Counts when a password is set next; who works for several agencies keeps the strictest.',
    },
    kind: 'number',
    access: true,
    usual: defaultPasswordRules.shortest,
    ...passwordLimits.shortest,
  },
  'password.kinds': {
    label: { zh: '密码至少用几类字符', en: 'Kinds of characters in passwords' },
    help: {
      zh: `大写字母、小写字母、数字、其他符号四类；达到 ${defaultPasswordRules.longEnough} 位的长密码不受此限。`,
      en: `Of capitals, small letters, digits and other signs; one of ${defaultPasswordRules.longEnough} characters or more need not.`,
    },
    kind: 'number',
    access: true,
    usual: defaultPasswordRules.kinds,
    ...passwordLimits.kinds,
  },
  'password.history': {
    label: { zh: '不能重复使用最近几次的密码', en: 'Former passwords that may not come again' },
    help: { zh: '改大后，只对以后用过的密码起作用。', en: 'When raised, it counts for passwords used from then on.' },
    kind: 'number',
    access: true,
    usual: defaultPasswordRules.history,
    ...passwordLimits.history,
  },
  'password.days': {
    label: { zh: '密码多少天必须更换', en: 'Days until a password must be changed' },
    help: {
      zh: '到期后登录时先改密码。改小后，已超过的人下次操作时就要改。',
      en: 'It is then changed before anything else. When lowered, whoever is past it changes it at the next call.',
    },
    kind: 'number',
    access: true,
    usual: usualDays,
    ...passwordLimits.days,
  },
} as const satisfies Readonly<Record<`session.${string}` | `password.${string}`, Setting>>
