/** Importing people from a spreadsheet; the links of those who are new are shown once. */
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../kit/console/api.tsx'
import { ActButton } from '../../../kit/console/ask.tsx'
import { csvOf, download } from '../../../kit/console/csv.ts'
import { ImportList } from '../../../kit/console/import.tsx'
import { importWords as shared } from '../../../kit/console/import-words.ts'
import { useTell } from '../../../kit/console/language.tsx'
import { useMay, useMe } from '../../../kit/console/me.tsx'
import { NotAllowed, PageHead } from '../../../kit/console/states.tsx'
import { importPeople, listPeople, type PeopleImportAnswer } from '../people-contract.ts'
import { peopleWords, peopleImportWords as w } from './words.ts'

export function PeopleImport() {
  const t = useTell()
  const may = useMay()
  const { agencyId } = useMe()
  const [answer, setAnswer] = useState<PeopleImportAnswer | null>(null)
  const attempt = useAct(importPeople, { done: setAnswer })
  if (!may(importPeople)) return <NotAllowed />
  const params = { agencyId }
  return (
    <div className="c-page">
      <p className="crumbs">
        <Link to="/people">{t(peopleWords.title)}</Link>
      </p>
      <PageHead title={t(w.title)} lead={t(shared.lead)} />
      <p className="note">{t(w.columns)}</p>
      <ImportList
        what={t(w.name)}
        attempt={attempt}
        send={body => attempt.mutate({ params, body })}
        answer={answer}
        setAnswer={setAnswer}
        really={(body, n) => (
          <ActButton
            contract={importPeople}
            type="primary"
            label={t(w.really)}
            ask={{ title: w.reallyTitle, text: w.reallyText(n) }}
            inputOf={() => ({ params, body })}
            refresh={[listPeople]}
            news={shared.imported}
            done={setAnswer}
          />
        )}
        below={given => <Links answer={given} />}
      />
    </div>
  )
}

/** Where somebody is new: their links, to be saved now. */
function Links({ answer: { rows } }: { readonly answer: PeopleImportAnswer }) {
  const t = useTell()
  const made = rows.flatMap(({ name, link }) => (link === null ? [] : [[name, link]]))
  if (made.length === 0) return null
  const save = () => download(`${t(w.link)}.csv`, csvOf([{ name: t(w.link), rows: [[t(w.name), t(w.link)], ...made] }]))
  return (
    <section className="c-once" aria-label={t(w.link)}>
      <p>{t(w.links)}</p>
      <Button type="primary" onClick={save}>
        {t(w.saveLinks)}
      </Button>
    </section>
  )
}
