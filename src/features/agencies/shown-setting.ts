/** A setting as it is told to whoever looks at the settings. */
import { type Setting, type SettingId, type SettingValue, settings } from '../../domain/agency/settings.ts'
import type { Setting as Told } from './contract.ts'

export function shownSetting(key: SettingId, value: SettingValue): Omit<Told, 'changeable'> {
  const given: Setting = settings[key]
  const { label, help, kind, usual } = given
  const least = given.kind === 'number' ? given.least : null
  const most = given.kind === 'boolean' ? null : given.most
  const words = given.kind === 'text' ? given.words : undefined
  const choices = Object.entries(words ?? {}).map(([word, { label: choice }]) => ({ value: word, label: choice }))
  return { key, label, help, kind: words ? 'list' : kind, choices, value, usual, least, most }
}
