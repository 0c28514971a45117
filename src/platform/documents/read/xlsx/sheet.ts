/** One sheet of a workbook, turned into a grid. */
import type { Grid, PaperCell } from '../../../../paper/paper.ts'
import { damaged, tooLarge } from '../../errors.ts'
import type { Limits } from '../../limits.ts'
import type { Attributes, XmlHandler } from '../xml.ts'
import { type Address, addressOf, nameOf } from './address.ts'
import { formatted } from './format.ts'
import { unescapedText } from './parts.ts'
import { type RowExtent, rowEnds } from './reach.ts'

/** What the cells of a sheet refer to. */
export interface Shared {
  readonly texts: readonly string[]
  readonly formats: readonly (string | undefined)[]
  readonly from1904: boolean
}

interface Range {
  readonly from: Address
  readonly to: Address
}

/** Beyond this many places the empty ones of a sheet are not listed. */
const listedPlaces = 100_000

function place(row: number, column: number): number {
  return row * 16_384 + column
}

export class Sheet implements XmlHandler {
  readonly #shared: Shared
  readonly #limits: Limits
  readonly #texts = new Map<number, string>()
  readonly #merges: Range[] = []
  #height = 0
  #width = 0
  #row = -1
  #column = -1
  #type = 'n'
  #style = 0
  #value = ''
  #taking = false

  constructor(shared: Shared, limits: Limits) {
    this.#shared = shared
    this.#limits = limits
  }

  open(name: string, attributes: Attributes): 'skip' | undefined {
    if (name === 'c') this.#startCell(attributes)
    else if (name === 'v' || name === 't') this.#taking = true
    else if (name === 'row') this.#startRow(attributes)
    else if (name === 'mergeCell') this.#merge(attributes.get('ref'))
    else if (name === 'f' || name === 'rPh' || name === 'extLst' || name === 'cols' || name === 'sheetViews')
      return 'skip'
    return undefined
  }

  close(name: string): void {
    if (name === 'c') this.#endCell()
    else if (name === 'v' || name === 't') this.#taking = false
  }

  text(value: string): void {
    if (this.#taking) this.#value += value
  }

  #startRow(attributes: Attributes): void {
    const number = Number(attributes.get('r') ?? this.#row + 2)
    this.#row = Number.isSafeInteger(number) && number > 0 && number <= 1_048_576 ? number - 1 : this.#row + 1
    this.#column = -1
  }

  #startCell(attributes: Attributes): void {
    const address = addressOf(attributes.get('r'))
    this.#column = address?.column ?? this.#column + 1
    this.#row = address?.row ?? Math.max(0, this.#row)
    this.#type = attributes.get('t') ?? 'n'
    this.#style = Number(attributes.get('s') ?? 0)
    this.#value = ''
  }

  #endCell(): void {
    const text = this.#shown()
    if (text === '') return
    this.#texts.set(place(this.#row, this.#column), text)
    if (this.#texts.size > this.#limits.cells) {
      throw tooLarge(`表格超过 ${this.#limits.cells} 格`, `over ${this.#limits.cells} cells`)
    }
    this.#height = Math.max(this.#height, this.#row + 1)
    this.#width = Math.max(this.#width, this.#column + 1)
  }

  #shown(): string {
    const value = this.#value
    switch (this.#type) {
      case 's':
        return value === '' ? '' : this.#sharedText(value)
      case 'b':
        return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : ''
      case 'n': {
        const number = value.trim() === '' ? Number.NaN : Number(value)
        if (Number.isNaN(number)) return value
        return formatted(number, this.#shared.formats[this.#style], this.#shared.from1904)
      }
      default:
        return unescapedText(value)
    }
  }

  #sharedText(value: string): string {
    const text = this.#shared.texts[Number(value)]
    if (text === undefined) throw damaged('共享文字', 'its shared texts')
    return text
  }

  #merge(reference: string | undefined): void {
    const [first, last] = (reference ?? '').split(':')
    const from = addressOf(first)
    const to = addressOf(last)
    if (from !== undefined && to !== undefined && to.row >= from.row && to.column >= from.column) {
      this.#merges.push({ from, to })
    }
  }

  /** The sheet as a grid, the blank places of its tables listed; undefined where it shows nothing. */
  grid(name: string): Grid | undefined {
    if (this.#texts.size === 0) return undefined
    for (const { from, to } of this.#merges) this.#reach(from, to)
    const { merged, covered } = this.#layMerges()
    const cells: PaperCell[] = []
    for (const at of this.#places(merged)) {
      if (covered.has(at)) continue
      const row = Math.floor(at / 16_384)
      const column = at % 16_384
      const range = merged.get(at)
      cells.push({
        text: this.#texts.get(at) ?? '',
        row,
        column,
        rowSpan: range === undefined ? 1 : Math.min(range.to.row + 1, this.#height) - row,
        colSpan: range === undefined ? 1 : Math.min(range.to.column + 1, this.#width) - column,
        at: { sheet: name, cell: nameOf(row, column) },
      })
    }
    return { kind: 'grid', width: this.#width, height: this.#height, cells }
  }

  /** A merged cell that shows something counts to its end, unless it is one drawn over half the sheet. */
  #reach(from: Address, to: Address): void {
    if (!this.#texts.has(place(from.row, from.column))) return
    if (to.column < this.#limits.columns) this.#width = Math.max(this.#width, to.column + 1)
    if (to.row < this.#height + 1000) this.#height = Math.max(this.#height, to.row + 1)
  }

  /** Lays the merged ranges out: whose corner is where, and what they cover. Of two that overlap the first counts. */
  #layMerges(): { readonly merged: ReadonlyMap<number, Range>; readonly covered: ReadonlySet<number> } {
    const merged = new Map<number, Range>()
    const covered = new Set<number>()
    let left = this.#limits.cells
    for (const range of this.#merges) {
      const { from, to } = range
      const corner = place(from.row, from.column)
      if (from.row >= this.#height || from.column >= this.#width || covered.has(corner)) continue
      merged.set(corner, range)
      const bottom = Math.min(to.row + 1, this.#height)
      const right = Math.min(to.column + 1, this.#width)
      left -= (bottom - from.row) * (right - from.column)
      if (left < 0) throw tooLarge('合并单元格过多', 'too many merged cells')
      for (let row = from.row; row < bottom; row++) {
        for (let column = from.column; column < right; column++) {
          if (!merged.has(place(row, column))) covered.add(place(row, column))
        }
      }
    }
    return { merged, covered }
  }

  *#places(merged: ReadonlyMap<number, Range>): Generator<number> {
    if (this.#width * this.#height > listedPlaces) {
      yield* [...this.#texts.keys()].sort((a, b) => a - b)
      return
    }
    for (const [row, end] of rowEnds(this.#extents(merged)).entries()) {
      for (let column = 0; column < end; column++) yield place(row, column)
    }
  }

  #extents(merged: ReadonlyMap<number, Range>): RowExtent[] {
    const extents = Array.from({ length: this.#height }, () => ({ shown: 0, end: 0 }))
    for (const at of this.#texts.keys()) {
      const range = merged.get(at)
      const column = at % 16_384
      const end = range === undefined ? column + 1 : Math.min(range.to.column + 1, this.#width)
      const extent = extents[Math.floor(at / 16_384)]
      if (extent === undefined) continue
      extent.shown++
      extent.end = Math.max(extent.end, end)
    }
    return extents
  }
}
