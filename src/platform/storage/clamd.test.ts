import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type ClamdServer, eicar, startClamd } from '../../../test/support/clamd-server.ts'
import { clamdScanner, type ScannerOptions } from './clamd.ts'

const started: ClamdServer[] = []
afterEach(() => {
  for (const { server } of started.splice(0)) server.close()
})

async function clamd(options: Parameters<typeof startClamd>[0] = {}) {
  const one = await startClamd(options)
  started.push(one)
  const listening = one.server.address()
  return { ...one, address: typeof listening === 'string' ? listening : `127.0.0.1:${(listening as AddressInfo).port}` }
}

const scanner = (address: string, changes: Partial<ScannerOptions> = {}) =>
  clamdScanner({ address, timeoutMs: 5000, mostBytes: 2 ** 24, unscanned: 'refuse', ...changes })

async function* pieces(...all: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of all) yield Buffer.from(piece)
}

describe('a scanner that is there', () => {
  test('given a harmless file, then it is clean, and every byte was seen', async () => {
    const { address, seen } = await clamd()
    const large = Buffer.alloc(3_000_000, '文')
    expect(await scanner(address).scan(pieces('一份', '', large))).toEqual({ state: 'clean' })
    expect(seen()).toBe(6 + large.length)
  })

  test('given an empty file, then it is clean', async () => {
    expect(await scanner((await clamd()).address).scan(pieces())).toEqual({ state: 'clean' })
  })

  test('given the test virus, cut anywhere between two pieces, then it is found and named', async () => {
    const { address } = await clamd()
    for (const cut of [0, 1, 30, eicar.length]) {
      const result = await scanner(address).scan(pieces(eicar.slice(0, cut), eicar.slice(cut)))
      expect(result).toEqual({ state: 'infected', signature: 'Eicar-Test-Signature' })
    }
  })

  test('given a unix socket, then it is spoken to in the same way', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-clamd-'))
    const { address } = await clamd({ path: join(folder, 'clamd.sock') })
    expect(await scanner(address).scan(pieces(eicar))).toMatchObject({ state: 'infected' })
    await scanner(address).check()
    rmSync(folder, { recursive: true, force: true })
  })

  test('given more than the scanner takes, then a sentence with the limit, whoever notices it first', async () => {
    const { address, seen } = await clamd({ mostBytes: 2 ** 20 })
    const large = () => pieces(...Array.from({ length: 40 }, () => Buffer.alloc(2 ** 18)))
    const refusal = { code: 'scan_too_large', says: { zh: expect.stringContaining('MB') } }
    await expect(scanner(address).scan(large())).rejects.toMatchObject(refusal)
    const before = seen()
    await expect(scanner(address, { mostBytes: 10 }).scan(large())).rejects.toMatchObject(refusal)
    expect(seen()).toBe(before)
  })

  test('given a file whose own stream breaks, then that error comes out, and no file passes for scanned', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('x')
      throw new Error('the store lost it')
    }
    const { address } = await clamd()
    await expect(scanner(address, { unscanned: 'mark' }).scan(broken())).rejects.toThrow('the store lost it')
  })
})

describe('a scanner that is away', () => {
  test('given nobody listens, then the sentence names the address, or the file is marked', async () => {
    const { address, server } = await clamd()
    server.close()
    await expect(scanner(address).scan(pieces('x'))).rejects.toMatchObject({
      code: 'scanner_away',
      says: { zh: expect.stringContaining(address) },
      mend: { zh: expect.stringContaining('clamd') },
    })
    await expect(scanner(address).check()).rejects.toMatchObject({ code: 'scanner_away' })
    expect(await scanner(address, { unscanned: 'mark' }).scan(pieces('x'))).toMatchObject({
      state: 'unscanned',
      trouble: { code: 'scanner_away' },
    })
  })

  test('given one that hangs up on a file, then no file passes for scanned, and both causes are named', async () => {
    const { address } = await clamd({ abrupt: true })
    const much = pieces(...Array.from({ length: 30 }, () => Buffer.alloc(2 ** 20)))
    await expect(scanner(address, { mostBytes: 2 ** 30 }).scan(much)).rejects.toMatchObject({
      code: 'scanner_away',
      mend: { zh: expect.stringMatching(/是否在运行.*StreamMaxLength/) },
    })
  })

  test('given one that never answers, then waiting ends', async () => {
    const { address } = await clamd({ mute: true })
    const much = pieces(...Array.from({ length: 30 }, () => Buffer.alloc(2 ** 20)))
    await expect(scanner(address, { timeoutMs: 50, mostBytes: 2 ** 30 }).scan(much)).rejects.toMatchObject({
      code: 'scanner_away',
      says: { en: expect.stringContaining('silent') },
    })
  })
})
