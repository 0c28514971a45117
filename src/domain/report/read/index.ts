/** Turns a neutral paper into a report: the one matcher for every format. */
import { editions } from '../../../law/editions/index.ts'
import type { Edition } from '../../../law/editions/form.ts'
import type { Paper } from '../../../paper/paper.ts'
import type { Said } from '../../kernel/lang.ts'
import type { Report } from '../report.ts'

export type ReadResult =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly code: 'no_report'; readonly says: Said }

/**
 * Reads an annual report from a paper, in whatever edition it uses.
 * Never guesses: what cannot be placed is `absent` or `unreadable`. Refuses with `no_report` where no statutory
 * table can be told.
 */
export function readReport(_paper: Paper, _known: readonly Edition[] = editions): ReadResult {
  return { ok: false, code: 'no_report', says: { zh: '尚未实现', en: 'not built yet' } }
}
