/** How people write yes and no in tables. */
import { done, type Result, refuse } from '../kernel/result.ts'

const yes = ['是', '有', '√', '✓', '✔', '对', 'y', 'yes', 'true', '1']
const no = ['否', '无', '不是', '×', '✗', 'x', 'n', 'no', 'false', '0', '-', '—']

/** Null where nothing is written. */
export function parseYesNo(typed: string): Result<boolean | null> {
  const word = typed.normalize('NFKC').trim().toLowerCase()
  if (word === '') return done(null)
  if (yes.includes(word)) return done(true)
  if (no.includes(word)) return done(false)
  return refuse('bad_yes_no', {
    zh: `“${typed.slice(0, 20)}”看不出是或否，请写“是”或“否”`,
    en: `"${typed.slice(0, 20)}" is neither yes nor no; write one of them`,
  })
}
