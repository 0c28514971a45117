/**
 * Personal data at rest (个保法51; D§9.1, D§9.4). A master key wraps the data keys of each agency; data keys seal
 * values. A sealed value opens only in its own place, and can be looked up by a keyed hash.
 */
import { Trouble } from '../trouble.ts'
import { boxHead, closeBox, openBox } from './box.ts'
import type { MasterKeys } from './master-key.ts'
import { type Random, systemRandom } from './random.ts'
import { type SuiteId, suiteIds, suites } from './suites.ts'

const KEY_BYTES = 32

/** seal: closes values. match: looks them up; it stays when the other is renewed, or every hash would change. */
type KeyPurpose = 'seal' | 'match'

/** A data key as stored: one row for each agency, purpose and version, from 1. */
export interface KeyRecord {
  readonly agencyId: string
  readonly purpose: KeyPurpose
  readonly version: number
  readonly wrapped: string
}

/** What keys are made with: the master keys, and the suite for what is closed from now on. */
export interface KeyMaker {
  readonly masters: MasterKeys
  readonly suite: SuiteId
  readonly random?: Random
}

/** The data keys of one agency, open, in memory only. */
export interface AgencyKeys {
  readonly agencyId: string
  readonly suite: SuiteId
  readonly current: Readonly<Record<KeyPurpose, number>>
  readonly secrets: Readonly<Record<KeyPurpose, ReadonlyMap<number, Uint8Array>>>
  readonly random: Random
}

/** Where a sealed value stands. */
export interface SealedPlace {
  readonly table: string
  readonly column: string
  readonly row: string
}

/** The first data keys of a new agency, to be stored. */
export function newAgencyKeys(agencyId: string, maker: KeyMaker): KeyRecord[] {
  return (['seal', 'match'] as const).map(purpose => newKey({ agencyId, purpose, version: 1 }, maker))
}

/** The next version of an agency's data key, to be stored beside the former ones. */
export function nextKey(
  records: readonly KeyRecord[],
  { agencyId, purpose }: Pick<KeyRecord, 'agencyId' | 'purpose'>,
  maker: KeyMaker,
): KeyRecord {
  const versions = records.filter(r => r.agencyId === agencyId && r.purpose === purpose).map(r => r.version)
  return newKey({ agencyId, purpose, version: Math.max(0, ...versions) + 1 }, maker)
}

function newKey(of: Omit<KeyRecord, 'wrapped'>, maker: KeyMaker): KeyRecord {
  return { ...of, wrapped: wrap(of, (maker.random ?? systemRandom)(KEY_BYTES), maker) }
}

function wrap(of: Omit<KeyRecord, 'wrapped'>, secret: Uint8Array, { masters, suite, random }: KeyMaker): string {
  const master = masters.secrets.get(masters.current)
  if (!master) throw new Error(`the current master key ${masters.current} is not among the master keys`)
  return closeBox({ suite, key: masters.current, secret: master, ...(random && { random }) }, keyPlace(of), secret)
}

/** The same data key under the current master key: sealed values stay as they are. Itself where nothing changes. */
export function rewrap(record: KeyRecord, maker: KeyMaker): KeyRecord {
  const head = boxHead(record.wrapped)
  if (head.key === maker.masters.current && head.suite === maker.suite) return record
  return { ...record, wrapped: wrap(record, unwrap(record, maker.masters), maker) }
}

function unwrap(record: KeyRecord, masters: MasterKeys): Uint8Array {
  return openBox(record.wrapped, keyPlace(record), name => masters.secrets.get(name))
}

function keyPlace({ agencyId, purpose, version }: Omit<KeyRecord, 'wrapped'>): string[] {
  return ['data_key', agencyId, purpose, String(version)]
}

/** Opens the data keys of one agency; the highest version of each closes. */
export function openKeys(agencyId: string, records: readonly KeyRecord[], maker: KeyMaker): AgencyKeys {
  const own = records.filter(r => r.agencyId === agencyId)
  const opened = (purpose: KeyPurpose) =>
    new Map(own.filter(r => r.purpose === purpose).map(r => [r.version, unwrap(r, maker.masters)]))
  const secrets = { seal: opened('seal'), match: opened('match') }
  const current = { seal: Math.max(0, ...secrets.seal.keys()), match: Math.max(0, ...secrets.match.keys()) }
  return { agencyId, suite: maker.suite, current, secrets, random: maker.random ?? systemRandom }
}

/** Closes a text for one place: `suite.version.bytes`. */
export function seal(keys: AgencyKeys, place: SealedPlace, text: string): string {
  const version = keys.current.seal
  const closing = { suite: keys.suite, key: String(version), secret: secretOf(keys, 'seal', version) }
  return closeBox({ ...closing, random: keys.random }, placeParts(keys, place), Buffer.from(text))
}

/** The text sealed for this place. Throws `Trouble` where it was changed, moved, or its key is gone. */
export function unseal(keys: AgencyKeys, place: SealedPlace, sealed: string): string {
  const secret = (version: string) => keys.secrets.seal.get(Number(version))
  return openBox(sealed, placeParts(keys, place), secret).toString('utf8')
}

/** Whether a value is sealed under a former version or by another suite than now. */
export function needsReseal(keys: AgencyKeys, sealed: string): boolean {
  const head = boxHead(sealed)
  return head.key !== String(keys.current.seal) || head.suite !== keys.suite
}

/** The value under the current key and suite; itself where it already is. */
export function reseal(keys: AgencyKeys, place: SealedPlace, sealed: string): string {
  return needsReseal(keys, sealed) ? seal(keys, place, unseal(keys, place, sealed)) : sealed
}

/**
 * The keyed hash to store beside a sealed value: `kind` is what it is (`identity_number`), `normalised` the value in
 * its one way of writing. Equal for one agency only, and not to be told from chance without its key.
 */
export function matchKey(keys: AgencyKeys, kind: string, normalised: string): string {
  return matchUnder(keys, keys.suite, keys.current.match, kind, normalised)
}

/** Every hash the value may have been stored under, the present one first: what to look for. */
export function matchKeys(keys: AgencyKeys, kind: string, normalised: string): string[] {
  const all = [...keys.secrets.match.keys()].flatMap(version =>
    suiteIds.map(suite => matchUnder(keys, suite, version, kind, normalised)),
  )
  return [...new Set([matchKey(keys, kind, normalised), ...all])]
}

function matchUnder(keys: AgencyKeys, suite: SuiteId, version: number, kind: string, normalised: string): string {
  const data = Buffer.from(JSON.stringify([keys.agencyId, kind, normalised]))
  const hash = suites[suite].hmac(secretOf(keys, 'match', version), data)
  return `${suite}.${version}.${hash.toString('base64url')}`
}

function secretOf(keys: AgencyKeys, purpose: KeyPurpose, version: number): Uint8Array {
  const secret = keys.secrets[purpose].get(version)
  if (secret) return secret
  throw new Trouble({
    code: 'unknown_key',
    says: { zh: `机关 ${keys.agencyId} 还没有数据密钥`, en: `The agency ${keys.agencyId} has no data keys` },
    mend: { zh: '请先为它生成，或恢复数据密钥表', en: 'Make them, or restore the table of data keys' },
  })
}

function placeParts(keys: AgencyKeys, { table, column, row }: SealedPlace): string[] {
  return [keys.agencyId, table, column, row]
}
