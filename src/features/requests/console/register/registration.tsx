/** Registering what came in by hand, post or any other way (条例45: 登记). */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ActForm } from '../../../../kit/console/form.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMay, useMe } from '../../../../kit/console/me.tsx'
import { NotAllowed, PageHead } from '../../../../kit/console/states.tsx'
import { today } from '../../../../kit/console/today.ts'
import type { AnswerOf } from '../../../../kit/contract.ts'
import { countRequests, listRequests, registerRequest } from '../../contract/index.ts'
import { listWords } from '../words/list-words.ts'
import { registerWords } from '../words/register-words.ts'
import { ApplicantFields } from './applicant-fields.tsx'
import { ArrivalFields } from './arrival-fields.tsx'
import { PapersField } from './papers-field.tsx'
import { Receipt } from './receipt.tsx'
import { type Body, blank, bodyOf, fieldOf, type Typed } from './typed.ts'
import { WantedFields } from './wanted-fields.tsx'

export function Registration() {
  const t = useTell()
  const may = useMay()
  const { agencyId } = useMe()
  const [papers, setPapers] = useState<Body['papers']>([])
  const [answer, setAnswer] = useState<AnswerOf<typeof registerRequest> | null>(null)
  if (!may(registerRequest)) return <NotAllowed />
  if (answer) {
    const another = () => {
      setPapers([])
      setAnswer(null)
    }
    return <Receipt answer={answer} another={another} />
  }
  return (
    <div className="c-page">
      <p className="crumbs">
        <Link to="/requests">{t(listWords.title)}</Link>
      </p>
      <PageHead title={t(registerWords.title)} lead={t(registerWords.lead)} />
      <ActForm<typeof registerRequest, Typed>
        contract={registerRequest}
        draft="request-new"
        initial={blank(today())}
        inputOf={typed => ({ params: { agencyId }, body: bodyOf(typed, papers) })}
        fieldOf={fieldOf}
        submit={registerWords.title}
        refresh={[listRequests, countRequests]}
        done={setAnswer}
      >
        <ArrivalFields />
        <ApplicantFields />
        <WantedFields />
        <PapersField papers={papers} set={setPapers} />
      </ActForm>
    </div>
  )
}
