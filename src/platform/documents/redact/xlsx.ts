/** Takes cells, and all that is not shown, out of a workbook. */
import { xlsxPieces } from '../inspect/xlsx-pieces.ts'
import { defaultLimits, type Limits } from '../limits.ts'
import { mergedOf, type Replacement } from '../office/paragraphs.ts'
import { OfficeParts } from '../office/parts.ts'
import { headsOf } from '../office/sheet-heads.ts'
import {
  cellsOf,
  isHiddenLine,
  type Referred,
  referredOf,
  type SheetEntry,
  sheetsOf,
  usualBookPart,
} from '../office/sheets.ts'
import {
  attributeOf,
  changeAttributes,
  childOf,
  type Element,
  elementsIn,
  escaped,
  isElement,
  sift,
  textIn,
} from '../office/tree.ts'
import { addressOf } from '../read/xlsx/address.ts'
import { replaceAtPlaces } from './docx.ts'
import { notesOn, textsNotIn } from './not-found.ts'
import { dropAsidesOf } from './office/asides.ts'
import { NewPackage } from './office/package.ts'
import { doomedOf, proveGone, sweep } from './office/strings.ts'
import { Tally } from './office/tally.ts'
import { notRedactable } from './refusals.ts'
import type { Redacted, RedactRequest } from './request.ts'
import { type Stretch, stretchesOf } from './stretches.ts'

/**
 * Hits are replaced in their cells, and their texts everywhere else in the file; formulas become their values;
 * comments, properties, names, filters, tables of data behind pivots, links out of the file and, unless kept, hidden
 * sheets, rows and columns go. Throws DocumentError, and a Trouble: `no_such_place`, `not_redactable`.
 */
export async function redactXlsx(bytes: Uint8Array, request: RedactRequest): Promise<Redacted> {
  const limits = request.limits ?? defaultLimits
  const office = new OfficeParts(bytes, usualBookPart, limits)
  const sheets = sheetsOf(office)
  const keepHidden = request.keepHidden === true
  const hidden = keepHidden ? [] : sheets.filter(({ state }) => state !== 'visible')
  if (hidden.length === sheets.length) throw notRedactable(nothingShown)
  const without = new Set(hidden.flatMap(({ part }) => part ?? []))
  const pieces = xlsxPieces(bytes, limits)
  const stretches = stretchesOf(pieces, request)
  const made = await NewPackage.of(office, without)
  const notFound = textsNotIn(pieces, request, made.trees.values())
  const tally = new Tally(made.dropped.filter(part => !without.has(part)))
  for (const _sheet of hidden) tally.gone('hidden_sheets')
  const referred = referredOf(office, limits)
  let replaced = replaceAtPlaces(made, stretches)
  for (const sheet of sheets) replaced += redactSheet(made, sheet, { stretches, referred, limits, keepHidden, tally })
  made.dropLostReferences()
  for (const tree of made.trees.values()) dropAsides(tree, tally)
  forgetUnused(made, sheets)
  const doomed = doomedOf(stretches, request.texts ?? [])
  for (const tree of made.trees.values()) replaced += sweep(tree, doomed)
  tidyWorkbook(made.trees.get(office.main))
  proveGone(made.trees, doomed)
  const report = {
    pixelPages: [],
    keptPages: [],
    replaced,
    dropped: tally.counts(),
    notFound,
    notes: notesOn(notFound),
  }
  return { bytes: made.write(), type: 'xlsx', report }
}

const nothingShown = { zh: '所有工作表都是隐藏的', en: 'all of its sheets are hidden' }

interface Task {
  readonly stretches: readonly Stretch[]
  readonly referred: Referred
  readonly limits: Limits
  readonly keepHidden: boolean
  readonly tally: Tally
}

/** Replaces in the cells of a sheet, then takes its hidden rows and columns out. */
function redactSheet(made: NewPackage, sheet: SheetEntry, task: Task): number {
  const tree = sheet.part === null ? undefined : made.trees.get(sheet.part)
  if (tree === undefined) return 0
  const prefix = `sheet:${sheet.number}!`
  const own = task.stretches.filter(({ piece }) => piece.id.startsWith(prefix))
  let replaced = 0
  for (const cell of own.length === 0 ? [] : cellsOf(tree, task.referred, task.limits)) {
    const here = own.filter(({ piece }) => piece.id === prefix + cell.name)
    if (here.length === 0) continue
    const merged = mergedOf(here.map(({ start, end, replacement: by }) => ({ start, end, by })))
    setInline(cell.element, merged.reduceRight(replaceOne, cell.text))
    replaced += merged.length
  }
  for (const { element, name } of headsOf(tree)) {
    const here = own.filter(({ piece }) => piece.id === prefix + name)
    if (here.length === 0) continue
    const merged = mergedOf(here.map(({ start, end, replacement: by }) => ({ start, end, by })))
    element.children = [escaped(merged.reduceRight(replaceOne, textIn(element)))]
    replaced += merged.length
  }
  if (!task.keepHidden) {
    for (const { element, unseen } of cellsOf(tree, task.referred, task.limits)) if (unseen) empty(element, task.tally)
    dropHidden(tree, task.tally)
  }
  return replaced
}

/** The cell stays, with its lines and colours, and holds nothing. */
function empty(cell: Element, tally: Tally): void {
  cell.children = []
  changeAttributes(cell, (name, value) => (name === 't' ? null : value))
  tally.stay('hidden_cells')
}

/** From the last to the first, so that places before stay true. */
function replaceOne(text: string, { start, end, by }: Replacement): string {
  return text.slice(0, start) + by + text.slice(end)
}

/** The cell with this text as its own; what it referred to, or computed, is gone. */
function setInline(cell: Element, text: string): void {
  changeAttributes(cell, (name, value) => (name === 't' ? null : value))
  cell.attributes += ' t="inlineStr"'
  const made = (local: string, children: Element['children']): Element => {
    return { kind: 'element', name: cell.name.slice(0, -1) + local, local, attributes: '', children }
  }
  const written = made('t', [escaped(text)])
  written.attributes = ' xml:space="preserve"'
  cell.children = [made('is', [written])]
}

function dropHidden(sheet: Element, tally: Tally): void {
  const columns = [...elementsIn(sheet)].filter(element => {
    return element.local === 'col' && isHiddenLine(element)
  })
  const ranges = columns.map(col => [Number(attributeOf(col, 'min')) - 1, Number(attributeOf(col, 'max')) - 1] as const)
  for (const _column of columns) tally.gone('hidden_columns')
  sift(sheet, element => {
    if (element.local === 'row' && isHiddenLine(element)) return tally.gone('hidden_rows')
    if (element.local === 'col') return columns.includes(element) ? 'go' : 'stay'
    const column = element.local === 'c' ? addressOf(attributeOf(element, 'r'))?.column : undefined
    const isHidden = column !== undefined && ranges.some(([from, to]) => column >= from && column <= to)
    return isHidden ? 'go' : 'stay'
  })
}

/** What is behind the cells: how they were computed, what they may hold, what was filtered, who looked at them. */
const asides: Readonly<Record<string, string>> = Object.fromEntries([
  ['f', 'formulas'],
  ['definedNames', 'defined_names'],
  ...(
    'dataValidations autoFilter customSheetViews scenarios protectedRanges webPublishItems fileSharing extLst ' +
    'absPath sheetProtection workbookProtection cellWatches phoneticPr rPh dataConsolidate externalReferences pivotCaches tableParts'
  )
    .split(' ')
    .map(name => [name, '']),
])

function dropAsides(tree: Element, tally: Tally): void {
  for (const element of tree.local === 'wsDr' ? elementsIn(tree) : []) dropAsidesOf(element)
  // In charts `f` says where numbers come from, and has to be there.
  if (!['worksheet', 'workbook', 'sst'].includes(tree.local)) return
  sift(tree, element => {
    const what = asides[element.local]
    return what === undefined ? 'stay' : tally.gone(what)
  })
  sift(tree, element => (neverEmpty.has(element.local) && !element.children.some(isElement) ? 'go' : 'stay'))
}

/** Lists that programs take for damage when nothing is left in them. */
const neverEmpty = new Set('hyperlinks cols oleObjects controls mergeCells Choice AlternateContent'.split(' '))

/** Empties the shared texts that no cell left refers to: those of hidden sheets would stay behind there. */
function forgetUnused(made: NewPackage, sheets: readonly SheetEntry[]): void {
  const used = new Set<number>()
  for (const { part } of sheets) {
    const tree = part === null ? undefined : made.trees.get(part)
    for (const cell of tree === undefined ? [] : elementsIn(tree)) {
      const value = cell.local === 'c' && attributeOf(cell, 't') === 's' ? childOf(cell, 'v') : undefined
      if (value !== undefined) used.add(Number(value.children.join('')))
    }
  }
  for (const tree of made.trees.values()) {
    if (tree.local !== 'sst') continue
    for (const [n, item] of tree.children.filter(isElement).entries()) {
      if (used.has(n)) continue
      item.children = [
        { kind: 'element', name: item.name.replace('si', 't'), local: 't', attributes: '', children: [] },
      ]
    }
  }
}

/** The sheet looked at last may be gone; names of sheets must differ. */
function tidyWorkbook(workbook: Element | undefined): void {
  const names = new Set<string>()
  for (const element of workbook === undefined ? [] : elementsIn(workbook)) {
    changeAttributes(element, (name, value) => {
      if (element.local === 'workbookView' && /^(?:activeTab|firstSheet)$/.test(name)) return null
      if (element.local !== 'sheet' || name !== 'name') return value
      const own = names.has(value) ? `${value}${names.size + 1}` : value
      names.add(own)
      return own
    })
  }
}
