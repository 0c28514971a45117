/** How runs of a Word file look by their styles: colour, size, ground, and whether they are shown at all. */
import { type Colour, hexadecimal } from './colours.ts'
import { attributeOf, childOf, type Element, elementsIn } from './tree.ts'

export interface Looks {
  readonly colour?: Colour
  /** Half points. */
  readonly size?: number
  /** What the text stands on, by its own properties. */
  readonly ground?: Colour
  readonly vanished?: boolean
}

interface Style {
  readonly looks: Looks
  readonly ground: Colour | undefined
  readonly basedOn: string | undefined
  /** Some part of a table of this style is shaded. */
  readonly shades: boolean
}

export class WordStyles {
  readonly #styles = new Map<string, Style>()
  readonly #defaults: Looks = {}
  readonly #plain: string | undefined

  constructor(root?: Element) {
    for (const element of root === undefined ? [] : elementsIn(root)) {
      if (element.local === 'rPrDefault') this.#defaults = looksIn(childOf(element, 'rPr'))
      if (element.local !== 'style') continue
      const id = attributeOf(element, 'styleId') ?? ''
      const isPlain = attributeOf(element, 'type') === 'paragraph' && attributeOf(element, 'default') === '1'
      if (isPlain) this.#plain = id
      this.#styles.set(id, styleOf(element))
    }
  }

  /** The looks of a run within a paragraph of a style; `own` are the properties of the run. */
  run(paragraphStyle: string | undefined, own: Element | undefined): Looks {
    const character = own === undefined ? undefined : valOf(own, 'rStyle')
    const chains = [...this.#chain(paragraphStyle ?? this.#plain), ...this.#chain(character)]
    return Object.assign({}, this.#defaults, ...chains.map(({ looks }) => looks), looksIn(own))
  }

  ground(paragraphStyle: string | undefined): Colour | undefined {
    return this.#chain(paragraphStyle ?? this.#plain).findLast(({ ground }) => ground !== undefined)?.ground
  }

  shades(tableStyle: string | undefined): boolean {
    return this.#chain(tableStyle).some(({ shades }) => shades)
  }

  /** The style and those it is based on, the outermost first. */
  #chain(id: string | undefined): Style[] {
    const chain: Style[] = []
    const seen = new Set<string>()
    for (let at = id; at !== undefined && !seen.has(at); ) {
      seen.add(at)
      const style = this.#styles.get(at)
      if (style !== undefined) chain.unshift(style)
      at = style?.basedOn
    }
    return chain
  }
}

function styleOf(element: Element): Style {
  const paragraph = childOf(element, 'pPr')
  const shadings = [...elementsIn(element)].filter(({ local }) => local === 'shd')
  return {
    looks: looksIn(childOf(element, 'rPr')),
    ground: paragraph === undefined ? undefined : shadingIn(paragraph),
    basedOn: valOf(element, 'basedOn'),
    shades: shadings.some(shading => groundOf(shading) !== undefined),
  }
}

function looksIn(properties: Element | undefined): Looks {
  if (properties === undefined) return {}
  const size = Number(valOf(properties, 'sz') ?? Number.NaN)
  const colour = childOf(properties, 'color')
  const ground = highlightIn(properties) ?? shadingIn(properties)
  const vanish = childOf(properties, 'vanish')
  return {
    ...(colour !== undefined && { colour: colourOf(colour) }),
    ...(Number.isFinite(size) && { size }),
    ...(ground !== undefined && { ground }),
    ...(vanish !== undefined && { vanished: isOn(vanish) }),
  }
}

const themes: Readonly<Record<string, string>> = {
  background1: 'FFFFFF',
  light1: 'FFFFFF',
  text1: '000000',
  dark1: '000000',
}

function colourOf(element: Element): Colour {
  const value = attributeOf(element, 'val') ?? ''
  if (hexadecimal.test(value)) return value
  return themes[attributeOf(element, 'themeColor') ?? ''] ?? (value === 'auto' ? 'auto' : 'unknown')
}

/** What the shading of some properties paints; undefined where nothing. */
export function shadingIn(properties: Element): Colour | undefined {
  const shading = childOf(properties, 'shd')
  return shading === undefined ? undefined : groundOf(shading)
}

function groundOf(shading: Element): Colour | undefined {
  const value = attributeOf(shading, 'val')
  const painted = attributeOf(shading, value === 'solid' ? 'color' : 'fill')
  if (painted === undefined || painted === 'auto') return value === 'solid' ? '000000' : undefined
  return hexadecimal.test(painted) ? painted : 'unknown'
}

const highlights: Readonly<Record<string, string>> = {
  ...{ black: '000000', white: 'FFFFFF', yellow: 'FFFF00', green: '00FF00', cyan: '00FFFF', magenta: 'FF00FF' },
  ...{ blue: '0000FF', red: 'FF0000', darkBlue: '000080', darkCyan: '008080', darkGreen: '008000' },
  ...{ darkMagenta: '800080', darkRed: '800000', darkYellow: '808000', darkGray: '808080', lightGray: 'C0C0C0' },
}

function highlightIn(properties: Element): Colour | undefined {
  return highlights[valOf(properties, 'highlight') ?? '']
}

/** The value of a property. */
export function valOf(properties: Element, name: string): string | undefined {
  const held = childOf(properties, name)
  return held === undefined ? undefined : attributeOf(held, 'val')
}

function isOn(element: Element): boolean {
  return !/^(?:0|false|off)$/.test(attributeOf(element, 'val') ?? '')
}
