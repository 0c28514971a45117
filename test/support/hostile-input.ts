/** Calls nobody sends who means well, made from a contract's own schemas: each one way of being wrong. */
import type { Contract } from '../../src/kit/contract.ts'
import { type SampleCall, wholeCall } from './sample-input.ts'

/** A call as it goes over the wire. */
export interface HostileCall {
  /** What is wrong: `body.name: nul`. */
  readonly what: string
  readonly path: string
  readonly body: BodyInit | undefined
  readonly headers: Readonly<Record<string, string>>
}

const deep = (open: string, close: string) => open.repeat(20_000) + close.repeat(20_000)

const texts: Readonly<Record<string, string>> = {
  empty: '',
  long: 'x'.repeat(70_000),
  script: `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`,
  nul: 'a\0b',
  surrogate: 'a\ud800b',
  proto: '__proto__',
  quotes: `%_\\'; DROP TABLE event; --`,
  lines: 'a\r\nSet-Cookie: x=\u202e1',
  huge: '99999999999999999999',
  beyond: '2147483648',
  day: '2026-02-30',
  year: '275761-01-01T00:00:00Z',
}

const others: Readonly<Record<string, unknown>> = {
  null: null,
  number: 42,
  huge_number: 1e300,
  beyond_integer: 2 ** 31,
  below: -1,
  fraction: 0.5,
  list: [],
  long_list: Array.from({ length: 5000 }, () => 'x'),
  object: {},
}

const json = { 'content-type': 'application/json' }

/** Every way of being wrong, in every place of the call. */
export function hostileCalls(contract: Contract, given: Readonly<Record<string, string>>): readonly HostileCall[] {
  const good = wholeCall(contract, given)
  return [
    ...inPath(contract, good),
    ...inQuery(contract, good),
    ...inBody(contract, good),
    ...inEnvelope(contract, good),
  ]
}

/** The address, its parameters and query as they are given, encoded only where they are not yet. */
function rawAddress(path: string, params: Readonly<Record<string, string>>, query: string): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  return `/api/v1${filled}${query === '' ? '' : `?${query}`}`
}

function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))
}

const allEncoded = (of: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, encoded(String(value))]))

function queryOf(query: Readonly<Record<string, unknown>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${name}=${encoded(String(value))}`)
    .join('&')
}

/** What stands in an address that is no text. */
const brokenEncodings = ['%ff%fe', '%zz', '%ed%a0%80']

function addressTexts(): readonly (readonly [name: string, raw: string])[] {
  // An empty part of a path is another address.
  const written = Object.entries(texts).map(([name, text]) => [name, encoded(text)] as const)
  return [...written, ...brokenEncodings.map(raw => [raw, raw] as const)]
}

const bodyText = (body: unknown) => (body === undefined ? undefined : JSON.stringify(body))

function inPath({ path }: Contract, { params, query, body }: SampleCall): HostileCall[] {
  return Object.keys(params).flatMap(name =>
    addressTexts().flatMap(([what, raw]) => {
      if (raw === '') return []
      const address = rawAddress(path, { ...allEncoded(params), [name]: raw }, queryOf(query))
      return [{ what: `params.${name}: ${what}`, path: address, body: bodyText(body), headers: json }]
    }),
  )
}

function inQuery({ path }: Contract, { params, query, body }: SampleCall): HostileCall[] {
  const send = (what: string, text: string): HostileCall => ({
    what: `query.${what}`,
    path: rawAddress(path, allEncoded(params), text),
    body: bodyText(body),
    headers: json,
  })
  return Object.keys(query).flatMap(name => {
    const rest = queryOf(Object.fromEntries(Object.entries(query).filter(([other]) => other !== name)))
    return [
      send(`${name}: missing`, rest),
      send(`${name}: twice`, `${rest}&${name}=a&${name}=b`),
      send(`${name}: nested`, `${rest}&${name}[__proto__]=a`),
      ...addressTexts().map(([what, raw]) => send(`${name}: ${what}`, `${rest}&${name}=${raw}`)),
    ]
  })
}

type Place = readonly (string | number)[]

/** The places in a value where something stands that holds nothing itself, and those that hold them. */
function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at]
  const inside = Object.entries(value).flatMap(([name, item]) => placesIn(item, [...at, name]))
  return at.length === 0 ? inside : [at, ...inside]
}

function valueAt(value: unknown, place: Place): unknown {
  return place.reduce((inside, name) => (inside as Record<string | number, unknown>)[name], value)
}

/** What is put in a value's place: every other value of its kind, and some of every other kind. */
function insteadOf(value: unknown): Readonly<Record<string, unknown>> {
  const { null: none, number, object } = others
  const { script, nul, surrogate } = texts
  if (typeof value === 'string') return { missing, ...texts, null: none, number, object }
  if (typeof value === 'boolean') return { missing, null: none, number, object, script }
  return { missing, ...others, script, nul, surrogate }
}

const missing = Symbol('missing')

/** The value with another in a place. */
function changed(value: unknown, [first, ...rest]: Place, to: unknown): unknown {
  if (first === undefined) return to
  const inside = (value as Record<string | number, unknown>)[first]
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
  if (rest.length === 0 && to === missing) Reflect.deleteProperty(copy, first)
  else Object.assign(copy, { [first]: changed(inside, rest, to) })
  return copy
}

function inBody(contract: Contract, good: SampleCall): HostileCall[] {
  if (!contract.body) return []
  const send = (what: string, body: BodyInit) => whole(contract, good, `body${what}`, body)
  const swapped = placesIn(good.body).flatMap(place =>
    Object.entries(insteadOf(valueAt(good.body, place))).map(([what, value]) => {
      const body = JSON.stringify(changed(good.body, place, value))
      return send(`.${place.join('.')}: ${what}`, body)
    }),
  )
  const text = JSON.stringify(good.body)
  const withFirst = (more: string) => text.replace('{', `{${more}${text === '{}' ? '' : ','}`)
  return [
    ...swapped,
    ...Object.entries(others).map(([what, value]) => send(`: ${what}`, JSON.stringify(value))),
    send(': none', ''),
    send(': cut off', text.slice(0, -1)),
    send(': no json', '<?xml version="1.0"?><a/>'),
    send(': mark of order', `\ufeff${text}`),
    send(': no utf-8', new Uint8Array([...new TextEncoder().encode(text.slice(0, -1)), 0xff, 0xfe, 0x7d])),
    send(': deep lists', deep('[', ']')),
    send(': deep objects', deep('{"a":', '}').replace(':}', ':1}')),
    send(': deep within', withFirst(`"more":${deep('[', ']')}`)),
    send(': polluting', withFirst('"__proto__":{"polluted":true}')),
    send(': polluting by constructor', withFirst('"constructor":{"prototype":{"polluted":true}}')),
    send(': more than asked', withFirst('"more":1,"id":"1","agencyId":"2","roles":["system_admin"]')),
  ]
}

function whole(
  { path }: Contract,
  { params, query }: SampleCall,
  what: string,
  body: BodyInit | undefined,
): HostileCall {
  return { what, path: rawAddress(path, allEncoded(params), queryOf(query)), body, headers: json }
}

/** What stands around a body: its type, and the key of an act. */
function inEnvelope(contract: Contract, good: SampleCall): HostileCall[] {
  const send = (what: string, headers: Readonly<Record<string, string>>): HostileCall => ({
    ...whole(contract, good, what, bodyText(good.body)),
    headers,
  })
  const types = [
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
  ]
  const keys = ['', 'short', 'k'.repeat(300), 'with space in it', 'schl\u00fcssel-1']
  return [
    ...(contract.body ? types.map(type => send(`type: ${type}`, { 'content-type': type })) : []),
    ...(contract.method === 'get'
      ? []
      : keys.map(key => send(`key: ${key.slice(0, 20)}`, { ...json, 'idempotency-key': key }))),
    send('authorization', { ...json, authorization: `Bearer ${'x'.repeat(290)}` }),
    send('cookie', { ...json, cookie: `__Host-gongkai=${'x'.repeat(5000)}; __proto__=1` }),
  ]
}
