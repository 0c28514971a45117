import { describe, expect, it } from 'vitest'
import { gridsOf, linesOf, paperOf, rowsOf, textsOf } from './paper-of.ts'
import { cellTexts, lattice, onePage, RawPdf, stroke, text } from './raw-pdf.ts'

const xs = [100, 200, 260, 320]
const ys = [700, 676, 652]
const words = [
  ['name', 'a', 'b'],
  ['permits', '1', '2'],
]
const texts = cellTexts(xs, ys, words)

async function readRows(content: string, resources = '') {
  return gridsOf(await paperOf(onePage({ content, resources }))).map(rowsOf)
}

describe('rules are read however they were drawn', () => {
  const thinBox = (x0: number, y0: number, x1: number, y1: number) =>
    `${x0 - 0.3} ${y0 - 0.3} ${x1 - x0 + 0.6} ${y1 - y0 + 0.6} re f\n`
  const picture = (x0: number, y0: number, x1: number, y1: number) =>
    `q ${x1 - x0 || 0.5} 0 0 ${y1 - y0 || 0.5} ${x0} ${y0} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q\n`
  const dots = (x0: number, y0: number, x1: number, y1: number) => {
    const steps = Math.max(x1 - x0, y1 - y0) / 2
    return Array.from({ length: steps + 1 }, (_, at) => {
      const [x, y] = [x0 + ((x1 - x0) * at) / steps, y0 + ((y1 - y0) * at) / steps]
      return `${x - 0.4} ${y - 0.4} 0.8 0.8 re f\n`
    }).join('')
  }
  const dashes = (x0: number, y0: number, x1: number, y1: number) => {
    const steps = Math.round(Math.max(x1 - x0, y1 - y0) / 8)
    return Array.from({ length: steps }, (_, at) => {
      const [dx, dy] = [(x1 - x0) / steps, (y1 - y0) / steps]
      return stroke(x0 + dx * at, y0 + dy * at, x0 + dx * (at + 0.6), y0 + dy * (at + 0.6))
    }).join('')
  }
  const twice = (x0: number, y0: number, x1: number, y1: number) =>
    x0 === x1
      ? stroke(x0 - 0.8, y0, x1 - 0.8, y1) + stroke(x0 + 0.8, y0, x1 + 0.8, y1)
      : stroke(x0, y0 - 0.8, x1, y1 - 0.8) + stroke(x0, y0 + 0.8, x1, y1 + 0.8)

  it.each([
    ['strokes', stroke],
    ['a dash pattern', (...at: [number, number, number, number]) => `[3 2] 0 d ${stroke(...at)}`],
    ['thin filled boxes', thinBox],
    ['squeezed pictures', picture],
    ['rows of dots', dots],
    ['separate dashes', dashes],
    ['double lines', twice],
  ])('%s', async (_, line) => {
    expect(await readRows(lattice(xs, ys, line) + texts)).toEqual([words])
  })

  it('one box for each cell', async () => {
    const boxes = ys
      .slice(1)
      .flatMap((y, r) => xs.slice(1).map((x, c) => `${xs[c]} ${y} ${x - (xs[c] ?? 0)} ${(ys[r] ?? 0) - y} re S\n`))
    expect(await readRows(boxes.join('') + texts)).toEqual([words])
  })

  it('a frame filled between two boxes for each cell', async () => {
    const boxes = ys.slice(1).flatMap((y, r) =>
      xs.slice(1).map((x, c) => {
        const [left, width, height] = [xs[c] ?? 0, x - (xs[c] ?? 0), (ys[r] ?? 0) - y]
        return `${left} ${y} ${width} ${height} re ${left + 1} ${y + 1} ${width - 2} ${height - 2} re f*\n`
      }),
    )
    expect(await readRows(boxes.join('') + texts)).toEqual([words])
  })

  it('a form drawn elsewhere and moved into place', async () => {
    const pdf = new RawPdf()
    const form = pdf.addStream(
      '/Type /XObject /Subtype /Form /BBox [-100 -100 900 900] /Matrix [1 0 0 1 -50 -60] ' +
        '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>',
      lattice(xs, ys) + texts,
    )
    pdf.addPage({ content: 'q 0.5 0 0 0.5 0 0 cm /X Do Q', resources: `/XObject << /X ${form} 0 R >>` })
    const [grid] = gridsOf(await paperOf(pdf.bytes()))
    expect(rowsOf(grid)).toEqual(words)
    const at = grid?.cells[0]?.at
    expect(at && 'box' in at ? at.box.map(Math.round) : []).toEqual([25, 308, 75, 320])
  })

  it('and a heading underlined is no table', async () => {
    const content = text(100, 750, 'heading') + stroke(90, 745, 500, 745) + lattice(xs, ys) + texts
    const paper = await paperOf(onePage({ content }))
    expect(gridsOf(paper).map(rowsOf)).toEqual([words])
    expect(textsOf(paper)).toEqual(['heading'])
  })
})

describe('a cell is bounded where a rule runs', () => {
  it('so that a missing piece of a rule merges two cells', async () => {
    const partial = stroke(200, 652, 200, 676) + stroke(260, 652, 260, 700)
    const frame = [100, 320].map(x => stroke(x, 652, x, 700)).join('') + ys.map(y => stroke(100, y, 320, y)).join('')
    const content =
      frame + partial + text(104, 682, 'long name') + text(264, 682, 'b') + cellTexts(xs, ys, [[], words[1] ?? []])
    expect(await readRows(content)).toEqual([
      [
        ['long name 1×2', 'b'],
        ['permits', '1', '2'],
      ],
    ])
  })

  it('so that rules which end above and below a low row leave it whole', async () => {
    const low = [700, 676, 667, 643]
    const across = low.map(y => stroke(100, y, 320, y)).join('')
    const down = [100, 320].map(x => stroke(x, 643, x, 700)).join('')
    const inner = stroke(200, 676, 200, 700) + stroke(200, 643, 200, 667)
    const content = across + down + inner + text(104, 669, 'whole row', 7) + text(104, 682, 'a') + text(204, 649, 'b')
    expect(await readRows(content)).toEqual([[['a', ''], ['whole row 1×2'], ['', 'b']]])
  })

  it('and a table open at the foot of its page has its last row', async () => {
    const down = xs.map(x => stroke(x, 652, x, 700)).join('')
    const across = [700, 676].map(y => stroke(100, y, 320, y)).join('')
    expect(await readRows(down + across + texts)).toEqual([words])
  })
})

describe('text that does not keep to its cell', () => {
  it('is not cut in two when it runs over the rule', async () => {
    const content = lattice([100, 130, 260], [700, 676]) + text(102, 682, '4053154.60')
    expect(await readRows(content)).toEqual([[['4053154.60', '']]])
  })

  it('belongs to the cell it ends in when set to the right', async () => {
    const content = lattice([100, 200, 230], [700, 676]) + text(176, 682, '4053154.60')
    expect(await readRows(content)).toEqual([[['', '4053154.60']]])
  })

  it('is parted at the rule when two cells are filled to the edge', async () => {
    const content = lattice([100, 122.24, 160], [700, 676]) + text(100, 682, '1234') + text(122.24, 682, '567')
    expect(await readRows(content)).toEqual([[['1234', '567']]])
  })

  it('is parted when one text operator fills a whole row', async () => {
    const row = 'BT /F1 10 Tf 1 0 0 1 104 682 Tm [(name) -7000 (12) -4500 (34)] TJ ET'
    expect(await readRows(`${lattice(xs, [700, 676])}${row}`)).toEqual([[['name', '12', '34']]])
  })
})

describe('the pen of the page', () => {
  it('moves by character and word spacing, stretch and rise', async () => {
    const content =
      `q ${text(100, 700, 'aa bb', 10, '4 Tc 20 Tw 200 Tz 5 Ts')} Q` +
      text(100, 600, 'ab') +
      'BT /F1 10 Tf 100 500 Td 14 TL (up) Tj T* (down) Tj ET'
    const lines = linesOf(await paperOf(onePage({ content })))
    expect(lines.map(line => line.text)).toEqual(['a a            b b', 'ab', 'up', 'down'])
    const first = lines[0]?.pieces?.map(piece => Math.round(piece.x0))
    // Helvetica's a is 5.56 wide, its space 2.78: (5.56 + 4) * 2 on, then the same and (2.78 + 4 + 20) * 2.
    expect(first).toEqual([100, 119, 192, 211])
    const at = lines[0]?.at
    expect(at && 'box' in at ? Math.round(at.box[1]) : 0).toBe(704)
    expect(lines.slice(2).map(({ at }) => ('box' in at ? Math.round(at.box[1]) : 0))).toEqual([499, 485])
  })

  it('fills in the fields of a form', async () => {
    const pdf = new RawPdf()
    const look = pdf.addStream(
      '/Type /XObject /Subtype /Form /BBox [0 0 100 20] ' +
        '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>',
      text(2, 6, '54'),
    )
    const field = pdf.add(
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /V (54) /F 4 /Rect [204 676 304 696] /AP << /N ${look} 0 R >> >>`,
    )
    pdf.addPage({
      content: lattice([100, 200, 320], [700, 676]) + text(104, 682, 'new'),
      extra: `/Annots [${field} 0 R]`,
    })
    expect(gridsOf(await paperOf(pdf.bytes())).map(rowsOf)).toEqual([[['new', '54']]])
  })

  it('is followed on a page turned for viewing, and places stay those of the file', async () => {
    const turned = `q 0 1 -1 0 842 0 cm ${lattice(xs, ys)}${texts} Q`
    const paper = await paperOf(onePage({ content: turned, extra: '/Rotate 90', width: 842, height: 595 }))
    const [grid] = gridsOf(paper)
    expect(rowsOf(grid)).toEqual(words)
    const at = grid?.cells[0]?.at
    expect(at && 'box' in at ? at.box.map(Math.round) : []).toEqual([142, 100, 166, 200])
  })

  it('draws nothing outside a clip', async () => {
    const content = `q 90 690 200 30 re W n ${text(100, 700, 'seen')}${text(100, 400, 'hidden')} Q${text(100, 300, 'after')}`
    expect(textsOf(await paperOf(onePage({ content })))).toEqual(['seen', 'after'])
  })

  it('draws nothing in a layer that is switched off', async () => {
    const pdf = new RawPdf()
    const layer = pdf.add('<< /Type /OCG /Name (draft) >>')
    pdf.catalog = `/OCProperties << /OCGs [${layer} 0 R] /D << /OFF [${layer} 0 R] >> >>`
    const content = `/OC /L BDC ${text(100, 700, 'draft')} EMC ${text(100, 600, 'final')}`
    pdf.addPage({ content, resources: `/Properties << /L ${layer} 0 R >>` })
    expect(textsOf(await paperOf(pdf.bytes()))).toEqual(['final'])
  })

  it('printing a word twice over itself prints it once', async () => {
    const content = text(100, 700, 'so bold') + text(113.6, 700, 'bold') + text(100, 600, '11 ll ..', 10, '-1 Tc')
    expect(textsOf(await paperOf(onePage({ content })))).toEqual(['so bold', '11 ll ..'])
  })
})
