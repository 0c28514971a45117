/** The requests of an agency of the demo: lived in memory, then kept with their record. */
import type { RequestCase } from '../../../domain/request/case.ts'
import { setupOf } from '../../../features/requests/actions/setup.ts'
import type { DemoPeople } from '../people.ts'
import { fresh, record, type Seed } from '../seeding.ts'
import { keepDrafts } from './drafts.ts'
import { type Followed, keepLife } from './keep.ts'
import { livedBy } from './life.ts'

export interface LivedRequests {
  readonly cases: readonly RequestCase[]
  readonly followed: Followed | null
}

export async function addRequests(seed: Seed, people: DemoPeople): Promise<LivedRequests> {
  const { tx, services, era, one, id } = seed
  const setup = await setupOf({ tx, services, now: services.now() }, id)
  const { sections, posts, supervisor, names } = people
  const lived = livedBy({
    ...{ one, era },
    cast: { agencyId: id, sections, people: posts, supervisor },
    calendar: setup.calendar,
    settings: setup.settings,
    rules: setup.rules,
    newId: at => fresh(seed, at),
  })
  const all = { ...names, ...Object.fromEntries(sections.map((section, n) => [section, one.sections[n] ?? ''])) }
  const keeping = { tx, services, setup, names: all }
  const followed = await keepLife(keeping, lived)
  for (const { at, kind, subject, data, actor } of lived.events) record(seed, at, kind, subject, data, actor)
  await keepDrafts(seed, keeping, lived)
  return { cases: lived.files.map(({ case: of }) => of), followed }
}
