/** The sentences a value for a setting is refused with. */
import type { Said } from '../kernel/lang.ts'

export const unknown = (id: string): Said => ({
  zh: `没有“${id.slice(0, 60)}”这项设置，请刷新页面后再改`,
  en: `There is no setting ${id.slice(0, 60)}; load the page again`,
})
export const yesNo = ({ zh, en }: Said): Said => ({ zh: `“${zh}”只能选是或否`, en: `${en} is either yes or no` })
export const textual = ({ zh, en }: Said): Said => ({ zh: `“${zh}”应为文字`, en: `${en} must be a text` })
export const between = ({ zh, en }: Said, least: number, most: number): Said => ({
  zh: `“${zh}”应为 ${least} 至 ${most} 的整数`,
  en: `${en} must be a whole number from ${least} to ${most}`,
})
export const tooLong = ({ zh, en }: Said, most: number): Said => ({
  zh: `“${zh}”最多 ${most} 个字`,
  en: `${en}: at most ${most} characters`,
})
export const badForm = ({ zh, en }: Said, example: string): Said => ({
  zh: `“${zh}”的写法不对，请写成 ${example} 这样`,
  en: `${en} is not written right; write it like ${example}`,
})
export const empty = ({ zh, en }: Said): Said => ({ zh: `“${zh}”不能为空`, en: `${en} cannot be empty` })
export const badList = ({ zh, en }: Said): Said => ({
  zh: `“${zh}”不能这样选，请看它的说明`,
  en: `${en} cannot be chosen like this; see what is said of it`,
})
