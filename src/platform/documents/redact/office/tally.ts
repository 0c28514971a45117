import type { Fate } from '../../office/tree.ts'

/** Counts what was taken out beside the text asked for, by kind. */
export class Tally {
  readonly #counts: Record<string, number> = {}

  /** `parts`: the parts of the file left behind. */
  constructor(parts: readonly string[]) {
    for (const part of parts) this.#add(kindOfPart(part))
  }

  /** Counts under a word, nothing under ''. */
  gone(what: string): Fate {
    this.#add(what)
    return 'go'
  }

  stay(what: string): Fate {
    this.#add(what)
    return 'stay'
  }

  counts(): Readonly<Record<string, number>> {
    return this.#counts
  }

  #add(what: string): void {
    if (what !== '') this.#counts[what] = (this.#counts[what] ?? 0) + 1
  }
}

function kindOfPart(name: string): string {
  if (/^docProps\//.test(name)) return 'properties'
  if (/comments|people|threadedComment|person/i.test(name)) return 'comments'
  if (/embeddings|activeX|oleObject/i.test(name)) return 'embedded'
  if (/^customXml\//.test(name)) return 'custom_xml'
  return 'other_parts'
}
