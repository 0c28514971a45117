/** Papers handed in, read into the page; they go with the form and are not kept in its draft. */

import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { base64Of, FilePicker } from '../../../../kit/console/file.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { Isolated } from '../../../../ui/isolated.tsx'
import { paperKinds } from '../../contract/index.ts'
import { registerWords } from '../words/register-words.ts'
import type { Body } from './typed.ts'

type Papers = Body['papers']
type PaperKind = Papers[number]['kind']

const handedIn = ['application', 'identity', 'authority', 'applicant_other'] as const satisfies PaperKind[]
export const mostBytes = 50_000_000
const mostPapers = 20

export function PapersField({ papers, set }: { readonly papers: Papers; readonly set: (papers: Papers) => void }) {
  const t = useTell()
  const id = useId()
  const [kind, setKind] = useState<PaperKind>('application')
  const [wrong, setWrong] = useState<'tooBig' | 'tooMany' | null>(null)
  const choose = async (file: File) => {
    const trouble = file.size > mostBytes ? 'tooBig' : papers.length >= mostPapers ? 'tooMany' : null
    setWrong(trouble)
    if (trouble === null) set([...papers, { kind, name: file.name, file: await base64Of(file) }])
  }
  return (
    <section aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{t(registerWords.papers)}</h2>
      <p className="note">{t(registerWords.papersHelp)}</p>
      <div className="r-add-paper">
        <label htmlFor={id}>{t(registerWords.paperKind)}</label>
        <Select<PaperKind>
          id={id}
          value={kind}
          onChange={setKind}
          options={handedIn.map(value => ({ value, label: t(paperKinds[value]) }))}
          popupMatchSelectWidth={false}
        />
        <FilePicker label={t(registerWords.add)} accept="" chosen={null} choose={choose} />
      </div>
      {wrong && (
        <p className="c-wrong" role="alert">
          {t(registerWords[wrong])}
        </p>
      )}
      <ul className="r-papers">
        {papers.map((paper, at) => (
          <li key={`${paper.kind} ${paper.name} ${paper.file.length}`}>
            <span className="r-paper-kind">{t(paperKinds[paper.kind])}</span> <Isolated>{paper.name}</Isolated>
            <Button
              size="small"
              type="text"
              aria-label={t(registerWords.removePaper(paper.name))}
              onClick={() => set(papers.filter((_, i) => i !== at))}
            >
              {t(registerWords.remove)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
