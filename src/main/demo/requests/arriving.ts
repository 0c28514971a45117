/** A request comes in: by whichever channel, from whoever it is, and is received (条例31). */
import { addDays, yearOf } from '../../../domain/kernel/date.ts'
import type { ApplicantKindId, Wanted } from '../../../domain/request/case.ts'
import { newCase } from '../../../domain/request/new-case.ts'
import type { RequestKind } from '../../../domain/request/states.ts'
import type { DeliveryForm, DeliveryRoute } from '../../../domain/request/vocabulary.ts'
import type { Applicant } from '../../../features/requests/contract/view.ts'
import { type ChannelId, channels } from '../../../law/channels.ts'
import { type Chance, weighted, whole } from '../chance.ts'
import { applicantBy, kindBy, one } from './applicants.ts'
import { inYear, type Subject, subjects } from './subjects.ts'
import {
  type Beginning,
  type DemoFile,
  does,
  entry,
  instantOf,
  type Office,
  shortly,
  type Tale,
  type Telling,
  within,
} from './tale.ts'

/** What is told of a request beforehand; the rest is by chance. */
export interface Coming {
  readonly kind?: RequestKind
  readonly channel?: ChannelId
  readonly applicantKind?: ApplicantKindId
  readonly applicant?: Applicant
  readonly subject?: Subject
  readonly onTheSpot?: boolean
  readonly route?: DeliveryRoute
  readonly suggestsPublication?: boolean
}

const usualChannels: readonly (readonly [ChannelId, number])[] = [
  ['online', 52],
  ['mail_signed', 18],
  ['in_person', 12],
  ['email', 7],
  ['mail_plain', 4],
  ['oral_assisted', 2],
  ['fax', 2],
  ['misaddressed', 2],
  ['other', 1],
]

/** How people who come by a channel wish to have it. */
function wishBy(chance: Chance, channel: ChannelId): readonly [DeliveryForm, DeliveryRoute] {
  if (channel === 'online')
    return weighted(chance, [
      [['online', 'online'] as const, 7],
      [['email', 'email'] as const, 2],
      [['paper', 'post'] as const, 1],
    ])
  if (channel === 'email') return ['email', 'email']
  if (channel === 'in_person' || channel === 'oral_assisted')
    return weighted(chance, [
      [['paper', 'hand'] as const, 3],
      [['paper', 'post'] as const, 1],
    ])
  return weighted(chance, [
    [['paper', 'post'] as const, 8],
    [['disc', 'post'] as const, 1],
  ])
}

const wishes: Readonly<Partial<Record<DeliveryRoute, DeliveryForm>>> = {
  online: 'online',
  email: 'email',
  post: 'paper',
  hand: 'paper',
}

function wantedBy(t: Beginning, channel: ChannelId, coming: Coming): Wanted {
  const { chance, office, day } = t
  const [form, route] = wishBy(chance, channel)
  const own = subjects[office.one.slug] ?? []
  const { title, features } = inYear(coming.subject ?? one(chance, own), yearOf(day))
  return {
    title,
    documentNumber: null,
    indexNumber: null,
    features,
    form: coming.route ? (wishes[coming.route] ?? 'paper') : form,
    route: coming.route ?? route,
    otherForm: chance() < 0.8,
    help: null,
    suggestsPublication: coming.suggestsPublication ?? chance() < 0.05,
  }
}

/** Comes in now; waits for its confirmation where the channel asks for one (条例31(2)(3)). */
export function comes(t: Beginning, coming: Coming = {}): Tale {
  const { office, chance, day } = t
  const at = instantOf(t)
  const channel = coming.channel ?? weighted(chance, usualChannels)
  const online = channel === 'online'
  const applicantKind = coming.applicant?.kind ?? coming.applicantKind ?? kindBy(chance)
  const applicant = coming.applicant ?? applicantBy(chance, applicantKind, online || channel === 'email')
  const posted = channel.startsWith('mail')
  const made = newCase(
    {
      agencyId: office.cast.agencyId,
      id: office.newId(at),
      number: office.number('request', day),
      kind: coming.kind ?? 'request',
      channel,
      applicantKind,
      wanted: wantedBy(t, channel, coming),
      submittedOn: posted ? addDays(day, -2 - whole(chance, 3)) : day,
      arrivedOn: day,
      confirmed: online && office.receiptConfirms ? { on: day, method: 'e_receipt', evidence: '电子回执' } : null,
      note: noteOf(t, channel),
      onTheSpot: coming.onTheSpot ?? false,
    },
    { today: day, actor: online ? { kind: 'applicant' } : office.cast.people.handler },
  )
  if (!made.ok) throw new Error(made.refusal.says.en)
  const file = fileOf(office, made.value, applicant, at)
  const tale: Tale = { ...t, file }
  const { id, number, kind, receivedOn } = made.value
  const data = { number, channel, kind, on: receivedOn, papers: 0 }
  if (online) entry(tale, { kind: 'applicant' }, 'requests.apply', data, id)
  else entry(tale, office.cast.people.handler, 'requests.register', { ...data, arrivedOn: day }, id)
  return tale
}

export function fileOf(office: Office, begun: DemoFile['case'], applicant: Applicant, at: Date): DemoFile {
  const file: DemoFile = {
    case: begun,
    applicant,
    parties: [],
    papers: [],
    written: new Map(),
    createdAt: at,
    updatedAt: at,
  }
  office.files.push(file)
  return file
}

function noteOf({ chance, office }: Beginning, channel: ChannelId): string | null {
  switch (channel) {
    case 'mail_signed':
      return `挂号信函 ${mailNumber(chance)}`
    case 'oral_assisted':
      return '申请人口述，由经办人代为填写并经其核对签字'
    case 'misaddressed':
      return `寄至${office.one.sections[1] ?? '其他科室'}，转至工作机构`
    case 'other':
      return '政务新媒体留言渠道'
    default:
      return null
  }
}

/** In the form of the post, of a series it does not give out. */
export function mailNumber(chance: Chance): string {
  return `XA000${String(whole(chance, 100_000)).padStart(5, '0')}00`
}

/** Confirmed with the applicant where the day of receipt is not known by itself. */
export function* confirmed(t: Tale): Telling {
  if (t.file.case.state !== 'arrived') return
  yield* channels[t.file.case.channel].confirmSameDay ? shortly(t) : within(t, 1)
  const method = t.chance() < 0.8 ? 'phone' : 'sms'
  const evidence = method === 'phone' ? '电话录音编号 T-0001' : '短信回复“已知悉”'
  does(t, t.office.cast.people.handler, 'confirm', { on: t.day, method, evidence })
}

/** Taken up: given to a section, and there taken in hand. */
export function* taken(t: Tale): Telling {
  const { cast } = t.office
  const { head, drafter, handler } = cast.people
  yield* within(t, 1)
  if (t.hand === 'handler') {
    const [sectionId = ''] = cast.sections
    does(t, head, 'assign', { sectionId, handlerId: handler.accountId, note: '由工作机构直接办理' })
    return
  }
  const sectionId = drafter.sectionId ?? ''
  does(t, head, 'assign', { sectionId, handlerId: null, note: '请按期提出答复意见' })
  yield* within(t, 1)
  does(t, drafter, 'claim', {})
}
