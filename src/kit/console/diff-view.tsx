/** What changed between two texts, with a little of what stands around it; the rest opens with a click. */
import { Isolated } from '../../ui/isolated.tsx'
import { type DiffLine, type DiffPart, diffLines, folded } from './diff.ts'
import { useTell } from './language.tsx'
import { words } from './words.ts'

interface Props {
  readonly older: string
  readonly newer: string
  /** Said where nothing changed. */
  readonly same: string
}

export function DiffView({ older, newer, same }: Props) {
  const lines = diffLines(older, newer)
  if (lines.every(({ is }) => is === 'same')) return <p>{same}</p>
  return (
    <div className="c-diff">
      {folded(lines).map(part => (
        <Part key={part.at} part={part} />
      ))}
    </div>
  )
}

function Part({ part: { at, folded: hidden, lines } }: { readonly part: DiffPart }) {
  const t = useTell()
  const all = lines.map((line, n) => ({ line, key: at + n })).map(({ line, key }) => <Line key={key} line={line} />)
  if (!hidden) return all
  return (
    <details className="c-diff-fold">
      <summary>{t(words.diffFolded(lines.length))}</summary>
      {all}
    </details>
  )
}

function Line({ line: { is, text } }: { readonly line: DiffLine }) {
  const t = useTell()
  return (
    <p className={`c-diff-${is}`}>
      {is === 'gone' && <span className="c-diff-word">− {t(words.diffGone)}</span>}
      {is === 'come' && <span className="c-diff-word">+ {t(words.diffCome)}</span>}
      <Isolated>{text}</Isolated>
    </p>
  )
}
