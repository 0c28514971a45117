/** Personal data that are numbers: identity numbers, cards, telephones. */
import { parseCreditCode } from '../../agency/credit-code.ts'
import { parseRegionCode } from '../../agency/region.ts'
import { parseIdentityNumber } from '../identity-number.ts'
import type { Confidence, Trace } from './kinds.ts'
import { boundedWindows, type DigitRun, digitRuns, fitsLuhn, type Window, windowAt } from './numbers.ts'

/** How far before a number a word that names it is looked for. */
const nearby = 14

/** Whether a word of the pattern stands shortly before the place. */
function isNamed(text: string, start: number, words: RegExp): boolean {
  return words.test(text.slice(Math.max(0, start - nearby), start))
}

const identityWords = /身份|证件|证号|公民号码|ID/i
/** First digits of residence permits that are numbered alike: 83 for people from Taiwan, 9 for foreigners. */
const permits = /^(?:83|9)/

/** Wherever eighteen signs pass the check, be they within a longer number; fifteen digits only by themselves. */
export function identityNumbers(text: string): Trace[] {
  return digitRuns(text, 15).flatMap(run => [...eighteens(run), ...fifteens(run, text)])
}

function eighteens(run: DigitRun): Trace[] {
  const found: Trace[] = []
  for (let from = 0; from + 18 <= run.digits.length; from++) {
    const window = windowAt(run, from, 18)
    if (window !== undefined && isIdentityNumber(window.digits))
      found.push(identity(window, identityConfidence(window)))
  }
  return found
}

function isIdentityNumber(digits: string): boolean {
  return (permits.test(digits) || parseRegionCode(digits.slice(0, 2)).ok) && parseIdentityNumber(digits).ok
}

/** An all-digit credit code may by chance be a right identity number too: then a person has to look. */
function identityConfidence({ digits, bounded }: Window): Confidence {
  if (parseCreditCode(digits).ok) return 'possible'
  return bounded ? 'certain' : 'likely'
}

function fifteens(run: DigitRun, text: string): Trace[] {
  return boundedWindows(run, [15]).flatMap(window => {
    if (!isIdentityNumber(window.digits)) return []
    return [identity(window, isNamed(text, window.start, identityWords) ? 'certain' : 'possible')]
  })
}

function identity({ start, end }: Window, confidence: Confidence): Trace {
  return { kind: 'identity_number', start, end, confidence }
}

const cardWords = /卡号|银行卡|账号|账户|储蓄|信用卡|开户|工资卡|社保卡/
/** First digits of UnionPay cards, and of the cards of other systems. */
const unionPay = /^(?:62|81)/
const otherCards = /^(?:4|5[1-5]|2[2-7]|35|3[0689]|60|65|9[0-9])/

export function bankCards(text: string): Trace[] {
  return digitRuns(text, 16).flatMap(run =>
    boundedWindows(run, [16, 17, 18, 19]).flatMap(window => {
      const named = isNamed(text, window.start, cardWords)
      if (!fitsLuhn(window.digits) || !(named || unionPay.test(window.digits) || otherCards.test(window.digits))) {
        return []
      }
      const confidence = named ? 'certain' : unionPay.test(window.digits) ? 'likely' : 'possible'
      return [{ kind: 'bank_card', start: window.start, end: window.end, confidence }]
    }),
  )
}

const mobile = /^1[3-9]\d{9}$/
/** What may stand before a mobile number: the country's code, a zero. */
const prefixes = ['', '86', '0086', '0']

/** What follows an amount of money and no telephone number. */
const amount = /^(?:\.[0-9]{1,2}(?![0-9])| {0,2}[万亿]?元)/

export function mobiles(text: string): Trace[] {
  return digitRuns(text, 11).flatMap(run =>
    boundedWindows(run, [11, 12, 13, 15]).flatMap(window => {
      const prefix = prefixes.find(
        each => window.digits.startsWith(each) && mobile.test(window.digits.slice(each.length)),
      )
      if (prefix === undefined || amount.test(text.slice(window.end, window.end + 6))) return []
      return [{ kind: 'mobile', start: window.start, end: window.end, confidence: 'likely' }]
    }),
  )
}

const withAreaCode =
  /(?<![0-9A-Za-z-])(?:\(?0(?:10|2[0-9]|[3-9][0-9]{2})\)?[ -]{0,2})[2-9][0-9]{2,3}[ -]?[0-9]{4}(?:\s?(?:转|-)\s?[0-9]{1,6})?(?![0-9-])/g
const afterWord =
  /((?:电话|宅电|座机|传真|tel|fax)(?:号码)?[ :]{0,3})([2-9][0-9]{2,3}[ -]?[0-9]{4})(?:\s?(?:转|-)\s?[0-9]{1,6})?(?![0-9])/gi

export function landlines(text: string): Trace[] {
  const full = [...text.matchAll(withAreaCode)].map(
    ({ 0: { length }, index }): Trace => ({
      kind: 'landline',
      start: index,
      end: index + length,
      confidence: 'likely',
    }),
  )
  const short = [...text.matchAll(afterWord)].map(({ 0: whole, 1: word = '', index }): Trace => {
    return { kind: 'landline', start: index + word.length, end: index + whole.length, confidence: 'possible' }
  })
  return [...full, ...short]
}
