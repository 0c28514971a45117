/** What a letter of a case is made from: the case, who applies and who is consulted, the agency and what it has set. */
import type {
  AmendmentOutcome,
  ApplicantFacts,
  ConsultedFacts,
  LetterAddressee,
  LetterFacts,
} from '../../../domain/letter/facts.ts'
import type { CaseLetter, DecisionDraft, RequestCase } from '../../../domain/request/case.ts'
import { type CaseClock, clockBeforeEnd, clockOfCase } from '../../../domain/request/case-clock.ts'
import { standingOf } from '../../../domain/request/consultation-standing.ts'
import { decisionInfo } from '../../../domain/request/decision-info.ts'
import { extensionToTell } from '../../../domain/request/extension-standing.ts'
import { feeOfRequest } from '../../../domain/request/fees.ts'
import { identityKinds } from '../../../domain/request/intake/fields.ts'
import { procedural } from '../../../domain/request/performing/letter-book.ts'
import { isElectronic, wantsElectronic, waysOpen } from '../../../domain/request/service-ways.ts'
import {
  deliveryForms,
  deliveryRoutes,
  reviewStages,
  type ServiceWay,
  serviceWays,
} from '../../../domain/request/vocabulary.ts'
import { applicantKinds } from '../../../law/applicants.ts'
import { decisionsBeside } from '../../../law/decisions-beside.ts'
import type { LetterId } from '../../../law/letters.ts'
import type { Setup } from '../actions/setup.ts'
import type { Party } from '../contract/acts.ts'
import type { Applicant } from '../contract/view.ts'
import type { PaperRow } from '../store/papers.ts'
import { letterAgency } from './agency.ts'
import { letterTitle } from './titles.ts'

/** A case with everything that stands beside it, opened. */
export interface OpenCase {
  readonly case: RequestCase
  readonly applicant: Applicant
  readonly parties: ReadonlyMap<string, Party>
  readonly papers: readonly (Pick<PaperRow, 'id' | 'name' | 'pages'> & Pick<ListedPaper, 'number' | 'date'>)[]
  /** Names of accounts, by id. */
  readonly names: Readonly<Record<string, string>>
}

type ListedPaper = NonNullable<LetterFacts['papers']>[number]

/** What the letter is about: its own entry, or for a record only the case. */
export type About = Pick<CaseLetter, 'letter' | 'to' | 'about' | 'number'>

export function factsOf(setup: Setup, open: OpenCase, about: About): LetterFacts {
  const { case: of } = open
  return defined({
    agency: letterAgency(setup),
    number: about.number ?? undefined,
    addressee: addresseeOf(open, about),
    request: requestFacts(setup, open),
    applicant: applicantFacts(of, open.applicant),
    online: goesOnline(setup, open, about),
    recordOnly: (about.letter === procedural.record && about.number === null) || undefined,
    ...decisionFacts(open),
    ...turnFacts(of),
    consultation: consultationFacts(open, about),
    consulted: consultedFacts(setup, open, about),
    errand: errandFacts(open, about),
    suggestion: suggestionFacts(of),
    service: serviceFacts(setup, open, about),
    extension: extensionFacts(setup, open),
    ...recordFacts(open),
  })
}

/** Without what is not known. */
export function defined<T extends object>(given: { readonly [K in keyof T]: T[K] | null | undefined }): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null)) as T
}

/**
 * Whether it may leave over the internet, and must then tell where reconsideration is applied for online (复议法22¶2).
 * Where nobody asked for that, an agency without such an address still sends it by post.
 */
function goesOnline({ settings }: Setup, { case: of, parties }: OpenCase, about: About): boolean {
  if (!waysOpen(of, about).some(isElectronic)) return false
  if (about.to === 'applicant' && wantsElectronic(of.wanted)) return true
  const canBeMailed = about.to === 'applicant' || Boolean(parties.get(about.to.partyId)?.email)
  return canBeMailed && settings['letter.reviewOnline'] !== ''
}

function addresseeOf(open: OpenCase, { letter, to, about }: About): LetterAddressee | undefined {
  if (letter === transfer) {
    const organ = open.case.draft?.facts.organ_name
    return organ ? { name: organ, kind: 'organisation' } : undefined
  }
  const { applicant, parties, names } = open
  const section = open.case.cooperations.find(({ id }) => id === about)?.sectionId
  if (section !== undefined) return { name: names[section] ?? '', kind: 'organisation' }
  if (to === 'applicant') {
    return { name: applicant.name, kind: applicantKinds[applicant.kind].organisation ? 'organisation' : 'person' }
  }
  const party = parties.get(to.partyId)
  return party && { name: party.name, kind: party.kind ?? 'unknown' }
}

function requestFacts({ today, calendar }: Setup, { case: of, names }: OpenCase): LetterFacts['request'] {
  const { number, channel, wanted, arrival, receivedOn, place } = of
  return defined({
    ...{ number, channel, received: receivedOn ?? undefined, arrived: arrival.arrivedOn, title: wanted.title },
    ...dueFacts(clockBeforeEnd(of, today, calendar)),
    summary: [wanted.title, wanted.features].filter(text => text.trim() !== '').join('；'),
    documentNumber: wanted.documentNumber ?? undefined,
    indexNumber: wanted.indexNumber ?? undefined,
    confirmed: arrival.confirmed?.on,
    handler: place?.handlerId ? names[place.handlerId] : undefined,
  })
}

/** The day an answer is due, as letters and sheets tell it. */
export function dueFacts({
  due,
  provisional,
}: CaseClock): Pick<NonNullable<LetterFacts['request']>, 'due' | 'dueProvisional'> {
  return due === null ? {} : { due, dueProvisional: provisional }
}

/** Documents are called as the form of application calls them (条例29). */
export function applicantFacts({ wanted }: Pick<RequestCase, 'wanted'>, given: Applicant): ApplicantFacts {
  const { kind, name, identityType, identityNumber, agent } = given
  const organisation = applicantKinds[kind].organisation
  const some = (text: string | null) => (text === null || text === '' ? undefined : text)
  return defined({
    ...{ kind, name },
    creditCode: organisation ? some(identityNumber) : undefined,
    legalRepresentative: organisation ? some(given.representative) : undefined,
    identityKind: organisation ? undefined : identityKinds[identityType].zh,
    identityNumber: organisation ? undefined : some(identityNumber),
    contactPerson: some(given.contact),
    telephone: some(given.phone),
    address: some(given.address),
    postcode: some(given.postcode),
    fax: some(given.fax),
    email: some(given.email),
    employer: some(given.employer),
    agent: some(agent?.name ?? null),
    medium: deliveryForms[wanted.form].zh,
    route: deliveryRoutes[wanted.route].zh,
    otherFormAccepted: wanted.otherForm,
    assistance: some(wanted.help),
  })
}

type Some = { readonly [K in keyof LetterFacts]?: LetterFacts[K] | undefined }

function decisionFacts({ case: of, papers }: OpenCase): Some {
  const { draft, wanted, closing } = of
  const line = closing?.line
  const ended = line?.startsWith('other.') ? { closing: line as NonNullable<LetterFacts['closing']> } : {}
  const noted = closing?.note ? { closing_reason: closing.note } : {}
  if (!draft) return { ...ended, known: noted }
  const handed = papers.filter(({ id }) => draft.attachments.includes(id))
  return {
    ...ended,
    known: { ...draft.facts, ...noted },
    earlier: earlierFacts(draft),
    withheld: draft.withheld.map(({ kind, ...part }) => ({ ...part, ...(kind !== null && { kind }) })),
    amendment: amendmentFacts(of),
    attachments: handed.map(({ name, pages }) => ({ name: withoutExtension(name), ...(pages !== null && { pages }) })),
    delivery: {
      way: deliveryForms[wanted.form].zh,
      route: deliveryRoutes[wanted.route].zh,
      time: draft.facts.delivery ?? '',
      ...(draft.facts.delivery_deviation && { deviation: draft.facts.delivery_deviation }),
    },
    organ: organFacts(draft),
  }
}

/** 条例36(5): the organ in charge, and how to reach it, where that is known. */
function organFacts({ facts: { organ_name: name, organ_contact: contact } }: DecisionDraft): LetterFacts['organ'] {
  return name ? { name, ...(contact && { contact }) } : undefined
}

/** A paper is named as people name it, not as its file. */
function withoutExtension(name: string): string {
  return name.replace(/(?<=.)\.[A-Za-z0-9]{1,5}$/, '')
}

/** 条例36(6): the answer before. */
function earlierFacts({ earlier }: DecisionDraft): LetterFacts['earlier'] {
  return earlier === null || earlier.from === 'words' ? undefined : { number: earlier.number, date: earlier.on }
}

/** 条例41: what was to be corrected, what was looked at, and what came of it. */
function amendmentFacts({ draft, wanted }: RequestCase): LetterFacts['amendment'] {
  if (!draft || !isAmendment(draft.decision)) return undefined
  const { evidence_reviewed: evidence, not_ours_reason: notOurs, reply } = draft.facts
  return {
    record: [wanted.title, wanted.features].filter(text => text.trim() !== '').join('；'),
    evidence: evidence ?? notOurs ?? '',
    outcome: draft.decision,
    result: reply ?? notOurs ?? evidence ?? '',
  }
}

function isAmendment(decision: string): decision is AmendmentOutcome {
  return Object.hasOwn(decisionsBeside.record_correction, decision)
}

/** What the applicant is asked. */
function turnFacts({ correction, reasons, fee, delayedUntil, closing }: RequestCase): Some {
  const priced = fee && feeOfRequest(fee.scheme, fee.quantity)
  return {
    correction:
      correction === null
        ? undefined
        : defined({
            items: correction.items,
            days: correction.days,
            by: correction.by ?? undefined,
            noticed: correction.noticedOn ?? undefined,
            corrected: correction.corrected?.on,
            noGoodReason: (closing?.decision === 'no_correction' && closing.note) || undefined,
          }),
    excess:
      reasons === null
        ? undefined
        : defined({
            found: reasons.found,
            explain: reasons.explain,
            days: reasons.days,
            answerBy: delayedUntil ?? reasons.delay?.until,
          }),
    fee: priced?.ok
      ? defined({
          fee: priced.value,
          way: fee?.payTo ?? '',
          noticed: fee?.noticedOn ?? undefined,
          by: fee?.payBy ?? undefined,
        })
      : undefined,
  }
}

function consultationFacts({ case: of, parties }: OpenCase, { about }: About): LetterFacts['consultation'] {
  const asked = of.consultations.find(({ id }) => id === about)
  const party = asked && parties.get(asked.partyId)
  if (!asked || !party) return undefined
  return defined({
    party: asked.party,
    name: party.name,
    information: asked.about,
    harm: asked.why,
    sent: asked.sentOn ?? undefined,
    opinion: asked.answer?.opinion,
    reasons: asked.answer?.text || undefined,
    disclosed: asked.override ? asked.about : undefined,
    publicInterest: asked.override?.reasons,
  })
}

/** For a letter about the whole case: what every third party said, or did not; not co-makers, not other organs. */
function consultedFacts(
  { today, calendar, rules }: Setup,
  { case: of }: OpenCase,
  { about }: About,
): LetterFacts['consulted'] {
  if (about !== null) return undefined
  return of.consultations.flatMap((asked): readonly ConsultedFacts[] => {
    if (asked.party !== 'third_party') return []
    const standing = standingOf(asked, of, today, calendar, rules)
    if (asked.answer) return [defined({ opinion: asked.answer.opinion, reasons: asked.answer.text || undefined })]
    return standing === 'silent' || standing === 'unreachable' ? [{ opinion: standing }] : []
  })
}

/** What another section of the agency is asked, or another organ (条例33; D12). */
function errandFacts({ case: of, parties, names }: OpenCase, { letter, about }: About): LetterFacts['errand'] {
  if (letter === transfer) return transferFacts(of)
  const section = of.cooperations.find(({ id }) => id === about)
  if (section) return { to: names[section.sectionId] ?? '', asks: section.question, by: section.by }
  const asked = of.consultations.find(({ id, party }) => id === about && party === 'other_organ')
  const organ = asked && parties.get(asked.partyId)
  return organ && { to: organ.name, asks: [asked.about, asked.why].join('；') }
}

/** To the organ a correction is forwarded to (条例41). */
const transfer = 'D16' satisfies LetterId

function transferFacts({ draft }: RequestCase): LetterFacts['errand'] {
  const organ = draft?.facts.organ_name
  if (draft?.decision !== 'record_forwarded' || !organ) return undefined
  return { to: organ, asks: decisionsBeside.record_correction.record_forwarded.asks.zh }
}

/** 条例44: what the applicant suggested, and what came of it. */
function suggestionFacts({ proposal, wanted }: RequestCase): LetterFacts['suggestion'] {
  if (proposal?.by !== 'applicant' || proposal.outcome === null) return undefined
  const { accepted, reason } = proposal.outcome
  return { on: proposal.on, information: wanted.title, adopted: accepted, result: reason }
}

/** How the letter it is about was brought to its reader, or is to be (D14). */
function serviceFacts(
  setup: Setup,
  { case: of, applicant, parties, names }: OpenCase,
  { about }: About,
): LetterFacts['service'] {
  const letter = of.letters.find(({ id }) => id === about)
  if (!letter) return undefined
  const { to, sent, served, number } = letter
  const reader = to === 'applicant' ? applicant : parties.get(to.partyId)
  const way = sent?.way ?? wayWanted(of, to)
  const places = { post: reader?.address, email: reader?.email, online: setup.agency.name, hand: undefined }
  const handler = of.place?.handlerId
  return defined({
    document: letterTitle(letter.letter).zh,
    number: number ?? '无',
    way: way ? serviceWays[way].zh : undefined,
    place: (way && places[way]) || undefined,
    server: handler ? names[handler] : undefined,
    postalNumber: sent?.trackingNumber ?? undefined,
    on: served?.on,
  })
}

/** Null where it is not for the case to say. */
function wayWanted({ wanted }: RequestCase, to: CaseLetter['to']): ServiceWay | null {
  const { route } = wanted
  return to === 'applicant' && Object.hasOwn(serviceWays, route) ? (route as ServiceWay) : null
}

function extensionFacts({ today, calendar }: Setup, { case: of, names }: OpenCase): LetterFacts['extension'] {
  const { extension } = of
  if (!extension?.outcome?.approved) return undefined
  const { days, reason, outcome } = extension
  const clockWith = (events: RequestCase['events']) => clockOfCase({ ...of, events }, today, calendar)
  // While it has not left: the day that its leaving today will make.
  const told = extensionToTell(of) ? [...of.events, { kind: 'extended', on: today, days } as const] : of.events
  const { due: newDue, provisional: newDueProvisional } = clockWith(told)
  const { due: oldDue } = clockWith(of.events.filter(({ kind }) => kind !== 'extended'))
  if (!newDue || !oldDue) return undefined
  return {
    ...{ oldDue, newDue, newDueProvisional, days, reason },
    approvedOn: outcome.on,
    approver: names[outcome.by] ?? '',
  }
}

function recordFacts({ case: of, papers, names }: OpenCase): Some {
  const search = of.searches.at(-1)
  return {
    search: search && {
      systems: search.systems.join('、'),
      words: search.keywords.join('、'),
      archives: search.archives || '未查阅',
      persons: search.persons,
      on: search.on,
      result: search.found ? '检索到相关信息' : '未检索到相关信息',
    },
    papers: papers.map(({ name, number, date, pages }) => defined({ name, number, date, pages })),
    proposal: of.draft ? `拟作出“${decisionInfo(of.draft.decision).label.zh}”的处理决定` : undefined,
    reviews: of.draft?.approvals.map(({ stage, opinion, by, on }) => ({
      step: reviewStages[stage].label.zh,
      ...{ opinion, on },
      person: names[by] ?? '',
    })),
  }
}
