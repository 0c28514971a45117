/** Automatic paragraph numbers: defined in numbering.xml, given by a paragraph or its style, counted in reading order. */
import type { XmlHandler } from '../xml.ts'
import { numeral } from './numerals.ts'

interface Level {
  start: number
  format: string
  /** Text with `%1`…`%9` for the numbers of the levels. */
  text: string
  space: boolean
  legal: boolean
}

interface NumberedList {
  abstract: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
  used: boolean
}

/** Which list and level a paragraph belongs to, as written. */
export interface ListPlace {
  readonly list: string
  readonly level: number
}

const deepest = 8

function newLevel(): Level {
  return { start: 1, format: 'decimal', text: '', space: false, legal: false }
}

function whole(written: string | undefined, otherwise: number): number {
  const value = Number(written ?? otherwise)
  return Number.isSafeInteger(value) ? value : otherwise
}

/** The lists of a document and how far each has been counted. */
export class Numbering {
  readonly #abstracts = new Map<string, Map<number, Level>>()
  readonly #lists = new Map<string, NumberedList>()
  readonly #styles = new Map<string, ListPlace>()
  readonly #parents = new Map<string, string>()
  readonly #counters = new Map<string, (number | undefined)[]>()

  /** Takes up numbering.xml. */
  definitions(): XmlHandler {
    let levels = new Map<number, Level>()
    let level = newLevel()
    let list: NumberedList | undefined
    let overridden = 0
    return {
      open: (name, attributes) => {
        if (name === 'abstractNum') {
          list = undefined
          levels = new Map()
          this.#abstracts.set(attributes.get('abstractNumId') ?? '', levels)
        } else if (name === 'num') {
          list = { abstract: '', starts: new Map(), levels: new Map(), used: false }
          this.#lists.set(attributes.get('numId') ?? '', list)
        } else if (name === 'lvl') {
          level = newLevel()
          const into = list === undefined ? levels : list.levels
          into.set(whole(attributes.get('ilvl'), 0), level)
        } else if (name === 'lvlOverride') overridden = whole(attributes.get('ilvl'), 0)
        else if (name === 'startOverride') list?.starts.set(overridden, whole(attributes.get('val'), 1))
        else if (name === 'abstractNumId' && list !== undefined) list.abstract = attributes.get('val') ?? ''
        else if (name === 'Fallback' || name === 'pPr' || name === 'rPr') return 'skip'
        else setLevel(level, name, attributes.get('val'))
        return undefined
      },
      close: () => undefined,
      text: () => undefined,
    }
  }

  /** Takes up styles.xml: which paragraph styles are numbered, themselves or through the style they are based on. */
  styles(): XmlHandler {
    let style = ''
    let list: string | undefined
    let level = 0
    return {
      open: (name, attributes) => {
        if (name === 'style') {
          style = attributes.get('styleId') ?? ''
          list = undefined
          level = 0
        } else if (name === 'basedOn') this.#parents.set(style, attributes.get('val') ?? '')
        else if (name === 'numId') list = attributes.get('val')
        else if (name === 'ilvl') level = whole(attributes.get('val'), 0)
        else if (name === 'rPr' || name === 'tblPr' || name === 'latentStyles') return 'skip'
        return undefined
      },
      close: name => {
        if (name === 'style' && list !== undefined) this.#styles.set(style, { list, level })
      },
      text: () => undefined,
    }
  }

  #placeOfStyle(style: string): ListPlace | undefined {
    // A style chain that bites its tail ends at the number of styles there are.
    let at: string | undefined = style
    for (let steps = this.#parents.size; at !== undefined && steps >= 0; steps--) {
      const place = this.#styles.get(at)
      if (place !== undefined) return place
      at = this.#parents.get(at)
    }
    return undefined
  }

  /** The number in front of the next paragraph of that place or style, as printed; '' where it has none. */
  next(list: string | undefined, level: number | undefined, style: string): string {
    const styled = this.#placeOfStyle(style)
    const id = list ?? styled?.list
    const entry = id === undefined ? undefined : this.#lists.get(id)
    if (entry === undefined) return ''
    return this.#count(entry, Math.min(deepest, Math.max(0, level ?? styled?.level ?? 0)))
  }

  #level(list: NumberedList, level: number): Level | undefined {
    return list.levels.get(level) ?? this.#abstracts.get(list.abstract)?.get(level)
  }

  #count(list: NumberedList, at: number): string {
    const counters = this.#counters.get(list.abstract) ?? []
    this.#counters.set(list.abstract, counters)
    if (!list.used) {
      for (const [level, start] of list.starts) counters[level] = start - 1
      list.used = true
    }
    const level = this.#level(list, at)
    if (level === undefined) return ''
    counters[at] = (counters[at] ?? level.start - 1) + 1
    counters.length = at + 1
    if (level.format === 'bullet') return ''
    const written = level.text.replace(/%([1-9])/g, (_whole, digit: string) => {
      const index = Number(digit) - 1
      const shown = this.#level(list, index)
      return numeral(counters[index] ?? shown?.start ?? 1, level.legal ? 'decimal' : (shown?.format ?? 'decimal'))
    })
    return written !== '' && level.space ? `${written} ` : written
  }
}

function setLevel(level: Level, name: string, value: string | undefined): void {
  if (name === 'start') level.start = whole(value, 1)
  else if (name === 'numFmt') level.format = value ?? 'decimal'
  else if (name === 'lvlText') level.text = value ?? ''
  else if (name === 'suff') level.space = value === 'space'
  else if (name === 'isLgl') level.legal = value !== '0' && value !== 'false'
}
