/** Roles by their names, also those a newer server knows and this page does not. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { type RoleId, roleIds, roles } from '../../../domain/people/roles.ts'

export function isRole(id: string): id is RoleId {
  return Object.hasOwn(roles, id)
}

export function roleLabel(id: string): Said {
  return isRole(id) ? roles[id].label : { zh: id, en: id }
}

export function roleChoices(t: (said: Said) => string) {
  return roleIds.map(id => ({ value: id, label: t(roles[id].label) }))
}
