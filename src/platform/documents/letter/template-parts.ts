/** What of an edited Word template matters to its check: paragraphs, slots, and whatever has no business in it. */
import { defaultLimits, type Limits } from '../limits.ts'
import { scanXml, type XmlHandler, xmlText } from '../read/xml.ts'
import { Zip } from '../read/zip.ts'

/** A thing that must not be in a template; `what` names it in the file's own words. */
export interface Intruder {
  readonly kind: 'macro' | 'external' | 'embedded' | 'field' | 'tracked' | 'hidden'
  readonly what: string
}

export interface TemplateParts {
  /** Texts of the paragraphs of the body, in order, without spaces. */
  readonly body: readonly string[]
  /** Those of headers and footers. */
  readonly margins: readonly string[]
  readonly intruders: readonly Intruder[]
}

const bodyPart = 'word/document.xml'
const marginPart = /^word\/(?:header|footer|footnotes|endnotes)\d*\.xml$/
const programme = /(?:vbaProject|vbaData|activeX|customUI|macrosheet)/i
const embedded = /^word\/(?:embeddings|afchunk|attachedToolbars)/i
/** Fields that only count pages; any other could fetch or compute. */
const harmlessField = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i

/** Reads the docx within the limits. Throws DocumentError where it is none, or broken. */
export function templateParts(bytes: Uint8Array, limits: Limits = defaultLimits): TemplateParts {
  const zip = new Zip(bytes, limits)
  zip.checkNames()
  const intruders: Intruder[] = []
  const read = (name: string): string[] => {
    const entry = zip.find(name)
    return entry ? paragraphsOf(xmlText(zip.bytesOf(entry)), limits, intruders) : []
  }
  const names = zip.entries.map(({ name }) => name)
  for (const name of names) {
    if (programme.test(name)) intruders.push({ kind: 'macro', what: name })
    if (embedded.test(name)) intruders.push({ kind: 'embedded', what: name })
    const entry = name.endsWith('.rels') ? zip.find(name) : undefined
    if (entry) intruders.push(...externals(xmlText(zip.bytesOf(entry)), limits))
  }
  const types = zip.find('[Content_Types].xml')
  if (types && /macroEnabled/i.test(xmlText(zip.bytesOf(types)))) {
    intruders.push({ kind: 'macro', what: '[Content_Types].xml' })
  }
  return {
    body: read(bodyPart),
    margins: names.filter(name => marginPart.test(name)).flatMap(read),
    intruders,
  }
}

function externals(xml: string, limits: Limits): Intruder[] {
  const found: Intruder[] = []
  scanXml(
    xml,
    {
      open: (name, attributes) => {
        if (name === 'Relationship' && attributes.get('TargetMode')?.toLowerCase() === 'external') {
          found.push({ kind: 'external', what: attributes.get('Target') ?? '' })
        }
        return undefined
      },
      close: () => undefined,
      text: () => undefined,
    },
    limits,
  )
  return found
}

/** Texts paragraph by paragraph, those of boxes within a paragraph as their own; intruders are added as met. */
function paragraphsOf(xml: string, limits: Limits, intruders: Intruder[]): string[] {
  const paragraphs: string[] = []
  const open: string[] = []
  let inText = false
  let inField = false
  let field = ''
  const handler: XmlHandler = {
    open: (name, attributes) => {
      if (name === 'p') open.push('')
      if (name === 't') inText = true
      if (name === 'instrText') inField = true
      if (name === 'fldSimple') judge(attributes.get('instr') ?? '', intruders)
      if (name === 'fldChar' && attributes.get('fldCharType') !== 'begin') {
        if (field !== '') judge(field, intruders)
        field = ''
      }
      if (/^(?:ins|del|moveFrom|moveTo)$/.test(name)) intruders.push({ kind: 'tracked', what: name })
      if (name === 'vanish' && !/^(?:0|false|off)$/.test(attributes.get('val') ?? '')) {
        intruders.push({ kind: 'hidden', what: (open.at(-1) ?? '').slice(0, 24) })
      }
      if (name === 'altChunk' || name === 'object') intruders.push({ kind: 'embedded', what: name })
      // The older drawing of a text box beside the newer one would be read twice.
      return name === 'Fallback' ? 'skip' : undefined
    },
    close: name => {
      if (name === 'p') paragraphs.push((open.pop() ?? '').replace(/\s/g, ''))
      if (name === 't') inText = false
      if (name === 'instrText') inField = false
    },
    text: value => {
      if (inField) field += value
      if (inText && open.length > 0) open.push((open.pop() ?? '') + value)
    },
  }
  scanXml(xml, handler, limits)
  return paragraphs
}

function judge(instruction: string, intruders: Intruder[]): void {
  if (!harmlessField.test(instruction)) intruders.push({ kind: 'field', what: instruction.trim().slice(0, 60) })
}
