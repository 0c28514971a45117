/** Whether an agency may stand as typed: its codes by themselves, its place in the tree among the others. */
import { parseCreditCode } from '../../../domain/agency/credit-code.ts'
import { parseRegionCode } from '../../../domain/agency/region.ts'
import { parseSiteCode } from '../../../domain/agency/site-code.ts'
import { treeTroubles } from '../../../domain/agency/tree.ts'
import type { Refusal, Result } from '../../../domain/kernel/result.ts'
import { refused, refusedInput } from '../../../kit/problem.ts'
import type { Tx } from '../../../platform/db/connect.ts'
import { type AgencyRow, around, domainAgency, holdAgency } from '../store/agencies.ts'
import { badHost, closedAbove } from '../words.ts'
import { readOffice, type ShownAgency } from './shown.ts'

export type AgencyDetails = Omit<ShownAgency, 'id' | 'status' | 'version'>

/** What is typed in the one way it is kept. Throws a Problem that names every field at fault. */
export function readDetails(typed: AgencyDetails) {
  const refusals: Refusal[] = []
  const read = <T>(result: Result<T>): T | null => {
    if (result.ok) return result.value
    refusals.push(result.refusal)
    return null
  }
  const optional = (text: string | null, parse: (text: string, at: string) => Result<string>, at: string) =>
    text === null || text.trim() === '' ? null : read(parse(text, at))
  const regionCode = read(parseRegionCode(typed.regionCode, 'regionCode')) ?? ''
  const creditCode = optional(typed.creditCode, parseCreditCode, 'creditCode')
  const siteCode = optional(typed.siteCode, parseSiteCode, 'siteCode')
  const host = optional(typed.host, parseHost, 'host')
  const { office, refusals: ofOffice } = readOffice(typed.office)
  refuseAll([...refusals, ...ofOffice])
  return { ...typed, regionCode, creditCode, siteCode, host, office }
}

/** Throws a Problem where the agency cannot stand among the others, or would leave one below it without its place. */
export async function mustStand(tx: Tx, after: AgencyRow, before: AgencyRow | null): Promise<void> {
  const others = (await around(tx, after)).map(domainAgency)
  const below = new Set(others.filter(({ superiorId }) => superiorId === after.id).map(({ id }) => id))
  const known = before ? new Set(treeTroubles([...others, domainAgency(before)]).map(t => t.agencyId)) : new Set()
  const troubles = treeTroubles([...others, domainAgency(after)])
  const own = troubles.flatMap(({ agencyId, refusal }) => (agencyId === after.id ? [refusal] : []))
  // What was in trouble before is not this change's fault.
  const left = troubles
    .filter(({ agencyId }) => below.has(agencyId) && !known.has(agencyId))
    .map(({ agencyId, refusal }) => leftInTrouble(others.find(({ id }) => id === agencyId)?.name ?? '', refusal))
  refuseAll([...own, ...left])
}

/** Holds the superior, so that it is not closed meanwhile. Throws a Problem where it is closed already. */
export async function mustHangOpen(tx: Tx, superiorId: string | null): Promise<void> {
  const above = superiorId === null ? null : await holdAgency(tx, superiorId)
  if (above?.status === 'closed') throw refused(closedAbove(above.name))
}

function parseHost(typed: string): Result<string> {
  const host = typed.normalize('NFKC').trim().toLowerCase()
  const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
  const right = new RegExp(`^${label}(?:\\.${label})+$`).test(host)
  return right ? { ok: true, value: host } : { ok: false, refusal: badHost }
}

function leftInTrouble(name: string, { code, says }: Refusal): Refusal {
  return {
    code,
    says: { zh: `这样改后，“${name}”会有问题：${says.zh}`, en: `This would leave ${name} in trouble: ${says.en}` },
  }
}

function refuseAll(refusals: readonly Refusal[]): void {
  const [first, ...rest] = refusals
  if (first) throw refusedInput('body', [first, ...rest])
}
