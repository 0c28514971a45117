import { describe, expect, it } from 'vitest'
import type { PaperBlock } from '../../../paper/paper.ts'
import { defaultLimits } from '../limits.ts'
import { readTxt } from './txt.ts'

const read = (lines: readonly string[]) => readTxt(new TextEncoder().encode(lines.join('\n')), defaultLimits).blocks

/** Each block: a line as it stands, a grid as its cells with place and span. */
const shown = (blocks: readonly PaperBlock[]) =>
  blocks.map(b =>
    b.kind === 'text' ? b.text : b.cells.map(c => `${c.row},${c.column} ${c.rowSpan}x${c.colSpan} ${c.text}`),
  )

describe('a table drawn with characters', () => {
  it('given merged cells, when read, then they span what no line parts', () => {
    const lines = [
      '附表',
      '+------+------+------+',
      '| 结果 | 甲   | 1    |',
      '|      +------+------+',
      '|      | 乙          |',
      '+------+-------------+',
      '尾',
    ]
    expect(shown(read(lines))).toEqual(['附表', ['0,0 2x1 结果', '0,1 1x1 甲', '0,2 1x1 1', '1,1 1x2 乙'], '尾'])
  })

  it('given box lines and a cell of two lines, when read, then the cell keeps both, and its place is the first', () => {
    const [grid] = read(['┌──────┬────┐', '│ 商业 │ 12 │', '│ 企业 │    │', '└──────┴────┘'])
    expect(grid).toMatchObject({
      cells: [
        { text: '商业\n企业', at: { line: 2 } },
        { text: '12', at: { line: 2 } },
      ],
    })
  })

  it('given a drawing that counted every character as one place, when read, then its cells are found', () => {
    expect(shown(read(['+----+---+', '| 规章 | 0 |', '+----+---+']))).toEqual([['0,0 1x1 规章', '0,1 1x1 0']])
  })

  it('given lines that do not meet, when read, then they stay lines', () => {
    const lines = ['+----+---+', '| 规章 | 0 |  |', '+----+---+']
    expect(shown(read(lines))).toEqual(lines)
  })
})

describe('a table written in LaTeX', () => {
  it('given spans and commands, when read, then cells and words without them', () => {
    const lines = [
      '\\section{一、总体情况}',
      '\\begin{tabular}{|c|c|c|}',
      '\\hline',
      '\\multirow{2}{*}{结果} & \\multicolumn{2}{c|}{\\textbf{甲}} \\\\ \\cline{2-3}',
      ' & 乙 \\& 丙 & 10\\% \\\\ \\hline',
      '\\end{tabular}',
      '尾',
    ]
    expect(shown(read(lines))).toEqual([
      '一、总体情况',
      '',
      ['0,0 2x1 结果', '0,1 1x2 甲', '1,1 1x1 乙 & 丙', '1,2 1x1 10%'],
      '',
      '尾',
    ])
  })

  it('given a cell of two lines and a width for the table, when read, then cut neither at its break nor in its width', () => {
    const lines = [
      '\\begin{tabularx}{\\textwidth}{|l|>{\\raggedright\\arraybackslash}X|}',
      '\\makecell{商业\\\\企业} & 0 \\\\',
      '\\end{tabularx}',
    ]
    expect(shown(read(lines))).toEqual(['', ['0,0 1x1 商业\n企业', '0,1 1x1 0'], ''])
  })

  it('given words below a span, when read, then the span ends above them', () => {
    const lines = ['\\begin{tabular}{cc}', '\\multirow{3}{*}{甲} & 1 \\\\', ' & 2 \\\\', '乙 & 3', '\\end{tabular}']
    expect(shown(read(lines))[1]).toEqual(['0,0 2x1 甲', '0,1 1x1 1', '1,1 1x1 2', '2,0 1x1 乙', '2,1 1x1 3'])
  })

  it('given a table nobody closed, when read, then its lines are words', () => {
    expect(shown(read(['\\begin{tabular}{cc}', '甲 & 1 \\\\'])).join()).toContain('甲 & 1')
  })

  it('given thousands of tables nobody closed, or one beyond any form, when read, then they stay lines', () => {
    const open = Array.from({ length: 20_000 }, () => '\\begin{tabular}{c')
    expect(read(open)).toHaveLength(20_000)
    const long = [
      '\\begin{tabular}{cc}',
      ...Array.from({ length: 20_000 }, () => '甲甲甲甲 & 1 \\\\'),
      '\\end{tabular}',
    ]
    expect(read(long).every(block => block.kind === 'text')).toBe(true)
  })
})
