/** What whoever hands the copy out should know: texts that were not found, and the rest. */
import { useTell } from '../../../../kit/console/language.tsx'
import type { AnswerOf } from '../../../../kit/contract.ts'
import type { redactPaper } from '../../contract/index.ts'
import { materialWords } from '../words/material-words.ts'

type Props = Pick<AnswerOf<typeof redactPaper>, 'notFound' | 'notes'>

export function Report({ notFound, notes }: Props) {
  const t = useTell()
  if (notFound.length === 0 && notes.length === 0) return null
  return (
    <div className="c-note" role="alert">
      {notFound.length > 0 && (
        <>
          <p>{t(materialWords.notFound)}</p>
          <ul>
            {notFound.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {notes.map(note => (
        <p key={note.zh}>{t(note)}</p>
      ))}
    </div>
  )
}
