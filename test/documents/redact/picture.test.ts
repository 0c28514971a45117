import { describe, expect, test } from 'vitest'
import { decodedPicture } from '../../../src/platform/documents/pictures/decode.ts'
import { redact } from '../../../src/platform/documents/redact/index.ts'
import { tellingJpeg, tellingPng } from '../../support/telling-pictures.ts'

async function pixelsOf(bytes: Uint8Array): Promise<(x: number, y: number) => number[]> {
  const context = (await decodedPicture(bytes)).getContext('2d')
  return (x, y) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3)
}

describe('a photograph (D§7.7)', () => {
  test.each([
    ['jpeg', () => tellingJpeg()],
    ['png', tellingPng],
  ] as const)(
    'given a box on a %s, then its pixels are black, and nothing the file said is left',
    async (type, made) => {
      const { bytes } = await redact(await made(), type, { boxes: [{ page: 1, box: [4, 4, 24, 24] }] })
      const at = await pixelsOf(bytes)
      for (const [x, y] of [
        [6, 6],
        [14, 14],
        [21, 21],
      ] as const)
        expect(Math.max(...at(x, y))).toBeLessThan(12)
      expect(Math.min(...at(50, 30))).toBeGreaterThan(240)
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/PHOTOGRAPHER|CAMERAMAKER|XMPWORDS|COMMENTED|Exif/)
    },
  )

  test('given a photograph taken on its side, then boxes fall where it is looked at, and it stays upright', async () => {
    const { bytes } = await redact(await tellingJpeg(6), 'jpeg', { boxes: [{ page: 1, box: [20, 40, 36, 60] }] })
    const drawn = await decodedPicture(bytes)
    expect([drawn.width, drawn.height]).toEqual([40, 64])
    const at = await pixelsOf(bytes)
    expect(Math.max(...at(28, 50))).toBeLessThan(12)
    expect(at(26, 14)[0]).toBeGreaterThan(150)
    expect(at(26, 14)[1]).toBeLessThan(80)
  })

  test('given words to be taken out of it, then it is refused: nobody looked for words there', async () => {
    const refused = redact(await tellingPng(), 'png', { texts: [{ find: '张三' }] })
    await expect(refused).rejects.toMatchObject({ code: 'not_redactable' })
  })

  test('given a size no memory holds, then it is refused before any is taken', async () => {
    const huge = Buffer.from(await tellingPng())
    huge.writeUInt32BE(60_000, 16)
    huge.writeUInt32BE(60_000, 20)
    await expect(redact(huge, 'png', {})).rejects.toMatchObject({ code: 'too_large' })
  })
})
