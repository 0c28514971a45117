/**
 * Who does what in an agency (条例4, D§8.1), and the three administrators whose powers are kept apart (等保
 * 8.1.4.2, D§9.3). A person may hold several roles, in so far as none would watch over itself.
 */
import type { Said } from '../kernel/lang.ts'
import { done, type Result, refuse } from '../kernel/result.ts'

interface Role {
  readonly label: Said
  /** What the holder does, in one sentence. */
  readonly does: Said
  /** staff: the work itself. administrator: held alone; nobody holds two, or any other role beside. */
  readonly kind: 'staff' | 'administrator'
  /** Whether its holder approves what others drafted. */
  readonly approves?: true
}

/** In the order lists show them. */
export const roles = {
  drafter: {
    label: { zh: '拟稿人', en: 'Drafter' },
    does: { zh: '起草拟公开的信息', en: 'Drafts what is to be published' },
    kind: 'staff',
  },
  reviewer: {
    label: { zh: '审核人', en: 'Reviewer' },
    does: { zh: '审核科室起草的信息和答复', en: 'Reviews drafts and answers' },
    kind: 'staff',
    approves: true,
  },
  secrecy_reviewer: {
    label: { zh: '保密审查人', en: 'Secrecy reviewer' },
    does: { zh: '公开前进行保密审查', en: 'Reviews for secrecy before anything is published' },
    kind: 'staff',
    approves: true,
  },
  handler: {
    label: { zh: '经办人', en: 'Handler' },
    does: { zh: '登记、办理依申请公开', en: 'Registers and handles requests' },
    kind: 'staff',
  },
  office_head: {
    label: { zh: '工作机构负责人', en: 'Head of the office' },
    does: {
      zh: '分派办件，批准延期，签发程序性文书',
      en: 'Assigns requests, grants extensions, signs procedural letters',
    },
    kind: 'staff',
    approves: true,
  },
  leader: {
    label: { zh: '分管领导', en: 'Leader' },
    does: { zh: '签发公开信息和答复', en: 'Signs publications and answers' },
    kind: 'staff',
    approves: true,
  },
  supervisor: {
    label: { zh: '主管部门监督员', en: 'Supervisor' },
    does: { zh: '查看、督促所监督的机关', en: 'Looks into and urges the agencies supervised' },
    kind: 'staff',
  },
  reading_clerk: {
    label: { zh: '查阅点工作人员', en: 'Reading-place clerk' },
    does: { zh: '在查阅点接待、代填申请', en: 'Receives visitors of the reading place and fills in requests for them' },
    kind: 'staff',
  },
  system_admin: {
    label: { zh: '系统管理员', en: 'System administrator' },
    does: { zh: '管理机构、账号和系统设置，不授予角色', en: 'Runs agencies, accounts and settings; grants no roles' },
    kind: 'administrator',
  },
  security_admin: {
    label: { zh: '安全管理员', en: 'Security administrator' },
    does: { zh: '授予和收回角色，管理密码规则和密钥', en: 'Grants and revokes roles, password rules and keys' },
    kind: 'administrator',
  },
  audit_admin: {
    label: { zh: '审计管理员', en: 'Audit administrator' },
    does: { zh: '查看和核对审计日志，不做其他任何事', en: 'Reads and checks the record, and does nothing else' },
    kind: 'administrator',
  },
} as const satisfies Readonly<Record<string, Role>>

export type RoleId = keyof typeof roles

export const roleIds = Object.keys(roles) as readonly RoleId[]

export function isAdministrator(role: RoleId): boolean {
  return roles[role].kind === 'administrator'
}

export function approves(role: RoleId): boolean {
  const { approves: does }: Role = roles[role]
  return does === true
}

/** The roles one person may hold together, each once and in order; an administrator's is held alone. */
export function checkRoles(wanted: readonly RoleId[]): Result<readonly RoleId[]> {
  const held = roleIds.filter(role => wanted.includes(role))
  const administrator = held.find(isAdministrator)
  const other = held.find(role => role !== administrator)
  if (administrator === undefined || other === undefined) return done(held)
  const [one, two] = [roles[administrator].label, roles[other].label]
  return refuse('roles_not_together', {
    zh: `“${one.zh}”不能同时担任“${two.zh}”：三员分立，管理员不兼任其他角色；请交由另一人担任`,
    en: `${one.en} and ${two.en} cannot be one person: an administrator holds no other role; give one of them to someone else`,
  })
}
