/** How a request of the demo is lived: by the acts of the domain, at its own pace, each act with its entry in the record. */
import { createHash } from 'node:crypto'
import { addWorkdays, type Calendar } from '../../../domain/calendar.ts'
import type { LocalDate } from '../../../domain/kernel/date.ts'
import type { RequestActId } from '../../../domain/request/acts.ts'
import type { RequestCase } from '../../../domain/request/case.ts'
import type { ActContext, ActInputs, RequestRules } from '../../../domain/request/inputs.ts'
import { perform } from '../../../domain/request/perform.ts'
import { changeOf, recordable } from '../../../features/requests/actions/recordable.ts'
import type { ActBody, AddedByProgram, Party } from '../../../features/requests/contract/acts.ts'
import type { Applicant } from '../../../features/requests/contract/view.ts'
import { type Chance, whole } from '../chance.ts'
import type { DemoAgency } from '../region.ts'
import type { Actor, Cast } from './cast.ts'

export interface Happening {
  readonly at: Date
  readonly actor: string
  readonly kind: string
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
}

/** A form filled in from the case as it then was; in the demo nobody's hand has signed it. */
export interface DemoForm {
  readonly code: 'D08' | 'D12' | 'D14' | 'D16'
  readonly about: string
}

/** `text` is what a paper says; a form is printed when it is kept. */
export interface DemoPaper {
  readonly id: string
  readonly kind: 'material' | 'application' | 'payment' | 'evidence' | 'letter'
  readonly name: string
  readonly content: { readonly text: string } | { readonly form: DemoForm; readonly written: Written }
  readonly at: Date
  readonly accountId: string | null
}

/** The case as it stood when a letter was drafted or issued: what it was written from, and when. */
export interface Written {
  readonly case: RequestCase
  readonly at: Date
  readonly day: LocalDate
}

/** A request with all that is kept beside the case. */
export interface DemoFile {
  case: RequestCase
  readonly applicant: Applicant
  readonly parties: { readonly id: string; readonly who: Party }[]
  readonly papers: DemoPaper[]
  /** By the letter's id. */
  readonly written: Map<string, Written>
  readonly createdAt: Date
  updatedAt: Date
}

/** What the stories of one agency share. */
export interface Office {
  readonly one: DemoAgency
  readonly cast: Cast
  readonly calendar: Calendar
  readonly rules: RequestRules
  readonly payTo: string
  /** How long an issued letter can be recalled. */
  readonly recallMinutes: number
  /** Whether the receipt shown online confirms by itself. */
  readonly receiptConfirms: boolean
  readonly until: LocalDate
  /** The n-th working day after a day. */
  readonly daysOn: (day: LocalDate, workdays: number) => LocalDate
  /** From this day on papers lie beside the requests. */
  readonly recent: LocalDate
  readonly newId: (at: Date) => string
  /** The next of the year's series. */
  readonly number: (series: 'request' | 'letter', day: LocalDate) => string
  readonly files: DemoFile[]
  readonly events: Happening[]
  /** Sets another story going. */
  readonly begin: (from: Moment, telling: Telling) => void
}

/** Who has the request in hand. */
type Hand = 'drafter' | 'handler'

/** A minute of a day in Beijing. */
export interface Moment {
  readonly day: LocalDate
  readonly minute: number
}

/** A story before its request has come in. */
export interface Beginning {
  readonly office: Office
  readonly chance: Chance
  /** brisk: no step takes more than a working day. same_day: none takes longer than a while. */
  readonly pace: 'usual' | 'brisk' | 'same_day'
  readonly hand: Hand
  day: LocalDate
  minute: number
}

export interface Tale extends Beginning {
  readonly file: DemoFile
}

/** Goes on when the moment it gives has come. */
export type Telling = Generator<Moment, void, undefined>

const opening = 9 * 60
const hours = 6 * 60

/** Some hour of the `workdays`-th working day from here, as far as its pace allows. */
export function* later(t: Beginning, workdays: number): Telling {
  const days = { usual: workdays, brisk: Math.min(workdays, 1), same_day: 0 }[t.pace]
  if (days <= 0) yield* shortly(t)
  else yield* after(t, days)
}

/** The same whatever its pace. */
export function* after(t: Beginning, workdays: number): Telling {
  t.day = addWorkdays(t.day, workdays, t.office.calendar).date
  t.minute = opening + whole(t.chance, hours)
  yield momentOf(t)
}

/** Up to so many working days on. */
export function* within(t: Beginning, workdays: number): Telling {
  yield* later(t, whole(t.chance, workdays + 1))
}

/** A while later, the same day. */
export function* shortly(t: Beginning, least = 2): Telling {
  t.minute = Math.min(t.minute + least + whole(t.chance, 12), 24 * 60 - 1)
  yield momentOf(t)
}

export function momentOf({ day, minute }: Moment): Moment {
  return { day, minute }
}

/** Days and minutes are of Beijing, eight hours ahead. */
export function instantOf({ day, minute }: Moment): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000)
}

export function contextOf({ office, day, minute }: Beginning, actor: Actor): ActContext {
  const at = instantOf({ day, minute })
  return {
    today: day,
    calendar: office.calendar,
    actor,
    rules: office.rules,
    newId: () => office.newId(at),
    numberFor: () => office.number('letter', day),
  }
}

export function entry(t: Tale, actor: Actor, kind: string, data: Happening['data'], id = t.file.case.id): void {
  const who = actor.kind === 'staff' ? actor.accountId : actor.kind === 'system' ? 'job:letters' : 'applicant'
  t.office.events.push({ at: instantOf(t), actor: who, kind, subject: `request:${id}`, data })
}

/** What the program adds to an act. */
type Added<A extends RequestActId> = A extends keyof AddedByProgram
  ? Partial<Pick<ActInputs[A], AddedByProgram[A] & keyof ActInputs[A]>>
  : Readonly<Record<string, never>>

/** Does it, or says which story asks for what the law refuses: nothing is passed over. */
export function does<A extends RequestActId>(
  t: Tale,
  actor: Actor,
  act: A,
  body: ActBody<A>,
  added?: Added<A>,
): RequestCase {
  const before = t.file.case
  const done = perform(before, act, { ...body, ...added } as unknown as ActInputs[A], contextOf(t, actor))
  if (!done.ok) {
    const { says, at = '' } = done.refusal
    throw new Error(`${t.office.one.slug} ${t.day} ${before.wanted.title}: ${act} ${at}: ${says.en}`)
  }
  const after = done.value
  for (const letter of after.letters) {
    const was = before.letters.find(({ id }) => id === letter.id)
    const isNew = was === undefined || (was.state === 'drafted' && letter.state === 'issued')
    if (isNew) t.file.written.set(letter.id, { case: after, at: instantOf(t), day: t.day })
  }
  t.file.case = after
  t.file.updatedAt = instantOf(t)
  entry(t, actor, `requests.${act}`, { ...recordable(body), ...changeOf(before, after) })
  return after
}

const formPapers = {
  D08: { kind: 'letter', name: '第三方意见反馈单.pdf' },
  D12: { kind: 'letter', name: '协办函.pdf' },
  D14: { kind: 'evidence', name: '送达回证.pdf' },
  D16: { kind: 'letter', name: '转办函.pdf' },
} as const satisfies Readonly<Record<DemoForm['code'], Pick<DemoPaper, 'kind' | 'name'>>>

/** A form laid beside the request: of those of late, and whenever something is transferred, which is seldom. */
export function addsForm(t: Tale, actor: Actor, form: DemoForm): void {
  if (t.day < t.office.recent && form.code !== 'D16') return
  const at = instantOf(t)
  const id = t.office.newId(at)
  const accountId = actor.kind === 'staff' ? actor.accountId : null
  const { kind, name } = formPapers[form.code]
  const written = { case: t.file.case, at, day: t.day }
  t.file.papers.push({ id, kind, name, content: { form, written }, at, accountId })
  entry(t, actor, 'requests.addPaper', { paperId: id, kind, type: 'pdf', scan: 'made_here' })
}

/** A paper laid beside the request, by somebody of the staff. Gives its id. */
export function addsPaper(
  t: Tale,
  actor: Actor,
  { kind, name, text }: Pick<DemoPaper, 'kind' | 'name'> & { readonly text: string },
): string {
  const at = instantOf(t)
  const id = t.office.newId(at)
  const accountId = actor.kind === 'staff' ? actor.accountId : null
  t.file.papers.push({ id, kind, name, content: { text }, at, accountId })
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  entry(t, actor, 'requests.addPaper', {
    paperId: id,
    kind,
    type: 'txt',
    size: bytes.length,
    sha256,
    scan: 'unscanned',
  })
  return id
}
