/** What the form of registration holds, and what of it is sent. */
import type { LocalDate } from '../../../../domain/kernel/date.ts'
import { orNull } from '../../../../kit/console/fields.tsx'
import type { CallOf } from '../../../../kit/contract.ts'
import { applicantKinds } from '../../../../law/applicants.ts'
import { channels } from '../../../../law/channels.ts'
import type { registerRequest } from '../../contract/index.ts'

export type Body = CallOf<typeof registerRequest>['body']
type Texts<T> = { readonly [K in keyof T]: null extends T[K] ? string : T[K] }

/** As typed: what may be left out is a blank text. */
export interface Typed {
  readonly kind: Body['kind']
  readonly channel: Body['channel']
  readonly submittedOn: string
  readonly arrivedOn: string
  readonly note: string
  readonly onTheSpot: boolean
  readonly applicant: Texts<Omit<Body['applicant'], 'agent'>>
  readonly hasAgent: boolean
  readonly agent: NonNullable<Body['applicant']['agent']>
  readonly wanted: Texts<Body['wanted']>
  readonly reopens: string
}

export function blank(today: LocalDate): Typed {
  return {
    kind: 'request',
    channel: 'in_person',
    submittedOn: today,
    arrivedOn: today,
    note: '',
    onTheSpot: false,
    applicant: {
      kind: 'natural_person',
      name: '',
      identityType: 'id_card',
      identityNumber: '',
      representative: '',
      contact: '',
      phone: '',
      email: '',
      fax: '',
      address: '',
      postcode: '',
      employer: '',
    },
    hasAgent: false,
    agent: { name: '', identityType: 'id_card', identityNumber: '', phone: '' },
    wanted: {
      title: '',
      documentNumber: '',
      indexNumber: '',
      features: '',
      form: 'paper',
      route: 'post',
      otherForm: true,
      help: '',
      suggestsPublication: false,
    },
    reopens: '',
  }
}

/** Whether the channel knows only one day: what is handed in has arrived. */
export function oneDay(channel: Typed['channel']): boolean {
  return channels[channel].receivedWhen === 'submitted'
}

export function bodyOf(typed: Typed, papers: Body['papers']): Body {
  const { applicant, wanted, channel, submittedOn } = typed
  const { organisation } = applicantKinds[applicant.kind]
  return {
    kind: typed.kind,
    channel,
    submittedOn,
    arrivedOn: oneDay(channel) ? submittedOn : typed.arrivedOn,
    note: orNull(typed.note),
    // Fields that are not shown are not among what is typed.
    onTheSpot: oneDay(channel) && typed.onTheSpot === true,
    applicant: {
      ...applicant,
      identityType: organisation ? 'credit_code' : applicant.identityType,
      representative: organisation ? orNull(applicant.representative) : null,
      contact: organisation ? orNull(applicant.contact) : null,
      email: orNull(applicant.email),
      fax: orNull(applicant.fax),
      postcode: orNull(applicant.postcode),
      employer: organisation ? null : orNull(applicant.employer),
      agent: typed.hasAgent ? typed.agent : null,
    },
    wanted: {
      ...wanted,
      documentNumber: orNull(wanted.documentNumber),
      indexNumber: orNull(wanted.indexNumber),
      help: orNull(wanted.help),
      suggestsPublication: wanted.suggestsPublication === true,
    },
    papers,
    reopens: orNull(typed.reopens),
  }
}

/** Where a place of the body stands in the form. */
export function fieldOf(path: readonly PropertyKey[]): readonly PropertyKey[] {
  return path[0] === 'applicant' && path[1] === 'agent' ? path.slice(1) : path
}
