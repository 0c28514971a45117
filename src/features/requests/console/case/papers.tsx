/** The papers of a case: added, taken out, checked for personal data, removed. */

import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useId, useState } from 'react'
import { useAct } from '../../../../kit/console/api.tsx'
import { ActButton } from '../../../../kit/console/ask.tsx'
import { base64Of, FileLink, FilePicker } from '../../../../kit/console/file.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { Mark } from '../../../../kit/console/mark.tsx'
import { useMay } from '../../../../kit/console/me.tsx'
import { Trouble } from '../../../../kit/console/states.tsx'
import { useToast } from '../../../../kit/console/toast.tsx'
import { Isolated } from '../../../../ui/isolated.tsx'
import {
  addPaper,
  type GivenKind,
  getRequest,
  givenKinds,
  paperFile,
  paperKinds,
  type RequestView,
  removePaper,
  scanPaper,
} from '../../contract/index.ts'
import { mostBytes } from '../register/papers-field.tsx'
import { useAgency } from '../use-agency.ts'
import { caseWords } from '../words/case-words.ts'
import { registerWords } from '../words/register-words.ts'
import { useCase } from './case-context.ts'
import { Section } from './section.tsx'

type Paper = RequestView['papers'][number]

export function PapersPart() {
  const t = useTell()
  const may = useMay()
  const { own } = useAgency()
  const { papers, case: of } = useCase().view
  return (
    <Section title={t(caseWords.papers)}>
      {papers.length === 0 && <p className="note">{t(caseWords.noPapers)}</p>}
      <ul className="r-papers">
        {papers.map(paper => (
          <One key={paper.id} paper={paper} />
        ))}
      </ul>
      {own && of.state !== 'archived' && may(addPaper) && <Add />}
    </Section>
  )
}

function One({ paper }: { readonly paper: Paper }) {
  const t = useTell()
  const may = useMay()
  const { view } = useCase()
  const { own } = useAgency()
  const { agencyId, id: requestId } = view.case
  const { id, name, kind } = paper
  const isOpen = view.case.state !== 'archived'
  const canGo = isOpen && kind !== 'letter' && !view.case.draft?.attachments.includes(id)
  return (
    <li>
      <div>
        <span className="r-paper-kind">{t(paperKinds[kind])}</span> <Isolated>{name}</Isolated>
        <Found paper={paper} />
      </div>
      <div className="c-row-acts">
        {own && (
          <FileLink
            contract={paperFile}
            params={{ agencyId, requestId, paperId: id }}
            small
            label={t(caseWords.download)}
            name={t(caseWords.downloadOf(name))}
          />
        )}
        {own && isOpen && may(scanPaper) && kind === 'material' && (
          <Link
            to="/requests/$requestId/papers/$paperId"
            params={{ requestId, paperId: id }}
            aria-label={t(caseWords.redactOf(name))}
          >
            {t(caseWords.redact)}
          </Link>
        )}
        {own && canGo && (
          <ActButton
            contract={removePaper}
            small
            label={t(caseWords.remove)}
            name={t(caseWords.removeOf(name))}
            ask={{ title: caseWords.removeTitle, text: caseWords.removeText }}
            inputOf={() => ({ params: { agencyId, requestId, paperId: id } })}
            refresh={[getRequest]}
            news={caseWords.removed}
          />
        )}
      </div>
    </li>
  )
}

function Found({ paper: { found } }: { readonly paper: Paper }) {
  const t = useTell()
  if (found === null) return null
  if (found.length === 0) return <Mark look="ok">{t(caseWords.clean)}</Mark>
  const words = found.map(({ label, count }) => t(caseWords.foundIn(t(label), count))).join('，')
  return <Mark look="warning">{words}</Mark>
}

function Add() {
  const t = useTell()
  const id = useId()
  const toast = useToast()
  const { agencyId, id: requestId } = useCase().view.case
  const [kind, setKind] = useState<GivenKind>('material')
  const [tooBig, setTooBig] = useState(false)
  const add = useAct(addPaper, { refresh: [getRequest], done: () => toast(t(caseWords.added)) })
  const choose = async (file: File) => {
    setTooBig(file.size > mostBytes)
    if (file.size > mostBytes) return
    add.mutate({ params: { agencyId, requestId }, body: { kind, name: file.name, file: await base64Of(file) } })
  }
  const again = add.variables
  return (
    <>
      <div className="r-add-paper">
        <label htmlFor={id}>{t(registerWords.paperKind)}</label>
        <Select<GivenKind>
          id={id}
          value={kind}
          onChange={setKind}
          options={givenKinds.map(value => ({
            value,
            label: t(paperKinds[value]),
          }))}
          popupMatchSelectWidth={false}
        />
        <FilePicker label={t(caseWords.addPaper)} accept="" chosen={null} choose={choose} />
      </div>
      {tooBig && (
        <p className="c-wrong" role="alert">
          {t(registerWords.tooBig)}
        </p>
      )}
      {add.error && <Trouble error={add.error} retry={again && (() => add.mutate(again))} />}
    </>
  )
}
