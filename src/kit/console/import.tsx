/** Importing a list from a spreadsheet: tried first, row by row, then in earnest. */
import type { UseMutationResult } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ApiProblem } from '../client.ts'
import type { ImportAnswer, ImportBody, ImportRow } from '../import-shapes.ts'
import { base64Of, FilePicker } from './file.tsx'
import { importWords as w } from './import-words.ts'
import { useTell } from './language.tsx'
import { type Look, Mark } from './mark.tsx'
import { Trouble } from './states.tsx'
import { type Column, DataTable } from './table.tsx'

type Chosen = Pick<ImportBody, 'file' | 'name'>
type Attempt<A> = Pick<UseMutationResult<A, ApiProblem, never>, 'isPending' | 'error'>

interface Props<A extends ImportAnswer> {
  /** What a row is about, as head of its column. */
  readonly what: string
  /** The try as it stands; `send` begins it. */
  readonly attempt: Attempt<A>
  readonly send: (body: ImportBody) => void
  readonly answer: A | null
  readonly setAnswer: (answer: A | null) => void
  /** The button that takes the list in: `n` rows of it. */
  readonly really: (body: ImportBody, n: number) => ReactNode
  /** Beside the usual columns. */
  readonly more?: readonly Column<A['rows'][number]>[]
  /** Below the rows. */
  readonly below?: (answer: A) => ReactNode
}

const mostBytes = 6_000_000

export function ImportList<A extends ImportAnswer>(props: Props<A>) {
  const { attempt, send, answer, setAnswer } = props
  const t = useTell()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [tooBig, setTooBig] = useState(false)
  const choose = async (file: File) => {
    setAnswer(null)
    setTooBig(file.size > mostBytes)
    setChosen(file.size > mostBytes ? null : { name: file.name, file: await base64Of(file) })
  }
  return (
    <>
      <FilePicker label={t(w.file)} accept=".xlsx" chosen={chosen?.name ?? null} choose={choose} />
      {tooBig && (
        <p className="c-wrong" role="alert">
          {t(w.tooBig)}
        </p>
      )}
      {chosen && !answer && (
        <Button type="primary" loading={attempt.isPending} onClick={() => send({ ...chosen, dryRun: true })}>
          {t(w.try)}
        </Button>
      )}
      {attempt.error && <Trouble error={attempt.error} />}
      {answer && <Outcome {...props} answer={answer} chosen={chosen} />}
    </>
  )
}

function Outcome<A extends ImportAnswer>(props: Props<A> & { readonly answer: A; readonly chosen: Chosen | null }) {
  const { answer, chosen, really, below } = props
  const t = useTell()
  const { dryRun, counts } = answer
  const n = counts.created + counts.changed
  return (
    <section aria-labelledby="import-result">
      <h2 id="import-result">{t(dryRun ? w.tried : w.done)}</h2>
      <p role="status">{outcomes.map(({ outcome }) => `${t(w.outcomes[outcome])} ${counts[outcome]}`).join(' · ')}</p>
      {answer.ignored.length > 0 && <p className="note">{t(w.ignored(answer.ignored.join('、')))}</p>}
      {below?.(answer)}
      <Rows {...props} />
      {dryRun && n === 0 && <p>{t(w.nothing)}</p>}
      {dryRun && n > 0 && chosen && really({ ...chosen, dryRun: false }, n)}
    </section>
  )
}

const outcomes: readonly { readonly outcome: ImportRow['outcome']; readonly look: Look }[] = [
  { outcome: 'created', look: 'ok' },
  { outcome: 'changed', look: 'ok' },
  { outcome: 'unchanged', look: 'info' },
  { outcome: 'refused', look: 'error' },
]

function Rows<A extends ImportAnswer>({ answer, what, more = [] }: Props<A> & { readonly answer: A }) {
  const t = useTell()
  type Row = A['rows'][number]
  const look = (row: Row) => outcomes.find(({ outcome }) => outcome === row.outcome)?.look ?? 'info'
  return (
    <DataTable<Row>
      caption={t(w.done)}
      rows={answer.rows}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: 'row', head: t(w.row), cell: ({ row }) => row },
        { key: 'name', head: what, names: true, cell: ({ name }) => name },
        {
          key: 'outcome',
          head: t(w.outcome),
          cell: row => <Mark look={look(row)}>{t(w.outcomes[row.outcome])}</Mark>,
        },
        ...more,
        { key: 'messages', head: t(w.messages), cell: ({ messages }) => <Messages messages={messages} /> },
      ]}
    />
  )
}

/** Each says its row and column itself. */
function Messages({ messages }: Pick<ImportRow, 'messages'>) {
  const t = useTell()
  return (
    <ul>
      {messages.map(({ column, says }) => (
        <li key={`${column} ${says.en}`}>{t(says)}</li>
      ))}
    </ul>
  )
}
