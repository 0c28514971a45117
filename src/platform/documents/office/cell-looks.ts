/** Which styles of a workbook's cells nobody can read: their font in the colour of their ground, or far too small. */
import { black, type Colour, hexadecimal, isNear, white } from './colours.ts'
import { attributeOf, childOf, type Element, isElement } from './tree.ts'

export interface CellLook {
  /** The font does not show on its ground, or is too small. */
  readonly unseen: boolean
  /** It stands on the bare sheet, which a table may colour by a style of its own. */
  readonly bare: boolean
}

/** Points below which nobody reads anything. */
const leastSize = 3

/** By the number of the cell style. */
export function cellLooksOf(styles: Element): CellLook[] {
  const fonts = listIn(styles, 'fonts')
  const fills = listIn(styles, 'fills')
  return listIn(styles, 'cellXfs').map(style => {
    const font = fonts[Number(attributeOf(style, 'fontId') ?? 0)]
    const ground = groundOf(fills[Number(attributeOf(style, 'fillId') ?? 0)])
    const size = Number(valueIn(font, 'sz') ?? Number.NaN)
    if (size < leastSize) return { unseen: true, bare: false }
    const own = font === undefined ? undefined : childOf(font, 'color')
    const colour = own === undefined ? black : colourOf(own)
    return { unseen: isNear(colour, ground ?? white), bare: ground === undefined }
  })
}

function listIn(root: Element, name: string): Element[] {
  return (childOf(root, name)?.children ?? []).filter(isElement)
}

function valueIn(font: Element | undefined, name: string): string | undefined {
  const held = font === undefined ? undefined : childOf(font, name)
  return held === undefined ? undefined : attributeOf(held, 'val')
}

/** undefined: nothing is filled. */
function groundOf(fill: Element | undefined): Colour | undefined {
  const pattern = fill === undefined ? undefined : childOf(fill, 'patternFill')
  if (pattern === undefined) return fill === undefined || fill.children.length === 0 ? undefined : 'unknown'
  const kind = attributeOf(pattern, 'patternType') ?? 'none'
  if (kind === 'none') return undefined
  const colour = kind === 'solid' ? childOf(pattern, 'fgColor') : undefined
  return colour === undefined ? 'unknown' : colourOf(colour)
}

/** The numbered colours and those of the theme that are black or white in every workbook. */
const numbered: Readonly<Record<string, Colour>> = { 0: black, 1: white, 8: black, 9: white, 64: black, 65: white }
const themed: Readonly<Record<string, Colour>> = { 0: white, 1: black }

function colourOf(element: Element): Colour {
  if (Number(attributeOf(element, 'tint') ?? 0) !== 0) return 'unknown'
  const rgb = (attributeOf(element, 'rgb') ?? '').slice(-6)
  if (hexadecimal.test(rgb)) return rgb
  const known = numbered[attributeOf(element, 'indexed') ?? ''] ?? themed[attributeOf(element, 'theme') ?? '']
  return known ?? (attributeOf(element, 'auto') === '1' ? black : 'unknown')
}
