/** Reads a request's body up to a limit, without ever holding more than that. */

/** More than this is not even read to its end: the connection is cut instead. */
const drainBytes = 2 ** 30

/**
 * The bytes of the body, or `too_large` where it has more than `most` bytes. What is too large is still read to its
 * end and thrown away, because a browser shows an answer only after it has sent everything.
 */
export async function readBody(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | 'too_large'> {
  if (!request.body) return new Uint8Array(0)
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length
    if (size <= most) chunks.push(part.value)
    else chunks.length = 0
    if (size > most + drainBytes) {
      await reader.cancel()
      break
    }
  }
  return size > most ? 'too_large' : joined(chunks, size)
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
