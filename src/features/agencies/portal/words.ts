/** Words of the portal that several pages share, in both languages. */
import type { Said } from '../../../domain/kernel/lang.ts'

export type ColumnId = 'guide' | 'rules' | 'catalogue' | 'reports' | 'apply'

/** The statutory four parts and 依申请公开 (D§7.1). */
export const columns: Readonly<Record<ColumnId, { readonly name: Said; readonly about: Said }>> = {
  guide: {
    name: { zh: '政府信息公开指南', en: 'Guide' },
    about: {
      zh: '信息怎样分类和编排，怎样获取，工作机构怎样联系。',
      en: 'How information is arranged, how to get it, and how to reach the office.',
    },
  },
  rules: {
    name: { zh: '政府信息公开制度', en: 'Rules' },
    about: {
      zh: '本机关公开工作所遵循的各项制度。',
      en: 'The rules this agency follows in its disclosure work.',
    },
  },
  catalogue: {
    name: { zh: '法定主动公开内容', en: 'Published by law' },
    about: {
      zh: '依法应当主动公开的信息，按栏目排列。',
      en: 'What the law requires to be published, column by column.',
    },
  },
  reports: {
    name: { zh: '政府信息公开年报', en: 'Annual reports' },
    about: {
      zh: '历年政府信息公开工作年度报告，可在线查看、核对和下载。',
      en: 'Annual reports on disclosure work, to be read, checked and downloaded.',
    },
  },
  apply: {
    name: { zh: '依申请公开', en: 'Request information' },
    about: {
      zh: '没有主动公开的信息，可以提出申请获取。',
      en: 'What is not published can be requested.',
    },
  },
}

export const columnIds = Object.keys(columns) as readonly ColumnId[]

export const shared = {
  home: { zh: '首页', en: 'Home' },
  directory: { zh: '机关名录', en: 'Agencies' },
  guideVersions: { zh: '公开指南历次版本', en: 'Versions of the guide' },
  contact: { zh: '联系我们', en: 'Contact' },
  search: { zh: '搜索', en: 'Search' },
  siteMap: { zh: '网站地图', en: 'Site map' },
  mend: { zh: '我为政府网站找错', en: 'Report a mistake on this site' },
  feedOf: (name: string): Said => ({ zh: `${name}信息公开更新`, en: `${name}: what is new` }),
  feed: { zh: '订阅更新（Atom）', en: 'Feed (Atom)' },
  check: { zh: '年报核查', en: 'Check annual reports' },
  checkAbout: {
    zh: '把任何一份年度报告放进去，逐格核对三张法定表格。',
    en: 'Put in any annual report; every cell of its statutory tables is checked.',
  },
  published: (day: string): Said => ({ zh: `发布日期：${day}`, en: `Published ${day}` }),
  version: (n: number): Said => ({ zh: `第 ${n} 版`, en: `Version ${n}` }),
  source: (name: string): Said => ({ zh: `来源：${name}`, en: `Source: ${name}` }),
  print: {
    zh: '本页可用浏览器的打印功能（Ctrl+P）直接打印。',
    en: 'This page is made to be printed with your browser (Ctrl+P).',
  },
  all: (n: number): Said => ({ zh: `查看全部 ${n} 项`, en: `See all ${n}` }),
  none: { zh: '无', en: 'none' },
} satisfies Record<string, Said | ((...a: never[]) => Said)>
