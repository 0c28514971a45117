/** The life of the demo's agencies without a database: people and sections by their names, ids in order. */
import { settingsFrom } from '../../src/domain/agency/settings.ts'
import { nationalCalendar } from '../../src/domain/calendar.ts'
import { demoSettings } from '../../src/main/demo/agency.ts'
import { type Era, eraOf } from '../../src/main/demo/era.ts'
import { type DemoAgency, demoAgencies } from '../../src/main/demo/region.ts'
import { type Cast, type Post, posts, type Staff, staffOf } from '../../src/main/demo/requests/cast.ts'
import { type Lived, livedBy } from '../../src/main/demo/requests/life.ts'

export interface DemoLife {
  readonly one: DemoAgency
  readonly era: Era
  readonly lived: Lived
}

export function demoLife(now: string): readonly DemoLife[] {
  const era = eraOf(new Date(now))
  return demoAgencies.map(one => {
    let ids = 0
    const lived = livedBy({
      ...{ one, era },
      cast: castOf(one),
      calendar: nationalCalendar,
      settings: settingsFrom(new Map(Object.entries(demoSettings(one)))),
      rules: { chain: ['legality', 'secrecy', 'office', 'signature'] },
      newId: () => `${one.slug}-${ids++}`,
    })
    return { one, era, lived }
  })
}

function castOf(one: DemoAgency): Cast {
  const person = (post: Post): [Post, Staff] => {
    const found = one.people.find(({ login }) => login.endsWith(`.${post}`))
    if (!found) throw new Error(`nobody is ${post}`)
    return [post, staffOf(found.login, found.section, found.roles)]
  }
  return {
    agencyId: one.slug,
    sections: one.sections,
    people: Object.fromEntries(posts.map(person)) as Record<Post, Staff>,
    supervisor: one.superior === null ? null : staffOf('xzf.supervisor', null, ['supervisor']),
  }
}
