/** Results as lines of JSON (contract: design §5). */
import type { Lang } from '../../domain/kernel/lang.ts'
import type { Checked } from '../../features/reports/intake.ts'
import type { Trouble } from '../../features/reports/trouble.ts'

/** `{"file","report","findings"}` or `{"file","error":{"code","says","at"}}`. */
export function checkedJson(checked: Checked, lang: Lang): string {
  if ('error' in checked) return JSON.stringify({ file: checked.file, error: troubleIn(checked.error, lang) })
  const { file, report, findings } = checked
  return JSON.stringify({ file, report, findings })
}

/** A trouble in one language; `at` is null where it concerns the whole file. */
function troubleIn({ code, says, at }: Trouble, lang: Lang) {
  return { code, says: says[lang], at: at ?? null }
}
