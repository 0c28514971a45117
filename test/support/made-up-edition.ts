/** A form nobody has issued: other blocks, rows, columns, group depths and head rows than any edition of the law. */
import { edition2021 } from '../../src/law/editions/edition-2021.ts'
import type { Edition } from '../../src/law/editions/form.ts'

const said = (zh: string) => ({ zh, en: zh })
const count = (id: string, zh: string) => ({ id, label: said(zh), measure: 'count' as const })

/** Only what laying out and reading need is different; lines and chains are borrowed and not meant to be used. */
export const madeUpEdition: Edition = {
  ...edition2021,
  id: '2027',
  validFromYear: 2027,
  proactive: [
    {
      label: said('第一类'),
      article: '条例20(1)',
      columns: [count('a', '甲数'), count('b', '乙数'), count('c', '丙数'), count('d', '丁数')],
      rows: [{ id: 'x', label: said('某事项') }],
    },
    {
      label: said('第二类'),
      article: '条例20(5)',
      columns: [{ id: 'amount', label: said('金额'), measure: 'amount' }],
      rows: [
        { id: 'y', label: said('又一事项') },
        { id: 'z', label: said('再一事项') },
      ],
    },
  ],
  requests: {
    columns: [count('person', '个人'), count('firm', '企业'), count('club', '团体'), count('total', '总计')],
    organisations: ['firm', 'club'],
    groups: [
      { id: 'done', label: said('三、办结'), vertical: true },
      { id: 'refused', label: said('（二）未提供'), within: 'done' },
      { id: 'secret', label: said('1.保密'), within: 'refused' },
    ],
    rows: [
      { id: 'new', label: said('一、新收') },
      { id: 'carried_in', label: said('二、结转') },
      { id: 'given', label: said('（一）提供'), group: 'done' },
      { id: 'refused.state', label: said('（1）国家秘密'), group: 'secret' },
      { id: 'refused.trade', label: said('（2）商业秘密'), group: 'secret' },
      { id: 'refused.absent', label: said('2.没有'), group: 'refused' },
      { id: 'total', label: said('（三）总计'), group: 'done' },
      { id: 'carried_out', label: said('四、结转下年') },
    ],
  },
  disputes: {
    columns: [count('won', '维持'), count('lost', '纠正'), count('total', '总计')],
    rows: [
      { id: 'mediation', label: said('调解'), under: said('调解') },
      { id: 'reconsideration', label: said('行政复议'), under: said('行政复议') },
      { id: 'lawsuit_one', label: said('一审'), under: said('行政诉讼') },
      { id: 'lawsuit_two', label: said('二审'), under: said('行政诉讼') },
    ],
  },
  balances: [
    {
      rule: 'requests.balance',
      table: 'requests',
      per: 'column',
      left: ['new', 'carried_in'],
      right: ['total', 'carried_out'],
      basis: 'made up',
    },
    {
      rule: 'requests.sum_of_results',
      table: 'requests',
      per: 'column',
      left: ['total'],
      right: ['given', 'refused.state', 'refused.trade', 'refused.absent'],
      basis: 'made up',
    },
    {
      rule: 'requests.row_total',
      table: 'requests',
      per: 'row',
      left: ['total'],
      right: ['person', 'firm', 'club'],
      basis: 'made up',
    },
    {
      rule: 'disputes.total',
      table: 'disputes',
      per: 'row',
      left: ['total'],
      right: ['won', 'lost'],
      basis: 'made up',
    },
  ],
  chains: [],
}
