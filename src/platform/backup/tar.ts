/** Headers of tar files (POSIX ustar): plain files only, so that any program can look into a backup. */

export const blockBytes = 512

export interface TarEntry {
  readonly name: string
  /** In bytes. */
  readonly size: number
}

/** From here on a size does not fit eight octal digits and is written in binary, as GNU tar does. */
const octalLimit = 8 ** 11
const checksumAt = 148
const nameBytes = 100
const mode = 0o600

/** The header of a file changed at `seconds`. Throws where the name does not fit: 100 bytes of ASCII. */
export function tarHeader({ name, size }: TarEntry, seconds: number): Buffer {
  if (name.length > nameBytes || !/^[\x21-\x7e]+$/.test(name)) throw new Error(`no name for an archive: ${name}`)
  const header = Buffer.alloc(blockBytes)
  header.write(name, 0, 'latin1')
  header.write(`${octal(mode, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`, 100, 'latin1')
  if (size < octalLimit) header.write(`${octal(size, 11)}\0`, 124, 'latin1')
  else {
    header.writeUInt8(0x80, 124)
    header.writeBigUInt64BE(BigInt(size), 128)
  }
  header.write(`${octal(seconds, 11)}\0`, 136, 'latin1')
  header.write('0', 156, 'latin1')
  header.write('ustar\x0000', 257, 'latin1')
  header.write(`${octal(checksum(header), 6)}\0 `, checksumAt, 'latin1')
  return header
}

/** What a header says; null where it is damaged or not of a plain file. */
export function readHeader(header: Buffer): TarEntry | null {
  const given = /^([0-7]{6})\0 $/.exec(header.toString('latin1', checksumAt, checksumAt + 8))?.[1]
  if (given === undefined || Number.parseInt(given, 8) !== checksum(header)) return null
  if (header.toString('latin1', 156, 157) !== '0') return null
  const name = header.toString('latin1', 0, nameBytes).replace(/\0.*$/s, '')
  const digits = /^([0-7]{11})\0$/.exec(header.toString('latin1', 124, 136))?.[1]
  const size = digits === undefined ? Number(header.readBigUInt64BE(128)) : Number.parseInt(digits, 8)
  return Number.isSafeInteger(size) ? { name, size } : null
}

/** Zero bytes up to the next whole block. */
export function paddingOf(size: number): number {
  return (blockBytes - (size % blockBytes)) % blockBytes
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}

/** The sum of all bytes, its own place counted as blanks. */
function checksum(header: Buffer): number {
  let sum = 0
  for (let at = 0; at < blockBytes; at++) {
    sum += at >= checksumAt && at < checksumAt + 8 ? 0x20 : (header[at] ?? 0)
  }
  return sum
}
