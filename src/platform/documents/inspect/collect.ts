import type { Place } from '../../../paper/paper.ts'
import type { Finding, FindingKindId } from './finding.ts'

/** Longest sample, in signs. */
const sampleLength = 60

/** Gathers findings: of one kind and part they are counted together, the first being the sample. */
export class Findings {
  readonly #found = new Map<string, Finding>()

  add(kind: FindingKindId, sample = '', where: { readonly at?: Place; readonly part?: string } = {}, count = 1): void {
    const key = `${kind}\n${where.part ?? ''}`
    const known = this.#found.get(key)
    if (known === undefined) this.#found.set(key, { kind, count, sample: shortened(sample), ...where })
    else this.#found.set(key, { ...known, count: known.count + count, sample: known.sample || shortened(sample) })
  }

  list(): readonly Finding[] {
    return [...this.#found.values()]
  }
}

function shortened(text: string): string {
  const signs = Array.from(text.replace(/\s+/g, ' ').trim())
  return signs.length <= sampleLength ? signs.join('') : `${signs.slice(0, sampleLength).join('')}…`
}
