/**
 * The lines of the annual report that live longer than any edition of its form.
 * A decision on a request names a line; each edition says on which of its rows that line is printed.
 * Source: 条例 Art.36-39, 35, 30; 格式2021-30 tables 二-四; D§3.3-3.8.
 */

/** What table 三 counts, at its finest: every leaf any edition has ever told apart. */
export const requestLines = [
  'new',
  'carried_in',
  'granted',
  'partial',
  'denied.state_secret',
  'denied.law_forbids',
  'denied.safety_stability',
  'denied.third_party',
  'denied.internal_affairs',
  'denied.process_info',
  'denied.enforcement_file',
  'denied.admin_query',
  'unavailable.not_held',
  'unavailable.needs_creation',
  'unavailable.unclear_after_correction',
  'not_processed.petition',
  'not_processed.repeat',
  'not_processed.publication',
  'not_processed.abusive',
  'not_processed.reconfirm',
  'other.no_correction',
  'other.unpaid',
  'other.other',
  'total',
  'carried_out',
] as const
export type RequestLine = (typeof requestLines)[number]

/** The lines a closed request can stand on: exactly one of them. */
export type ResultLine = Exclude<RequestLine, 'new' | 'carried_in' | 'total' | 'carried_out'>

/** What table 二 counts: a thing of Art.20 and the figure kept of it. */
export const proactiveLines = [
  'rules.made',
  'rules.published',
  'rules.published_total',
  'rules.repealed',
  'rules.in_force',
  'normative_documents.made',
  'normative_documents.published',
  'normative_documents.published_total',
  'normative_documents.repealed',
  'normative_documents.in_force',
  'permits.items_last_year',
  'permits.change',
  'permits.decisions',
  'other_services.items_last_year',
  'other_services.change',
  'other_services.decisions',
  'penalties.items_last_year',
  'penalties.change',
  'penalties.decisions',
  'coercion.items_last_year',
  'coercion.change',
  'coercion.decisions',
  'fees.items_last_year',
  'fees.change',
  'fees.amount',
  'procurement.items',
  'procurement.amount',
] as const
export type ProactiveLine = (typeof proactiveLines)[number]

/** The roads a dispute can take (table 四). */
export const disputeLines = ['reconsideration', 'lawsuit_direct', 'lawsuit_after_reconsideration'] as const
export type DisputeLine = (typeof disputeLines)[number]
