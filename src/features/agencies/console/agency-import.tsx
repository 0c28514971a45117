/** Importing agencies from a spreadsheet: tried first, row by row, then in earnest. */
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../kit/console/api.tsx'
import { ActButton } from '../../../kit/console/ask.tsx'
import { base64Of, FilePicker } from '../../../kit/console/file.tsx'
import { useTell } from '../../../kit/console/language.tsx'
import { type Look, Mark } from '../../../kit/console/mark.tsx'
import { useMay } from '../../../kit/console/me.tsx'
import { NotAllowed, PageHead, Trouble } from '../../../kit/console/states.tsx'
import { DataTable } from '../../../kit/console/table.tsx'
import { type ImportAnswer, importAgencies, listAgencies } from '../contract.ts'
import { agencyWords, importWords } from './words.ts'

interface Chosen {
  readonly name: string
  readonly file: string
}

const mostBytes = 6_000_000

export function AgencyImport() {
  const t = useTell()
  const may = useMay()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [tooBig, setTooBig] = useState(false)
  const [answer, setAnswer] = useState<ImportAnswer | null>(null)
  const attempt = useAct(importAgencies, { done: setAnswer })
  if (!may(importAgencies)) return <NotAllowed />
  const choose = async (file: File) => {
    setAnswer(null)
    setTooBig(file.size > mostBytes)
    setChosen(file.size > mostBytes ? null : { name: file.name, file: await base64Of(file) })
  }
  return (
    <div className="c-page">
      <p className="crumbs">
        <Link to="/agencies">{t(agencyWords.listTitle)}</Link>
      </p>
      <PageHead title={t(importWords.title)} lead={t(importWords.lead)} />
      <FilePicker label={t(importWords.file)} accept=".xlsx" chosen={chosen?.name ?? null} choose={choose} />
      {tooBig && (
        <p className="c-wrong" role="alert">
          {t(importWords.tooBig)}
        </p>
      )}
      {chosen && !answer && (
        <Button
          type="primary"
          loading={attempt.isPending}
          onClick={() => attempt.mutate({ body: { ...chosen, dryRun: true } })}
        >
          {t(importWords.try)}
        </Button>
      )}
      {attempt.error && <Trouble error={attempt.error} />}
      {answer && <Outcome answer={answer} chosen={chosen} imported={setAnswer} />}
    </div>
  )
}

interface OutcomeProps {
  readonly answer: ImportAnswer
  readonly chosen: Chosen | null
  readonly imported: (answer: ImportAnswer) => void
}

function Outcome({ answer, chosen, imported }: OutcomeProps) {
  const t = useTell()
  const { dryRun, counts } = answer
  const n = counts.created + counts.changed
  return (
    <section aria-labelledby="import-result">
      <h2 id="import-result">{t(dryRun ? importWords.tried : importWords.done)}</h2>
      <p role="status">
        {outcomes.map(({ outcome }) => `${t(importWords.outcomes[outcome])} ${counts[outcome]}`).join(' · ')}
      </p>
      {answer.ignored.length > 0 && <p className="note">{t(importWords.ignored(answer.ignored.join('、')))}</p>}
      <Rows answer={answer} />
      {dryRun && n === 0 && <p>{t(importWords.nothing)}</p>}
      {dryRun && n > 0 && chosen && (
        <ActButton
          contract={importAgencies}
          type="primary"
          label={t(importWords.really)}
          ask={{ title: importWords.reallyTitle, text: importWords.reallyText(n) }}
          inputOf={() => ({ body: { ...chosen, dryRun: false } })}
          refresh={[listAgencies]}
          news={importWords.imported}
          done={imported}
        />
      )}
    </section>
  )
}

type Row = ImportAnswer['rows'][number]

const outcomes: readonly { readonly outcome: Row['outcome']; readonly look: Look }[] = [
  { outcome: 'created', look: 'ok' },
  { outcome: 'changed', look: 'ok' },
  { outcome: 'unchanged', look: 'info' },
  { outcome: 'refused', look: 'error' },
]

function Rows({ answer }: { readonly answer: ImportAnswer }) {
  const t = useTell()
  const look = (row: Row) => outcomes.find(({ outcome }) => outcome === row.outcome)?.look ?? 'info'
  return (
    <DataTable<Row>
      caption={t(importWords.done)}
      rows={answer.rows}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: 'row', head: t(importWords.row), cell: ({ row }) => row },
        { key: 'name', head: t(importWords.name), names: true, cell: ({ name }) => name },
        {
          key: 'outcome',
          head: t(importWords.outcome),
          cell: row => <Mark look={look(row)}>{t(importWords.outcomes[row.outcome])}</Mark>,
        },
        {
          key: 'messages',
          head: t(importWords.messages),
          cell: ({ messages }) => (
            <ul>
              {messages.map(({ column, says }) => (
                <li key={`${column} ${says.en}`}>
                  {column !== null && t(importWords.column(column))}
                  {t(says)}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}
