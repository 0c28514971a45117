/** Names of files as people read them. */

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A path's bytes as text: UTF-8, else GB18030, in which older Chinese systems wrote names. */
export function fileName(path: Uint8Array): string {
  try {
    return utf8.decode(path)
  } catch {
    return new TextDecoder('gb18030').decode(path)
  }
}
