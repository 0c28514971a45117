/** What the tags of html mean to a reader of lines and tables. */

export type TagKind = 'block' | 'break' | 'table' | 'group' | 'row' | 'cell' | 'pre' | 'skip' | 'picture' | 'inline'

const kinds: Readonly<Record<Exclude<TagKind, 'inline'>, string>> = {
  block:
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p ' +
    'search section select summary textarea ul',
  break: 'br',
  table: 'table',
  group: 'thead tbody tfoot',
  row: 'tr',
  cell: 'td th',
  pre: 'pre listing xmp plaintext',
  skip: 'script style noscript template title svg iframe noembed noframes rt rp datalist object audio video canvas',
  picture: 'img image',
}

const byName = new Map<string, TagKind>()
for (const [kind, names] of Object.entries(kinds)) {
  for (const name of names.split(' ')) byName.set(name, kind as TagKind)
}

/** Tags that never hold anything, so that hiding one hides nothing after it. */
const empty = new Set(
  'area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr'.split(' '),
)

/** The kind of a tag, by its name in small letters. */
export function kindOf(name: string): TagKind {
  return byName.get(name) ?? 'inline'
}

export function holdsNothing(name: string): boolean {
  return empty.has(name)
}

/** Tags within which the end of a hidden cell, row or item does not count for the outer one. */
const scopes = new Set(['table', 'ul', 'ol'])
const endedBy: Readonly<Record<string, (kind: TagKind, name: string, closing: boolean) => boolean>> = {
  p: kind => kind !== 'inline' && kind !== 'break' && kind !== 'skip' && kind !== 'picture',
  li: (_kind, name, closing) => (closing ? name === 'ul' || name === 'ol' : name === 'li'),
  td: (kind, _name, closing) => kind === 'row' || kind === 'group' || (closing ? kind === 'table' : kind === 'cell'),
  th: (kind, _name, closing) => kind === 'row' || kind === 'group' || (closing ? kind === 'table' : kind === 'cell'),
  tr: (kind, _name, closing) => kind === 'group' || (closing ? kind === 'table' : kind === 'row'),
}

/** A part of the page that is not shown, from its opening tag on. */
export class Hidden {
  readonly #name: string
  #same = 1
  #scopes = 0

  constructor(name: string) {
    this.#name = name
  }

  /** Sees a tag opened inside. True where it ends the hidden part and stands outside it (html lets end tags be left out). */
  endsAtOpening(name: string): boolean {
    if (this.#scopes === 0 && endedBy[this.#name]?.(kindOf(name), name, false) === true) return true
    if (name === this.#name) this.#same++
    else if (scopes.has(name)) this.#scopes++
    return false
  }

  /** Sees a tag closed inside. 'inside' where it ends the part as its own end, 'outside' where it belongs to what is around. */
  endsAtClosing(name: string): 'inside' | 'outside' | undefined {
    if (name === this.#name) return --this.#same === 0 ? 'inside' : undefined
    if (this.#scopes === 0) return endedBy[this.#name]?.(kindOf(name), name, true) === true ? 'outside' : undefined
    if (scopes.has(name)) this.#scopes--
    return undefined
  }
}
