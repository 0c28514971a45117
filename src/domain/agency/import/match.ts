/** Which agency a row is about, and which its superior is: told by credit code, else by name. */
import { done, type Result, refuse } from '../../kernel/result.ts'
import type { Agency } from '../agency.ts'
import { parseCreditCode } from '../credit-code.ts'
import type { AgencyRow } from './row.ts'

/** What can be found: agencies that are there, and those the same list brings. */
export type Findable = Pick<Agency, 'id' | 'name' | 'creditCode'>

/**
 * The agency that is there already; null where the row brings a new one. A name alone never moves an agency: two
 * counties each have their 教育局.
 */
export function findAgency(row: AgencyRow, existing: readonly Agency[]): Result<Agency | null> {
  const code = row.says.creditCode
  const byCode = code ? existing.find(agency => agency.creditCode === code) : undefined
  if (byCode) return done(byCode)
  // One that is known to have another code is another agency.
  const named = existing.filter(({ name, creditCode }) => name === row.name && (!code || creditCode === null))
  const placed = row.superior === '' ? named : named.filter(agency => isSuperior(row.superior, agency, existing))
  const [found] = placed
  if (placed.length > 1) return refuse('name_not_clear', nameNotClear(row.name, placed.length))
  if (found || named.length === 0 || code) return done(found ?? null)
  return refuse('same_name', sameNameElsewhere(row.name))
}

/** The agency named as superior. */
export function findSuperior(written: string, all: readonly Findable[]): Result<string> {
  const parsed = parseCreditCode(written)
  const name = written.replace(/\s+/g, '')
  const found = all.filter(agency => (parsed.ok ? agency.creditCode === parsed.value : agency.name === name))
  const [one] = found
  if (!one) return refuse('unknown_superior', unknownSuperior(name))
  return found.length > 1 ? refuse('name_not_clear', nameNotClear(name, found.length)) : done(one.id)
}

function isSuperior(written: string, agency: Agency, existing: readonly Agency[]): boolean {
  const found = findSuperior(written, existing)
  return found.ok && found.value === agency.superiorId
}

const nameNotClear = (name: string, times: number) => ({
  zh: `名为“${name.slice(0, 40)}”的机关有 ${times} 个，请填写统一社会信用代码来区分`,
  en: `There are ${times} agencies named ${name.slice(0, 40)}; tell them apart by the unified social credit code`,
})
const sameNameElsewhere = (name: string) => ({
  zh: `已有“${name.slice(0, 40)}”，但上级机关不同；是同一机关还是另一机关，请填写统一社会信用代码来区分`,
  en: `There is a ${name.slice(0, 40)} under another superior; tell by the unified social credit code whether it is the same`,
})
const unknownSuperior = (name: string) => ({
  zh: `没有名为“${name.slice(0, 40)}”的机关，请核对名称，或在同一张表里加上它`,
  en: `There is no agency ${name.slice(0, 40)}; check the name, or add it to the same list`,
})
