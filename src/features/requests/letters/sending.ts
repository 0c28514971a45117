/**
 * Letters that leave electronically: put aside until they can no longer be recalled, then sent, and entered as sent and
 * served only once the sender has something to show for it.
 */
import { z } from 'zod'
import type { Said } from '../../../domain/kernel/lang.ts'
import type { Refusal, Result } from '../../../domain/kernel/result.ts'
import { mayServeOnline } from '../../../domain/letter/remedy.ts'
import { office } from '../../../domain/request/act-rule.ts'
import type { ActActor } from '../../../domain/request/inputs.ts'
import { type ElectronicWay, electronicWays } from '../../../domain/request/service-ways.ts'
import { notify, sendTo } from '../../../kit/notify.ts'
import { sendingTask } from '../../../kit/outgoing.ts'
import { record } from '../../../kit/record.ts'
import type { Entry } from '../../../kit/routes.ts'
import type { Services } from '../../../kit/services.ts'
import type { Mailer } from '../../../platform/mail/message.ts'
import { addJob } from '../../../platform/record/jobs.ts'
import { type Enter, enqueueAgain, type Send } from '../../../platform/record/outbox.ts'
import { performAct } from '../actions/perform-act.ts'
import { type Call, type Setup, setupOf } from '../actions/setup.ts'
import { triedAct } from '../actions/tried.ts'
import type { ActBody } from '../contract/acts.ts'
import { openApplicant, openParty } from '../sealed.ts'
import { letterById } from '../store/letters.ts'
import { partiesOf } from '../store/parties.ts'
import { holdRequest, type KeptRequest } from '../store/requests.ts'
import { subjectOf } from '../store/timeline.ts'
import { fileOfLetter, issuedLetter } from './files.ts'
import { messageId } from './leaving.ts'
import { waitsForSignature } from './signing.ts'
import { letterTitle } from './titles.ts'

type Sending = ActBody<'sendLetter'>

/** Puts it aside; what the law has against sending it so is told at once. */
export async function putAside(
  call: Call,
  setup: Setup,
  kept: KeptRequest,
  body: Sending,
  actor: ActActor,
): Promise<Result<Entry>> {
  const { agencyId, id } = kept.case
  const tried = triedAct(call, setup, kept.case, { act: 'sendLetter', body, actor })
  if (!tried.ok) return tried
  const to = await addressOf(call, setup, kept, body)
  if (to === null) return { ok: false, refusal: noAddress }
  const row = await letterById(call.tx, agencyId, id, body.letterId)
  const letter = row && issuedLetter(setup, row)
  if (letter && !mayServeOnline(letter)) return { ok: false, refusal: noOnlineReview }
  const due = row?.recallUntil && row.recallUntil > call.now ? row.recallUntil : call.now
  const payload = { requestId: id, letterId: body.letterId, way: body.way }
  const message = {
    agencyId,
    id: messageId(body.letterId, body.way),
    kind: 'letter',
    subject: subjectOf(id),
    payload,
  }
  await enqueueAgain(call.tx, message, due)
  // At that moment, not when the outbox is looked through next: the day it is sent may be the last one.
  await addJob(call.tx, { task: sendingTask, runAt: due, key: `letter ${body.letterId}` })
  const data = { letterId: body.letterId, way: body.way, at: due.toISOString() }
  return { ok: true, value: { kind: 'requests.letterQueued', subject: subjectOf(id), data } }
}

const noAddress: Refusal = {
  code: 'no_address',
  says: {
    zh: '收件人没有留下电子邮箱，请另选送达方式',
    en: 'The addressee left no e-mail address; choose another way',
  },
  at: 'way',
}

const noOnlineReview: Refusal = {
  code: 'no_online_review',
  says: {
    zh: '文书没有载明提交行政复议申请的互联网渠道，不能电子送达（行政复议法第二十二条）；请邮寄或者当面送达，或者在设置中填写该网址，撤回文书后重新签发',
    en: 'The letter does not tell the online way to apply for reconsideration and cannot be served electronically (Administrative Reconsideration Law, art. 22); post it or hand it over, or set that address, recall the letter and issue it anew',
  },
  at: 'way',
}

/** Where the mail goes: to the applicant, or to whoever is consulted. Null where no address is known. */
async function addressOf(
  { tx }: Call,
  { keys }: Setup,
  { case: of, applicant }: KeptRequest,
  { letterId, way }: Pick<Sending, 'letterId' | 'way'>,
): Promise<string | null> {
  if (way !== 'email') return ''
  const to = of.letters.find(({ id }) => id === letterId)?.to ?? 'applicant'
  if (to === 'applicant') return openApplicant(keys, of.id, applicant).email || null
  const party = (await partiesOf(tx, of.agencyId, of.id)).find(({ id }) => id === to.partyId)
  return (party && openParty(keys, party.id, party.party).email) || null
}

const shape = z.object({ requestId: z.uuid(), letterId: z.uuid(), way: z.enum(electronicWays) })

/** What the sender needs; the mail goes out by the installation's own mailer. */
export type SendingServices = Services & { readonly mailer: Mailer }

/** Acts of the kind `letter`: how one goes out, and what follows once it has. */
export function letterSender(services: SendingServices): { readonly send: Send; readonly enter: Enter } {
  return {
    send: async ({ agencyId, id, payload }) => {
      const { requestId, letterId, way } = shape.parse(payload)
      const now = services.now()
      const parcel = await services.database.transaction({ agency: agencyId }, async tx => {
        const call = { tx, now, services }
        const kept = await holdRequest(tx, agencyId, requestId)
        const letter = kept?.case.letters.find(known => known.id === letterId)
        const isGone = !kept || !letter || (letter.state !== 'issued' && letter.state !== 'returned')
        return isGone ? null : parcelOf(call, await setupOf(call, agencyId), kept, { letterId, way })
      })
      // Recalled, or already entered by hand: nothing is to go out.
      if (!parcel) return { sent: false, why: 'not_to_send' }
      const evidence = way === 'email' ? await services.mailer.send({ id, at: now, ...parcel }) : { sent: true }
      return { ...evidence, way }
    },
    enter: async (tx, { agencyId, id, payload }, evidence) => {
      const { attempt, maybeBefore } = evidence
      const { requestId, letterId, way } = shape.parse(payload)
      const how = { message: id, attempt, ...(maybeBefore ? { maybeBefore } : {}) }
      const not = await enterSent({ tx, now: services.now(), services }, { agencyId, requestId, letterId, way, how })
      if (not === null) return evidence
      await tellNotEntered({ tx, now: services.now(), services }, { agencyId, requestId, letterId, way, how })
      return { ...evidence, notEntered: not }
    },
  }
}

interface Sent {
  readonly agencyId: string
  readonly requestId: string
  readonly letterId: string
  readonly way: ElectronicWay
  /** For the record: under which id it went out, at which attempt, and whether it may have gone out before. */
  readonly how: Readonly<Record<string, unknown>>
}

/** The letter as a mail, its PDF attached. */
async function parcelOf(call: Call, setup: Setup, kept: KeptRequest, sending: Pick<Sending, 'letterId' | 'way'>) {
  const { agency } = setup
  const { letterId } = sending
  const { agencyId, id, letters, number } = kept.case
  const letter = letters.find(one => one.id === letterId)
  const row = await letterById(call.tx, agencyId, id, letterId)
  if (row && waitsForSignature(row)) throw new Error(`letter ${letterId} waits for its signature`)
  const file = row && (await fileOfLetter(call, setup, row, 'pdf'))
  if (!file) throw new Error(`letter ${letterId} was not issued`)
  const title = letterTitle(letter?.letter ?? '').zh
  const about =
    letter?.to === 'applicant'
      ? `您的政府信息公开申请（受理号 ${number}）有文书送达，请见附件。`
      : `现就一件政府信息公开申请（受理号 ${number}）向您（贵单位）送达文书，请见附件。`
  return {
    to: (await addressOf(call, setup, kept, sending)) ?? '',
    subject: `${agency.name}：${title}（${number}）`,
    text: `${about}\n\n${agency.name}\n`,
    attachments: [{ name: file.name, type: 'application/pdf', content: Buffer.from(file.bytes) }],
  }
}

/**
 * Sent is served: electronic letters are there when they have left (送达函). Gives why it could not be entered, null
 * where it was: somebody has meanwhile entered it by hand.
 */
async function enterSent(call: Call, { agencyId, requestId, letterId, way, how }: Sent): Promise<string | null> {
  const kept = await holdRequest(call.tx, agencyId, requestId)
  if (!kept) return 'not_found'
  const setup = await setupOf(call, agencyId)
  const body = { letterId, on: setup.today, way, trackingNumber: null }
  const done = await performAct(call, setup, kept, { act: 'sendLetter', body, actor: { kind: 'system' } })
  if (!done.ok) return done.refusal.code
  const whose = { now: call.now, actor: 'job:letters', agencyId, kind: 'requests.sendLetter' }
  const [entered, ...more] = done.value.record
  const told = entered ? [{ ...entered, data: { ...entered.data, how } }, ...more] : more
  await record(call.tx, call.services, told, whose)
  await tellApplicant(call, setup, done.value.kept, letterId)
  return null
}

/** That it left stands in the case all the same, and whoever has the case in hand hears of it. */
async function tellNotEntered(call: Call, { agencyId, requestId, letterId, way, how }: Sent): Promise<void> {
  const { tx, now, services } = call
  const kept = await holdRequest(tx, agencyId, requestId)
  if (!kept) return
  const whose = { now, actor: 'job:letters', agencyId, kind: 'requests.letterNotEntered' }
  await record(tx, services, [{ subject: subjectOf(requestId), data: { letterId, way, how } }], whose)
  const { number, place } = kept.case
  await notify(tx, services, {
    agencyId,
    to: { ...(place?.handlerId && { accounts: [place.handlerId] }), roles: [...office] },
    kind: 'work.letter',
    title: {
      zh: `申请 ${number} 的一件文书已经发出，但未能登记，请核对`,
      en: `A letter on request ${number} has left but could not be entered; check it`,
    },
    link: `/console/requests/${requestId}`,
    at: now,
    key: `not entered ${letterId} ${way}`,
  })
}

const toldOf = {
  post: (number: string) => ({ zh: `申请 ${number} 有文书寄出`, en: `A letter on request ${number} was posted` }),
  hand: (number: string) => ({
    zh: `申请 ${number} 有文书当面送达`,
    en: `A letter on request ${number} was handed over`,
  }),
  online: (number: string) => ({ zh: `申请 ${number} 有文书送达`, en: `A letter on request ${number} was served` }),
  email: (number: string) => ({ zh: `申请 ${number} 有文书送达`, en: `A letter on request ${number} was served` }),
} as const satisfies Readonly<Record<Sending['way'], (number: string) => Said>>

/**
 * Tells the applicant of a letter that left for them, by the mail and telephone they gave. No word of what it says: mail
 * and SMS pass through many hands.
 */
export async function tellApplicant(
  { tx, now, services }: Call,
  { keys }: Setup,
  { case: of, applicant }: KeptRequest,
  letterId: string,
): Promise<void> {
  const { agencyId, id, number, letters } = of
  const letter = letters.find(one => one.id === letterId)
  if (letter?.to !== 'applicant' || !letter.sent) return
  const { email, phone } = openApplicant(keys, id, applicant)
  await sendTo(tx, services, {
    ...{ agencyId, subject: subjectOf(id), mail: email, phone, at: now },
    title: toldOf[letter.sent.way](number),
    body: {
      zh: `请凭受理号和查询码查看：${services.publicUrl}`,
      en: `Read it with your number and code: ${services.publicUrl}`,
    },
    // One that came back and goes out again is another sending; its service is not.
    key: `letter ${letterId} ${letter.sent.way} ${letter.sent.on}`,
  })
}
