/** Why the answer came back, for its author and for whoever reviews it again. */
import { useTell } from '../../../../kit/console/language.tsx'
import type { RequestView } from '../../contract/index.ts'
import { nameOf } from '../case/case-context.ts'
import { draftWords } from '../words/draft-words.ts'

export function Returned({ view }: { readonly view: RequestView }) {
  const t = useTell()
  const returned = view.case.draft?.returned
  if (!returned) return null
  return (
    <p className="notice">
      {t(draftWords.returned(nameOf(view, returned.by), returned.on))}
      {returned.reason}
    </p>
  )
}
