import { describe, expect, it } from 'vitest'
import { gridsOf, paperOf, rowsOf, textsOf } from './paper-of.ts'
import { typeset } from './typst-pdf.ts'

const merged = `#table(columns: (1fr, 1fr, 1fr, 1fr), align: center + horizon,
  table.cell(colspan: 2, rowspan: 2)[甲乙], table.cell(colspan: 2)[丙],
  [丁], [戊],
  table.cell(rowspan: 2)[己], [1], [2], [3],
  [4], table.cell(colspan: 2)[5 件])`
const mergedRows = [
  ['甲乙 2×2', '丙 1×2'],
  ['丁', '戊'],
  ['己 2×1', '1', '2', '3'],
  ['4', '5 件 1×2'],
]

describe('a ruled table', () => {
  it('keeps merged cells', async () => {
    const [grid] = gridsOf(await paperOf(typeset(merged)))
    expect(rowsOf(grid)).toEqual(mergedRows)
    expect([grid?.width, grid?.height]).toEqual([4, 4])
  })

  it('keeps them on a page that is looked at sideways', async () => {
    const [grid] = gridsOf(await paperOf(typeset(`#rotate(90deg, reflow: true)[#block(width: 400pt)[${merged}]]`)))
    expect(rowsOf(grid)).toEqual(mergedRows)
  })

  it('says where each cell stands', async () => {
    const [grid] = gridsOf(await paperOf(typeset('#table(columns: (100pt, 50pt), rows: 30pt, [左], [右])')))
    const boxes = grid?.cells.map(({ at }) => ('box' in at ? at.box.map(Math.round) : []))
    expect(boxes).toEqual([
      [60, 752, 160, 782],
      [160, 752, 210, 782],
    ])
  })

  it('keeps the lines of a wrapped cell, and words apart that stand apart', async () => {
    const source = '#table(columns: (48pt, 90pt), [4053154.\\ 60], [行政 许可])'
    const [grid] = gridsOf(await paperOf(typeset(source)))
    expect(rowsOf(grid)).toEqual([['4053154.\n60', '行政 许可']])
  })

  it('gives empty cells as empty', async () => {
    const [grid] = gridsOf(await paperOf(typeset('#table(columns: 3 * (60pt,), [一], [], [三], [], [], [])')))
    expect(rowsOf(grid)).toEqual([
      ['一', '', '三'],
      ['', '', ''],
    ])
  })

  it('reads a label set one character under the other, and one turned on its side', async () => {
    const source = `#table(columns: (24pt, 24pt, 60pt), table.cell(rowspan: 2)[办\\ 理\\ 结\\ 果],
      table.cell(rowspan: 2, rotate(-90deg, reflow: true)[办理结果]), [1], [2])`
    const [grid] = gridsOf(await paperOf(typeset(source)))
    expect(rowsOf(grid)).toEqual([['办\n理\n结\n果 2×1', '办理结果 2×1', '1'], ['2']])
  })
})

describe('several tables', () => {
  it('share no column lines when one stands above the other', async () => {
    const source = `#table(columns: (100pt, 100pt, 100pt), [一], [二], [三])
      中间的话
      #table(columns: (130pt, 130pt), [四], [五])`
    const paper = await paperOf(typeset(source))
    expect(gridsOf(paper).map(rowsOf)).toEqual([[['一', '二', '三']], [['四', '五']]])
    expect(paper.blocks.map(({ kind }) => kind)).toEqual(['grid', 'text', 'grid'])
  })

  it('share no row lines when they stand side by side, and go left to right', async () => {
    const source = `#grid(columns: 2, column-gutter: 12pt,
      table(columns: 2 * (60pt,), rows: 24pt, [甲], [1], [乙], [2]),
      table(columns: 3 * (50pt,), rows: 16pt, [丙], [3], [4], [丁], [5], [6], [戊], [7], [8]))`
    const grids = gridsOf(await paperOf(typeset(source)))
    expect(grids.map(rowsOf)).toEqual([
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
      [
        ['丙', '3', '4'],
        ['丁', '5', '6'],
        ['戊', '7', '8'],
      ],
    ])
  })

  it('stay one grid a page when a table runs on', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => `[第${at + 1}行], [${at + 1}]`).join(', ')
    const source = `#set page(footer: align(center)[— #context counter(page).display() —])
      #table(columns: (200pt, 100pt), table.header([名称], [数量]), ${rows})`
    const paper = await paperOf(typeset(source))
    const grids = gridsOf(paper)
    expect(grids.length).toBe(2)
    expect(grids.map(grid => rowsOf(grid)[0])).toEqual([
      ['名称', '数量'],
      ['名称', '数量'],
    ])
    const numbers = grids.flatMap(grid => rowsOf(grid).map(row => row[1]))
    expect(numbers.filter(number => number !== '数量')).toEqual(Array.from({ length: 60 }, (_, at) => String(at + 1)))
    expect(textsOf(paper)).toEqual(['— 1 —', '— 2 —'])
  })
})

describe('what is no ruled table', () => {
  it('stays lines whose words keep their columns, when it has no rules', async () => {
    const paper = await paperOf(
      typeset('#table(columns: 3 * (100pt,), stroke: none, [名称], [甲], [乙], [许可], [1], [2])'),
    )
    expect(gridsOf(paper)).toEqual([])
    const [head, row] = paper.blocks.flatMap(block => (block.kind === 'text' ? [block.pieces ?? []] : []))
    expect(head?.map(piece => piece.text)).toEqual(['名称', '甲', '乙'])
    expect(row?.map(piece => piece.text)).toEqual(['许可', '1', '2'])
    expect(row?.map(piece => Math.round(piece.x0))).toEqual(head?.map(piece => Math.round(piece.x0)))
    expect(textsOf(paper)[1]).toMatch(/^许可 {10,}1 {10,}2$/)
  })

  it('stays lines when only rules across part its rows', async () => {
    const source =
      '#table(columns: 2 * (100pt,), stroke: (x, y) => (top: 1pt, bottom: 1pt), [名称], [数量], [许可], [7])'
    const paper = await paperOf(typeset(source))
    expect(gridsOf(paper)).toEqual([])
    expect(textsOf(paper).map(text => text.replace(/ +/, ' '))).toEqual(['名称 数量', '许可 7'])
  })

  it('stays lines inside a decorative frame, with the tables it holds', async () => {
    const source = `#rect(width: 100%, inset: 12pt)[第一句。 #table(columns: 2 * (80pt,), [甲], [1]) 第二句。]`
    const paper = await paperOf(typeset(source))
    expect(gridsOf(paper).map(rowsOf)).toEqual([[['甲', '1']]])
    expect(textsOf(paper)).toEqual(['第一句。', '第二句。'])
  })

  it('keeps a watermark out of the cells', async () => {
    const source = `#place(center, rotate(-40deg, text(60pt, luma(220))[内部资料]))
      #table(columns: 3 * (140pt,), rows: 30pt, [甲], [乙], [丙], [1], [2], [3], [4], [5], [6])`
    const paper = await paperOf(typeset(source))
    expect(gridsOf(paper).map(rowsOf)).toEqual([
      [
        ['甲', '乙', '丙'],
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
    ])
    expect(textsOf(paper)).toEqual(['内部资料'])
  })
})

describe('a table without side lines', () => {
  it('takes its outer columns from the reach of its rules', async () => {
    const source = `#table(columns: 3 * (100pt,), stroke: (x, y) => (top: 1pt, bottom: 1pt, left: if x > 0 { 1pt }),
      [名称], [甲], [乙], [许可], [1], [2])`
    expect(gridsOf(await paperOf(typeset(source))).map(rowsOf)).toEqual([
      [
        ['名称', '甲', '乙'],
        ['许可', '1', '2'],
      ],
    ])
  })
})

describe('rules left out between rows or columns', () => {
  it('do not make one number of those below each other', async () => {
    const source = `#table(columns: 3 * (90pt,), stroke: (x, y) => (left: 1pt, right: 1pt, top: if y < 2 { 1pt }, bottom: if y in (0, 3) { 1pt }),
      [名称], [甲], [乙], [许可], [1], [2], [处罚], [3], [4], [强制], [5], [])`
    expect(gridsOf(await paperOf(typeset(source))).map(rowsOf)).toEqual([
      [
        ['名称', '甲', '乙'],
        ['许可', '1', '2'],
        ['处罚', '3', '4'],
        ['强制', '5', ''],
      ],
    ])
  })

  it('but a number wrapped in its narrow cell stays one', async () => {
    const source = '#table(columns: 3 * (40pt,), [许可], [40531\\ 54], [51234\\ 60])'
    expect(gridsOf(await paperOf(typeset(source))).map(rowsOf)).toEqual([[['许可', '40531\n54', '51234\n60']]])
  })

  it('nor one cell of those beside each other', async () => {
    const source = `#table(columns: 3 * (90pt,), stroke: (x, y) => (top: 1pt, bottom: 1pt, left: if y == 0 or x == 0 { 1pt }, right: if y == 0 or x == 2 { 1pt }),
      [名称], [甲], [乙], [许可], [1], [2], table.cell(colspan: 3)[合并的一行有 3 件])`
    expect(gridsOf(await paperOf(typeset(source))).map(rowsOf)).toEqual([
      [['名称', '甲', '乙'], ['许可', '1', '2'], ['合并的一行有 3 件 1×3']],
    ])
  })
})

describe('prose in two columns', () => {
  it('is read column after column, its heading first', async () => {
    const sentence = (word: string) => `${word}本机关主动公开信息并答复申请全年未收取费用。`.repeat(12)
    const source = `#align(center)[标题一行写在两栏之上，长得足以越过中缝，所以它自己是一行]
      #columns(2, gutter: 20pt)[${sentence('左')} #colbreak() ${sentence('右')}]`
    const texts = textsOf(await paperOf(typeset(source)))
    expect(texts[0]).toContain('标题')
    expect(texts.slice(1).join('')).toBe(sentence('左') + sentence('右'))
  })
})
