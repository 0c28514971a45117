/** Agencies as the API shows them, and their office as it is typed and kept. */
import type { z } from 'zod'
import { type Office, officeFieldIds, parseOfficeField } from '../../../domain/agency/office.ts'
import type { Refusal } from '../../../domain/kernel/result.ts'
import type * as contracts from '../contract.ts'
import type { AgencyRow } from '../store/agencies.ts'

export type ShownAgency = z.output<typeof contracts.agency>
export type ShownOffice = z.output<typeof contracts.office>

export function shownAgency(row: AgencyRow): ShownAgency {
  const { id, name, shortName, regionCode, superiorId, vertical, creditCode, siteCode, slug, host, version } = row
  return {
    id,
    name,
    shortName,
    kind: row.kind as ShownAgency['kind'],
    regionCode,
    superiorId,
    vertical,
    creditCode,
    siteCode,
    slug,
    host,
    office: shownOffice(row.office as Office),
    status: row.status === 'closed' ? 'closed' : 'open',
    version,
  }
}

/** Every field: empty where the agency has not told it, null for what not every office has. */
export function shownOffice(office: Office): ShownOffice {
  const { name = '', address = '', postcode = '', hours = '', telephone = '' } = office
  const { fax = null, email = null, post = null } = office
  return { name, address, postcode, hours, telephone, fax, email, post }
}

/** The office to keep, and what is wrong with its fields, all at once. */
export function readOffice(typed: ShownOffice): { readonly office: Office; readonly refusals: readonly Refusal[] } {
  const read = officeFieldIds.map(id => [id, parseOfficeField(id, typed[id] ?? '')] as const)
  const known = read.flatMap(([id, result]) => (result.ok && result.value !== null ? [[id, result.value]] : []))
  return {
    office: Object.fromEntries(known),
    refusals: read.flatMap(([, result]) => (result.ok ? [] : [result.refusal])),
  }
}
