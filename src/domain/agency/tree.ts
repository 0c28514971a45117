/** Who belongs to whom, and who supervises whom (条例3; D§1.1). */
import type { Said } from '../kernel/lang.ts'
import { type Refusal, refuse } from '../kernel/result.ts'
import type { Agency } from './agency.ts'
import { divisionLevel, liesIn } from './division.ts'
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
    const found = [placeTrouble(agency, byId), supervisorTrouble(agency, agencies, byId), ...doubles(agency, agencies)]
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
  const inside = liesIn(agency.division, superior.division)
  const [same, name] = [agency.division === superior.division, superior.name]
  if (agency.kind === 'government') {
    if (superior.kind !== 'government') return trouble('superior_kind', 'superiorId', words.governmentUnder(name))
    return inside ? null : trouble('superior_region', 'superiorId', words.regionUnder(name))
  }
  if (agency.kind === 'department') {
    if (agency.vertical) return verticalTrouble(agency, superior)
    if (superior.kind !== 'government') return trouble('superior_kind', 'superiorId', words.departmentUnder(name))
    if (isTown(superior)) return trouble('superior_town', 'superiorId', words.townHasNone(name))
    return same ? null : trouble('superior_region', 'division', words.sameRegion(name))
  }
  if (superior.kind !== 'government' && superior.kind !== 'department') {
    return trouble('superior_kind', 'superiorId', words.officeUnder(name))
  }
  return same || inside ? null : trouble('superior_region', 'division', words.regionUnder(name))
}

function verticalTrouble(agency: Agency, superior: Agency): Trouble | null {
  if (superior.kind !== 'department') return trouble('superior_kind', 'superiorId', words.verticalUnder(superior.name))
  return liesIn(agency.division, superior.division)
    ? null
    : trouble('superior_region', 'division', words.regionUnder(superior.name))
}

/** 条例3, 4: a government at county level and above has one supervisor of its region. */
function supervisorTrouble(agency: Agency, agencies: readonly Agency[], byId: ById): Trouble | null {
  if (!agency.regionalSupervisor) return null
  const government = governmentOf(agency, byId)
  if (agency.vertical || !government) return trouble('supervisor_kind', 'regionalSupervisor', words.supervisorKind)
  if (isTown(government)) return trouble('supervisor_town', 'regionalSupervisor', words.supervisorTown)
  const other = agencies.find(
    a => a.id !== agency.id && a.regionalSupervisor && governmentOf(a, byId)?.id === government.id,
  )
  return other ? trouble('supervisor_twice', 'regionalSupervisor', words.supervisorTwice(other.name)) : null
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

/** The government an agency is, or is a department of; none for offices, institutions and vertical departments. */
function governmentOf(agency: Agency, byId: ById): Agency | undefined {
  if (agency.kind === 'government') return agency
  const superior = superiorOf(agency, byId)
  return agency.kind === 'department' && superior?.kind === 'government' ? superior : undefined
}

function isTown(government: Agency): boolean {
  const level = divisionLevel(government.division)
  return level === 'township' || level === 'village'
}

/**
 * For every agency the one that supervises it directly; null at the top. 条例3: the office of a government for its
 * region, the department above for a vertical system; 条例55 and D§1.1: the department or government it belongs to
 * for an office sent out and for a public institution.
 */
export function supervisors(agencies: readonly Agency[]): ReadonlyMap<string, string | null> {
  const byId = new Map(agencies.map(agency => [agency.id, agency]))
  const named = new Map(
    agencies.filter(a => a.regionalSupervisor).map(a => [governmentOf(a, byId)?.id ?? a.id, a.id] as const),
  )
  const regional = (government: Agency) => named.get(government.id) ?? government.id
  const of = (agency: Agency): string | null => {
    const superior = superiorOf(agency, byId)
    if (!superior) return null
    const supervisor = superior.kind === 'government' ? regional(superior) : superior.id
    // The supervisor of a region is itself supervised from the region above, and its government by nobody else.
    if (supervisor !== agency.id) return supervisor
    const above = superiorOf(superior, byId)
    return above ? regional(above) : null
  }
  return new Map(agencies.map(agency => [agency.id, of(agency)]))
}

/** All that an agency supervises, directly or through those it supervises; not itself. */
export function supervisedBy(agencyId: string, agencies: readonly Agency[]): readonly string[] {
  const direct = supervisors(agencies)
  const found = new Set([agencyId])
  // Agencies stand in any order: go round until nothing is added.
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const [id, supervisor] of direct) if (supervisor !== null && found.has(supervisor)) found.add(id)
  }
  found.delete(agencyId)
  return [...found]
}

function trouble(code: string, at: keyof Agency, says: Said): Trouble {
  return { code, at, says }
}
