/**
 * Telling people: staff in the console and as each has chosen, people without an account by mail or SMS. All in the
 * transaction of what is told, so that nothing is told that did not happen, and once for each key and person.
 */
import { eq } from 'drizzle-orm'
import type { Said } from '../domain/kernel/lang.ts'
import { type NoticeKind, type NoticeWay, noticeChoices, noticeGroupOf } from '../domain/people/notices.ts'
import type { RoleId } from '../domain/people/roles.ts'
import { type AgencyKeys, unseal } from '../platform/crypto/seal.ts'
import type { Tx } from '../platform/db/connect.ts'
import { uuid7, uuidOf } from '../platform/db/uuid7.ts'
import { isMailAddress } from '../platform/mail/message.ts'
import { isMobile } from '../platform/sms/sender.ts'
import { agencyKeys } from './keys.ts'
import { emptyOutgoing, type Outgoing, sendLater } from './outgoing.ts'
import { allowedWays } from './quiet.ts'
import { agency } from './schema/agencies.ts'
import { notification } from './schema/desk.ts'
import type { Services } from './services.ts'
import { settingsOf } from './settings.ts'
import { phonePlace, type Staff, staffOf } from './staff.ts'

/** What telling needs of the services. */
export type Telling = Pick<Services, 'keys' | 'random' | 'publicUrl'>

/** Those named, and those who hold one of the roles, their own or handed over; nobody who has left. */
export interface Recipients {
  readonly accounts?: readonly string[]
  readonly roles?: readonly RoleId[]
  /** Only role holders of this section; of all where left out or null. */
  readonly sectionId?: string | null
  /** Not these: who did it need not be told. */
  readonly except?: readonly string[]
}

export interface Notice {
  readonly agencyId: string
  readonly to: Recipients
  readonly kind: NoticeKind
  /** No personal data: it also goes out by mail and SMS. */
  readonly title: Said
  readonly body?: Said
  /** Below the site's root: `/console/…`. */
  readonly link: string
  readonly at: Date
  /** With one, each person is told once, however often this runs: `document:018f…:3`. */
  readonly key?: string
}

/** Tells staff of an agency. Gives how many were told now. */
export async function notify(tx: Tx, services: Telling, notice: Notice): Promise<number> {
  const people = (await staffOf(tx, notice.agencyId, notice.at)).filter(person => isMeant(person, notice.to))
  const meant = people
    .map(person => ({ id: idFor(services, notice, person), person, ways: waysOf(notice, person) }))
    .filter(({ ways }) => ways.length > 0)
  const told = await writeDown(tx, notice, meant)
  const outside = told.filter(({ ways }) => ways.includes('mail') || ways.includes('sms'))
  if (outside.length > 0) await sendAll(tx, services, notice, outside)
  return told.length
}

function waysOf({ kind }: Notice, { notices }: Staff): readonly NoticeWay[] {
  return noticeChoices(notices)[noticeGroupOf(kind)]
}

interface Told {
  readonly id: string
  readonly person: Staff
  readonly ways: readonly NoticeWay[]
}

function isMeant({ accountId, sectionId, roles }: Staff, to: Recipients): boolean {
  if (to.except?.includes(accountId)) return false
  if (to.accounts?.includes(accountId)) return true
  if (to.sectionId !== undefined && to.sectionId !== null && to.sectionId !== sectionId) return false
  return roles.some(({ role }) => to.roles?.includes(role))
}

function idFor({ random }: Telling, { agencyId, kind, key, at }: Notice, { accountId }: Staff): string {
  return key === undefined ? uuid7(at.getTime(), random) : uuidOf('notice', agencyId, kind, key, accountId)
}

/** In the console. Gives those it was not there for yet. */
async function writeDown(tx: Tx, notice: Notice, meant: readonly Told[]): Promise<readonly Told[]> {
  if (meant.length === 0) return []
  const { agencyId, kind, title, body = null, link, at } = notice
  const rows = meant.map(({ id, person: { accountId } }) => ({ agencyId, id, accountId, kind, title, body, link, at }))
  const written = await tx.insert(notification).values(rows).onConflictDoNothing().returning({ id: notification.id })
  const ids = new Set(written.map(({ id }) => id))
  return meant.filter(({ id }) => ids.has(id))
}

async function sendAll(tx: Tx, services: Telling, notice: Notice, told: readonly Told[]): Promise<void> {
  const { agencyId, title, body, link, at } = notice
  const sending = await sendingOf(tx, services, agencyId, at)
  const address = services.publicUrl + link
  for (const { id, person, ways } of told) {
    const to = reached(sending.keys, person, ways)
    await put(tx, sending, { agencyId, subject: `notification:${id}`, ids: idsOf(id), to, title, body, address })
  }
}

function reached(keys: AgencyKeys, { accountId, email, phone }: Staff, ways: readonly NoticeWay[]): Reached {
  const number = phone !== null && ways.includes('sms') ? unseal(keys, phonePlace(accountId), phone) : null
  return { mail: ways.includes('mail') ? email : null, sms: number }
}

/** What goes to somebody without an account: an applicant, an agent. */
export interface Sending {
  readonly agencyId: string
  /** What it is about, as in the record: `request:…`. */
  readonly subject: string
  readonly mail?: string | null
  readonly phone?: string | null
  readonly title: Said
  readonly body: Said
  readonly at: Date
  /** With one, it goes out once, however often this runs. */
  readonly key?: string
  /** Whoever it goes to has just asked for it and waits: quiet hours do not hold it. */
  readonly awaited?: boolean
}

/** Sends to somebody without an account, by every way there is an address for. Gives the ways it goes by from now. */
export async function sendTo(tx: Tx, services: Telling, sending: Sending): Promise<readonly ('mail' | 'sms')[]> {
  const { agencyId, subject, mail = null, phone = null, title, body, at, key, awaited = false } = sending
  const base = key === undefined ? uuid7(at.getTime(), services.random) : sendingId({ agencyId, subject, key })
  const usual = await sendingOf(tx, services, agencyId, at)
  const how = awaited ? { ...usual, due: { mail: at, sms: at } } : usual
  return put(tx, how, { agencyId, subject, ids: idsOf(base), to: { mail, sms: phone }, title, body, spoken: true })
}

type Keyed = Pick<Sending, 'agencyId' | 'subject'> & { readonly key: string }

const sendingId = ({ agencyId, subject, key }: Keyed) => uuidOf('sending', agencyId, subject, key)

/** Forgets what a message of a key said, and sends it no more: that it went out, and when, stays. */
export async function forgetSending(tx: Tx, keyed: Keyed, now: Date): Promise<void> {
  await emptyOutgoing(tx, keyed.agencyId, Object.values(idsOf(sendingId(keyed))), now)
}

const idsOf = (id: string) => ({ mail: uuidOf('mail', id), sms: uuidOf('sms', id) })

/** How an agency sends: under its name, sealed by its keys, when it may. */
interface How {
  readonly keys: AgencyKeys
  readonly name: string
  readonly due: { readonly mail: Date; readonly sms: Date }
}

async function sendingOf(tx: Tx, { keys }: Telling, agencyId: string, at: Date): Promise<How> {
  const { shortName: name, regionCode: region } = agency
  const [from] = await tx.select({ name, region }).from(agency).where(eq(agency.id, agencyId))
  const settings = await settingsOf(tx, agencyId)
  const due = await allowedWays(tx, { settings, region: from?.region ?? null }, at)
  return { keys: await agencyKeys(tx, keys, agencyId), name: from?.name ?? '', due }
}

interface Reached {
  readonly mail: string | null
  readonly sms: string | null
}

interface Parcel {
  readonly agencyId: string
  readonly subject: string
  readonly ids: { readonly mail: string; readonly sms: string }
  readonly to: Reached
  readonly title: Said
  readonly body: Said | undefined
  /** Where more is to be read. */
  readonly address?: string
  /** Whether an SMS also says the body. */
  readonly spoken?: boolean
}

/** Only to what can be an address: a landline takes no SMS. */
async function put(tx: Tx, { keys, name, due }: How, parcel: Parcel): Promise<readonly ('mail' | 'sms')[]> {
  const { agencyId, subject, ids, to, title } = parcel
  const put: ('mail' | 'sms')[] = []
  const send = async (outgoing: Outgoing, dueAt: Date) => {
    if (await sendLater(tx, keys, outgoing, dueAt)) put.push(outgoing.kind)
  }
  if (to.mail !== null && isMailAddress(to.mail)) {
    const content = { to: to.mail, subject: plainLine(`〔${name}〕${title.zh}`), text: mailText(parcel) }
    await send({ agencyId, id: ids.mail, subject, kind: 'mail', content }, due.mail)
  }
  if (to.sms !== null && isMobile(plainNumber(to.sms))) {
    const content = { to: plainNumber(to.sms), text: smsText(name, parcel) }
    await send({ agencyId, id: ids.sms, subject, kind: 'sms', content }, due.sms)
  }
  return put
}

function mailText({ title, body, address }: Parcel): string {
  const inOne = (lang: 'zh' | 'en') => [title[lang], body?.[lang]].filter(part => part !== undefined).join('\n\n')
  return `${[inOne('zh'), inOne('en'), address].filter(part => part !== undefined).join('\n\n')}\n`
}

/** One language: it is paid for by length. */
function smsText(name: string, { title, body, spoken = false }: Parcel): string {
  return plainLine(
    [`${name}：${title.zh}`, spoken ? body?.zh : undefined].filter(part => part !== undefined).join('。'),
  )
}

function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

/** A number without its country and dashes. */
function plainNumber(number: string): string {
  return number.replace(/[\s-]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
}
