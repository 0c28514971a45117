/** Reads the bodies of requests, each up to its own limit, and all that are held at a time up to one for all. */

/** More than this is not even read to its end: the connection is cut instead. */
const drainBytes = 2 ** 30

/** A body at hand; `release` when it is no longer needed. */
export interface HeldBody {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly release: () => void
}

export interface BodyReader {
  /**
   * The body of a request; `too_large` where it has more than `most` bytes, `busy` where too many others are held.
   * What is refused is still read to its end and thrown away: a browser shows an answer only after it has sent all.
   */
  readonly read: (request: Request, most: number) => Promise<HeldBody | 'too_large' | 'busy'>
}

/** A reader that holds at most so many bytes at a time. */
export function bodyReader(heldMost: number): BodyReader {
  let held = 0
  return {
    read: async (request, most) => {
      const chunks: Uint8Array[] = []
      let size = 0
      let refused: 'too_large' | 'busy' | null = null
      const release = () => {
        held -= chunks.reduce((sum, chunk) => sum + chunk.length, 0)
        chunks.length = 0
      }
      try {
        for await (const chunk of parts(request)) {
          size += chunk.length
          if (size > most + drainBytes) break
          if (size > most) refused = 'too_large'
          else if (held + chunk.length > heldMost) refused = 'busy'
          if (refused) release()
          else {
            chunks.push(chunk)
            held += chunk.length
          }
        }
      } catch (error) {
        release()
        throw error
      }
      return refused ?? { bytes: joined(chunks, size), release }
    },
  }
}

/** The body piece by piece; a stream of the web is iterable in Node, but not to the compiler. */
async function* parts(request: Request): AsyncGenerator<Uint8Array> {
  if (!request.body) return
  const reader = request.body.getReader()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
  } finally {
    await reader.cancel()
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
