/** Words of the portal's frame, in both languages. */
import type { Said } from '../../domain/kernel/lang.ts'

export const frameWords = {
  trouble: { zh: '错误：', en: 'Error: ' },
  column: { zh: '政府信息公开', en: 'Government information' },
  search: { zh: '搜索公开的信息', en: 'Search published information' },
  searchButton: { zh: '搜索', en: 'Search' },
  mine: { zh: '我的申请', en: 'My requests' },
  entries: { zh: '政府信息公开栏目', en: 'Columns' },
  tools: { zh: '显示方式和语言', en: 'Display and language' },
  mode: { zh: '显示方式', en: 'Display' },
  language: { zh: '语言', en: 'Language' },
  crumbs: { zh: '当前位置', en: 'You are here' },
  host: { zh: '主办单位', en: 'Run by' },
  telephone: { zh: '联系电话', en: 'Telephone' },
  address: { zh: '地址', en: 'Address' },
  siteCode: { zh: '网站标识码', en: 'Site code' },
  noThirdParty: {
    zh: '本站不加载第三方资源，不跟踪访问者。',
    en: 'This site loads nothing from third parties and tracks nobody.',
  },
} satisfies Record<string, Said>
