/** A request handed in online: checked, kept under a number and a code, with the receipt whose code is shown for minutes. */
import type { LocalDate } from '../../../domain/kernel/date.ts'
import type { Said } from '../../../domain/kernel/lang.ts'
import { done, type Refusal, refuse } from '../../../domain/kernel/result.ts'
import { clockOfCase } from '../../../domain/request/case-clock.ts'
import { newCase } from '../../../domain/request/new-case.ts'
import { notify } from '../../../kit/notify.ts'
import { badInput } from '../../../kit/problem.ts'
import type { Entry } from '../../../kit/routes.ts'
import { applicantKinds } from '../../../law/applicants.ts'
import { channels } from '../../../law/channels.ts'
import { newCode } from '../../../platform/crypto/codes.ts'
import { fingerprint } from '../../../platform/crypto/fingerprint.ts'
import { applicantTroubles, needTroubles, wayTroubles } from '../actions/identity.ts'
import { requestNumber } from '../actions/numbers.ts'
import { enter } from '../actions/register.ts'
import { type Call, type Setup, setupOf } from '../actions/setup.ts'
import type { Application, CitizenOrigin, CitizenResult, Receipt, Sending, SentApplication } from '../citizen.ts'
import { applicationTyped } from '../contract/citizen.ts'
import { openApplicant } from '../sealed.ts'
import type { KeptRequest } from '../store/requests.ts'
import { oneAtATime, requestById } from '../store/requests.ts'
import { subjectOf } from '../store/timeline.ts'
import { alreadySent, idOfDraft, markSent, sentMark } from './drafts.ts'

export interface Applied {
  readonly receipt: Receipt
  readonly record: readonly Entry[]
}

/**
 * `key`: the same for a repeated sending, which gives the same receipt again. `sending`: by what a form of the portal is told to
 * be sent a second time; another sending of the same form is refused as `already_sent`. `accountId`: whose it is to be.
 */
export async function apply(
  call: Call,
  agencyId: string,
  application: Application,
  { key, sending = null, accountId = null }: Pick<CitizenOrigin, 'key' | 'sending' | 'accountId'>,
): Promise<CitizenResult<Applied>> {
  const id = idOfDraft(agencyId, key)
  const code = codeFor(call, agencyId, key)
  const setup = await setupOf(call, agencyId)
  await oneAtATime(call.tx, id)
  const before = await requestById(call.tx, agencyId, id)
  if (before) {
    const again = sending === null || (await sentMark(call, agencyId, key, sending))?.same
    return again ? done({ receipt: receiptOf(setup, before, code), record: [] }) : refuse('already_sent', alreadySent)
  }
  const [first, ...more] = troublesOf(setup, application)
  if (first) return { ok: false, refusal: first, all: [first, ...more] }
  const made = begun(setup, application, id)
  if (!made.ok) return made
  const number = await requestNumber(call.tx, setup)
  const papers = application.papers.map((paper, n) => ({ ...paper, at: `papers.${n}.file` }))
  const { applicant } = application
  const by = { kind: 'applicant' } as const
  const entering = { case: { ...made.value, number }, applicant, papers, by, code, accountId }
  const { kept } = await enter(call, setup, entering)
  await tellOffice(call, kept)
  if (sending !== null) await markSent(call, agencyId, key, sending)
  const { kind, channel, receivedOn } = kept.case
  const data = { number, channel, kind, on: receivedOn, papers: papers.length }
  const entry = { kind: 'requests.apply', subject: subjectOf(id), data }
  return done({ receipt: receiptOf(setup, kept, code), record: [entry] })
}

/** What a form that was sent became, as it stands now; the code only for the same sending, soon after it. */
export async function sentApplication(
  call: Call,
  agencyId: string,
  name: string,
  sending: Sending,
): Promise<SentApplication | null> {
  const mark = await sentMark(call, agencyId, name, sending)
  const kept = mark && (await requestById(call.tx, agencyId, idOfDraft(agencyId, name)))
  if (!kept) return null
  const setup = await setupOf(call, agencyId)
  const receipt = receiptOf(setup, kept, codeFor(call, agencyId, name))
  const { agent } = openApplicant(setup.keys, kept.case.id, kept.applicant)
  return {
    receipt: { ...receipt, queryCode: mark.same ? receipt.queryCode : null },
    sort: applicantKinds[kept.case.applicantKind].organisation ? 'organisation' : 'citizen',
    agent: agent !== null,
    owned: kept.accountId !== null,
  }
}

/** The same for the same sending: whoever sends a form twice is shown the same receipt, and nothing is kept to do so. */
function codeFor({ services }: Call, agencyId: string, key: string): string {
  const bytes = Buffer.from(fingerprint(services.keys.masters, 'query code', [agencyId, key]), 'hex')
  return newCode(count => bytes.subarray(0, count))
}

function begun({ agency, settings, today }: Setup, { kind, applicant, wanted }: Application, id: string) {
  const confirmed = settings['request.receiptConfirms']
    ? ({ on: today, method: 'e_receipt', evidence: '电子回执' } as const)
    : null
  const given = { agencyId: agency.id, id, number: '', kind, applicantKind: applicant.kind, wanted, confirmed }
  const days = { submittedOn: today, arrivedOn: today, note: null, onTheSpot: false }
  return newCase({ ...given, ...days, channel: 'online' }, { today, actor: { kind: 'applicant' } })
}

/** Everything at fault, each at its field as the form names it. */
function troublesOf({ settings }: Setup, application: Application): readonly Refusal[] {
  if (!settings['channel.online']) return [refuse('channel_closed', closed).refusal]
  const { kind, applicant, wanted } = application
  const typed = { kind, applicant, wanted }
  if (!applicationTyped.safeParse(typed).success) {
    const { errors = [] } = badInput('body', applicationTyped, typed).body
    return errors.map(({ at, says }) => ({ code: 'bad_input', says, at: at.replace(/^body\./, '') }))
  }
  return [...applicantTroubles(applicant), ...wayTroubles(wanted), ...needTroubles(wanted, applicant)]
}

async function tellOffice({ tx, services, now }: Call, { case: of }: KeptRequest): Promise<void> {
  await notify(tx, services, {
    agencyId: of.agencyId,
    to: { roles: ['handler', 'office_head'] },
    kind: 'work.request',
    title: { zh: `收到网上申请 ${of.number}`, en: `Request ${of.number} came in online` },
    link: `/console/requests/${of.id}`,
    at: now,
    key: `request:${of.id}`,
  })
}

/** What the applicant is told: the number, the code, the day of receipt and the day it is due, or what is still needed. */
function receiptOf({ today, calendar }: Setup, { case: of, createdAt }: KeptRequest, queryCode: string): Receipt {
  const { receivedOn } = of
  const { due, provisional } = clockOfCase(of, today, calendar)
  return {
    number: of.number,
    queryCode,
    kind: of.kind,
    title: of.wanted.title,
    submittedAt: createdAt.toISOString(),
    receivedOn,
    stillNeeded: receivedOn === null ? stillNeeded : null,
    due,
    provisional,
    why: whyDue(receivedOn, due),
  }
}

function whyDue(receivedOn: LocalDate | null, due: LocalDate | null): Said {
  const { label } = channels.online
  if (receivedOn === null || due === null) {
    return {
      zh: `${label.zh}渠道提交的，以双方确认之日为收到申请之日（条例第三十一条）；确认之后开始计算答复期限。`,
      en: `Handed in ${label.en.toLowerCase()}, it is received on the day both sides confirm (art. 31); the period to answer begins then.`,
    }
  }
  return {
    zh: `本回执即为双方确认，收到申请之日为 ${receivedOn}；自次日起二十个工作日内答复，至 ${due} 届满（条例第三十一条、第三十三条）。`,
    en: `This receipt is the mutual confirmation: received on ${receivedOn}, to be answered within twenty working days, by ${due} (art. 31, 33).`,
  }
}

const stillNeeded: Said = {
  zh: '工作机构将与您联系，确认收到申请的日期；请保持电话畅通。',
  en: 'The office will contact you to confirm the day of receipt; please keep your telephone at hand.',
}

const closed: Said = {
  zh: '本机关没有开通网上申请，请当面、邮寄或者按指南写明的其他方式提交',
  en: 'This agency takes no requests online; hand it in, post it, or use another way the guide names',
}
