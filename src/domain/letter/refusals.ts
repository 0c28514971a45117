/** The sentences composing a letter refuses with. */
import { type ElementId, type LetterId, letterElements, letters } from '../../law/letters.ts'
import { type SettingId, settings } from '../agency/settings.ts'
import type { Refusal } from '../kernel/result.ts'
import { refusal } from './checked.ts'
import { slots } from './slots.ts'

/** `unset`: what the agency sets, and has not, where the element comes from there. */
export function missingElement(id: LetterId, element: ElementId, unset: readonly SettingId[] = []): Refusal {
  const [title, label] = [letters[id].title, letterElements[element]]
  const zh = unset.map(of => `“${settings[of].label.zh}”`).join('、')
  const en = unset.map(of => `"${settings[of].label.en}"`).join(', ')
  const says = {
    zh: `${title.zh}应当写明“${label.zh}”，${zh === '' ? '请补充' : `请系统管理员在设置中填写${zh}`}`,
    en: `The document "${title.en}" must say it: ${label.en}; ${en === '' ? 'add it' : `have ${en} filled in among the settings`}`,
  }
  return refusal('missing_element', says, slots[element].at)
}

/** `index` from 0. */
export function incompleteItem(id: LetterId, element: ElementId, index: number): Refusal {
  const [title, label] = [letters[id].title, letterElements[element]]
  const says = {
    zh: `${title.zh}的“${label.zh}”第${index + 1}项没有写全，请补充`,
    en: `"${title.en}", ${label.en}: item ${index + 1} is not whole; complete it`,
  }
  return refusal('incomplete_item', says, `${slots[element].at}[${index}]`)
}
