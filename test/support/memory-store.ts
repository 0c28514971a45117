/** Stored files in memory, for tests that look at what is kept and not at how. */
import { createHash } from 'node:crypto'
import type { BlobStore } from '../../src/platform/storage/blob-store.ts'

export function memoryStore(): BlobStore {
  const kept = new Map<string, Uint8Array>()
  return {
    put: async content => {
      const pieces: Uint8Array[] = []
      for await (const piece of content) pieces.push(piece)
      const bytes = Buffer.concat(pieces)
      const hash = createHash('sha256').update(bytes).digest('hex')
      kept.set(hash, bytes)
      return { hash, size: bytes.length }
    },
    get: async hash => {
      const bytes = kept.get(hash)
      return bytes ? { hash, size: bytes.length, content: oneOf(bytes) } : null
    },
    has: async hash => kept.has(hash),
    remove: async hash => void kept.delete(hash),
    list: async function* () {
      for (const [hash, { length }] of kept) yield { hash, size: length }
    },
    check: async () => undefined,
  }
}

async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
