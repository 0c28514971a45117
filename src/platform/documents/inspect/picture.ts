/** What a photograph or scan says beside what it shows: camera, time, place, words. */
import { readExif } from '../pictures/exif.ts'
import { toldBy } from '../pictures/told.ts'
import type { Findings } from './collect.ts'

/** `part` names the picture within its document. Whatever is broken is passed over: what can be read is told. */
export function inspectPicture(bytes: Uint8Array, type: 'jpeg' | 'png', findings: Findings, part?: string): void {
  const where = part === undefined ? {} : { part }
  for (const { name, body } of toldBy(bytes, type)) {
    if (name === 'exif') {
      const { words, position } = readExif(body)
      findings.add('exif', words, where)
      if (position !== undefined) findings.add('gps', position, where)
    } else if (name === 'xmp') findings.add('xmp', body.toString('utf8').replace(/<[^>]*>/g, ' '), where)
    else findings.add('picture_text', body.toString('utf8'), where)
  }
}
