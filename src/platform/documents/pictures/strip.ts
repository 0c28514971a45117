/** Takes out of a JPEG or JPEG 2000 what it says beside the picture, without touching the picture. */

const startOfScan = 0xda
const endOfImage = 0xd9
const comment = 0xfe
const application = { first: 0xe0, last: 0xef, profile: 0xe2, adobe: 0xee } as const
const profileMark = 'ICC_PROFILE\0'

/**
 * The JPEG with the segments a decoder needs: tables, frames, scans, the colour profile and Adobe's word on colours.
 * EXIF, XMP, IPTC, comments, previews and whatever follows the picture are left out. `undefined` where it is no JPEG.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 4 || file.readUInt16BE(0) !== 0xffd8) return undefined
  const kept = [file.subarray(0, 2)]
  let at = 2
  while (at + 4 <= file.length) {
    if (file[at] !== 0xff) return undefined
    const mark = file[at + 1] ?? 0
    if (mark === 0xff) {
      at += 1
      continue
    }
    if (mark === endOfImage) break
    let end = at + 2 + file.readUInt16BE(at + 2)
    if (isNeeded(mark, file.subarray(at + 4, end))) {
      if (mark === startOfScan) end = endOfScan(file, end)
      kept.push(file.subarray(at, end))
    }
    at = end
  }
  return Buffer.concat([...kept, Buffer.from([0xff, endOfImage])])
}

function isNeeded(mark: number, body: Buffer): boolean {
  if (mark === comment) return false
  if (mark < application.first || mark > application.last) return true
  if (mark === application.profile) return body.subarray(0, profileMark.length).toString('latin1') === profileMark
  return mark === application.adobe
}

/** Where the data of a scan ends: at the next mark that is no filling and no restart. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const mark = file[at + 1] ?? 0
    if (mark !== 0 && mark !== 0xff && (mark < 0xd0 || mark > 0xd7)) return at
  }
  return file.length
}

/** Boxes of JPEG 2000 that hold EXIF, XMP and the like. */
const telling = ['uuid', 'xml ', 'uinf']

/** The boxes of a JPEG 2000 file that tell something, and the file without them. */
export function jpeg2000Parts(bytes: Uint8Array): { readonly bare: Uint8Array; readonly told: readonly Buffer[] } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Buffer[] = []
  const told: Buffer[] = []
  for (let at = 0; at < file.length; ) {
    const size = at + 8 <= file.length ? file.readUInt32BE(at) : 0
    const end = size < 8 ? file.length : Math.min(file.length, at + size)
    const isTold = telling.includes(file.subarray(at + 4, at + 8).toString('latin1'))
    ;(isTold ? told : kept).push(file.subarray(at, end))
    at = end
  }
  return { bare: Buffer.concat(kept), told }
}
