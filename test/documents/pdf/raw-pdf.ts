/** PDFs written by hand, for what no honest program writes. */

/** Parts of a PDF page as they stand in the file. */
export interface RawPage {
  readonly content: string
  /** Inside of the resources dictionary beside the fonts. */
  readonly resources?: string
  /** Inside of the page dictionary. */
  readonly extra?: string
  readonly width?: number
  readonly height?: number
}

/** Collects objects and writes them with a sound cross-reference table. */
export class RawPdf {
  readonly #objects: string[] = ['', '']
  readonly #pages: number[] = []
  trailer = ''
  /** Inside of the catalog. */
  catalog = ''
  /** What the page tree says of itself; the truth when undefined. */
  count: number | undefined

  /** Adds an object and gives its number; objects 1 and 2 are the catalog and the page tree. */
  add(body: string): number {
    this.#objects.push(body)
    return this.#objects.length
  }

  addStream(dictionary: string, content: string): number {
    return this.add(`<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }

  addPage({ content, resources = '', extra = '', width = 595, height = 842 }: RawPage) {
    const stream = this.addStream('', content)
    const fonts = `/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> ${this.#fonts} >>`
    this.#pages.push(
      this.add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${stream} 0 R ` +
          `/Resources << ${fonts} ${resources} >> ${extra} >>`,
      ),
    )
  }

  #fonts = ''

  /** A Chinese font that is named and not embedded, as office programs of the nineties wrote it. */
  addChineseFont(name: string, encoding: string) {
    const descriptor = this.add(
      '<< /Type /FontDescriptor /FontName /SimSun /Flags 6 /FontBBox [0 -141 1000 859] /ItalicAngle 0 ' +
        '/Ascent 859 /Descent -141 /CapHeight 700 /StemV 80 >>',
    )
    const cid = this.add(
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000 ' +
        `/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor ${descriptor} 0 R >>`,
    )
    const font = this.add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [${cid} 0 R] >>`,
    )
    this.#fonts += `/${name} ${font} 0 R `
  }

  bytes(): Uint8Array {
    const kids = this.#pages.map(page => `${page} 0 R`).join(' ')
    this.#objects[0] = `<< /Type /Catalog /Pages 2 0 R ${this.catalog} >>`
    this.#objects[1] = `<< /Type /Pages /Kids [${kids}] /Count ${this.count ?? this.#pages.length} >>`
    let text = '%PDF-1.7\n'
    const offsets = this.#objects.map((body, at) => {
      const offset = text.length
      text += `${at + 1} 0 obj\n${body}\nendobj\n`
      return offset
    })
    const start = text.length
    const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
    const size = this.#objects.length + 1
    text += `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R ${this.trailer} >>\n`
    return Uint8Array.from(Buffer.from(`${text}startxref\n${start}\n%%EOF\n`, 'latin1'))
  }
}

export function onePage(page: RawPage): Uint8Array {
  const pdf = new RawPdf()
  pdf.addPage(page)
  return pdf.bytes()
}

/** Latin text in Helvetica at a place; `before` are text operators in force. */
export function text(x: number, y: number, words: string, size = 10, before = ''): string {
  return `BT /F1 ${size} Tf ${before} 1 0 0 1 ${x} ${y} Tm (${words}) Tj ET\n`
}

/** Text in several cells of a lattice: rows from the top, each cell's text near its left lower corner. */
export function cellTexts(xs: readonly number[], ys: readonly number[], rows: readonly (readonly string[])[]): string {
  return rows
    .flatMap((row, r) => row.map((words, c) => (words ? text((xs[c] ?? 0) + 4, (ys[r + 1] ?? 0) + 6, words) : '')))
    .join('')
}

export function stroke(x0: number, y0: number, x1: number, y1: number): string {
  return `${x0} ${y0} m ${x1} ${y1} l S\n`
}

/** Every line of a lattice, drawn as one asks: by default stroked. */
export function lattice(xs: readonly number[], ys: readonly number[], line = stroke): string {
  const [left = 0, right = 0] = [Math.min(...xs), Math.max(...xs)]
  const [bottom = 0, top = 0] = [Math.min(...ys), Math.max(...ys)]
  return [...xs.map(x => line(x, bottom, x, top)), ...ys.map(y => line(left, y, right, y))].join('')
}
