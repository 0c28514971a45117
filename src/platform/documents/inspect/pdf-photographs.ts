/** What the photographs in a PDF say beside what they show, and the metadata its single objects carry. */
import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'
import { photographsIn } from '../pictures/in-pdf.ts'
import { jpeg2000Parts } from '../pictures/strip.ts'
import type { Findings } from './collect.ts'
import { inspectPicture } from './picture.ts'

/** Adds what is found. A file whose structure is not understood is passed over: its copy is made of pixels alone. */
export async function inspectPhotographs(bytes: Uint8Array, findings: Findings): Promise<void> {
  const options = { updateMetadata: false, throwOnInvalidObject: false, parseSpeed: ParseSpeeds.Fastest }
  const document = await PDFDocument.load(bytes, options).catch(() => undefined)
  if (document === undefined) return
  let number = 0
  for (const photograph of photographsIn(document)) {
    number += 1
    const part = `photograph ${number}`
    if (photograph.kind === 'jpeg') inspectPicture(photograph.bytes, 'jpeg', findings, part)
    else
      for (const box of jpeg2000Parts(photograph.bytes).told) {
        findings.add(
          'exif',
          box
            .subarray(8)
            .toString('latin1')
            .replace(/[^\x20-\x7e]+/g, ' '),
          { part },
        )
      }
  }
  inspectOwnMetadata(document, findings)
}

/** Words that stand for what is shown: for a picture, or for signs no program could read. */
const replacing = ['ActualText', 'Alt'].map(name => PDFName.of(name))

function tellWords(words: PDFObject | undefined, findings: Findings): void {
  if (!(words instanceof PDFString || words instanceof PDFHexString) || words.decodeText().trim() === '') return
  findings.add('picture_text', words.decodeText(), { part: 'structure' })
}

const metadata = PDFName.of('Metadata')

/** Metadata of pictures, fonts and pages; that of the whole document is told elsewhere. */
function inspectOwnMetadata({ context, catalog }: PDFDocument, findings: Findings): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const words = dictOf(object)?.lookup(metadata)
    for (const name of replacing) tellWords(dictOf(object)?.lookup(name), findings)
    if (dictOf(object) === catalog || !(words instanceof PDFRawStream)) continue
    findings.add('xmp', wordsIn(words), { part: `object ${ref.objectNumber}` })
  }
}

function dictOf(object: PDFObject): PDFDict | undefined {
  if (object instanceof PDFDict) return object
  return object instanceof PDFRawStream ? object.dict : undefined
}

function wordsIn(stream: PDFRawStream): string {
  try {
    return Buffer.from(decodePDFRawStream(stream).decode())
      .toString('utf8')
      .replace(/<[^>]*>/g, ' ')
  } catch {
    // That it is there is what counts.
    return ''
  }
}
