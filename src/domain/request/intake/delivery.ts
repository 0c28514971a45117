/** Which form goes by which way, and what must be known of the applicant for it (条例29(三), 40; D§5.5). */
import type { Said } from '../../kernel/lang.ts'
import { done, type Result, refuse } from '../../kernel/result.ts'
import { type DeliveryForm, type DeliveryRoute, deliveryForms, deliveryRoutes } from '../vocabulary.ts'

/** A disc goes by no wire, a paper through no mailbox; what is read on the spot is the paper itself. */
export const waysOf = {
  paper: ['post', 'hand', 'fax', 'on_site'],
  email: ['email'],
  disc: ['post', 'hand'],
  online: ['online'],
} as const satisfies Readonly<Record<DeliveryForm, readonly DeliveryRoute[]>>

/** Where a letter or a message goes. */
export interface Reach {
  readonly phone: string
  readonly email: string | null
  readonly fax: string | null
  readonly address: string
}

/** What each way cannot do without. */
export const wayNeeds: Readonly<Record<DeliveryRoute, Exclude<keyof Reach, 'phone'> | null>> = {
  post: 'address',
  hand: null,
  email: 'email',
  online: null,
  fax: 'fax',
  on_site: null,
}

/** The way, where the form can go by it; else refused at `at` with the ways that there are. */
export function parseWay(form: DeliveryForm, route: DeliveryRoute, at?: string): Result<DeliveryRoute> {
  const ways: readonly DeliveryRoute[] = waysOf[form]
  return ways.includes(route) ? done(route) : refuse('no_such_way', noWay(form, route, ways), at)
}

/** What is missing for the way that is wanted; null where nothing is. */
export function missingFor(route: DeliveryRoute, reach: Reach): (typeof wayNeeds)[DeliveryRoute] {
  const needed = wayNeeds[route]
  return needed !== null && (reach[needed] ?? '') === '' ? needed : null
}

const listed = (ways: readonly DeliveryRoute[], lang: keyof Said, and: string) =>
  ways.map(way => deliveryRoutes[way][lang]).join(and)

const noWay = (form: DeliveryForm, route: DeliveryRoute, ways: readonly DeliveryRoute[]): Said => ({
  zh: `“${deliveryForms[form].zh}”不能通过“${deliveryRoutes[route].zh}”提供，可以选：${listed(ways, 'zh', '、')}；或者改选别的形式`,
  en: `“${deliveryForms[form].en}” cannot go “${deliveryRoutes[route].en}”; choose: ${listed(ways, 'en', ', ')}; or another form`,
})

export const neededForWay = (route: DeliveryRoute, label: Said): Said => ({
  zh: `选择“${deliveryRoutes[route].zh}”的，请填写“${label.zh}”`,
  en: `For “${deliveryRoutes[route].en}” fill in: ${label.en}`,
})
