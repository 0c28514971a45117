/** Words of the console's frame. */
import type { Said } from '../../domain/kernel/lang.ts'

export const frameWords = {
  product: { zh: '政府信息公开工作平台', en: 'Government information disclosure' },
  menu: { zh: '菜单', en: 'Menu' },
  nav: { zh: '工作栏目', en: 'Sections' },
  agency: { zh: '机关', en: 'Agency' },
  search: { zh: '全局搜索', en: 'Search everything' },
  searchHint: { zh: '搜索（按 / 键）', en: 'Search (key /)' },
  searching: { zh: '正在搜索…', en: 'Searching…' },
  found: (n: number): Said => ({ zh: `找到 ${n} 项`, en: `${n} found` }),
  foundNothing: {
    zh: '没有找到。可以换一个词，或只写名称中的几个字。',
    en: 'Nothing found. Try another word, or only a part of the name.',
  },
  notifications: { zh: '消息', en: 'Notifications' },
  unread: (n: number): Said => ({ zh: `${n} 条未读`, en: `${n} unread` }),
  help: { zh: '帮助', en: 'Help' },
  otherLanguage: { zh: 'English', en: '中文' },
  me: { zh: '我的', en: 'Me' },
  mySecurity: { zh: '我的账号与安全', en: 'My account and security' },
  large: { zh: '大字模式', en: 'Large type' },
  usual: { zh: '标准字号', en: 'Usual type' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  borrowed: (role: string, from: string): Said => ({ zh: `代${from}：${role}`, en: `${role} for ${from}` }),
  keysTitle: { zh: '键盘快捷键', en: 'Keyboard' },
  keysOn: { zh: '使用快捷键', en: 'Use the keys' },
  keysHelp: { zh: '打开这张表', en: 'This list' },
  goTo: (place: string): Said => ({ zh: `去“${place}”`, en: `Go to ${place}` }),
  notFoundTitle: { zh: '没有这个页面', en: 'No such page' },
  notFound: {
    zh: '地址可能有误，或页面已经移走。可以从待办重新进入。',
    en: 'The address may be wrong, or the page has moved. Start again from the work list.',
  },
  toWork: { zh: '去待办', en: 'To the work list' },
  faultTitle: { zh: '这一页出了差错', en: 'Something went wrong on this page' },
  fault: {
    zh: '已填写的内容大多存成了草稿。请重新载入；如仍不行，请告诉系统管理员。',
    en: 'Most of what you typed is kept as a draft. Load the page again; if it persists, tell the system administrator.',
  },
  reload: { zh: '重新载入', en: 'Load again' },
  noAgency: {
    zh: '您还不属于任何机关，请联系系统管理员。',
    en: 'You belong to no agency yet; ask the system administrator.',
  },
  newVersion: {
    zh: '系统已更新，需要重新载入页面。',
    en: 'The system was updated; the page must be loaded again.',
  },
} satisfies Record<string, Said | ((...a: never[]) => Said)>
