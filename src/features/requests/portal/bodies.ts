/** Reads what a form sent: fields, and files where it has some. */
import { tidyFileName } from '../../../domain/kernel/file-name.ts'
import type { Visit } from './site.ts'

const plainBytes = 200_000
const withFilesBytes = 12 * 2 ** 20

export interface SentForm {
  readonly fields: URLSearchParams
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** The form, or why it could not be read; what is refused was read to its end, so that a browser shows the answer. */
export async function sentForm({ c, site }: Visit): Promise<SentForm | 'too_large' | 'busy' | 'broken'> {
  const type = c.req.header('content-type') ?? ''
  const withFiles = /^multipart\/form-data\b/i.test(type)
  const held = await site.bodies.read(c.req.raw, withFiles ? withFilesBytes : plainBytes)
  if (typeof held === 'string') return held
  try {
    return withFiles ? await multipart(held.bytes, type) : { fields: urlencoded(held.bytes), files: [] }
  } catch {
    return 'broken'
  } finally {
    held.release()
  }
}

/** Wrongly encoded signs become U+FFFD; zero bytes, which nothing can keep, become spaces. */
function urlencoded(bytes: Uint8Array): URLSearchParams {
  return cleaned(new URLSearchParams(new TextDecoder().decode(bytes)))
}

async function multipart(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<SentForm> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  const fields = new URLSearchParams()
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.append(name, value)
    else if (value.size > 0)
      files.push({ name: tidyFileName(value.name), bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  return { fields: cleaned(fields), files }
}

function cleaned(fields: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...fields].map(([name, value]) => [name, value.replaceAll('\0', ' ')]))
}
