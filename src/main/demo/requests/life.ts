/** The life of the requests of an agency: its stories side by side, whichever comes next in time going on. */
import type { Settings } from '../../../domain/agency/settings.ts'
import { addWorkdays, type Calendar } from '../../../domain/calendar.ts'
import { addDays, yearOf } from '../../../domain/kernel/date.ts'
import type { RequestRules } from '../../../domain/request/inputs.ts'
import { chanceOf, whole } from '../chance.ts'
import type { Era } from '../era.ts'
import type { DemoAgency } from '../region.ts'
import type { Cast } from './cast.ts'
import { planOf } from './plan.ts'
import type { DemoFile, Happening, Moment, Office, Telling } from './tale.ts'

export interface Living {
  readonly one: DemoAgency
  readonly cast: Cast
  readonly era: Era
  readonly calendar: Calendar
  readonly settings: Settings
  readonly rules: RequestRules
  readonly newId: (at: Date) => string
}

export interface Lived {
  readonly files: readonly DemoFile[]
  /** In the order of time. */
  readonly events: readonly Happening[]
  /** The last number given of each series in each year. */
  readonly numbers: readonly { readonly series: 'request' | 'letter'; readonly year: number; readonly last: number }[]
}

interface Going {
  at: Moment
  readonly telling: Telling
}

/** Tells every story up to the last day. Throws where the law refuses what a story asks for. */
export function livedBy(living: Living): Lived {
  const { one, era, calendar } = living
  const chance = chanceOf(one.seed)
  const last = new Map<string, number>()
  const going: Going[] = []
  const office = officeOf(living, last, (at, telling) => going.push({ at, telling }))
  const back = (workdays: number) => (workdays === 0 ? era.until : addWorkdays(era.until, -workdays, calendar).date)
  for (const [n, { day, tell }] of planOf(one, era, chance, back).entries()) {
    const own = chanceOf(one.seed * 100_003 + n)
    const minute = 8 * 60 + 30 + whole(own, 7 * 60)
    const hand = own() < 0.5 ? 'drafter' : 'handler'
    going.push({ at: { day, minute }, telling: tell({ office, chance: own, pace: 'usual', hand, day, minute }) })
  }
  goOn(going, era)
  return { files: office.files, events: office.events, numbers: numbersOf(last) }
}

function goOn(going: Going[], { until }: Era): void {
  for (;;) {
    const next = earliest(going)
    if (!next || next.at.day > until) return
    const { done, value } = next.telling.next()
    if (done) going.splice(going.indexOf(next), 1)
    else next.at = value
  }
}

function earliest(going: readonly Going[]): Going | undefined {
  let found: Going | undefined
  for (const one of going) if (!found || isBefore(one.at, found.at)) found = one
  return found
}

function isBefore(a: Moment, b: Moment): boolean {
  return a.day < b.day || (a.day === b.day && a.minute < b.minute)
}

function officeOf(living: Living, last: Map<string, number>, begin: Office['begin']): Office {
  const { one, cast, era, calendar, settings, rules, newId } = living
  const forms = { request: settings['numbering.request'], letter: settings['numbering.letter'] }
  return {
    ...{ one, cast, calendar, rules, newId, begin },
    payTo: settings['request.payTo'],
    recallMinutes: settings['letter.recallMinutes'],
    receiptConfirms: settings['request.receiptConfirms'],
    until: era.until,
    recent: addDays(era.today, -120),
    daysOn: (day, workdays) => addWorkdays(day, workdays, calendar).date,
    number: (series, day) => {
      const year = yearOf(day)
      const n = (last.get(`${series} ${year}`) ?? 0) + 1
      last.set(`${series} ${year}`, n)
      const parts = { year: String(year), number: String(n), code: settings['letter.code'], suffix: '' }
      return forms[series].replace(/\{(year|number|code|suffix)\}/g, (_, name: keyof typeof parts) => parts[name])
    },
    files: [],
    events: [],
  }
}

function numbersOf(last: ReadonlyMap<string, number>): Lived['numbers'] {
  return [...last].map(([key, n]) => {
    const [series, year] = key.split(' ')
    return { series: series === 'letter' ? 'letter' : 'request', year: Number(year), last: n }
  })
}
