/** The help page's sentences. */
import type { Said } from '../../../domain/kernel/lang.ts'

export const helpWords = {
  title: { zh: '帮助', en: 'Help' },
  lead: {
    zh: '用几句话说明怎样使用。遇到这里没有写的问题，请联系本机关的系统管理员。',
    en: 'How to use this, in a few sentences. For anything not said here, ask your system administrator.',
  },
  roles: { zh: '各角色做什么', en: 'What each role does' },
  apart: {
    zh: '系统、安全、审计三类管理员互相分开，一人不能兼任；任何人不能审批自己起草的稿件。',
    en: 'The three administrators are kept apart; nobody approves their own draft.',
  },
} satisfies Record<string, Said>

interface Part {
  readonly head: Said
  readonly lines: readonly Said[]
}

export const helpParts: readonly Part[] = [
  {
    head: { zh: '每天从待办开始', en: 'Begin with the work list' },
    lines: [
      {
        zh: '“待办”列出等您办理的全部事项，最急的在最前面；图标和文字同时说明还剩几个工作日。',
        en: 'It lists all that waits for you, the most pressing first; icon and words tell the working days left.',
      },
      {
        zh: '工作日按国务院公布的节假日安排计算，由系统管理员在“节假日历”中维护。',
        en: 'Working days follow the holiday notices, kept in the holiday calendar.',
      },
    ],
  },
  {
    head: { zh: '填写的内容不会丢', en: 'What you type is not lost' },
    lines: [
      {
        zh: '表单边填边存为草稿，刷新、断网或换一台电脑后再打开，内容都在；密码除外。',
        en: 'Forms save themselves as drafts: after a reload, a broken network or on another machine it is there; passwords are not kept.',
      },
      {
        zh: '提交出错时，页面会指出哪一项、为什么、怎样改；同一次提交重试多少次都只执行一次。',
        en: 'When something is wrong the page says where, why and what to do; trying again never does it twice.',
      },
    ],
  },
  {
    head: { zh: '查找、导出和打印', en: 'Find, export, print' },
    lines: [
      {
        zh: '按 / 键全局搜索；按 ? 键查看全部快捷键，也可以在那里关闭快捷键。',
        en: 'Key / searches everything; key ? shows all keys and lets you switch them off.',
      },
      {
        zh: '列表的筛选和排序都在网址里，可以收藏或发给同事。',
        en: 'Filters and sorting stand in the address: keep it, or send it to a colleague.',
      },
      { zh: '列表可以导出 CSV；每一页都可以直接打印。', en: 'Lists export as CSV; every page prints.' },
    ],
  },
  {
    head: { zh: '看得更清楚', en: 'Easier to read' },
    lines: [
      {
        zh: '在右上角菜单中可以换成大字模式，或换成英文界面。',
        en: 'The menu at the top right has large type and the other language.',
      },
    ],
  },
]
