/** A form small enough to try out every combination of wrong figures. */
import { edition2021 } from '../../src/law/editions/edition-2021.ts'
import type { Edition } from '../../src/law/editions/form.ts'

const count = (id: string) => ({ id, label: { zh: id, en: id }, measure: 'count' as const })
const row = (id: string) => ({ id, label: { zh: id, en: id } })

export const smallEdition: Edition = {
  ...edition2021,
  id: 'small',
  validFromYear: 3000,
  proactive: [],
  requests: {
    columns: [count('natural_person'), count('business'), count('total')],
    organisations: ['business'],
    groups: [],
    rows: [row('new'), row('carried_in'), row('granted'), row('partial'), row('total'), row('carried_out')],
  },
  disputes: { columns: [count('upheld'), count('other'), count('total')], rows: [] },
  balances: [
    {
      rule: 'requests.balance',
      table: 'requests',
      per: 'column',
      left: ['new', 'carried_in'],
      right: ['total', 'carried_out'],
      basis: 'a',
    },
    {
      rule: 'requests.sum_of_results',
      table: 'requests',
      per: 'column',
      left: ['total'],
      right: ['granted', 'partial'],
      basis: 'b',
    },
    {
      rule: 'requests.row_total',
      table: 'requests',
      per: 'row',
      left: ['total'],
      right: ['natural_person', 'business'],
      basis: 'c',
    },
    { rule: 'disputes.total', table: 'disputes', per: 'row', left: ['total'], right: ['upheld', 'other'], basis: 'd' },
  ],
  chains: [],
}
