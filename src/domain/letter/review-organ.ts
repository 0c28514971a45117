/** Who reconsiders what an agency decided: since 2024 one body (复议法24-27), before that in most cases one of two. */
import {
  type ReviewOrgan,
  reconsiderationLawSince,
  reviewOrgans,
  reviewOrgansUntil2023,
  reviewOrganWords,
} from '../../law/remedies.ts'
import type { AgencyKind } from '../agency/kinds.ts'
import { type RegionCode, regionLevel } from '../agency/region.ts'
import type { SettingId, Settings } from '../agency/settings.ts'
import type { LocalDate } from '../kernel/date.ts'
import type { Said } from '../kernel/lang.ts'
import type { LetterAgency } from './facts.ts'

type ReviewRule = keyof typeof reviewOrgans
type Own = Pick<LetterAgency, 'name' | 'kind' | 'vertical' | 'regionCode'>

/** An agency above another, as far as it says who reconsiders. */
export interface AgencyAbove {
  readonly name: string
  readonly kind: AgencyKind
  readonly regionCode: RegionCode
}

/** The rule that names the review organ of an agency. No region has a ministry: it names itself (复议法25(1)). */
function reviewRuleOf({ name, kind, vertical, regionCode }: Own, set: string | null): ReviewRule {
  if (kind === 'government')
    return regionLevel(regionCode) === 'province' ? 'provincial_government' : 'local_government'
  if (vertical) return 'vertical'
  if (kind === 'department' && set === name) return 'ministry'
  return (
    {
      department: 'department',
      dispatched_office: 'local_office',
      public_institution: 'authorised_organisation',
    } as const
  )[kind]
}

type Names = Pick<LetterAgency, 'sameLevelGovernment' | 'higherGovernment' | 'superiorDepartment' | 'reviewOrgan'>

/**
 * The bodies an agency knows: from those above it in the tree, the nearest first, unless it has set them. What is set as
 * its review organ stands only where the law has such a body decide: a bureau cannot name another bureau (复议法24(1)).
 */
export function reviewNamesOf(
  own: Own,
  above: readonly AgencyAbove[],
  settings: Pick<Settings, 'guide.reviewOrgan' | 'letter.superiorDepartment'>,
): Names {
  const set = filled(settings['guide.reviewOrgan'])
  const { organ } = reviewOrgans[reviewRuleOf(own, set)]
  const government = above.find(({ kind }) => kind === 'government')
  const ownGovernment = own.kind !== 'department' || government?.regionCode === own.regionCode ? government : undefined
  const department = above.find(({ kind }) => kind === 'department')
  return {
    sameLevelGovernment: ownGovernment?.name ?? '',
    higherGovernment: government?.name ?? '',
    superiorDepartment: filled(settings['letter.superiorDepartment']) ?? department?.name ?? '',
    reviewOrgan: set !== null && fits[organ](set, own) ? set : '',
  }
}

const isGovernment = (name: string) => /政府|公署|管委会|管理委员会/.test(name)

const fits: Readonly<Record<ReviewOrgan, (name: string, own: Own) => boolean>> = {
  same_level_government: isGovernment,
  next_higher_government: isGovernment,
  superior_department: name => !/政府$/.test(name),
  itself: (name, own) => name === own.name,
}

/** A body to apply to; its name is null where it is not known. */
export interface ReviewBody {
  readonly organ: ReviewOrgan
  readonly name: string | null
  /** What the agency fills in for it to be known. */
  readonly setting: SettingId
}

/** Every body one may apply to against what was decided that day. */
export function reviewBodiesOf(agency: LetterAgency, date: LocalDate): readonly ReviewBody[] {
  const set = filled(agency.reviewOrgan)
  const rule = reviewRuleOf(agency, set)
  const { organ: now } = reviewOrgans[rule]
  const organs: readonly ReviewOrgan[] = date >= reconsiderationLawSince ? [now] : reviewOrgansUntil2023[rule]
  return organs.map(organ => ({
    organ,
    name: (organ === now ? set : null) ?? nameOf(organ, agency),
    setting: organ === now ? 'guide.reviewOrgan' : 'letter.superiorDepartment',
  }))
}

/** Full name of the body to apply to, of both joined by 或者 before 2024; null where a name is not known. */
export function reviewOrganOf(agency: LetterAgency, date: LocalDate): string | null {
  const names = reviewBodiesOf(agency, date).map(({ name }) => name)
  return names.every(name => name !== null) ? names.join('或者') : null
}

/** The same for a reader; a body whose name is not known by what it is. */
export function reviewOrganSaid(agency: LetterAgency, date: LocalDate): Said {
  const bodies = reviewBodiesOf(agency, date).map(({ organ, name }) =>
    name === null ? reviewOrganWords[organ] : { zh: name, en: name },
  )
  return { zh: bodies.map(({ zh }) => zh).join('或者'), en: bodies.map(({ en }) => en).join(' or ') }
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
