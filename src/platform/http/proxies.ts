/** Which proxies are believed when they say who called, by which scheme and at which host. Nobody else is. */
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

export interface Proxies {
  /** Whether an address is one of theirs. */
  readonly trusts: (address: string) => boolean
  /** Whether they are known to overwrite X-Forwarded-Host: many pass on what the caller made up. */
  readonly tellHost: boolean
}

const thisMachine = ['127.0.0.0/8', '::1']

/** Whether a text is an address or a range of addresses: `10.0.0.5`, `10.0.0.0/8`, `fd00::/8`. */
export function isRange(text: string): boolean {
  const [address = '', bits = '', ...more] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  if (more.length > 0 || most < 0) return false
  return text === address || (/^\d{1,3}$/.test(bits) && Number(bits) <= most)
}

/** The proxies at these addresses and ranges; null: whoever runs on this machine, believed in all but the host. */
export function proxiesAt(ranges: readonly string[] | null): Proxies {
  const list = new BlockList()
  for (const range of ranges ?? thisMachine) {
    const [address = '', bits] = range.split('/')
    const [family, all] = isIP(address) === 6 ? (['ipv6', 128] as const) : (['ipv4', 32] as const)
    list.addSubnet(address, bits === undefined ? all : Number(bits), family)
  }
  return {
    trusts: address => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'),
    tellHost: ranges !== null,
  }
}

/**
 * The address of whoever called: each proxy adds the one it was called from at the end, so the list is read from
 * there, as far as those who wrote it are believed. Empty where there is no socket.
 */
export function clientAddress({ socket, headers }: IncomingMessage, { trusts }: Proxies): string {
  let client = addressIn(socket.remoteAddress ?? '') ?? ''
  for (const word of textOf(headers['x-forwarded-for']).split(',').reverse()) {
    const before = trusts(client) ? addressIn(word) : null
    if (before === null) break
    client = before
  }
  return client
}

/** Makes a request as its sender made it: with the scheme and the host that a proxy exchanged for its own. */
export function asSent(incoming: IncomingMessage, { trusts, tellHost }: Proxies): void {
  const { headers, socket } = incoming
  if (!trusts(addressIn(socket.remoteAddress ?? '') ?? '')) return
  const host = lastOf(headers['x-forwarded-host'])
  if (tellHost && hostShape.test(host)) putHost(incoming, host)
  const at = incoming.headers.host ?? ''
  const isPath = incoming.url?.startsWith('/') ?? false
  if (lastOf(headers['x-forwarded-proto']) === 'https' && isPath && hostShape.test(at)) {
    incoming.url = `https://${at}${incoming.url}`
  }
}

const hostShape = /^(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:.]+\])(?::\d{1,5})?$/i

function putHost({ headers, rawHeaders }: IncomingMessage, host: string): void {
  headers.host = host
  const at = rawHeaders.findIndex((name, i) => i % 2 === 0 && name.toLowerCase() === 'host')
  if (at >= 0) rawHeaders[at + 1] = host
  else rawHeaders.push('Host', host)
}

/** What the nearest proxy said; what stands before it came from further away. */
function lastOf(header: string | string[] | undefined): string {
  return textOf(header).split(',').at(-1)?.trim().toLowerCase() ?? ''
}

function textOf(header: string | string[] | undefined): string {
  return [header ?? ''].flat().join(',')
}

/** An address in its plain form, without a port or brackets; null for anything else. */
function addressIn(word: string): string | null {
  const text = word.trim()
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare
  return isIP(plain) === 0 ? null : plain.toLowerCase()
}
