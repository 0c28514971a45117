/** One paragraph of a Word file while it is read: its text, and the look of its first run. */
import type { Attributes } from '../read/xml.ts'
import { alignOf, indentOf, type Styles, styled } from './filled-styles.ts'
import type { FilledAlign, FilledLine } from './filled-types.ts'

interface Run {
  size: number | null
  colour: string | null
  bold: boolean
}

const noLook = (): Run => ({ size: null, colour: null, bold: false })
const off = /^(?:0|false|off|none)$/
/** What is set smaller or larger than this was meant for something else than reading. */
const sizes = { least: 7, most: 60 }

/** Twentieths of a point, at most a third of a page. */
function roomOf(twips: string | undefined): number {
  return Math.min(300, Math.max(0, Number(twips ?? 0) / 20 || 0))
}

export class ParagraphReading {
  readonly #styles: Styles
  #style: string | null = null
  #align: FilledAlign | null = null
  #indented: boolean | null = null
  #before = 0
  #pitch: number | null = null
  #text = ''
  #inText = false
  #inRun = false
  #settings = 0
  #run = noLook()
  #first: Run | null = null

  constructor(styles: Styles) {
    this.#styles = styles
  }

  opens(name: string, attributes: Attributes): void {
    const val = attributes.get('val')
    switch (name) {
      case 'pPr':
        this.#settings += 1
        return
      case 'pStyle':
        this.#style = val ?? null
        return
      case 'jc':
        this.#align = alignOf(val)
        return
      case 'ind':
        this.#indented = indentOf(key => attributes.get(key))
        return
      case 'spacing':
        if (this.#settings === 0) return
        this.#before = roomOf(attributes.get('before'))
        if (attributes.get('lineRule') === 'exact') this.#pitch = roomOf(attributes.get('line'))
        return
      case 'r':
        this.#inRun = true
        this.#run = noLook()
        return
      case 't':
        this.#inText = true
        return
      default:
        if (this.#inRun && this.#settings === 0) this.#inside(name, val)
    }
  }

  #inside(name: string, val: string | undefined): void {
    if (name === 'tab') this.#add('\u3000')
    if (name === 'br' || name === 'cr') this.#add('\n')
    if (name === 'noBreakHyphen') this.#add('-')
    if (name === 'b') this.#run.bold = !off.test(val ?? '')
    if (name === 'color' && /^[\da-f]{6}$/i.test(val ?? '')) this.#run.colour = val ?? null
    const half = Number(val)
    if (name === 'sz' && half >= 2 * sizes.least && half <= 2 * sizes.most) this.#run.size = half / 2
  }

  closes(name: string): void {
    if (name === 'pPr') this.#settings -= 1
    if (name === 'r') this.#inRun = false
    if (name === 't') this.#inText = false
  }

  text(value: string): void {
    if (this.#inText) this.#add(value)
  }

  #add(text: string): void {
    if (text.trim() !== '') this.#first ??= this.#run
    this.#text += text
  }

  line(): FilledLine {
    const { size, colour, bold } = this.#first ?? noLook()
    return {
      kind: 'line',
      text: this.#text,
      style: this.#styles.get(this.#style ?? '')?.name ?? '',
      align: this.#align ?? styled(this.#styles, this.#style, 'align') ?? 'left',
      indented: this.#indented ?? styled(this.#styles, this.#style, 'indented') ?? false,
      ...{ size, colour, bold },
      ...{ before: this.#before, pitch: this.#pitch },
    }
  }
}
