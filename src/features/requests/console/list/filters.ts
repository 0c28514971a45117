/** What the list of requests can be narrowed by, and how the address says so. */
import { requestKinds, requestStates } from '../../../../domain/request/states.ts'
import type { Choice } from '../../../../kit/console/fields.tsx'
import type { FilterSpec } from '../../../../kit/console/filters.tsx'
import type { useTell } from '../../../../kit/console/language.tsx'
import { choicesOf } from '../../../../kit/console/more-fields.tsx'
import type { UrlState } from '../../../../kit/console/url-state.ts'
import type { CallOf } from '../../../../kit/contract.ts'
import { applicantKinds } from '../../../../law/applicants.ts'
import { channels } from '../../../../law/channels.ts'
import { type listRequests, requestFilters } from '../../contract/index.ts'
import { listWords } from '../words/list-words.ts'

type Tell = ReturnType<typeof useTell>

const labelled = <T extends Readonly<Record<string, { readonly label: { zh: string; en: string } }>>>(
  record: T,
  t: Tell,
): readonly Choice[] => Object.entries(record).map(([value, { label }]) => ({ value, label: t(label) }))

export function filterSpecs(t: Tell, sections: readonly Choice[]): readonly FilterSpec[] {
  return [
    { kind: 'search', name: 'q', label: t(listWords.search) },
    { kind: 'choice', name: 'state', label: t(listWords.state), choices: labelled(requestStates, t) },
    {
      kind: 'choice',
      name: 'mine',
      label: t(listWords.mine),
      choices: [{ value: 'yes', label: t(listWords.onlyMine) }],
    },
    {
      kind: 'choice',
      name: 'order',
      label: t(listWords.order),
      unset: t(listWords.orders.due),
      choices: choicesOf(listWords.orders, t).slice(1),
    },
    ...(
      [
        { kind: 'choice', name: 'kind', label: t(listWords.kind), choices: choicesOf(requestKinds, t) },
        { kind: 'choice', name: 'channel', label: t(listWords.channel), choices: labelled(channels, t) },
        {
          kind: 'choice',
          name: 'applicantKind',
          label: t(listWords.applicantKind),
          choices: labelled(applicantKinds, t),
        },
        { kind: 'choice', name: 'sectionId', label: t(listWords.section), choices: sections },
        { kind: 'day', name: 'receivedFrom', label: t(listWords.receivedFrom) },
        { kind: 'day', name: 'receivedUntil', label: t(listWords.receivedUntil) },
        { kind: 'day', name: 'closedFrom', label: t(listWords.closedFrom) },
        { kind: 'day', name: 'closedUntil', label: t(listWords.closedUntil) },
      ] satisfies FilterSpec[]
    ).map(spec => ({ ...spec, more: true })),
  ]
}

/** Words of the address that no field of the list shows: the tab, and the figure of table 三 it was come to from, another agency. */
export const beside = ['standing', 'line', 'cell', 'of'] as const

type Query = CallOf<typeof listRequests>['query']
const orders = ['due', 'received', 'number'] as const

/** The words of the address as the server is asked; what it would not understand is left out. */
export function queryOf(state: UrlState): Query {
  const names = Object.keys(requestFilters.shape) as (keyof typeof requestFilters.shape)[]
  const fitting = names.filter(name => state[name] && requestFilters.shape[name].safeParse(state[name]).success)
  const order = orders.find(known => known === state.order)
  return { ...Object.fromEntries(fitting.map(name => [name, state[name]])), ...(order ? { order } : {}) } as Query
}
