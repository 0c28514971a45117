/** Who reconsiders what an agency decided: since 2024 one body (复议法24-27), before that in most cases one of two. */
import { type ReviewOrgan, reconsiderationLawSince, reviewOrgans, reviewOrgansUntil2023 } from '../../law/remedies.ts'
import { regionLevel } from '../agency/region.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { LetterAgency } from './facts.ts'

type ReviewRule = keyof typeof reviewOrgans

/** The rule that names the review organ of an agency; a ministry, which no region has, is set by `reviewOrgan`. */
function reviewRuleOf({ kind, vertical, regionCode }: LetterAgency): ReviewRule {
  if (kind === 'government')
    return regionLevel(regionCode) === 'province' ? 'provincial_government' : 'local_government'
  if (vertical) return 'vertical'
  return { department: 'department', dispatched_office: 'local_office', public_institution: 'authorised_organisation' }[
    kind
  ] as ReviewRule
}

/** Full name of the body to apply to, of both joined by 或者 before 2024; null where a name is not known. */
export function reviewOrganOf(agency: LetterAgency, date: LocalDate): string | null {
  const rule = reviewRuleOf(agency)
  if (date >= reconsiderationLawSince) {
    return filled(agency.reviewOrgan) ?? nameOf(reviewOrgans[rule].organ, agency)
  }
  const names = reviewOrgansUntil2023[rule].map(organ => nameOf(organ, agency))
  return names.every(name => name !== null) ? names.join('或者') : null
}

function nameOf(organ: ReviewOrgan, agency: LetterAgency): string | null {
  const names: Readonly<Record<ReviewOrgan, string | undefined>> = {
    same_level_government: agency.sameLevelGovernment,
    next_higher_government: agency.higherGovernment,
    superior_department: agency.superiorDepartment,
    itself: agency.name,
  }
  return filled(names[organ])
}

function filled(name: string | undefined): string | null {
  return name?.trim() ? name.trim() : null
}
