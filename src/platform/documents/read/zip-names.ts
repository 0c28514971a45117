/** File names as they stand in zips, made fit to be shown and safe to be joined. */

/** Characters that steer the direction of text or show nothing: a name could pretend to be another with them. */
const unseen = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g

function decodeName(bytes: Uint8Array, saysUtf8: boolean): string {
  for (const charset of saysUtf8 ? ['utf-8'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes)
    } catch {
      // Not this charset: Windows writes names in GBK without saying so.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

function pictureOf(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return code >= 0x80 && code < 0xa0 ? '\uFFFD' : character
}

/** Shows control characters as their pictures (NUL as ␀) and drops what steers direction. */
function printable(name: string): string {
  return Array.from(name, pictureOf).join('').replace(unseen, '').normalize('NFC')
}

/** Names as office files have them all: plain ASCII, relative, no steps. Most names are this and need no work. */
const plainName = /^(?!\.)[\w[\]$&+=@~ -][\w[\]$&+=@~. -]*(?:\/(?!\.{1,2}(?:\/|$))[\w[\]$&+=@~. -]+)*$/

/** The name in printable characters, relative, without steps upward: `..\..\a.doc` becomes `a.doc`. */
export function readName(bytes: Uint8Array, saysUtf8: boolean): string {
  const ascii = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (plainName.test(ascii)) return ascii
  const parts = printable(decodeName(bytes, saysUtf8))
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .filter(part => part !== '' && part !== '.' && part !== '..')
  return parts.length === 0 ? '(无名)' : parts.join('/')
}

/** Whether the file is made by a file manager or an open editor, and holds nothing a person wrote. */
export function isLitter(name: string): boolean {
  const last = name.slice(name.lastIndexOf('/') + 1)
  return (
    name.startsWith('__MACOSX/') ||
    name.includes('/__MACOSX/') ||
    last.startsWith('~$') ||
    last.startsWith('._') ||
    ['.ds_store', 'thumbs.db', 'desktop.ini'].includes(last.toLowerCase())
  )
}
