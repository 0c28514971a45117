/** Names a cell of the form in words: 表三“（七）总计”自然人. */
import type { Lang, Said } from '../domain/kernel/lang.ts'
import { formCells } from '../domain/report/form-cells.ts'
import type { Edition, TableId } from '../law/editions/index.ts'

const numbers: Readonly<Record<TableId, { readonly zh: string; readonly en: string }>> = {
  proactive: { zh: '表二', en: 'table 2' },
  requests: { zh: '表三', en: 'table 3' },
  disputes: { zh: '表四', en: 'table 4' },
}

/** The cell's table, row and column in words; the id itself where the form has no such cell. */
export function cellWords(edition: Edition, id: string, lang: Lang): string {
  return namesOf(edition).get(id)?.[lang] ?? id
}

function namesOf(edition: Edition): ReadonlyMap<string, Said> {
  const known = names.get(edition)
  if (known) return known
  const made = new Map(
    formCells(edition).map(({ id, table, row, column }) => {
      const name = (lang: Lang) => `${numbers[table][lang]} ${short(row.label[lang])} · ${short(column.label[lang])}`
      return [id, { zh: name('zh'), en: name('en') }]
    }),
  )
  names.set(edition, made)
  return made
}

const names = new WeakMap<Edition, ReadonlyMap<string, Said>>()

/** Without what stands in brackets behind the name. */
function short(label: string): string {
  return label.replace(/(.)[（(].*[）)]$/u, '$1')
}
