/** The text of a page of pixels: laid over it without ink, each sign where it is to be seen. */
import { PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFRef, PDFString } from 'pdf-lib'
import type { Glyph } from '../../read/pdf/ink.ts'
import { squareFont } from './square-font.ts'

/**
 * One font for the whole document whose every shape is a square: its codes are numbers given out as signs are met, and what each
 * stands for is said in its ToUnicode table. Nothing of the fonts of the original is in it.
 */
export class TextLayerFont {
  readonly ref: PDFRef
  readonly #document: PDFDocument
  readonly #codes = new Map<string, number>()

  constructor(document: PDFDocument) {
    this.#document = document
    this.ref = document.context.nextRef()
  }

  /** The operators that lay these glyphs, the font being named `/F`. Every sign is stretched over its own box. */
  operators(glyphs: readonly Glyph[]): string {
    const each = glyphs.flatMap(glyph => {
      const code = this.#codeOf(glyph.text)
      return code === undefined ? [] : [`${matrixOf(glyph)} Tm <${hex(code)}> Tj`]
    })
    return each.length === 0 ? '' : `BT 3 Tr /F 1 Tf\n${each.join('\n')}\nET\n`
  }

  #codeOf(text: string): number | undefined {
    const known = this.#codes.get(text)
    if (known !== undefined || this.#codes.size >= mostCodes) return known
    this.#codes.set(text, this.#codes.size + 1)
    return this.#codes.size
  }

  /** Writes the font; to be called once, after all pages. */
  write(): void {
    const { context } = this.#document
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: 'Layer',
        Flags: 4,
        FontBBox: [0, 0, 1000, 1000],
        ItalicAngle: 0,
        Ascent: 1000,
        Descent: 0,
        CapHeight: 1000,
        StemV: 80,
        FontFile2: context.register(context.flateStream(squareFont())),
      }),
    )
    const system = PDFDict.withContext(context)
    system.set(PDFName.of('Registry'), PDFString.of('Adobe'))
    system.set(PDFName.of('Ordering'), PDFString.of('Identity'))
    system.set(PDFName.of('Supplement'), PDFNumber.of(0))
    const shapes = context.obj({ Type: 'Font', Subtype: 'CIDFontType2', BaseFont: 'Layer', DW: 1000 })
    shapes.set(PDFName.of('CIDSystemInfo'), system)
    shapes.set(PDFName.of('FontDescriptor'), descriptor)
    shapes.set(PDFName.of('CIDToGIDMap'), context.register(context.flateStream(allToSquare())))
    const font = context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: 'Layer', Encoding: 'Identity-H' })
    font.set(PDFName.of('DescendantFonts'), context.obj([context.register(shapes)]))
    font.set(PDFName.of('ToUnicode'), context.register(context.flateStream(this.#toUnicode())))
    context.assign(this.ref, font)
  }

  #toUnicode(): string {
    const lines = [...this.#codes].map(([text, code]) => `<${hex(code)}> <${utf16(text)}>`)
    const blocks: string[] = []
    for (let at = 0; at < lines.length; at += mostLines) {
      const block = lines.slice(at, at + mostLines)
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
    }
    return [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /Layer def /CMapType 2 def',
      '1 begincodespacerange <0000> <FFFF> endcodespacerange',
      ...blocks,
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n')
  }
}

/** Two bytes a code. */
const mostCodes = 0xfffe
/** Entries one block of the table may have. */
const mostLines = 100

/** Every code leads to glyph 1. */
function allToSquare(): Buffer {
  return Buffer.alloc((mostCodes + 1) * 2, Uint8Array.of(0, 1))
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0')
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('')
}

/** From the square of one sign to its box, turned as the text runs. */
function matrixOf({ x0, y0, x1, y1, turn }: Glyph): string {
  const [width, height] = [Math.max(x1 - x0, 0.1), Math.max(y1 - y0, 0.1)]
  const matrix =
    turn === 1
      ? [0, height, -width, 0, x1, y0]
      : turn === 2
        ? [-width, 0, 0, -height, x1, y1]
        : turn === 3
          ? [0, -height, width, 0, x0, y1]
          : [width, 0, 0, height, x0, y0]
  return matrix.map(part => Number(part.toFixed(2))).join(' ')
}
