/** How traces are hidden in a published text. No national standard was found, so the rules are configuration. */
import { maskPersonal } from '../personal.ts'
import type { TraceKind } from './kinds.ts'

/** What stays of a value: signs at its beginning and end; `sign` stands for each sign between. */
export interface MaskRule {
  readonly first: number
  readonly last: number
  readonly sign: string
}

/** `mou`: 张某; `stars`: 张**. */
export type NameMask = 'mou' | 'stars'

export interface MaskRules {
  readonly name: NameMask
  /** For kinds not named here nothing stays. */
  readonly kinds: Readonly<Partial<Record<TraceKind, MaskRule>>>
}

/** UNVERIFIED in domain.md §7.7, thus the marked default: 330***********1234. */
export const defaultMaskRules: MaskRules = {
  name: 'stars',
  kinds: {
    identity_number: { first: 3, last: 4, sign: '*' },
    mobile: { first: 3, last: 4, sign: '*' },
    landline: { first: 3, last: 2, sign: '*' },
    bank_card: { first: 0, last: 4, sign: '*' },
    licence_plate: { first: 2, last: 0, sign: '*' },
  },
}

/** The value with what must not be seen replaced; at least half of its signs are hidden whatever the rules say. */
export function masked(kind: TraceKind, value: string, rules: MaskRules = defaultMaskRules): string {
  if (kind === 'name') return maskedName(value, rules.name)
  if (kind === 'email' || kind === 'address') return maskPersonal(kind, value)
  const signs = Array.from(value.normalize('NFKC').replace(/[\s-]/g, ''))
  const { first, last, sign } = rules.kinds[kind] ?? { first: 0, last: 0, sign: '*' }
  const most = Math.floor(signs.length / 2)
  const tail = Math.min(last, most)
  const head = Math.min(first, kind === 'mobile' ? signs.length - tail - 4 : most - tail)
  const kept = Math.max(0, head)
  return (
    signs.slice(0, kept).join('') + sign.repeat(signs.length - kept - tail) + signs.slice(signs.length - tail).join('')
  )
}

function maskedName(value: string, how: NameMask): string {
  return how === 'stars' ? maskPersonal('name', value) : `${Array.from(value.trim())[0] ?? ''}某`
}
