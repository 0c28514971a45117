/** The styles of a Word file, as far as a letter's look rests on them. Editors rename their ids and keep their names. */
import type { Limits } from '../limits.ts'
import { scanXml } from '../read/xml.ts'
import type { FilledAlign } from './filled-types.ts'

interface Style {
  readonly name: string
  readonly basedOn: string | null
  readonly align: FilledAlign | null
  readonly indented: boolean | null
}

export type Styles = ReadonlyMap<string, Style>

const aligns: Readonly<Record<string, FilledAlign>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
  distribute: 'both',
  left: 'left',
  start: 'left',
}

export function alignOf(word: string | undefined): FilledAlign | null {
  return aligns[word ?? ''] ?? null
}

/** Of `<w:ind>`: whether the first line stands in; null where it says nothing of that. */
export function indentOf(get: (name: string) => string | undefined): boolean | null {
  const given = get('firstLineChars') ?? get('firstLine')
  return given === undefined ? null : Number(given) > 0
}

export function stylesOf(xml: string | null, limits: Limits): Styles {
  const styles = new Map<string, Style>()
  if (xml === null) return styles
  let id: string | null = null
  const change = (part: Partial<Style>) => {
    const style = id === null ? undefined : styles.get(id)
    if (id !== null && style) styles.set(id, { ...style, ...part })
  }
  scanXml(
    xml,
    {
      open: (name, attributes) => {
        if (name === 'style') {
          id = attributes.get('styleId') ?? ''
          styles.set(id, { name: '', basedOn: null, align: null, indented: null })
        }
        if (name === 'name') change({ name: (attributes.get('val') ?? '').toLowerCase() })
        if (name === 'basedOn') change({ basedOn: attributes.get('val') ?? null })
        if (name === 'jc') change({ align: alignOf(attributes.get('val')) })
        if (name === 'ind') change({ indented: indentOf(key => attributes.get(key)) })
        return undefined
      },
      close: name => {
        if (name === 'style') id = null
      },
      text: () => undefined,
    },
    limits,
  )
  return styles
}

/** What a style says, or the one it is based on. Styles based on each other in a ring say nothing. */
export function styled<K extends 'align' | 'indented'>(styles: Styles, id: string | null, key: K): Style[K] {
  const seen = new Set<string>()
  for (let at = id; at !== null && !seen.has(at); at = styles.get(at)?.basedOn ?? null) {
    seen.add(at)
    const said = styles.get(at)?.[key] ?? null
    if (said !== null) return said
  }
  return null
}
