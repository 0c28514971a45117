/** Reads whole files and streams without ever holding more than asked for. */
import { open } from 'node:fs/promises'

/** The bytes of a stream, or null when there are more than `most`. */
export async function readCapped(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const taken: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > most) return null
    taken.push(chunk)
  }
  return Buffer.concat(taken, size)
}

/** The bytes of a file, or null when it is larger than `most`. Throws the file system's errors. */
export async function readFileCapped(path: Uint8Array, most: number): Promise<Uint8Array | null> {
  const file = await open(Buffer.from(path))
  try {
    const info = await file.stat()
    if (info.size > most) return null
    if (info.isFile()) return await file.readFile()
    return await readCapped(file.createReadStream({ autoClose: false }), most)
  } finally {
    await file.close()
  }
}
