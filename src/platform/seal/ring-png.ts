/** A red ring as PNG, for readers that show no svg. */
import { crc32, deflateSync } from 'node:zlib'

const RED = [0xd8, 0x00, 0x0f] as const
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** Square, transparent but for the ring, whose edge is smoothed. */
export function ringPng(size: number): Uint8Array {
  const row = 1 + size * 4
  const pixels = Buffer.alloc(row * size)
  const radius = size / 2 - 10
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const far = Math.abs(Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2) - radius)
      const cover = Math.max(0, Math.min(1, 6 - far))
      pixels.set([...RED, Math.round(cover * 255)], y * row + 1 + x * 4)
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  // 8 bits of red, green, blue and opacity.
  head.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
