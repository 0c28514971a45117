/** 行政区划代码: 6 digits to the county (GB/T 2260), 9 to the township (GB/T 10114), 12 to the village. */
import type { Said } from '../kernel/lang.ts'
import { done, type Result, refuse } from '../kernel/result.ts'

export const regionLevels = ['province', 'prefecture', 'county', 'township', 'village'] as const
export type RegionLevel = (typeof regionLevels)[number]

export const regionLevelLabels: Readonly<Record<RegionLevel, Said>> = {
  province: { zh: '省级', en: 'Province' },
  prefecture: { zh: '市级', en: 'Prefecture' },
  county: { zh: '县级', en: 'County' },
  township: { zh: '乡级', en: 'Township' },
  village: { zh: '村级', en: 'Village' },
}

declare const regionCode: unique symbol

/** In its shortest writing: 6, 9 or 12 digits, no zeros that only fill up. */
export type RegionCode = string & { readonly [regionCode]: true }

/** The first two digits given out. */
const provinces =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' ')
/** Cities under the State: their 01 (districts) and 02 (counties) are no prefectures. */
const municipalities = ['11', '12', '31', '50']
/** County-level places directly under a province have 90 in the place of the prefecture. */
const DIRECTLY_UNDER = '90'

/** Reads a code of 2, 4, 6, 9 or 12 digits; short ones and those filled up with zeros are brought into one writing. */
export function parseRegionCode(typed: string, at?: string): Result<RegionCode> {
  const digits = typed.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d+$/.test(digits) || ![2, 4, 6, 9, 12].includes(digits.length)) {
    return refuse('bad_region', wrongLength(typed.slice(0, 40)), at)
  }
  if (!provinces.includes(digits.slice(0, 2))) return refuse('bad_region', noProvince(digits), at)
  const full = digits.padEnd(12, '0')
  const code = full.replace(/(?:000000|000)$/, '')
  // A gap in the middle: a county without prefecture, a village without township.
  const gap = /^\d\d00(?!00)/.test(code) || /^\d{6}000/.test(code)
  return gap ? refuse('bad_region', hasGap(digits), at) : done(code as RegionCode)
}

export function regionLevel(code: RegionCode): RegionLevel {
  if (code.length === 12) return 'village'
  if (code.length === 9) return 'township'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'prefecture' : 'county'
}

/** The region it lies in; null for a province. Townships of a city without counties lie in the city. */
export function regionParent(code: RegionCode): RegionCode | null {
  if (code.length > 6) return code.slice(0, -3) as RegionCode
  if (code.endsWith('0000')) return null
  const [province, prefecture] = [code.slice(0, 2), code.slice(2, 4)]
  const noPrefecture = municipalities.includes(province) || prefecture === DIRECTLY_UNDER
  return (code.endsWith('00') || noPrefecture ? `${province}0000` : `${province}${prefecture}00`) as RegionCode
}

/** Itself and all it lies in, the nearest first. */
export function regionPath(code: RegionCode): readonly RegionCode[] {
  const parent = regionParent(code)
  return parent === null ? [code] : [code, ...regionPath(parent)]
}

/** Whether `inner` lies in `outer`; not in itself. */
export function liesIn(inner: RegionCode, outer: RegionCode): boolean {
  return inner !== outer && regionPath(inner).includes(outer)
}

const wrongLength = (shown: string) => ({
  zh: `“${shown}”不是行政区划代码，应为 6 位、9 位或 12 位数字，例如 630202`,
  en: `"${shown}" is not a region code; write 6, 9 or 12 digits, e.g. 630202`,
})
const noProvince = (digits: string) => ({
  zh: `行政区划代码“${digits}”的前两位不是任何省、自治区、直辖市，请核对`,
  en: `The first two digits of ${digits} belong to no province; check them`,
})
const hasGap = (digits: string) => ({
  zh: `行政区划代码“${digits}”中间缺了一级，请核对`,
  en: `A level is missing in the middle of ${digits}; check it`,
})
