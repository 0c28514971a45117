/** The texts this work rests on (D§0). The key is the short name used in every citation. */
import type { Words } from './words.ts'

export interface LegalDocument {
  readonly title: Words
  /** Number of the order or letter; absent on statutes, which are known by name. */
  readonly number?: string
  /** First day in force, of the version cited. */
  readonly inForceFrom?: string
}

export const documents = {
  条例: {
    title: { zh: '政府信息公开条例', en: 'Regulations on Open Government Information' },
    number: '国务院令第711号',
    inForceFrom: '2019-05-15',
  },
  复议法: { title: { zh: '行政复议法', en: 'Administrative Reconsideration Law' }, inForceFrom: '2024-01-01' },
  行诉法: { title: { zh: '行政诉讼法', en: 'Administrative Litigation Law' }, inForceFrom: '2017-07-01' },
  民法典: { title: { zh: '民法典', en: 'Civil Code' }, inForceFrom: '2021-01-01' },
  处罚法: { title: { zh: '行政处罚法', en: 'Administrative Penalty Law' }, inForceFrom: '2021-07-15' },
  办法: {
    title: { zh: '政府信息公开信息处理费管理办法', en: 'Measures on Information Handling Fees' },
    number: '国办函〔2020〕109号',
    inForceFrom: '2021-01-01',
  },
  解释: {
    title: {
      zh: '最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释',
      en: 'Supreme Court Interpretation on Government Information Cases',
    },
    number: '法释〔2025〕8号',
    inForceFrom: '2025-06-01',
  },
  期限函: {
    title: { zh: '关于政府信息公开期限有关问题的解释', en: 'Letter on Time Limits' },
    number: '国办公开办函〔2015〕207号',
  },
  送达函: {
    title: {
      zh: '国务院办公厅政府信息与政务公开办公室关于政府信息公开处理决定送达问题的解释',
      en: 'Letter on Serving Disclosure Decisions',
    },
    number: '国办公开办函〔2016〕235号',
  },
  渠道函: {
    title: { zh: '关于政府信息公开申请接收渠道问题的解释', en: 'Letter on Channels of Application' },
    number: '国办公开办函〔2017〕19号',
  },
  放假办法: {
    title: { zh: '全国年节及纪念日放假办法', en: 'Measures on Public Holidays' },
    number: '国务院令第795号',
    inForceFrom: '2025-01-01',
  },
} as const satisfies Readonly<Record<string, LegalDocument>>

export type DocumentId = keyof typeof documents
