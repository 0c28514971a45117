/** Where a code is to go, as somebody typed it. */
import type { Said } from '../../../domain/kernel/lang.ts'
import { done, type Result, refuse } from '../../../domain/kernel/result.ts'
import { maskPersonal, normalisePersonal } from '../../../domain/personal/personal.ts'
import { type AgencyKeys, matchKey, matchKeys, seal } from '../../../platform/crypto/seal.ts'
import { isMailAddress } from '../../../platform/mail/message.ts'
import { isMobile } from '../../../platform/sms/sender.ts'
import type { ContactWay } from '../account.ts'
import { citizenPlace } from '../sealed.ts'

export interface Contact {
  readonly way: ContactWay
  /** In its one way of writing. */
  readonly address: string
}

/** Refused where it is no address, or one no code can go to here. */
export function contactOf(typed: string, ways: readonly ContactWay[]): Result<Contact> {
  const contact = read(typed)
  if (contact === null) return refuse('bad_contact', unreadable[wordFor(ways)], 'contact')
  if (!ways.includes(contact.way)) return refuse('way_closed', closed[contact.way], 'contact')
  return done(contact)
}

function read(typed: string): Contact | null {
  const mail = normalisePersonal('email', typed)
  if (mail.includes('@')) return isMailAddress(mail) ? { way: 'mail', address: mail } : null
  const phone = normalisePersonal('phone', typed)
  return isMobile(phone) ? { way: 'sms', address: phone } : null
}

const kindOf = (way: ContactWay) => (way === 'mail' ? 'email' : 'phone')

export function maskOf({ way, address }: Contact): string {
  return maskPersonal(kindOf(way), address)
}

const matchOf = (keys: AgencyKeys, { way, address }: Contact) =>
  [keys, `citizen_${way}`, normalisePersonal(kindOf(way), address)] as const

/** Under which hashes the account of an address may stand. */
export function matchesOf(keys: AgencyKeys, contact: Contact): readonly string[] {
  return matchKeys(...matchOf(keys, contact))
}

/** What an account keeps of an address: sealed, masked, and by keyed hash. */
export function keptContact(keys: AgencyKeys, id: string, contact: Contact) {
  return {
    way: contact.way,
    contact: seal(keys, citizenPlace(id), contact.address),
    contactMask: maskOf(contact),
    contactMatch: matchKey(...matchOf(keys, contact)),
  }
}

type Ways = 'both' | ContactWay

export function wordFor(ways: readonly ContactWay[]): Ways {
  if (!ways.includes('sms')) return 'mail'
  return ways.includes('mail') ? 'both' : 'sms'
}

const unreadable: Readonly<Record<Ways, Said>> = {
  both: {
    zh: '请填写完整的电子邮箱，或者 11 位手机号码',
    en: 'Give a whole e-mail address, or a mobile number of eleven digits',
  },
  mail: { zh: '请填写完整的电子邮箱，例如 name@example.com', en: 'Give a whole e-mail address: name@example.com' },
  sms: { zh: '请填写 11 位手机号码', en: 'Give a mobile number of eleven digits' },
}

const closed: Readonly<Record<ContactWay, Said>> = {
  mail: { zh: '本站没有接通邮件，请填写手机号码', en: 'This site sends no mail; give a mobile number' },
  sms: { zh: '本站没有接通短信，请填写电子邮箱', en: 'This site sends no text messages; give an e-mail address' },
}
