/**
 * Pages that stay as they are, taken over with what they use and nothing else. Programs often give all pages one list
 * of resources: without pruning, the picture of a redacted page would come along with its neighbour.
 */
import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFObjectCopier,
  type PDFPageLeaf,
  PDFRawStream,
  type PDFRef,
  PDFStream,
} from 'pdf-lib'
import { bareAllPhotographs } from '../../pictures/in-pdf.ts'
import type { PixelReason } from '../request.ts'

/** A PDF whose structure is understood well enough to take pages over. */
export interface Source {
  readonly pages: number
  /** Why a page cannot stay as it is; null where it can. */
  readonly unfit: (number: number) => PixelReason | null
  /** Adds the page to another document. */
  readonly copyTo: (document: PDFDocument, number: number) => void
}

/** Opens the structure; undefined where it is encrypted or not wholly sound: then every page has to become pixels. */
export async function openSource(bytes: Uint8Array): Promise<Source | undefined> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    throwOnInvalidObject: true,
    parseSpeed: ParseSpeeds.Fastest,
  }).catch(() => undefined)
  if (document === undefined || !isBared(document)) return undefined
  const pages = document.getPages().map(({ node }) => node)
  const leaf = (number: number): PDFPageLeaf => {
    const page = pages[number - 1]
    if (page === undefined) throw new Error(`the PDF has no page ${number}`)
    return page
  }
  return {
    pages: pages.length,
    unfit: number => unfit(leaf(number)),
    copyTo: (target, number) => copy(document, leaf(number), target),
  }
}

const key = PDFName.of.bind(PDFName)

/** Takes out what photographs say beside the picture; false where one of them is not understood. */
function isBared(document: PDFDocument): boolean {
  try {
    bareAllPhotographs(document)
    return true
  } catch {
    return false
  }
}

/** Annotations that show nothing of their own. */
const bare = ['/Link', '/Popup']

function unfit(page: PDFPageLeaf): PixelReason | null {
  try {
    const annotations = page.Annots()?.asArray() ?? []
    const shows = annotations.some(each => {
      const annotation = page.context.lookup(each)
      return annotation instanceof PDFDict && !bare.includes(String(annotation.get(key('Subtype'))))
    })
    if (shows) return 'annotations'
    return pruned(page, page.Resources(), contentOf(page)).layers ? 'layers' : null
  } catch {
    // Whatever stops us from understanding the page stops us from promising anything about it.
    return 'unreadable_structure'
  }
}

function copy(source: PDFDocument, page: PDFPageLeaf, target: PDFDocument): void {
  const content = contentOf(page)
  const { resources } = pruned(page, page.Resources(), content)
  const copier = PDFObjectCopier.for(source.context, target.context)
  const size = page.MediaBox().asRectangle()
  const added = target.addPage([size.width, size.height]).node
  added.set(key('MediaBox'), copier.copy(page.MediaBox()))
  for (const name of ['CropBox', 'Rotate', 'UserUnit']) {
    const value = page.getInheritableAttribute(key(name))
    if (value !== undefined) added.set(key(name), copier.copy(source.context.lookup(value) ?? value))
  }
  added.set(key('Resources'), copier.copy(resources))
  added.set(key('Contents'), target.context.register(target.context.flateStream(content)))
}

/** The operators of the page, its streams joined. */
function contentOf(page: PDFPageLeaf): Uint8Array {
  const contents = page.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray().map(each => page.context.lookup(each)) : [contents]
  const newline = Uint8Array.of(10)
  return Buffer.concat(streams.flatMap(stream => (stream === undefined ? [] : [decoded(stream), newline])))
}

function decoded(stream: PDFObject): Uint8Array {
  if (stream instanceof PDFRawStream) return decodePDFRawStream(stream).decode()
  if (stream instanceof PDFStream) return stream.getContents()
  throw new Error('a content of the page is no stream')
}

/** Every name in the operators, be it in a text: one too many does less harm than one missed. */
function namesIn(content: Uint8Array): ReadonlySet<string> {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')
  return new Set([...text.matchAll(/\/([^\s<>[\](){}/%]+)/g)].map(([, name = '']) => PDFName.of(name).asString()))
}

interface Pruned {
  readonly resources: PDFDict
  /** Whether it uses layers that can be switched on and off: outside their document they would all show. */
  readonly layers: boolean
}

const mostNested = 24
/** Between the operators: photographs, which are not looked into there, and words in the place of those shown. */
const unlooked = ['/DCT', '/DCTDecode', '/ActualText', '/Alt']
const replacing = ['ActualText', 'Alt']
const lists = ['ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'XObject', 'Font', 'Properties'].map(key)
/** What streams carry about themselves beside what is drawn. */
const asides = [
  'Metadata',
  'PieceInfo',
  'OPI',
  'LastModified',
  'Alternates',
  'Ref',
  'StructParent',
  'StructParents',
].map(key)

/** The resources that the operators name, forms and patterns in them pruned alike. */
function pruned(owner: PDFDict, resources: PDFDict | undefined, content: Uint8Array, depth = 0): Pruned {
  if (depth > mostNested) throw new Error('forms are nested too deep')
  const { context } = owner
  const result = PDFDict.withContext(context)
  const used = new Set(namesIn(content))
  if (unlooked.some(name => used.has(name))) throw new Error('more stands between the operators than is shown')
  let layers = false
  // Forms without resources of their own use those of the page.
  for (const name of [...used]) for (const inner of namesOfBareForm(resources, name)) used.add(inner)
  for (const list of lists) {
    const entries = resources?.lookupMaybe(list, PDFDict)
    if (entries === undefined) continue
    const kept = PDFDict.withContext(context)
    for (const [name, value] of entries.entries()) {
      if (!used.has(name.asString())) continue
      const object = context.lookup(value)
      layers ||= isLayered(object)
      if (object instanceof PDFDict && replacing.some(name => object.has(key(name))))
        throw new Error('words in their place')
      const inner = object instanceof PDFRawStream ? prunedStream(object, depth) : { object: value, layers: false }
      layers ||= inner.layers
      kept.set(name, inner.object)
    }
    if (kept.entries().length > 0) result.set(list, kept)
  }
  return { resources: result, layers }
}

function namesOfBareForm(resources: PDFDict | undefined, name: string): Iterable<string> {
  const form = resources?.lookupMaybe(key('XObject'), PDFDict)?.lookup(PDFName.of(name.slice(1)))
  const isBare = form instanceof PDFRawStream && isForm(form) && form.dict.get(key('Resources')) === undefined
  return isBare ? namesIn(decoded(form)) : []
}

function isForm({ dict }: PDFRawStream): boolean {
  return dict.get(key('Subtype')) === key('Form') || dict.get(key('PatternType')) !== undefined
}

function isLayered(object: PDFObject | undefined): boolean {
  const dict = object instanceof PDFStream ? object.dict : object
  if (!(dict instanceof PDFDict)) return false
  return dict.get(key('OC')) !== undefined || /^\/OC(?:G|MD)$/.test(String(dict.get(key('Type'))))
}

/** A stream anew, without asides; a form or pattern with only the resources it names. */
function prunedStream(stream: PDFRawStream, depth: number): { object: PDFRef; layers: boolean } {
  const { context } = stream.dict
  const dict = PDFDict.fromMapWithContext(new Map(stream.dict.entries()), context)
  for (const aside of asides) dict.delete(aside)
  let layers = false
  const own = dict.lookupMaybe(key('Resources'), PDFDict)
  if (isForm(stream) && own !== undefined) {
    const inner = pruned(dict, own, decoded(stream), depth + 1)
    dict.set(key('Resources'), inner.resources)
    layers = inner.layers
  }
  const mask = dict.lookup(key('SMask'))
  if (mask instanceof PDFRawStream) dict.set(key('SMask'), prunedStream(mask, depth + 1).object)
  return { object: context.register(PDFRawStream.of(dict, stream.contents)), layers }
}
