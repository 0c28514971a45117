/** Cells copied from a page whose cells are paragraphs: a tab before every cell but a row's first, empty lines between. */
import type { Place, TextLine } from '../../../paper/paper.ts'

interface Cell {
  text: string
  readonly at: Place
}

/** A row of cells, or a line of running text. */
export type Part = { readonly cells: readonly Cell[] } | TextLine

const FEWEST = 20
/** Rows whose first cell has no tab. */
const FEWEST_FIRSTS = 10

/**
 * The rows of a text copied so, or null for any other text. A line without a tab begins a row, unless the line before
 * is its cell's; empty lines end nothing as long as a tab follows.
 */
export function cellsApart(lines: readonly TextLine[]): Part[] | null {
  if (!isCopiedSo(lines)) return null
  const parts: Part[] = []
  let cells: Cell[] = []
  let waiting = false
  let gap = false
  const close = () => {
    if (cells.length > 1) parts.push({ cells })
    else for (const { text, at } of cells) parts.push({ kind: 'text', text, at })
    cells = []
  }
  for (const line of lines) {
    const [tab, text] = line.text.startsWith('\t') ? [true, line.text.slice(1)] : [false, line.text]
    const last = cells.at(-1)
    if (tab) cells.push({ text, at: line.at })
    else if (text.trim() === '') gap = true
    else if (last && waiting && !gap) last.text = text
    else if (last && !gap && (cells.length > 1 || areFigures(last.text, text)))
      last.text += (areFigures(last.text, text) ? ' ' : '\n') + text
    else {
      close()
      cells = [{ text, at: line.at }]
    }
    if (tab) waiting = text.trim() === ''
    else if (text.trim() !== '') waiting = false
    if (tab || text.trim() !== '') gap = false
  }
  close()
  return parts
}

/** One cell's figure on two lines, or two cells whose tab was lost: nobody can tell. */
function areFigures(above: string, below: string): boolean {
  return /\d\s*$/.test(above) && /^\s*\d/.test(below)
}

/** Whether most tabs stand alone on a line above their cell, or behind an empty line. */
function isCopiedSo(lines: readonly TextLine[]): boolean {
  let tabs = 0
  let above = 0
  let behind = 0
  let firsts = 0
  let first = false
  lines.forEach(({ text, pieces }, i) => {
    if (text.startsWith('\t') && first) firsts++
    if (text.trim() !== '') first = !text.startsWith('\t')
    if (pieces || !/^\t[^\t]*$/.test(text)) return
    const [before, after] = [lines[i - 1]?.text ?? '', lines[i + 1]?.text ?? '']
    tabs++
    if (text.trim() === '' && !after.startsWith('\t')) above++
    if (before.trim() === '' && !before.startsWith('\t')) behind++
  })
  return tabs >= FEWEST && firsts >= FEWEST_FIRSTS && (above > tabs * 0.5 || behind > tabs * 0.6)
}
