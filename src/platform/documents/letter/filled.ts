/** A filled template as the page it makes: its paragraphs and tables in their order, with what of their look PDF keeps. */
import type { PageTable } from '../../../paper/page.ts'
import { defaultLimits, type Limits } from '../limits.ts'
import { scanXml, type XmlHandler, xmlText } from '../read/xml.ts'
import { Zip } from '../read/zip.ts'
import { ParagraphReading } from './filled-paragraph.ts'
import { type Styles, stylesOf } from './filled-styles.ts'
import { TableReading } from './filled-table.ts'
import type { FilledLetter, FilledLine } from './filled-types.ts'

/** Reads a filled template. Throws `DocumentError` where it is no Word file. */
export function filledLetter(docx: Uint8Array, limits: Limits = defaultLimits): FilledLetter {
  const zip = new Zip(docx, limits)
  zip.checkNames()
  const read = (name: string) => {
    const entry = zip.find(name)
    return entry ? xmlText(zip.bytesOf(entry)) : null
  }
  const styles = stylesOf(read('word/styles.xml'), limits)
  const blocksIn = (name: string) => {
    const xml = read(name)
    return xml === null ? [] : blocksOf(xml, styles, limits)
  }
  const running = (part: RegExp) => {
    const names = zip.entries.map(({ name }) => name).filter(name => part.test(name))
    const texts = names.flatMap(blocksIn).flatMap(block => (block.kind === 'line' ? [block.text.trim()] : []))
    return [...new Set(texts.filter(text => text !== '' && !pageNumber.test(text)))]
  }
  return {
    blocks: blocksIn('word/document.xml'),
    head: running(/^word\/header\d*\.xml$/),
    foot: running(/^word\/footer\d*\.xml$/),
  }
}

/** What is left of a page number: its dashes, and the number the editor last saw. */
const pageNumber = /^[\s—–-]*\d*[\s—–-]*$/

function blocksOf(xml: string, styles: Styles, limits: Limits): FilledLetter['blocks'] {
  const blocks: (FilledLine | PageTable)[] = []
  const table = new TableReading()
  // A text box stands within the paragraph it hangs on: then two are open.
  const open: ParagraphReading[] = []
  const handler: XmlHandler = {
    open: (name, attributes) => {
      if (name === 'p') open.push(new ParagraphReading(styles))
      else if (!table.opens(name, attributes)) open.at(-1)?.opens(name, attributes)
      // The older drawing of a text box beside the newer one would be read twice.
      return name === 'Fallback' ? 'skip' : undefined
    },
    close: name => {
      if (name === 'p') {
        const line = open.pop()?.line()
        if (line && !table.takes(line)) blocks.push(line)
        return
      }
      open.at(-1)?.closes(name)
      const made = table.closes(name)
      if (made) blocks.push(made)
    },
    text: value => open.at(-1)?.text(value),
  }
  scanXml(xml, handler, limits)
  return blocks
}
