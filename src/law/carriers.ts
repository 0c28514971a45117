/**
 * Private carriers a decision must not be posted with: only the postal enterprise counts (函2016-235 §2).
 * The list knows those in common use by name and by how their numbers begin; it can never be whole.
 */

export interface PrivateCarrier {
  readonly name: string
  /** What its numbers begin with, before a digit; empty where they are digits alone. */
  readonly prefixes: readonly string[]
}

const privateCarriers: readonly PrivateCarrier[] = [
  { name: '顺丰', prefixes: ['SF'] },
  { name: '中通', prefixes: ['ZTO'] },
  { name: '圆通', prefixes: ['YT'] },
  { name: '申通', prefixes: ['STO'] },
  { name: '韵达', prefixes: ['YD'] },
  { name: '德邦', prefixes: ['DPK'] },
  { name: '京东', prefixes: ['JD'] },
  { name: '极兔', prefixes: ['JT'] },
]

/**
 * The private carrier a number is plainly of; undefined where it may be the postal enterprise's. A number in the form of
 * the Universal Postal Union, such as `SF123456789CN`, is the postal enterprise's whatever it begins with.
 */
export function privateCarrierOf(number: string): PrivateCarrier | undefined {
  const plain = number.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/gu, '')
  if (/^[A-Z]{2}\d{9}CN$/u.test(plain)) return undefined
  return privateCarriers.find(
    ({ name, prefixes }) =>
      plain.includes(name) ||
      prefixes.some(prefix => plain.startsWith(prefix) && /^[A-Z]{0,2}\d/u.test(plain.slice(prefix.length))),
  )
}
