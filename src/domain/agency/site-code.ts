/** 政府网站标识码 (国办发〔2017〕47号; D§7.3): ten digits, of which the first six are the region's. */
import { done, type Result, refuse } from '../kernel/result.ts'
import { parseRegionCode } from './region.ts'

/** Reads a code of a local government's site. */
export function parseSiteCode(typed: string, at?: string): Result<string> {
  const code = typed.normalize('NFKC').replace(/\s/g, '')
  const right = /^\d{10}$/.test(code) && parseRegionCode(code.slice(0, 6)).ok
  return right ? done(code) : refuse('bad_site_code', badSiteCode(typed.slice(0, 40)), at)
}

const badSiteCode = (shown: string) => ({
  zh: `“${shown}”不是政府网站标识码，应为 10 位数字，前 6 位是行政区划代码，例如 6302020001`,
  en: `"${shown}" is not a site code: write 10 digits, the first 6 being the region code, e.g. 6302020001`,
})
