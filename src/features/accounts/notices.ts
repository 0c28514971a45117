/** Who is told of what happens to accounts: the person concerned, and whom a delegation is between. */
import { and, eq, ne } from 'drizzle-orm'
import type { Said } from '../../domain/kernel/lang.ts'
import type { Delegation } from '../../domain/people/delegation.ts'
import { type RoleId, roles } from '../../domain/people/roles.ts'
import type { Contract } from '../../kit/contract.ts'
import { notify, type Telling } from '../../kit/notify.ts'
import type { Task } from '../../kit/routes.ts'
import { session } from '../../kit/schema/people.ts'
import { shanghaiMinute } from '../../ui/day.ts'

export interface Moment extends Pick<Task<Contract>, 'tx' | 'now'> {
  readonly services: Telling
}

const accountLink = '/console/me'
const delegationsLink = '/console/delegations'

/** The words for several roles. */
function named(held: readonly RoleId[]): Said {
  return {
    zh: held.map(role => roles[role].label.zh).join('、'),
    en: held.map(role => roles[role].label.en).join(', '),
  }
}

interface Handing {
  readonly agencyId: string
  readonly delegation: Delegation
  readonly fromName: string
  readonly toName: string
}

/** Both sides, when roles are handed over and when that ends. `why`: once for each delegation. */
async function tellBoth(
  { tx, now, services }: Moment,
  { agencyId, delegation: handed, fromName, toName }: Handing,
  kind: 'standing.delegated' | 'standing.delegationEnded',
): Promise<void> {
  const { id, from, to, fromDate, untilDate } = handed
  const held = named(handed.roles)
  const title: Said =
    kind === 'standing.delegated'
      ? { zh: `外出委托：${fromDate} 至 ${untilDate}`, en: `Delegation from ${fromDate} to ${untilDate}` }
      : { zh: `外出委托已结束（原定至 ${untilDate}）`, en: `A delegation has ended (it ran until ${untilDate})` }
  const body = { zh: `${fromName} → ${toName}：${held.zh}`, en: `${fromName} → ${toName}: ${held.en}` }
  const people = { accounts: [from, to] }
  await notify(tx, services, { agencyId, to: people, kind, title, body, link: delegationsLink, at: now, key: id })
}

export function tellDelegated(moment: Moment, handing: Handing): Promise<void> {
  return tellBoth(moment, handing, 'standing.delegated')
}

export function tellDelegationEnded(moment: Moment, handing: Handing): Promise<void> {
  return tellBoth(moment, handing, 'standing.delegationEnded')
}

interface Granted {
  readonly agencyId: string
  readonly accountId: string
  readonly roles: readonly RoleId[]
}

export async function tellRoles({ tx, now, services }: Moment, granted: Granted): Promise<void> {
  const { agencyId, accountId } = granted
  const held = named(granted.roles)
  await notify(tx, services, {
    agencyId,
    to: { accounts: [accountId] },
    kind: 'standing.roles',
    title: { zh: '您的角色有变化', en: 'Your roles have changed' },
    body: { zh: `现在的角色：${held.zh || '无'}。`, en: `Your roles now: ${held.en || 'none'}.` },
    link: accountLink,
    at: now,
  })
}

interface Own {
  /** Where the person is told; nowhere where null. */
  readonly agencyId: string | null
  readonly accountId: string
}

/** What was not done by the person needs mending at once. */
const notYou: Said = {
  zh: '如果不是您本人操作，请立即修改密码并报告系统管理员。',
  en: 'If this was not you, change your password at once and tell the system administrator.',
}

export async function tellPassword({ tx, now, services }: Moment, { agencyId, accountId }: Own): Promise<void> {
  if (agencyId === null) return
  await notify(tx, services, {
    agencyId,
    to: { accounts: [accountId] },
    kind: 'account.password',
    title: { zh: '您的密码已修改', en: 'Your password was changed' },
    body: notYou,
    link: accountLink,
    at: now,
  })
}

interface SignedIn extends Own {
  readonly id: string
  readonly strong: boolean
  readonly address: string
  readonly agent: string
}

/**
 * Somebody came in by a browser not seen with this account before. Only sessions as whole as this one tell what was
 * seen: one that never got past the password says nothing of who held it. The first of all is no news.
 */
export async function tellNewDevice({ tx, now, services }: Moment, signedIn: SignedIn): Promise<void> {
  const { agencyId, accountId, id, strong, address, agent } = signedIn
  if (agencyId === null) return
  const earlier = and(eq(session.accountId, accountId), eq(session.strong, strong), ne(session.id, id))
  const seen = await tx.selectDistinct({ agent: session.agent }).from(session).where(earlier)
  if (seen.length === 0 || seen.some(one => one.agent === agent)) return
  const from = { zh: `网络地址 ${address}，${agent}`, en: `Address ${address}, ${agent}` }
  await notify(tx, services, {
    agencyId,
    to: { accounts: [accountId] },
    kind: 'account.device',
    title: { zh: '您的账号在一台新设备上登录', en: 'Your account signed in on a new device' },
    body: {
      zh: `${shanghaiMinute(now.toISOString())}，${from.zh}。${notYou.zh}`,
      en: `${shanghaiMinute(now.toISOString())}. ${from.en}. ${notYou.en}`,
    },
    link: accountLink,
    at: now,
    key: id,
  })
}
