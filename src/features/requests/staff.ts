/** Who works with requests, and who looks at those of agencies supervised; administrators, who keep the system, do not (等保 8.1.4.2). */
import type { Said } from '../../domain/kernel/lang.ts'
import { holding } from '../../domain/people/policy.ts'
import { type RoleId, roleIds, roles } from '../../domain/people/roles.ts'

const staffRoles = roleIds.filter(role => roles[role].kind === 'staff') as [RoleId, ...RoleId[]]

export const handlingStaff = holding(...staffRoles)

/**
 * One sentence for the figures of agencies supervised, for the lists these figures open and for the cases in them: who
 * is told a figure may look at what it counts, and nobody else is led to a closed door (条例47).
 */
export const supervisors = holding('supervisor')
export const supervising: Said = {
  zh: '监督员可以查看所监督机关的办理数字、数字所计的申请及其办理情况（留痕）',
  en: 'Supervisors may see the figures of agencies supervised, the requests they count and how these are handled, on record',
}
