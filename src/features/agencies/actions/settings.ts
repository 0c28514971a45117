/** What an agency sets for itself. */
import { and, eq } from 'drizzle-orm'
import { parseSetting, type Setting, type SettingValue, settingIds, settings } from '../../../domain/agency/settings.ts'
import type { AnswerOf } from '../../../kit/contract.ts'
import { refusedInput } from '../../../kit/problem.ts'
import type { Done, Task } from '../../../kit/routes.ts'
import { setting } from '../../../kit/schema/agencies.ts'
import { settingsOf } from '../../../kit/settings.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import type * as contracts from '../contract.ts'

type Shown = AnswerOf<typeof contracts.getSettings>

export async function getSettings({ tx, params }: Task<typeof contracts.getSettings>): Promise<Shown> {
  const values = await settingsOf(tx, params.agencyId)
  return { items: settingIds.map(key => shownSetting(key, settings[key], values[key])) }
}

function shownSetting(key: string, given: Setting, value: SettingValue): Shown['items'][number] {
  const { label, help, kind, usual } = given
  const least = given.kind === 'number' ? given.least : null
  const most = given.kind === 'boolean' ? null : given.most
  return { key, label, help, kind, choices: [], value, usual, least, most }
}

/** All of them or none: every value that cannot be is told at once. */
export async function setSettings({ tx, params, body }: Task<typeof contracts.setSettings>): Promise<Done<null>> {
  const read = Object.entries(body.values).map(([key, value]) => [key, parseSetting(key, value)] as const)
  const [first, ...rest] = read.flatMap(([, result]) => (result.ok ? [] : [result.refusal]))
  if (first) throw refusedInput('body', [first, ...rest])
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
