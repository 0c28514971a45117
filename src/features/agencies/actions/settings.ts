/** What an agency sets for itself. */
import { and, eq } from 'drizzle-orm'
import { isAccess, parseSetting, type SettingValue, settingIds, settings } from '../../../domain/agency/settings.ts'
import { may } from '../../../domain/people/may.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { refused, refusedInput } from '../../../kit/problem.ts'
import { type Done, signedIn, type Task } from '../../../kit/routes.ts'
import { setting } from '../../../kit/schema/agencies.ts'
import { settingsOf } from '../../../kit/settings.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type * as contracts from '../contract.ts'
import { agencyPolicies } from '../policies.ts'
import { shownSetting } from '../shown-setting.ts'

type Shown = AnswerOf<typeof contracts.getSettings>

export async function getSettings(task: Task<typeof contracts.getSettings>): Promise<Shown> {
  const values = await settingsOf(task.tx, task.params.agencyId)
  return {
    items: settingIds.map(key => ({
      ...shownSetting(key, values[key]),
      changeable: maySet(task, key).ok,
    })),
  }
}

type Asking = Task<typeof contracts.getSettings> | Task<typeof contracts.setSettings>

/** Rules of sessions and passwords are the security administrator's, everything else the system administrator's. */
function maySet(task: Asking, key: string) {
  const act = isAccess(key) ? 'agencies.editAccess' : 'agencies.editSettings'
  return may(agencyPolicies, signedIn(task).actor, act, { agencyId: task.params.agencyId })
}

/** All of them or none: every value that cannot be is told at once. */
export async function setSettings(task: Task<typeof contracts.setSettings>): Promise<Done<null>> {
  const { tx, params, body } = task
  const read = Object.entries(body.values).map(([key, value]) => [key, parseSetting(key, value)] as const)
  const [first, ...rest] = read.flatMap(([, result]) => (result.ok ? [] : [result.refusal]))
  if (first) throw refusedInput('body', [first, ...rest])
  for (const [key] of read) {
    const allowed = maySet(task, key)
    if (!allowed.ok) throw refused(allowed.refusal)
  }
  const values = read.flatMap(([key, result]) => (result.ok ? [[key, result.value] as const] : []))
  for (const [key, value] of values) await keep(tx, params.agencyId, key, value)
  const data = { values: Object.fromEntries(values) }
  return { answer: null, record: values.length === 0 ? [] : [{ subject: `agency:${params.agencyId}`, data }] }
}

/** A usual value is not kept: should it become another one day, it does so for all who never chose. */
async function keep(tx: Tx, agencyId: string, key: string, value: SettingValue): Promise<void> {
  const usual = settingIds.some(id => id === key && settings[id].usual === value)
  if (usual) {
    await tx.delete(setting).where(and(eq(setting.agencyId, agencyId), eq(setting.key, key)))
    return
  }
  await tx
    .insert(setting)
    .values({ agencyId, key, value })
    .onConflictDoUpdate({ target: [setting.agencyId, setting.key], set: { value } })
}
