/** A closed value as text: `suite.key.bytes`. Suite and key are bound in, so that neither can be exchanged. */

import { Trouble } from '../trouble.ts'
import { type Random, systemRandom } from './random.ts'
import { type SuiteId, suites } from './suites.ts'

/** A box as it stands in a column, taken apart; nothing is authentic yet. */
export interface BoxHead {
  readonly suite: SuiteId
  /** Which key opens it: a version, or the name of a master key. */
  readonly key: string
}

export interface Closing extends BoxHead {
  readonly secret: Uint8Array
  readonly random?: Random
}

/** Closes bytes under a secret; `bound` is where they belong, part by part. */
export function closeBox(with_: Closing, bound: readonly string[], plain: Uint8Array): string {
  const suite = suites[with_.suite]
  const iv = Uint8Array.from((with_.random ?? systemRandom)(suite.ivBytes))
  const closed = suite.close(with_.secret, iv, boundBytes(with_, bound), plain)
  return `${with_.suite}.${with_.key}.${closed.toString('base64url')}`
}

/**
 * Opens a box with the secret that `secretOf` knows by the name of its key. Throws `Trouble`: `malformed`,
 * `unknown_suite`, `unknown_key`, `not_authentic`.
 */
export function openBox(
  box: string,
  bound: readonly string[],
  secretOf: (key: string) => Uint8Array | undefined,
): Buffer {
  const { head, bytes } = partsOf(box)
  const secret = secretOf(head.key)
  if (!secret) throw new Trouble({ code: 'unknown_key', ...unknownKey(head.key) })
  const plain = suites[head.suite].open(secret, boundBytes(head, bound), bytes)
  if (!plain) throw new Trouble({ code: 'not_authentic', ...notAuthentic(bound) })
  return plain
}

/** Which suite and key closed a box, without opening it. */
export function boxHead(box: string): BoxHead {
  return partsOf(box).head
}

function partsOf(box: string): { head: BoxHead; bytes: Buffer } {
  const [suite = '', key = '', text = '', ...more] = box.split('.')
  if (!Object.hasOwn(suites, suite)) throw new Trouble({ code: 'unknown_suite', ...unknownSuite(suite) })
  const bytes = Buffer.from(text, 'base64url')
  // Some last characters decode alike: only the one way of writing is taken, or a changed text could pass.
  if (more.length > 0 || key === '' || bytes.toString('base64url') !== text) {
    throw new Trouble({ code: 'malformed', ...malformed })
  }
  return { head: { suite: suite as SuiteId, key }, bytes }
}

/** JSON, so that the ends of the parts cannot shift. */
function boundBytes({ suite, key }: BoxHead, bound: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify([suite, key, ...bound]))
}

const malformed = {
  says: { zh: '密文格式不对，数据已损坏', en: 'A sealed value is damaged' },
  mend: { zh: '请从备份恢复该行', en: 'Restore the row from a backup' },
}
const unknownSuite = (suite: string) => ({
  says: {
    zh: `密文使用了本程序不认识的算法“${suite.slice(0, 40)}”`,
    en: `A sealed value names the suite "${suite.slice(0, 40)}", which this version does not know`,
  },
  mend: { zh: '请用较新的版本打开，或从备份恢复该行', en: 'Use a newer version, or restore the row from a backup' },
})
const unknownKey = (key: string) => ({
  says: { zh: `找不到密钥“${key.slice(0, 40)}”`, en: `The key "${key.slice(0, 40)}" is not there` },
  mend: {
    zh: '请把原来的主密钥放回密钥文件，或恢复数据密钥表',
    en: 'Put the former master key back into the key file, or restore the table of data keys',
  },
})
const notAuthentic = (bound: readonly string[]) => ({
  says: {
    zh: `密文与它所在的位置（${bound.join(' / ')}）不符：被改动、被移动，或密钥不对`,
    en: `A sealed value does not belong where it stands (${bound.join(' / ')}): changed, moved, or another key`,
  },
  mend: {
    zh: '请核对审计日志，并从备份恢复该行',
    en: 'Look into the record, and restore the row from a backup',
  },
})
