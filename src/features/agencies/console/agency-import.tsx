/** Importing agencies from a spreadsheet. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '../../../kit/console/api.tsx'
import { ActButton } from '../../../kit/console/ask.tsx'
import { ImportList } from '../../../kit/console/import.tsx'
import { importWords as shared } from '../../../kit/console/import-words.ts'
import { useTell } from '../../../kit/console/language.tsx'
import { useMay } from '../../../kit/console/me.tsx'
import { NotAllowed, PageHead } from '../../../kit/console/states.tsx'
import type { ImportAnswer } from '../../../kit/import-shapes.ts'
import { importAgencies, listAgencies } from '../contract.ts'
import { agencyWords, importWords } from './words.ts'

export function AgencyImport() {
  const t = useTell()
  const may = useMay()
  const [answer, setAnswer] = useState<ImportAnswer | null>(null)
  const attempt = useAct(importAgencies, { done: setAnswer })
  if (!may(importAgencies)) return <NotAllowed />
  return (
    <div className="c-page">
      <p className="crumbs">
        <Link to="/agencies">{t(agencyWords.listTitle)}</Link>
      </p>
      <PageHead title={t(importWords.title)} lead={t(shared.lead)} />
      <ImportList
        what={t(importWords.name)}
        attempt={attempt}
        send={body => attempt.mutate({ body })}
        answer={answer}
        setAnswer={setAnswer}
        really={(body, n) => (
          <ActButton
            contract={importAgencies}
            type="primary"
            label={t(importWords.really)}
            ask={{ title: importWords.reallyTitle, text: importWords.reallyText(n) }}
            inputOf={() => ({ body })}
            refresh={[listAgencies]}
            news={shared.imported}
            done={setAnswer}
          />
        )}
      />
    </div>
  )
}
