/** The words of an edition's form as the matcher looks for them, made once per edition from the form's own data. */
import type { Edition, Label, TableId } from '../../../law/editions/form.ts'
import { fold } from './fold.ts'

export type WordKind = 'row' | 'group' | 'column' | 'head'

/** Something printed on the form. `forms`: folded spellings, longest first; `bare`: the same without enumerators. */
export interface Word {
  readonly key: string
  readonly kind: WordKind
  readonly table: TableId
  /** Row, group or column id; for heads a name of no meaning outside. */
  readonly id: string
  /** Printed order among the words of its table. */
  readonly order: number
  /** Index of the block a row or column of table 二 belongs to. */
  readonly block: number
  readonly forms: readonly string[]
  readonly bare: readonly string[]
}

const ENUMERATOR = /^(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|\d+[.．、])/

const cache = new WeakMap<Edition, ReadonlyMap<TableId, readonly Word[]>>()

/** The words of one table of an edition, in printed order. */
export function wordsOf(edition: Edition, table: TableId): readonly Word[] {
  let made = cache.get(edition)
  if (!made) {
    made = new Map([
      ['proactive', number(proactiveWords(edition))],
      ['requests', number(requestWords(edition))],
      ['disputes', number(disputeWords(edition))],
    ])
    cache.set(edition, made)
  }
  return made.get(table) ?? []
}

type Draft = Omit<Word, 'order' | 'forms' | 'bare' | 'key'> & { readonly label: Label }

function number(drafts: readonly Draft[]): Word[] {
  return drafts.map(({ label, ...rest }, order) => ({
    ...rest,
    order,
    key: `${rest.kind}:${rest.block}:${rest.id}`,
    ...spellings(label),
  }))
}

function spellings(label: Label): { forms: string[]; bare: string[] } {
  const written = [label.zh, ...(label.aliases ?? [])]
  const forms = unique(written.map(fold))
  const bare = unique(written.map(w => fold(w.replace(ENUMERATOR, '')))).filter(b => !forms.includes(b))
  return { forms, bare }
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter(t => t !== '').sort((a, b) => b.length - a.length)
}

function proactiveWords(edition: Edition): Draft[] {
  const table = 'proactive' as const
  return edition.proactive.flatMap((block, i): Draft[] => [
    { kind: 'head', table, id: `block${i}`, block: i, label: block.label },
    { kind: 'head', table, id: 'item', block: i, label: edition.itemHead },
    ...block.columns.map((c): Draft => ({ kind: 'column', table, id: c.id, block: i, label: c.label })),
    ...block.rows.map((r): Draft => ({ kind: 'row', table, id: r.id, block: i, label: r.label })),
  ])
}

function requestWords(edition: Edition): Draft[] {
  const { columns, groups, rows } = edition.requests
  const base = { table: 'requests' as const, block: 0 }
  const seen = new Set<string>()
  const body = rows.flatMap((row): Draft[] => {
    const above = groupPath(groups, row.group).filter(g => !seen.has(g.id))
    for (const g of above) seen.add(g.id)
    return [
      ...above.map((g): Draft => ({ ...base, kind: 'group', id: g.id, label: g.label })),
      { ...base, kind: 'row', id: row.id, label: row.label },
    ]
  })
  return [
    { ...base, kind: 'head', id: 'corner', label: edition.cornerNote },
    { ...base, kind: 'head', id: 'applicants', label: edition.applicantHead },
    { ...base, kind: 'head', id: 'organisations', label: edition.organisationHead },
    ...columns.map((c): Draft => ({ ...base, kind: 'column', id: c.id, label: c.label })),
    ...body,
  ]
}

function groupPath(
  groups: Edition['requests']['groups'],
  id: string | undefined,
): Edition['requests']['groups'][number][] {
  const group = groups.find(g => g.id === id)
  return group ? [...groupPath(groups, group.within), group] : []
}

function disputeWords(edition: Edition): Draft[] {
  const base = { table: 'disputes' as const, block: 0 }
  const { columns, rows } = edition.disputes
  return [
    ...rows
      .filter(r => r.under.zh !== r.label.zh)
      .map((r): Draft => ({ ...base, kind: 'head', id: `under.${r.id}`, label: r.under })),
    ...rows.map((r): Draft => ({ ...base, kind: 'row', id: r.id, label: r.label })),
    ...columns.map((c): Draft => ({ ...base, kind: 'column', id: c.id, label: c.label })),
  ]
}
