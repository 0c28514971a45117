/** The organ that writes, as letters print it: from its own record and from what it has set about remedies. */
import type { AgencyKind } from '../../../domain/agency/kinds.ts'
import type { Office } from '../../../domain/agency/office.ts'
import type { RegionCode } from '../../../domain/agency/region.ts'
import type { LetterAgency } from '../../../domain/letter/facts.ts'
import { reviewNamesOf } from '../../../domain/letter/review-organ.ts'
import type { Setup } from '../actions/setup.ts'

export function letterAgency({ agency, settings }: Pick<Setup, 'agency' | 'settings'>): LetterAgency {
  const own = {
    name: agency.name,
    kind: agency.kind as AgencyKind,
    regionCode: agency.regionCode as RegionCode,
    vertical: agency.vertical,
  }
  const known = {
    ...reviewNamesOf(own, agency.above, settings),
    court: settings['letter.court'],
    reviewAddress: settings['letter.reviewAddress'],
    courtAddress: settings['letter.courtAddress'],
    onlineReview: settings['letter.reviewOnline'],
  }
  return {
    ...own,
    office: agency.office as Office,
    ...Object.fromEntries(Object.entries(known).filter(([, text]) => text !== '')),
  }
}
