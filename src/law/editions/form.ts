/**
 * What an edition of the annual report form is made of, and the one door to define it.
 * `defineEdition` lets the compiler refuse an edition that forgets a line or names a row it does not have.
 */
import type { DisputeLine, ProactiveLine, RequestLine } from '../lines.ts'

/** A printed label: the statutory words, English beside them, and other words seen for the same thing. */
export interface Label {
  readonly zh: string
  readonly en: string
  readonly aliases?: readonly string[]
}

/** count: a whole number, not negative. change: a whole number with sign. amount: money, kept in yuan. */
export type Measure = 'count' | 'change' | 'amount'

export interface Column {
  readonly id: string
  readonly label: Label
  readonly measure: Measure
  /** The unit the form itself prints in this column's head; absent where it prints none. */
  readonly unit?: '万元'
}

export interface Row {
  readonly id: string
  readonly label: Label
  /** The innermost group label printed at its left (table 三). */
  readonly group?: string
}

/** A label that spans several rows at their left. */
export interface Group {
  readonly id: string
  readonly label: Label
  readonly within?: string
  /** Printed one character under the other. */
  readonly vertical?: boolean
}

/** Table 二: blocks, each with its own head and columns. */
export interface ProactiveBlock {
  readonly label: Label
  readonly article: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export type TableId = 'proactive' | 'requests' | 'disputes'
export type TextSectionId = 'preface' | 'overview' | 'problems' | 'other'

/** A numbered part of the report; `table` where the form prints one there. */
export interface Section {
  readonly id: TextSectionId | TableId
  readonly label: Label
}

/** An identity the form demands: the sum of `left` equals the sum of `right`, on every line of the other axis. */
export interface Balance {
  readonly rule: 'requests.balance' | 'requests.sum_of_results' | 'requests.row_total' | 'disputes.total'
  readonly table: 'requests' | 'disputes'
  /** `column`: left and right name rows, asserted in each column. `row`: they name columns, asserted in each row. */
  readonly per: 'column' | 'row'
  readonly left: readonly string[]
  readonly right: readonly string[]
  /** Where the identity is printed or ordered. */
  readonly basis: string
}

/** A year chain of table 二: from last year's cells to this year's cell, by line. */
export interface Chain {
  readonly rule: 'year.items' | 'year.in_force'
  readonly row: string
  readonly result: string
  /** Last year's columns that are added up. */
  readonly before: readonly string[]
  /** This year's columns, added (+1) or taken away (-1). */
  readonly now: readonly { readonly column: string; readonly sign: 1 | -1 }[]
}

export interface Edition {
  readonly id: string
  /** First report year this form is prescribed for. */
  readonly validFromYear: number
  readonly document: string
  readonly name: string
  readonly cornerNote: Label
  readonly applicantHead: Label
  readonly organisationHead: Label
  readonly itemHead: Label
  readonly sections: readonly Section[]
  readonly proactive: readonly ProactiveBlock[]
  readonly requests: {
    readonly columns: readonly Column[]
    /** Columns printed under organisationHead. */
    readonly organisations: readonly string[]
    readonly groups: readonly Group[]
    readonly rows: readonly Row[]
  }
  readonly disputes: {
    readonly columns: readonly Column[]
    /** Each row is printed as a strip of columns; `head` names the label above it, if any. */
    readonly rows: readonly (Row & { readonly under: Label })[]
  }
  readonly balances: readonly Balance[]
  readonly chains: readonly Chain[]
  readonly lines: {
    readonly proactive: Readonly<Record<ProactiveLine, string | null>>
    readonly requests: Readonly<Record<RequestLine, string>>
    readonly disputes: Readonly<Record<DisputeLine, string>>
  }
}

type IdOf<T extends { readonly id: string }> = T['id']
type CellOf<B> = B extends { readonly columns: readonly (infer C)[]; readonly rows: readonly (infer R)[] }
  ? C extends { readonly id: infer CI extends string }
    ? R extends { readonly id: infer RI extends string }
      ? `${RI}.${CI}`
      : never
    : never
  : never

/** A chain within one block: a row of it, and columns that stand beside that row. */
type ChainOf<B> = B extends {
  readonly columns: readonly { readonly id: infer C extends string }[]
  readonly rows: readonly { readonly id: infer R extends string }[]
}
  ? Omit<Chain, 'row' | 'result' | 'before' | 'now'> & {
      readonly row: R
      readonly result: C
      readonly before: readonly C[]
      readonly now: readonly { readonly column: C; readonly sign: 1 | -1 }[]
    }
  : never

interface Balances<RR extends string, RC extends string, DC extends string> {
  readonly per_request_column: readonly {
    readonly rule: 'requests.balance' | 'requests.sum_of_results'
    readonly left: readonly RR[]
    readonly right: readonly RR[]
    readonly basis: string
  }[]
  readonly per_request_row: { readonly left: readonly RC[]; readonly right: readonly RC[]; readonly basis: string }
  readonly per_dispute_row: { readonly left: readonly DC[]; readonly right: readonly DC[]; readonly basis: string }
}

/** A row of the form that no line names: shown by the compiler as a missing property of that name. */
type Covered<All extends string, Named> = [Exclude<All, Named>] extends [never]
  ? unknown
  : { readonly rowsWithoutLine: Exclude<All, Named> }

/**
 * Defines one edition of the form. Refused by the compiler: a line left out, a line mapped to a row or cell the
 * form does not have, a balance over unknown rows or columns, a chain over cells of no block, a row no line leads to.
 */
export function defineEdition<
  const P extends readonly ProactiveBlock[],
  const C extends readonly Column[],
  const G extends readonly Group[],
  const R extends readonly (Row & { readonly group?: IdOf<G[number]> })[],
  const DC extends readonly Column[],
  const D extends readonly (Row & { readonly under: Label })[],
  const LP extends Readonly<Record<ProactiveLine, CellOf<P[number]> | null>>,
  const LR extends Readonly<Record<RequestLine, IdOf<R[number]>>>,
  const LD extends Readonly<Record<DisputeLine, IdOf<D[number]>>>,
>(
  spec: Omit<Edition, 'proactive' | 'requests' | 'disputes' | 'lines' | 'balances' | 'chains'> & {
    readonly proactive: P
    readonly requests: {
      readonly columns: C
      readonly organisations: readonly IdOf<C[number]>[]
      readonly groups: G
      readonly rows: R
    }
    readonly disputes: { readonly columns: DC; readonly rows: D }
    readonly balances: Balances<IdOf<R[number]>, IdOf<C[number]>, IdOf<DC[number]>>
    readonly chains: readonly ChainOf<P[number]>[]
    readonly lines: { readonly proactive: LP; readonly requests: LR; readonly disputes: LD }
  } & Covered<IdOf<R[number]>, LR[RequestLine]> &
    Covered<CellOf<P[number]>, LP[ProactiveLine]> &
    Covered<IdOf<D[number]>, LD[DisputeLine]>,
): Edition {
  const { balances, ...rest } = spec
  return { ...rest, balances: flatten(balances) }
}

function flatten(balances: Balances<string, string, string>): Balance[] {
  return [
    ...balances.per_request_column.map(b => ({ ...b, table: 'requests' as const, per: 'column' as const })),
    { ...balances.per_request_row, rule: 'requests.row_total', table: 'requests', per: 'row' },
    { ...balances.per_dispute_row, rule: 'disputes.total', table: 'disputes', per: 'row' },
  ]
}
