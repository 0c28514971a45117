import { describe, expect, it } from 'vitest'
import { bodyReader } from './body.ts'

const request = (body: string) => new Request('http://x/', { method: 'POST', body })

describe('reading bodies', () => {
  it('gives the bytes', async () => {
    const held = await bodyReader(100).read(request('hello'), 10)
    expect(typeof held === 'string' ? held : new TextDecoder().decode(held.bytes)).toBe('hello')
  })

  it('gives nothing for a request without a body', async () => {
    const held = await bodyReader(100).read(new Request('http://x/'), 10)
    expect(held).toMatchObject({ bytes: { length: 0 } })
  })

  it('refuses one byte more than the limit, and takes exactly the limit', async () => {
    const reader = bodyReader(100)
    expect(await reader.read(request('12345678901'), 10)).toBe('too_large')
    expect(await reader.read(request('1234567890'), 10)).toMatchObject({ bytes: { length: 10 } })
  })

  it('refuses when too much is held, until some of it is released', async () => {
    const reader = bodyReader(10)
    const first = await reader.read(request('12345678'), 10)
    expect(await reader.read(request('123'), 10)).toBe('busy')
    if (typeof first !== 'string') first.release()
    expect(await reader.read(request('123'), 10)).toMatchObject({ bytes: { length: 3 } })
  })

  it('holds nothing of what it refused', async () => {
    const reader = bodyReader(10)
    expect(await reader.read(request('12345678901'), 9)).toBe('too_large')
    expect(await reader.read(request('1234567890'), 10)).toMatchObject({ bytes: { length: 10 } })
  })

  it('holds nothing of what broke off', async () => {
    const reader = bodyReader(10)
    let pulls = 0
    const broken = new ReadableStream({
      pull(controller) {
        pulls += 1
        if (pulls === 1) controller.enqueue(new Uint8Array(8))
        else controller.error(new Error('gone'))
      },
    })
    const half = new Request('http://x/', { method: 'POST', body: broken, duplex: 'half' } as RequestInit)
    await expect(reader.read(half, 10)).rejects.toThrow('gone')
    expect(await reader.read(request('1234567890'), 10)).toMatchObject({ bytes: { length: 10 } })
  })
})
