/** Who belongs to whom, and who supervises whom (条例3; D§1.1). */
import type { Said } from '../kernel/lang.ts'
import { type Refusal, refuse } from '../kernel/result.ts'
import type { Agency } from './agency.ts'
import { liesIn, regionLevel } from './region.ts'
import { words } from './tree-words.ts'

/** What is wrong with one agency's place; `at` names the field of that agency. */
export interface TreeTrouble {
  readonly agencyId: string
  readonly refusal: Refusal
}

/** All that is wrong with the tree; empty when it stands. Every other function here takes a tree that stands. */
export function treeTroubles(agencies: readonly Agency[]): readonly TreeTrouble[] {
  const byId = new Map(agencies.map(agency => [agency.id, agency]))
  return agencies.flatMap(agency => {
    const found = [placeTrouble(agency, byId), ...doubles(agency, agencies)]
    return found.flatMap(t => (t ? [{ agencyId: agency.id, refusal: refuse(t.code, t.says, t.at).refusal }] : []))
  })
}

interface Trouble {
  readonly code: string
  readonly at: keyof Agency
  readonly says: Said
}

type ById = ReadonlyMap<string, Agency>

function placeTrouble(agency: Agency, byId: ById): Trouble | null {
  const { kind, vertical, superiorId } = agency
  if (vertical && kind !== 'department') return trouble('vertical_kind', 'vertical', words.verticalKind)
  if (superiorId === null) {
    return kind === 'government' || vertical ? null : trouble('no_superior', 'superiorId', words.noSuperior)
  }
  const superior = byId.get(superiorId)
  if (!superior) return trouble('unknown_superior', 'superiorId', words.unknownSuperior)
  if (isInRing(agency, byId)) return trouble('ring', 'superiorId', words.ring)
  return superiorTrouble(agency, superior)
}

function superiorTrouble(agency: Agency, superior: Agency): Trouble | null {
  const inside = liesIn(agency.regionCode, superior.regionCode)
  const [same, name] = [agency.regionCode === superior.regionCode, superior.name]
  if (agency.kind === 'government') {
    if (superior.kind !== 'government') return trouble('superior_kind', 'superiorId', words.governmentUnder(name))
    return inside ? null : trouble('superior_region', 'superiorId', words.regionUnder(name))
  }
  if (agency.kind === 'department') {
    if (agency.vertical) return verticalTrouble(agency, superior)
    if (superior.kind !== 'government') return trouble('superior_kind', 'superiorId', words.departmentUnder(name))
    if (isTown(superior)) return trouble('superior_town', 'superiorId', words.townHasNone(name))
    return same ? null : trouble('superior_region', 'regionCode', words.sameRegion(name))
  }
  if (superior.kind !== 'government' && superior.kind !== 'department') {
    return trouble('superior_kind', 'superiorId', words.officeUnder(name))
  }
  return same || inside ? null : trouble('superior_region', 'regionCode', words.regionUnder(name))
}

function verticalTrouble(agency: Agency, superior: Agency): Trouble | null {
  if (superior.kind !== 'department') return trouble('superior_kind', 'superiorId', words.verticalUnder(superior.name))
  return liesIn(agency.regionCode, superior.regionCode)
    ? null
    : trouble('superior_region', 'regionCode', words.regionUnder(superior.name))
}

function doubles(agency: Agency, agencies: readonly Agency[]): (Trouble | null)[] {
  const others = agencies.filter(other => other.id !== agency.id)
  const same = (field: 'creditCode' | 'siteCode') =>
    agency[field] === null ? undefined : others.find(other => other[field] === agency[field])
  const [name, credit] = [
    others.find(other => other.name === agency.name && other.superiorId === agency.superiorId),
    same('creditCode'),
  ]
  // One site may be that of a government and of the departments that have none of their own.
  return [
    name ? trouble('name_twice', 'name', words.nameTwice(name.name)) : null,
    credit ? trouble('credit_twice', 'creditCode', words.creditTwice(credit.name)) : null,
  ]
}

function isInRing(agency: Agency, byId: ById): boolean {
  const seen = new Set<string>()
  for (let at: Agency | undefined = agency; at; at = superiorOf(at, byId)) {
    if (seen.has(at.id)) return true
    seen.add(at.id)
  }
  return false
}

function superiorOf(agency: Agency, byId: ById): Agency | undefined {
  return agency.superiorId === null ? undefined : byId.get(agency.superiorId)
}

function isTown(government: Agency): boolean {
  const level = regionLevel(government.regionCode)
  return level === 'township' || level === 'village'
}

/**
 * All that an agency supervises, directly or through those it supervises; not itself. Everyone is supervised by its
 * superior: a government, through its office, supervises its region; the department above a vertical system (条例3);
 * a department or government its offices and public institutions (条例55). A vertical department is not its region's.
 */
export function supervisedBy(agencyId: string, agencies: readonly Agency[]): readonly string[] {
  const found = new Set([agencyId])
  // Agencies stand in any order: go round until nothing is added.
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const { id, superiorId } of agencies) if (superiorId !== null && found.has(superiorId)) found.add(id)
  }
  found.delete(agencyId)
  return [...found]
}

function trouble(code: string, at: keyof Agency, says: Said): Trouble {
  return { code, at, says }
}
