/** Where each element of a letter comes from: its place in the facts, and its text. */
import { applicantKinds } from '../../law/applicants.ts'
import { channels } from '../../law/channels.ts'
import { type Exemption, type ExemptionId, exemptions } from '../../law/exemptions.ts'
import type { facts as factLabels } from '../../law/facts.ts'
import { feeSchedules } from '../../law/fees.ts'
import type { ElementId } from '../../law/letters.ts'
import { citeAll } from '../citation.ts'
import type { LocalDate } from '../kernel/date.ts'
import { longDate } from '../kernel/date-words.ts'
import type { Lang, Said } from '../kernel/lang.ts'
import type { Fee } from '../request/fees.ts'
import type { AmendmentOutcome, LetterFacts, WithheldPart } from './facts.ts'
import {
  attached,
  consultedText,
  correctionHistory,
  lengthText,
  opinions,
  overdue,
  parties,
  searched,
  told,
} from './phrases.ts'

type Text = string | number | null | undefined

/** `at`: the place in the facts, repeated in refusals. */
export interface Slot {
  readonly at: string
  readonly text: (facts: LetterFacts, lang: Lang) => Text
}

const slot = (at: string, text: Slot['text']): Slot => ({ at, text })
const known = (id: keyof typeof factLabels): Slot => slot(`known.${id}`, f => f.known?.[id])
const day = (at: string, date: (facts: LetterFacts) => LocalDate | undefined): Slot =>
  slot(at, (f, lang) => dayText(date(f), lang))
/** A period the reader counts from the day of receipt: no day can be named before the letter is served. */
const days = (at: string, length: (facts: LetterFacts) => number | undefined): Slot =>
  slot(at, (f, lang) => {
    const known = length(f)
    return known === undefined ? null : lengthText(known, 'working_day', lang)
  })
const dayText = (date: LocalDate | undefined, lang: Lang): Text => date && longDate(date, lang)

/** A day in a year whose holidays are not published is told for what it is (D§2.2). */
const dueText = (date: LocalDate | undefined, provisional: boolean | undefined, lang: Lang): Text =>
  date && `${longDate(date, lang)}${provisional ? provisionally[lang] : ''}`

const provisionally: Said = {
  zh: '（暂定，以该年度节假日安排公布后的计算为准）',
  en: ' (provisional until the holidays of that year are published)',
}

const yes: Said = { zh: '能接受', en: 'Yes' }
const no: Said = { zh: '不能接受', en: 'No' }

/** Kinds of one exemption the withheld parts name, each once. */
function kindsOf(facts: LetterFacts, exemption: ExemptionId, lang: Lang): Text {
  const { kinds }: Exemption = exemptions[exemption]
  const named = (facts.withheld ?? []).filter(part => part.exemption === exemption).map(({ kind }) => kind ?? '')
  const labels = [...new Set(named)].flatMap(kind => kinds?.[kind]?.[lang] ?? [])
  return labels.join(lang === 'zh' ? '、' : ', ')
}

/** 合同附件二：公开会损害第三方合法权益（商业秘密），理由……（依据：……）. Null where part or reason is missing. */
function withheldLine({ part, exemption, kind, reason }: WithheldPart, lang: Lang): string | null {
  const { label, kinds, article }: Exemption = exemptions[exemption]
  const finer = kind === undefined ? undefined : kinds?.[kind]?.[lang]
  if (!part?.trim() || !reason.trim() || (kinds && !finer)) return null
  const basis = citeAll([article], lang)
  if (lang === 'en') return `${part}: ${label.en}${finer ? ` (${finer})` : ''}: ${told(reason)} (${basis})`
  return `${part}：${label.zh}${finer ? `（${finer}）` : ''}，${told(reason)}（依据：${basis}）`
}

const organFact = (id: 'danger' | 'internal_kind' | 'process_kind', exemption: ExemptionId): Slot =>
  slot('withheld[0].kind', (f, lang) => kindsOf(f, exemption, lang) || f.known?.[id])

const contactOf = ({ applicant: a }: LetterFacts): Text =>
  [a?.telephone, a?.address, a?.email].filter(text => text?.trim()).join('，')

/** The number a fee rests on: by items which of the month this is, by pages how many are provided (办法4, 5). */
function counted({ scheme, quantity }: Fee, lang: Lang): string {
  const said: Readonly<Record<Fee['scheme'], Said>> = {
    items: {
      zh: `本次申请为当月第${quantity}件申请`,
      en: `This is request ${quantity} of its month`,
    },
    pages: { zh: `本次申请提供的政府信息共${quantity}页`, en: `The information provided has ${quantity} pages` },
  }
  return said[scheme][lang]
}

const amendment = (outcome: AmendmentOutcome): Slot =>
  slot('amendment.result', ({ amendment: a }) => (a?.outcome === outcome ? a.result : null))

export const slots: Readonly<Record<ElementId, Slot>> = {
  received: day('request.received', f => f.request?.received),
  channel: slot('request.channel', ({ request }, lang) => request && channels[request.channel].label[lang]),
  request_number: slot('request.number', f => f.request?.number),
  summary: slot('request.summary', f => f.request?.summary),
  information_title: slot('request.title', f => f.request?.title),
  document_number: slot('request.documentNumber', f => f.request?.documentNumber),
  index_number: slot('request.indexNumber', f => f.request?.indexNumber),
  due: slot('request.due', ({ request }, lang) => dueText(request?.due, request?.dueProvisional, lang)),
  query_code: slot('request.queryCode', f => f.request?.queryCode),
  arrived: day('request.arrived', f => f.request?.arrived),
  confirmed: day('request.confirmed', f => f.request?.confirmed),
  handler: slot('request.handler', f => f.request?.handler),
  explanation: slot('explanation', f => f.explanation),
  withheld_reason: slot('withheld[0].reason', f =>
    f.withheld
      ?.map(({ reason }) => told(reason))
      .filter(Boolean)
      .join('；'),
  ),
  third_interest: slot('withheld[0].kind', (f, lang) => kindsOf(f, 'E15', lang)),
  delivery_deviation: slot('delivery.deviation', f => f.delivery?.deviation),
  correction_items: slot('correction.items', () => null),
  no_good_reason: slot('correction.noGoodReason', f => told(f.correction?.noGoodReason ?? '')),
  record_only: slot('recordOnly', ({ recordOnly }, lang) => (recordOnly ? yes[lang] : null)),
  correction_days: days('correction.days', f => f.correction?.days),
  excess_found: slot('excess.found', f => f.excess?.found),
  excess_explain: slot('excess.explain', f => f.excess?.explain),
  excess_days: days('excess.days', f => f.excess?.days),
  excess_answer_by: day('excess.answerBy', f => f.excess?.answerBy),
  old_due: day('extension.oldDue', f => f.extension?.oldDue),
  new_due: slot('extension.newDue', ({ extension: e }, lang) => dueText(e?.newDue, e?.newDueProvisional, lang)),
  extension_days: slot('extension.days', f => f.extension?.days),
  extension_reason: slot('extension.reason', f => f.extension?.reason),
  approver: slot('extension.approver', f => f.extension?.approver),
  party: slot('consultation.name', f => f.consultation?.name),
  party_kind: slot('consultation.party', ({ consultation: c }, lang) => c && parties[c.party][lang]),
  consulted_information: slot('consultation.information', f => f.consultation?.information),
  harm: slot('consultation.harm', f => f.consultation?.harm),
  consultation_sent: day('consultation.sent', f => f.consultation?.sent),
  opinion: slot('consultation.opinion', ({ consultation: c }, lang) => c?.opinion && opinions[c.opinion].short[lang]),
  opinion_reasons: slot('consultation.reasons', f => f.consultation?.reasons),
  signature: slot('signature', () => null),
  signed_on: slot('signature', () => null),
  disclosed: slot('consultation.disclosed', f => f.consultation?.disclosed),
  public_interest: slot('consultation.publicInterest', f => f.consultation?.publicInterest),
  errand: slot('errand.asks', f => f.errand?.asks),
  errand_by: day('errand.by', f => f.errand?.by),
  fee_found: slot('fee.fee.quantity', ({ fee }, lang) => fee && counted(fee.fee, lang)),
  fee_basis: slot('fee', ({ fee }, lang) => fee && citeAll([feeSchedules[fee.fee.scheme].article], lang)),
  fee_standard: slot('fee.fee.lines', ({ fee }) => fee?.fee.lines.map(({ why }) => why).join('；')),
  fee_amount: slot('fee.fee.total', f => f.fee?.fee.total),
  fee_way: slot('fee.way', f => f.fee?.way),
  organ_name: slot('organ.name', f => f.organ?.name),
  organ_contact: slot('organ.contact', f => f.organ?.contact),
  amendment_record: slot('amendment.record', f => f.amendment?.record),
  amendment_corrected: amendment('record_corrected'),
  amendment_refused: amendment('record_kept'),
  amendment_forwarded: amendment('record_forwarded'),
  amendment_result: slot('amendment.result', f => f.amendment?.result),
  suggestion_on: day('suggestion.on', f => f.suggestion?.on),
  suggestion: slot('suggestion.information', f => f.suggestion?.information),
  suggestion_adopted: slot('suggestion.result', ({ suggestion: s }) => (s?.adopted ? s.result : null)),
  suggestion_declined: slot('suggestion.result', ({ suggestion: s }) => (s && !s.adopted ? s.result : null)),
  suggestion_result: slot('suggestion.result', f => f.suggestion?.result),
  closing: slot('closing', () => null),
  served_document: slot('service.document', f => f.service?.document),
  served_number: slot('service.number', f => f.service?.number),
  served_to: slot('addressee.name', f => f.addressee?.name),
  served_way: slot('service.way', f => f.service?.way),
  served_place: slot('service.place', f => f.service?.place),
  server: slot('service.server', f => f.service?.server),
  postal_number: slot('service.postalNumber', f => f.service?.postalNumber),
  served_on: day('service.on', f => f.service?.on),
  search_systems: slot('search.systems', f => f.search?.systems),
  search_words: slot('search.words', f => f.search?.words),
  search_archives: slot('search.archives', f => f.search?.archives),
  search_persons: slot('search.persons', f => f.search?.persons),
  search_on: day('search.on', f => f.search?.on),
  search_result: slot('search.result', f => f.search?.result),
  proposal: slot('proposal', f => f.proposal),
  review_steps: slot('reviews', () => null),
  papers: slot('papers', () => null),
  applicant_person: slot('applicant.kind', ({ applicant: a }) =>
    a && !applicantKinds[a.kind].organisation ? applicantKinds[a.kind].label.zh : null,
  ),
  applicant_organisation: slot('applicant.kind', ({ applicant: a }) =>
    a && applicantKinds[a.kind].organisation ? applicantKinds[a.kind].label.zh : null,
  ),
  applicant_kind: slot('applicant.kind', ({ applicant: a }, lang) => a && applicantKinds[a.kind].label[lang]),
  applicant_name: slot('applicant.name', f => f.applicant?.name),
  applicant_contact: slot('applicant.telephone', contactOf),
  identity_kind: slot('applicant.identityKind', f => f.applicant?.identityKind),
  identity_number: slot('applicant.identityNumber', f => f.applicant?.identityNumber),
  employer: slot('applicant.employer', f => f.applicant?.employer),
  credit_code: slot('applicant.creditCode', f => f.applicant?.creditCode),
  licence: slot('applicant.licence', f => f.applicant?.licence),
  legal_representative: slot('applicant.legalRepresentative', f => f.applicant?.legalRepresentative),
  contact_person: slot('applicant.contactPerson', f => f.applicant?.contactPerson),
  telephone: slot('applicant.telephone', f => f.applicant?.telephone),
  address: slot('applicant.address', f => f.applicant?.address),
  postcode: slot('applicant.postcode', f => f.applicant?.postcode),
  fax: slot('applicant.fax', f => f.applicant?.fax),
  email: slot('applicant.email', f => f.applicant?.email),
  agent: slot('applicant.agent', f => f.applicant?.agent),
  medium: slot('applicant.medium', f => f.applicant?.medium),
  route: slot('applicant.route', f => f.applicant?.route),
  other_form: slot('applicant.otherFormAccepted', ({ applicant: a }, lang) =>
    a?.otherFormAccepted === undefined ? null : (a.otherFormAccepted ? yes : no)[lang],
  ),
  purpose: slot('applicant.purpose', f => f.applicant?.purpose),
  assistance: slot('applicant.assistance', f => f.applicant?.assistance),
  enclosures: slot('applicant.enclosures', f => f.applicant?.enclosures),
  addressee: slot('addressee.name', f => f.addressee?.name),
  agency_name: slot('agency.name', f => f.agency.name),
  office_telephone: slot('agency.office.telephone', f => f.agency.office.telephone),
  review_organ: slot('agency.reviewOrgan', () => null),
  court: slot('agency.court', f => f.agency.court),
  review_address: slot('agency.reviewAddress', f => f.agency.reviewAddress),
  court_address: slot('agency.courtAddress', f => f.agency.courtAddress),
  online_review: slot('agency.onlineReview', f => f.agency.onlineReview),
  where_public: known('where_public'),
  delivery: slot('delivery', (f, lang) => attached(f, lang) || f.known?.delivery),
  withheld_parts: slot('withheld', () => null),
  classification: known('classification'),
  forbidding_law: known('forbidding_law'),
  danger: organFact('danger', 'E14c'),
  consultation_result: slot(
    'consulted',
    (f, lang) => consultedText(f.consulted ?? [], lang) || f.known?.consultation_result,
  ),
  internal_kind: organFact('internal_kind', 'E16a'),
  process_kind: organFact('process_kind', 'E16b'),
  enforcement_file: known('enforcement_file'),
  special_rules: known('special_rules'),
  search_record: slot('search', (f, lang) => searched(f.search, lang) || f.known?.search_record),
  not_ours_reason: known('not_ours_reason'),
  processing_needed: known('processing_needed'),
  correction_history: slot(
    'correction',
    (f, lang) => correctionHistory(f.correction, lang) || f.known?.correction_history,
  ),
  petition_content: known('petition_content'),
  earlier_answer: slot('earlier', ({ earlier, known: k }, lang) => {
    if (!earlier) return k?.earlier_answer
    const on = longDate(earlier.date, lang)
    return lang === 'zh' ? `${earlier.number}（${on}）` : `${earlier.number} (${on})`
  }),
  how_to_obtain: known('how_to_obtain'),
  unreasonable: known('unreasonable'),
  already_obtained: known('already_obtained'),
  evidence_reviewed: slot('amendment.evidence', f => f.amendment?.evidence ?? f.known?.evidence_reviewed),
  correction_overdue: slot('correction', (f, lang) =>
    f.closing === 'other.no_correction'
      ? overdue(f.correction, 'correction', lang) || f.known?.correction_overdue
      : null,
  ),
  payment_overdue: slot('fee', (f, lang) =>
    f.closing === 'other.unpaid' ? overdue(f.fee, 'fee', lang) || f.known?.payment_overdue : null,
  ),
  reply: known('reply'),
  closing_reason: slot('known.closing_reason', f => (f.closing === 'other.other' ? f.known?.closing_reason : null)),
}

/** Elements that are lists, item by item; null where an item says too little. */
export const lists: Readonly<
  Partial<Record<ElementId, (facts: LetterFacts, lang: Lang) => readonly (string | null)[]>>
> = {
  correction_items: f => (f.correction?.items ?? []).map(item => told(item) || null),
  withheld_parts: (f, lang) => (f.withheld ?? []).map(part => withheldLine(part, lang)),
}

/** Elements that are rolls, row by row. */
export const rolls: Readonly<
  Partial<Record<ElementId, (facts: LetterFacts, lang: Lang) => readonly (readonly string[])[]>>
> = {
  review_steps: (f, lang) =>
    (f.reviews ?? []).map(({ step, opinion, person, on }) => [step, opinion, person, on ? longDate(on, lang) : '']),
  papers: (f, lang) =>
    (f.papers ?? []).map(({ name, number, date, pages }, i) => [
      String(i + 1),
      name,
      number ?? '',
      date ? longDate(date, lang) : '',
      pages === undefined ? '' : String(pages),
    ]),
}
