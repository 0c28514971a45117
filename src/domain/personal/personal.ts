/**
 * Kinds of personal data (个保法28, 51; D§9.1): how each is shown to those who need not know it, and its one way of
 * writing, by which equal values are found.
 */
import type { Said } from '../kernel/lang.ts'
import { plainIdentityNumber } from './identity-number.ts'

export interface PersonalKind {
  readonly label: Said
  /** Enough to tell two people apart at a desk, too little to misuse. Never the whole of anything. */
  readonly mask: (value: string) => string
  readonly normalise: (value: string) => string
}

export const personalKinds = {
  identity_number: {
    label: { zh: '身份证号码', en: 'Identity number' },
    mask: value => ends(tight(value), 3, 4),
    normalise: plainIdentityNumber,
  },
  phone: {
    label: { zh: '电话', en: 'Telephone' },
    mask: value => ends(plainPhone(value), 3, 4, TWO_THIRDS),
    normalise: plainPhone,
  },
  bank_card: {
    label: { zh: '银行卡号', en: 'Bank card' },
    mask: value => ends(tight(value), 0, 4),
    normalise: value => tight(value).replaceAll('-', ''),
  },
  name: { label: { zh: '姓名', en: 'Name' }, mask: maskName, normalise: plainName },
  address: {
    label: { zh: '地址', en: 'Address' },
    mask: maskAddress,
    normalise: value => tight(value).toLowerCase(),
  },
  email: { label: { zh: '电子邮箱', en: 'E-mail' }, mask: maskEmail, normalise: value => tight(value).toLowerCase() },
} as const satisfies Readonly<Record<string, PersonalKind>>

export type PersonalKindId = keyof typeof personalKinds

/** The value with most of it hidden, as lists and pages show it. */
export function maskPersonal(kind: PersonalKindId, value: string): string {
  return personalKinds[kind].mask(value)
}

/** The value in its one way of writing; equal values of one person are then equal texts. */
export function normalisePersonal(kind: PersonalKindId, value: string): string {
  return personalKinds[kind].normalise(value)
}

const HIDDEN = '****'

/** A mobile number is customarily shown with seven of its eleven digits. */
const TWO_THIRDS = 2 / 3

/** The first and last signs, fewer when more than the part of it that may be seen would show. */
function ends(value: string, first: number, last: number, most = 1 / 2): string {
  const signs = Array.from(value)
  const share = Math.min(1, (signs.length * most) / (first + last))
  const [head, tail] = [Math.floor(first * share), Math.floor(last * share)]
  return signs.slice(0, head).join('') + HIDDEN + signs.slice(signs.length - tail).join('')
}

/** The first sign of the name, of each word in other scripts; a name of one sign is hidden whole. */
function maskName(value: string): string {
  const words = value.normalize('NFKC').trim().split(/\s+/)
  return words.map(word => (Array.from(word).length > 1 ? `${Array.from(word)[0]}**` : '**')).join(' ')
}

/** Down to the county, where one is named; then the street and the house are hidden. */
function maskAddress(value: string): string {
  const text = tight(value)
  const county = /^.{2,18}?(?:自治县|县|区|旗|市(?!.{0,8}[县区旗市]))/u.exec(text)?.[0]
  return county !== undefined && county.length < text.length ? county + HIDDEN : ends(text, 3, 0)
}

function maskEmail(value: string): string {
  const text = tight(value)
  const at = text.lastIndexOf('@')
  return at < 1 ? HIDDEN : ends(text.slice(0, at), 1, 0) + text.slice(at)
}

function tight(value: string): string {
  return value.normalize('NFKC').replace(/\s/g, '')
}

/** Digits with the extension kept apart: +86 and a leading 0 before a mobile number say nothing. */
function plainPhone(value: string): string {
  const digits = tight(value)
    .replace(/^(?:\+|00)86/, '')
    .replace(/(?:转|ext\.?|x)/i, '#')
    .replace(/[^\d#]/g, '')
  return digits.replace(/^0(?=1[3-9]\d{9}$)/, '')
}

/** Han names are written with or without spaces and with either middle dot; others keep one space between words. */
function plainName(value: string): string {
  const text = value
    .normalize('NFKC')
    .trim()
    .replace(/[•‧∙・·]/g, '·')
  return /\p{Script=Han}/u.test(text) ? text.replace(/\s/g, '') : text.replace(/\s+/g, ' ').toLowerCase()
}
