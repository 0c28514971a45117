/** Who works with requests; administrators, who keep the system, do not (等保 8.1.4.2). */
import { holding } from '../../domain/people/policy.ts'
import { type RoleId, roleIds, roles } from '../../domain/people/roles.ts'

const staffRoles = roleIds.filter(role => roles[role].kind === 'staff') as [RoleId, ...RoleId[]]

export const handlingStaff = holding(...staffRoles)
