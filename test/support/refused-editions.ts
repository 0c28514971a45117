/**
 * Editions the compiler must refuse, each one slip away from a sound one. Every `@ts-expect-error` is a proof: the
 * type check of the tree fails where the line after it compiles.
 */
import {
  applicantColumns,
  applicantSum,
  disputeRows,
  organisationKinds,
  outcomeColumns,
} from '../../src/law/editions/common.ts'
import { defineEdition } from '../../src/law/editions/form.ts'
import { edition2027 } from './edition-2027.ts'

const { cornerNote, applicantHead, organisationHead, itemHead, sections } = edition2027
const label = { zh: '某项', en: 'Something' }
const row = <const Id extends string>(id: Id) => ({ id, label }) as const
const balances = {
  per_request_column: [{ rule: 'requests.balance', left: ['new', 'carried_in'], right: ['total'], basis: 'made up' }],
  per_request_row: applicantSum,
  per_dispute_row: { left: ['total'], right: ['upheld', 'corrected', 'other', 'pending'], basis: 'made up' },
} as const
const proactive = {
  'rules.made': 'rules.made',
  'rules.published': null,
  'rules.published_total': null,
  'rules.repealed': null,
  'rules.in_force': null,
  'normative_documents.made': null,
  'normative_documents.published': null,
  'normative_documents.published_total': null,
  'normative_documents.repealed': null,
  'normative_documents.in_force': null,
  'permits.items_last_year': null,
  'permits.change': null,
  'permits.decisions': null,
  'other_services.items_last_year': null,
  'other_services.change': null,
  'other_services.decisions': null,
  'penalties.items_last_year': null,
  'penalties.change': null,
  'penalties.decisions': null,
  'coercion.items_last_year': null,
  'coercion.change': null,
  'coercion.decisions': null,
  'fees.items_last_year': null,
  'fees.change': null,
  'fees.amount': null,
  'procurement.items': null,
  'procurement.amount': null,
} as const
const requests = {
  new: 'new',
  carried_in: 'carried_in',
  granted: 'total',
  partial: 'total',
  'denied.state_secret': 'total',
  'denied.law_forbids': 'total',
  'denied.safety_stability': 'total',
  'denied.third_party': 'total',
  'denied.internal_affairs': 'total',
  'denied.process_info': 'total',
  'denied.enforcement_file': 'total',
  'denied.admin_query': 'total',
  'unavailable.not_held': 'total',
  'unavailable.needs_creation': 'total',
  'unavailable.unclear_after_correction': 'total',
  'not_processed.petition': 'total',
  'not_processed.repeat': 'total',
  'not_processed.publication': 'total',
  'not_processed.abusive': 'total',
  'not_processed.reconfirm': 'total',
  'other.no_correction': 'total',
  'other.unpaid': 'total',
  'other.other': 'total',
  total: 'total',
  carried_out: 'carried_out',
} as const
const disputes = {
  reconsideration: 'reconsideration',
  lawsuit_direct: 'lawsuit_direct',
  lawsuit_after_reconsideration: 'lawsuit_after_reconsideration',
} as const
const lines = { proactive, requests, disputes } as const
const chain = { rule: 'year.in_force', row: 'rules', result: 'made', before: ['made'], now: [] } as const
const tableThree = {
  columns: applicantColumns,
  organisations: organisationKinds,
  groups: [],
  rows: [row('new'), row('carried_in'), row('total'), row('carried_out')],
} as const

const sound = {
  id: 'sound',
  validFromYear: 2030,
  document: 'made up',
  name: 'made up',
  cornerNote,
  applicantHead,
  organisationHead,
  itemHead,
  sections,
  proactive: [
    { label, article: '条例20(1)', columns: [{ id: 'made', label, measure: 'count' }], rows: [row('rules')] },
  ],
  requests: tableThree,
  disputes: { columns: outcomeColumns, rows: disputeRows },
  balances,
  chains: [chain],
  lines,
} as const

const { partial, ...withoutPartial } = requests
const { 'fees.amount': feesAmount, ...withoutFees } = proactive
const { reconsideration, ...withoutReconsideration } = disputes

const lineMissing = { ...sound, lines: { ...lines, requests: withoutPartial } } as const
const proactiveLineMissing = { ...sound, lines: { ...lines, proactive: withoutFees } } as const
const disputeLineMissing = { ...sound, lines: { ...lines, disputes: withoutReconsideration } } as const
const rowMisspelt = { ...sound, lines: { ...lines, requests: { ...requests, partial: 'totla' } } } as const
const cellMisspelt = { ...sound, lines: { ...lines, proactive: { ...proactive, 'rules.made': 'rules.maed' } } } as const
const rowWithoutLine = { ...sound, requests: { ...tableThree, rows: [...tableThree.rows, row('astray')] } } as const
const balanceAstray = {
  ...sound,
  balances: {
    ...balances,
    per_request_column: [{ rule: 'requests.balance', left: ['new', 'nwe'], right: ['total'], basis: 'made up' }],
  },
} as const
const columnAstray = {
  ...sound,
  balances: { ...balances, per_request_row: { left: ['total'], right: ['natural_persons'], basis: 'made up' } },
} as const
const groupUnknown = {
  ...sound,
  requests: {
    ...tableThree,
    rows: [row('new'), row('carried_in'), row('carried_out'), { ...row('total'), group: 'x' }],
  },
} as const

const chainAstray = { ...sound, chains: [{ ...chain, row: 'ruels' }] } as const
const chainColumnAstray = { ...sound, chains: [{ ...chain, before: ['items_last_year'] }] } as const

export const accepted = defineEdition(sound)

export const refused = [
  // @ts-expect-error: 'partial' is missing
  defineEdition(lineMissing),
  // @ts-expect-error: 'fees.amount' is missing
  defineEdition(proactiveLineMissing),
  // @ts-expect-error: 'reconsideration' is missing
  defineEdition(disputeLineMissing),
  // @ts-expect-error: '"totla"' is not assignable
  defineEdition(rowMisspelt),
  // @ts-expect-error: '"rules.maed"' is not assignable
  defineEdition(cellMisspelt),
  // @ts-expect-error: 'rowsWithoutLine' is missing
  defineEdition(rowWithoutLine),
  // @ts-expect-error: '"nwe"' is not assignable
  defineEdition(balanceAstray),
  // @ts-expect-error: '"natural_persons"' is not assignable
  defineEdition(columnAstray),
  // @ts-expect-error: '"x"' is not assignable
  defineEdition(groupUnknown),
  // @ts-expect-error: '"ruels"' is not assignable
  defineEdition(chainAstray),
  // @ts-expect-error: '"items_last_year"' is not assignable
  defineEdition(chainColumnAstray),
]

/** The lines taken away above, to be told by name. */
export const takenAway = { partial, feesAmount, reconsideration }
