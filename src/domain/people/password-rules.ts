/** What a password must be (等保 8.1.4.1 a: complex, changed regularly). How it is stored is another matter. */
import { DAY, type Instant } from '../kernel/instant.ts'
import type { Said } from '../kernel/lang.ts'
import { type Refusal, refuse } from '../kernel/result.ts'

/** Lengths in characters. */
export interface PasswordRules {
  readonly shortest: number
  /** How many of the four kinds (capital, small letter, digit, other sign) a short one must have. */
  readonly kinds: number
  /** From this length on any kind will do. */
  readonly longEnough: number
  readonly longest: number
  /** Least number of different characters. */
  readonly different: number
  /** How many former passwords may not come again. */
  readonly history: number
  /** Days until it must be changed; null for never. */
  readonly days: number | null
}

export const defaultPasswordRules: PasswordRules = {
  shortest: 10,
  kinds: 3,
  longEnough: 16,
  longest: 128,
  different: 6,
  history: 5,
  days: 90,
}

/**
 * How far an agency may bend them (等保 8.1.4.1 a at level 3). The standard gives no numbers; these are what its
 * assessments commonly ask for (UNVERIFIED).
 */
export const passwordLimits = {
  shortest: { least: 8, most: 20 },
  kinds: { least: 3, most: 4 },
  history: { least: 5, most: 12 },
  days: { least: 30, most: 90 },
} as const

/** The strictest of several sets: who works for two agencies keeps the rules of both. */
export function strictest(all: readonly PasswordRules[]): PasswordRules {
  const [first = defaultPasswordRules, ...rest] = all
  const days = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b))
  return rest.reduce(
    (one, other) => ({
      shortest: Math.max(one.shortest, other.shortest),
      kinds: Math.max(one.kinds, other.kinds),
      longEnough: Math.max(one.longEnough, other.longEnough),
      longest: Math.min(one.longest, other.longest),
      different: Math.max(one.different, other.different),
      history: Math.max(one.history, other.history),
      days: days(one.days, other.days),
    }),
    first,
  )
}

/** Bare of digits and signs, and of letters written as digits: what people take when told to add a digit. */
const common = [
  'password passwd admin administrator root guest welcome letmein iloveyou changeme default test user login secret',
  'qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc abc abcd abcdef abcabc',
  'woaini zhongguo beijing zhengfu gongkai xinxi dangwei jiaoyu huawei',
].flatMap(line => line.split(' '))

const looksLike: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
}
const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb']

interface Candidate {
  /** Full-width letters of an input method count as what they look like, as they do when it is checked. */
  readonly password: string
  readonly length: number
  readonly login: string
  readonly rules: PasswordRules
}

interface Check {
  readonly code: string
  readonly fails: (candidate: Candidate) => boolean
  readonly says: (candidate: Candidate) => Said
}

const checks: readonly Check[] = [
  {
    code: 'password_short',
    fails: ({ length, rules }) => length < rules.shortest,
    says: ({ length, rules }) => ({
      zh: `密码至少 ${rules.shortest} 位，现有 ${length} 位`,
      en: `At least ${rules.shortest} characters; there are ${length}`,
    }),
  },
  {
    code: 'password_long',
    fails: ({ length, rules }) => length > rules.longest,
    says: ({ rules }) => ({ zh: `密码最多 ${rules.longest} 位`, en: `At most ${rules.longest} characters` }),
  },
  {
    code: 'password_kinds',
    fails: ({ password, length, rules }) => length < rules.longEnough && kindsOf(password) < rules.kinds,
    says: ({ rules }) => ({
      zh: `大写字母、小写字母、数字、其他符号四类中至少用 ${rules.kinds} 类，或者写到 ${rules.longEnough} 位以上`,
      en: `Use ${rules.kinds} of capitals, small letters, digits and other signs, or write ${rules.longEnough} characters or more`,
    }),
  },
  {
    code: 'password_same',
    fails: ({ password, rules }) => new Set(password.toLowerCase()).size < rules.different,
    says: ({ rules }) => ({
      zh: `重复的字符太多，至少要有 ${rules.different} 个不同的字符`,
      en: `Use at least ${rules.different} different characters`,
    }),
  },
  {
    code: 'password_login',
    fails: ({ password, login }) => holdsLogin(password, login),
    says: () => ({ zh: '密码里不能含有登录名', en: 'The password must not contain the login name' }),
  },
  {
    code: 'password_common',
    fails: ({ password }) => isCommon(password),
    says: () => ({
      zh: '这是常见的密码，容易被猜中，请换一个',
      en: 'This password is a common one and easily guessed; take another',
    }),
  },
]

/** All that is wrong with a password, so that everything can be mended at once; empty when it may be used. */
export function passwordTroubles(
  typed: string,
  login: string,
  rules: PasswordRules = defaultPasswordRules,
): readonly Refusal[] {
  const password = typed.normalize('NFKC')
  const candidate = { password, length: Array.from(password).length, login, rules }
  return checks
    .filter(check => check.fails(candidate))
    .map(check => refuse(check.code, check.says(candidate), 'password').refusal)
}

/** The refusal of a password among the last ones; which they are only the hashes can tell. */
export function usedBefore(rules: PasswordRules = defaultPasswordRules): Refusal {
  const says = {
    zh: `不能与最近 ${rules.history} 次用过的密码相同，请换一个`,
    en: `It is one of your last ${rules.history} passwords; take another`,
  }
  return refuse('password_used', says, 'password').refusal
}

/** Whether a password set at that moment must be changed by now. */
export function passwordExpired(setAt: Instant, now: Instant, rules: PasswordRules = defaultPasswordRules): boolean {
  return rules.days !== null && now - setAt >= rules.days * DAY
}

function kindsOf(password: string): number {
  const others = /[^A-Za-z0-9]/
  return [/[A-Z]/, /[a-z]/, /[0-9]/, others].filter(kind => kind.test(password)).length
}

/** A login of one or two signs would stand in every other password. */
function holdsLogin(password: string, login: string): boolean {
  const name = login.normalize('NFKC').toLowerCase()
  const text = password.toLowerCase()
  return name.length >= 3 && (text.includes(name) || text.includes(Array.from(name).reverse().join('')))
}

function isCommon(password: string): boolean {
  const text = password.toLowerCase()
  // A year behind a word is no letter of it: ends are cut before digits are taken for letters.
  const word = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const asLetters = (sign: string) => looksLike[sign] ?? sign
  const bare = [text, Array.from(word, asLetters).join(''), Array.from(text, asLetters).join('')]
  return bare.some(form => common.includes(form.replace(/[^\p{L}]/gu, ''))) || leftOfRows(text) < 4
}

/** How many signs are left when runs along the keyboard, the alphabet or the digits are taken out. */
function leftOfRows(text: string): number {
  const runs = rows.flatMap(row => [row, Array.from(row).reverse().join('')])
  let left = 0
  for (let at = 0; at < text.length; ) {
    const run = Math.max(...runs.map(row => longestRun(text.slice(at), row)))
    if (run < 3) left += 1
    at += run < 3 ? 1 : run
  }
  return left
}

function longestRun(text: string, row: string): number {
  for (let length = Math.min(text.length, row.length); length >= 3; length--) {
    if (row.includes(text.slice(0, length))) return length
  }
  return 0
}
