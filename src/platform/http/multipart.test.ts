import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formFiles } from './multipart.ts'

async function parsed(form: FormData) {
  const request = new Request('http://x/', { method: 'POST', body: form })
  const type = request.headers.get('content-type') ?? ''
  return formFiles(new Uint8Array(await request.arrayBuffer()), type)
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('the files of a form', () => {
  it('come out as they went in, whatever their bytes and names', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.uint8Array({ maxLength: 300 })), {
          maxLength: 5,
        }),
        async given => {
          const form = new FormData()
          for (const [name, bytes] of given) form.append('files', new File([new Uint8Array(bytes)], name))
          form.append('other', 'no file')
          const files = await parsed(form)
          const plain = (name: string) => name.replace(/%(?=0A|0D|22)/g, '').replace(/[\r\n%]/g, '')
          expect(files?.map(f => [f.field, plain(f.name), [...f.bytes]])).toEqual(
            given.map(([name, bytes]) => ['files', plain(name), [...bytes]]),
          )
        },
      ),
      { seed: 7, numRuns: 200 },
    ))

  it('may hold line breaks, dashes and what looks like a boundary', async () => {
    const body = '\r\n--\r\n----WebKit\r\n\r\n--x--'
    const form = new FormData()
    form.append('files', new File([body], '年报 "终稿".txt'))
    const files = await parsed(form)
    expect(files?.map(f => [f.name, text(f.bytes)])).toEqual([['年报 "终稿".txt', body]])
  })

  const whole = '--b\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\nhello\r\n--b--\r\n'
  const type = 'multipart/form-data; boundary=b'
  const read = (body: string, contentType = type) => formFiles(new TextEncoder().encode(body), contentType)

  it('are none in a body that is no form or was cut short', () => {
    expect(read(whole)).toHaveLength(1)
    expect(read(whole, 'text/plain')).toBeNull()
    expect(read(whole, 'multipart/form-data')).toBeNull()
    expect(read('', type)).toBeNull()
    for (let end = 0; end < whole.length - 4; end += 1) expect(read(whole.slice(0, end)), `cut at ${end}`).toBeNull()
  })
})
