/** Reads an application as typed: every place at fault at once, each with the mend, or the application whole (条例29). */
import type { applicantKinds } from '../../../law/applicants.ts'
import { done, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { parseSteady } from '../../kernel/turning.ts'
import type { Wanted } from '../case.ts'
import { type DeliveryForm, type DeliveryRoute, deliveryForms, deliveryRoutes } from '../vocabulary.ts'
import { neededForWay, parseWay, wayNeeds } from './delivery.ts'
import {
  type Applying,
  fieldsOf,
  type IntakeField,
  type IntakeFieldId,
  type IntakePart,
  type identityKinds,
  intakeFields,
  intakeParts,
  personalIdentity,
  type Typed,
} from './fields.ts'
import { parseProof } from './proof.ts'
import { parseEmail, parseFax, parsePhone } from './reach.ts'

/** Firms apply, and may act for others. */
type Identity = keyof typeof identityKinds

/** Who applies, whole; kept sealed. */
export interface ApplicantData {
  readonly kind: keyof typeof applicantKinds
  readonly name: string
  readonly identityType: Identity
  readonly identityNumber: string
  readonly representative: string | null
  readonly contact: string | null
  readonly phone: string
  readonly email: string | null
  readonly fax: string | null
  readonly address: string
  readonly postcode: string | null
  readonly employer: string | null
  readonly agent: {
    readonly name: string
    readonly identityType: Identity
    readonly identityNumber: string
    readonly phone: string
  } | null
}

export interface ReadApplication {
  readonly applicant: ApplicantData
  readonly wanted: Wanted
}

/** What is wrong in one part of the form; `at` is the name of the field. Empty where nothing is. */
export function troublesIn(part: IntakePart, typed: Typed, applying: Applying): readonly Refusal[] {
  return fieldsOf(part, applying).flatMap(id => {
    const read = readField(id, typed, applying)
    return read.ok ? [] : [read.refusal]
  })
}

/** The whole application, or everything that stands against it. */
export function readApplication(
  typed: Typed,
  applying: Applying,
):
  | { readonly ok: true; readonly value: ReadApplication }
  | { readonly ok: false; readonly refusals: readonly Refusal[] } {
  const refusals = intakeParts.flatMap(part => troublesIn(part, typed, applying))
  if (refusals.length > 0) return { ok: false, refusals }
  const value = (id: IntakeFieldId) => {
    const read = readField(id, typed, applying)
    return read.ok ? read.value : ''
  }
  return { ok: true, value: { applicant: applicantOf(value, applying), wanted: wantedOf(value) } }
}

type Value = (id: IntakeFieldId) => string

function applicantOf(value: Value, { sort, agent }: Applying): ApplicantData {
  const shared = {
    phone: value('phone'),
    email: orNull(value('email')),
    fax: orNull(value('fax')),
    address: value('address'),
    postcode: orNull(value('postcode')),
    agent: agent
      ? {
          name: value('agentName'),
          identityType: value('agentIdentityType') as Identity,
          identityNumber: value('agentIdentityNumber'),
          phone: value('agentPhone'),
        }
      : null,
  }
  if (sort === 'citizen') {
    return {
      ...shared,
      kind: 'natural_person',
      name: value('name'),
      identityType: value('identityType') as Identity,
      identityNumber: value('identityNumber'),
      representative: null,
      contact: null,
      employer: orNull(value('employer')),
    }
  }
  return {
    ...shared,
    kind: value('organisationSort') as ApplicantData['kind'],
    name: value('organisation'),
    identityType: 'credit_code',
    identityNumber: value('creditCode'),
    representative: value('representative'),
    contact: value('contact'),
    employer: null,
  }
}

function wantedOf(value: Value): Wanted {
  return {
    title: value('title'),
    documentNumber: orNull(value('documentNumber')),
    indexNumber: orNull(value('indexNumber')),
    features: value('features'),
    form: value('form') as DeliveryForm,
    route: value('route') as DeliveryRoute,
    otherForm: value('otherForm') === 'yes',
    help: orNull(value('help')),
    suggestsPublication: value('suggestsPublication') === 'yes',
  }
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}

function readField(id: IntakeFieldId, typed: Typed, applying: Applying): Result<string> {
  const field: IntakeField = intakeFields[id]
  if (field.isName) {
    const steady = parseSteady(typed[id] ?? '', id)
    if (!steady.ok) return steady
  }
  const text = tidy(typed[id] ?? '', field.kind)
  const needed = field.needed === 'always' || (field.needed === 'agent' && applying.agent)
  if (text === '' && needed) return refuse('missing', missing(field), id)
  const way = text === '' ? wayNeeding(id, typed) : null
  if (way !== null) return refuse('missing', neededForWay(way, field.label), id)
  if (text === '') return done('')
  if (Array.from(text).length > field.longest) return refuse('too_long', tooLong(field), id)
  if (field.choices && !Object.hasOwn(field.choices, text)) return refuse('bad_choice', missing(field), id)
  if (field.kind === 'tick' && text !== 'yes') return refuse('bad_choice', missing(field), id)
  return formOf(id, text, typed)
}

/** Numbers with a check, ways to reach somebody that cannot work, and ways that a form cannot go. */
function formOf(id: IntakeFieldId, text: string, typed: Typed): Result<string> {
  switch (id) {
    case 'creditCode':
      return parseProof('credit_code', text, id)
    case 'identityNumber':
      return proofOf(typed.identityType, text, id)
    case 'agentIdentityNumber':
      return proofOf(typed.agentIdentityType, text, id)
    case 'phone':
    case 'agentPhone':
      return parsePhone(text, id)
    case 'fax':
      return parseFax(text, id)
    case 'email':
      return parseEmail(text, id)
    case 'postcode':
      return /^\d{6}$/.test(text.normalize('NFKC')) ? done(text.normalize('NFKC')) : refuse('bad_form', badPostcode, id)
    case 'route':
      return wayOf(typed.form, text as DeliveryRoute)
    default:
      return done(text)
  }
}

/** By what it is said to be; where that is not said, its own field is told so. */
function proofOf(kind: string | undefined, text: string, id: IntakeFieldId): Result<string> {
  return isIn(personalIdentity, kind) ? parseProof(kind, text, id) : done(text)
}

function wayOf(form: string | undefined, route: DeliveryRoute): Result<string> {
  return isIn(deliveryForms, form) ? parseWay(form, route, 'route') : done(route)
}

function isIn<K extends string>(words: Readonly<Record<K, unknown>>, id: string | undefined): id is K {
  return id !== undefined && Object.hasOwn(words, id)
}

/** The way that cannot do without this field, where it is the one chosen. */
function wayNeeding(id: IntakeFieldId, { route }: Typed): DeliveryRoute | null {
  return isIn(deliveryRoutes, route) && wayNeeds[route] === id ? route : null
}

/** One line for a line; line feeds stay in a text. Signs that steer a screen are dropped. */
function tidy(text: string, kind: IntakeField['kind']): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ')
  return kind === 'text' ? lines.trim() : lines.replace(/\s+/g, ' ').trim()
}

const missing = ({ label, kind }: IntakeField) => ({
  zh: kind === 'choice' ? `请选择“${label.zh}”` : `请填写“${label.zh}”`,
  en: kind === 'choice' ? `Choose: ${label.en}` : `Fill in: ${label.en}`,
})
const tooLong = ({ label, longest }: IntakeField) => ({
  zh: `“${label.zh}”最多 ${longest} 个字，请写短些；写不下的可以放在附件里`,
  en: `${label.en}: at most ${longest} characters; put the rest into a paper you add`,
})
const badPostcode = { zh: '邮政编码是 6 位数字，请核对', en: 'A post code has 6 digits; check it' }
