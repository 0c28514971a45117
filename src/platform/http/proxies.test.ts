import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { asSent, clientAddress, isRange, type Proxies, proxiesAt } from './proxies.ts'

/** A request as it arrived, without a socket: from an address, with headers. */
function from(remoteAddress: string | undefined, headers: Record<string, string>, url = '/a?b=1'): IncomingMessage {
  const rawHeaders = Object.entries(headers).flat()
  return { socket: { remoteAddress }, headers, rawHeaders, url } as unknown as IncomingMessage
}

const usual = proxiesAt(null)
const [inside, nobody] = [proxiesAt(['10.0.0.5', 'fd00::/8', '192.168.0.0/16']), proxiesAt([])]
const addressOf = (direct: string | undefined, forwarded: string, proxies: Proxies) =>
  clientAddress(from(direct, { 'x-forwarded-for': forwarded }), proxies)

describe('the address of whoever called', () => {
  test('given anybody who is no proxy, then what they say of others is not believed', () => {
    expect(addressOf('203.0.113.9', '198.51.100.1', usual)).toBe('203.0.113.9')
    expect(addressOf('10.0.0.6', '198.51.100.1', inside)).toBe('10.0.0.6')
    expect(addressOf('127.0.0.1', '198.51.100.1', inside)).toBe('127.0.0.1')
    expect(addressOf('127.0.0.1', '198.51.100.1', nobody)).toBe('127.0.0.1')
  })

  test('given a proxy, then the one it was called from is, and not what that one made up before it', () => {
    expect(addressOf('127.0.0.1', '198.51.100.1', usual)).toBe('198.51.100.1')
    expect(addressOf('::ffff:127.0.0.1', '1.1.1.1, 198.51.100.1', usual)).toBe('198.51.100.1')
    expect(addressOf('10.0.0.5', '10.0.0.5, 8.8.8.8, 198.51.100.1', inside)).toBe('198.51.100.1')
    expect(addressOf('fd12::7', '2001:DB8::1', inside)).toBe('2001:db8::1')
  })

  test('given several proxies one behind the other, then the last that is none of them is the client', () => {
    expect(addressOf('10.0.0.5', '8.8.8.8, 198.51.100.1, 192.168.3.4, fd00::1', inside)).toBe('198.51.100.1')
    expect(addressOf('10.0.0.5', '192.168.3.4, fd00::1', inside)).toBe('192.168.3.4')
  })

  test('given ports, brackets or words that are no address, then these are taken off, and reading ends there', () => {
    expect(addressOf('10.0.0.5', '198.51.100.1:4711', inside)).toBe('198.51.100.1')
    expect(addressOf('10.0.0.5', '[2001:db8::1]:4711', inside)).toBe('2001:db8::1')
    expect(addressOf('10.0.0.5', '198.51.100.1, unknown, 192.168.0.9', inside)).toBe('192.168.0.9')
    expect(addressOf('10.0.0.5', '', inside)).toBe('10.0.0.5')
    expect(addressOf(undefined, '198.51.100.1', usual)).toBe('')
  })
})

describe('the scheme and the host', () => {
  const seen = (proxies: Proxies, headers: Record<string, string>, direct = '10.0.0.5') => {
    const incoming = from(direct, { host: 'app:3000', ...headers })
    asSent(incoming, proxies)
    return [incoming.url, incoming.headers.host, incoming.rawHeaders[1]]
  }
  const told = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'xxgk.example.gov.cn' }

  test('given a proxy that is named, then they are as the client asked for them', () => {
    const host = 'xxgk.example.gov.cn'
    expect(seen(inside, told)).toEqual([`https://${host}/a?b=1`, host, host])
    expect(seen(inside, { 'x-forwarded-proto': 'http, https' })[0]).toBe('https://app:3000/a?b=1')
    expect(seen(inside, { 'x-forwarded-proto': 'https, http' })[0]).toBe('/a?b=1')
  })

  test('given one of this machine that nobody named, then its host may be the caller’s own word, and is not believed', () => {
    expect(seen(usual, told, '127.0.0.1')).toEqual(['https://app:3000/a?b=1', 'app:3000', 'app:3000'])
  })

  test('given anybody else, or what is no host, then nothing changes', () => {
    expect(seen(inside, told, '203.0.113.9')).toEqual(['/a?b=1', 'app:3000', 'app:3000'])
    for (const host of ['evil/path', 'a b', '<x>', 'a@b', '', '-.']) {
      expect(seen(inside, { 'x-forwarded-host': host })).toEqual(['/a?b=1', 'app:3000', 'app:3000'])
    }
  })

  test('given a real socket, then they are those of the request as the server hands it on', async () => {
    const proxies = proxiesAt(['127.0.0.1'])
    const server = createServer((incoming, answer) => {
      asSent(incoming, proxies)
      answer.end(`${incoming.url} ${clientAddress(incoming, proxies)}`)
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const asked = request({ port, headers: { ...told, 'x-forwarded-for': '198.51.100.1' } }).end()
    const [answer] = await once(asked, 'response')
    const parts: Buffer[] = []
    for await (const part of answer) parts.push(part)
    expect(Buffer.concat(parts).toString()).toBe('https://xxgk.example.gov.cn/ 198.51.100.1')
  })
})

test('a range is an address, with or without its bits', () => {
  for (const good of ['10.0.0.5', '10.0.0.0/8', '::1', 'fd00::/8', '0.0.0.0/0']) expect(isRange(good), good).toBe(true)
  for (const bad of ['', '10.0.0', '10.0.0.0/33', '::1/129', '10.0.0.0/', '10.0.0.0/8/8', 'proxy', '10.0.0.0/-1'])
    expect(isRange(bad), bad).toBe(false)
})
