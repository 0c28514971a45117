/** Runs of a Word file that nobody sees: hidden, in the colour of their ground, too small, or cut away by their line. */
import { black, type Colour, isNear, white } from './colours.ts'
import { attributeOf, childOf, type Element, isElement } from './tree.ts'
import { type Looks, shadingIn, valOf, type WordStyles } from './word-styles.ts'

interface Around {
  readonly style: string | undefined
  readonly ground: Colour
  /** Line or row is set to a height in which nothing can be read. */
  readonly squeezed: boolean
}

/** Half points below which nobody reads anything. */
const leastSize = 6
/** Twentieths of a point below which a line or row shows nothing. */
const leastHeight = 60

export function hiddenRunsIn(root: Element, styles: WordStyles): ReadonlySet<Element> {
  const hidden = new Set<Element>()
  const visit = (element: Element, around: Around) => {
    if (element.local === 'r' && isHidden(element, around, styles)) hidden.add(element)
    const inner = within(element, around, styles)
    for (const child of element.children) if (isElement(child)) visit(child, inner)
  }
  const page = childOf(root, 'background')
  visit(root, { style: undefined, ground: page === undefined ? white : 'unknown', squeezed: false })
  return hidden
}

function isHidden(run: Element, { style, ground, squeezed }: Around, styles: WordStyles): boolean {
  const looks: Looks = styles.run(style, childOf(run, 'rPr'))
  if (looks.vanished === true || squeezed) return true
  if (looks.size !== undefined && looks.size < leastSize) return true
  const colour = looks.colour ?? 'auto'
  // Of itself, text is black, and turns white in some programs only where its own ground is black.
  return isNear(colour === 'auto' ? (looks.ground === undefined ? 'auto' : black) : colour, looks.ground ?? ground)
}

/** What holds for what is in an element. */
function within(element: Element, around: Around, styles: WordStyles): Around {
  switch (element.local) {
    case 'p':
      return inParagraph(childOf(element, 'pPr'), around, styles)
    case 'tbl': {
      const properties = childOf(element, 'tblPr')
      if (properties === undefined) return around
      const shaded = styles.shades(valOf(properties, 'tblStyle')) ? 'unknown' : undefined
      return { ...around, ground: shadingIn(properties) ?? shaded ?? around.ground }
    }
    case 'tr': {
      const properties = childOf(element, 'trPr')
      const height = properties === undefined ? undefined : childOf(properties, 'trHeight')
      const exact = height !== undefined && attributeOf(height, 'hRule') === 'exact'
      const low = exact && Number(attributeOf(height, 'val')) < leastHeight
      const off = properties !== undefined && childOf(properties, 'hidden') !== undefined
      return low || off ? { ...around, squeezed: true } : around
    }
    case 'tc': {
      const properties = childOf(element, 'tcPr')
      return { ...around, ground: (properties && shadingIn(properties)) ?? around.ground }
    }
    // What a drawn shape is filled with is said in too many ways.
    case 'txbxContent':
      return { ...around, ground: 'unknown', squeezed: false }
    default:
      return around
  }
}

function inParagraph(properties: Element | undefined, around: Around, styles: WordStyles): Around {
  const style = properties === undefined ? undefined : valOf(properties, 'pStyle')
  const spacing = properties === undefined ? undefined : childOf(properties, 'spacing')
  const exact = spacing !== undefined && attributeOf(spacing, 'lineRule') === 'exact'
  return {
    style,
    ground: (properties && shadingIn(properties)) ?? styles.ground(style) ?? around.ground,
    squeezed: around.squeezed || (exact && Number(attributeOf(spacing, 'line')) < leastHeight),
  }
}
