/** One letter opened: read, edited where it may be, taken out as a file, recalled while there is time. */
import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useAct, useRead } from '../../../../kit/console/api.tsx'
import { FileLink } from '../../../../kit/console/file.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMay } from '../../../../kit/console/me.tsx'
import { Loaded, Trouble } from '../../../../kit/console/states.tsx'
import { useToast } from '../../../../kit/console/toast.tsx'
import { words } from '../../../../kit/console/words.ts'
import { shanghaiMinute } from '../../../../ui/day.ts'
import { editLetter, getLetter, letterFile, type RequestView } from '../../contract/index.ts'
import { letterName } from '../letter-name.ts'
import { LetterPaper, type LetterView } from '../letter-paper.tsx'
import { caseWords } from '../words/case-words.ts'
import { ActLink } from './act-link.tsx'
import { useCase } from './case-context.ts'

interface Props {
  readonly letter: RequestView['case']['letters'][number]
  readonly close: () => void
}

export function LetterSheet({ letter, close }: Props) {
  const t = useTell()
  const { agencyId, id: requestId } = useCase().view.case
  const params = { agencyId, requestId, letterId: letter.id }
  const query = useRead(getLetter, { params })
  return (
    <Modal
      open
      width={880}
      title={t(letterName(letter.letter))}
      footer={null}
      onCancel={close}
      closable={{ 'aria-label': t(words.close) }}
    >
      <Loaded query={query}>{view => <Opened key={view.id} view={view} params={params} close={close} />}</Loaded>
    </Modal>
  )
}

const letterFormats = ['docx', 'pdf'] as const

interface OpenedProps {
  readonly view: LetterView
  readonly params: { readonly agencyId: string; readonly requestId: string; readonly letterId: string }
  readonly close: () => void
}

function Opened({ view, params, close }: OpenedProps) {
  const t = useTell()
  const may = useMay()
  const toast = useToast()
  const [edits, setEdits] = useState<Readonly<Record<string, string>>>({})
  const save = useAct(editLetter, {
    refresh: [getLetter],
    done: () => {
      setEdits({})
      toast(t(caseWords.letterSaved))
    },
  })
  const editable = view.state === 'drafted' && may(editLetter)
  const dirty = Object.keys(edits).length > 0
  return (
    <>
      <LetterPaper
        letter={view}
        edits={edits}
        {...(editable ? { edit: (id: string, text: string) => setEdits({ ...edits, [id]: text }) } : {})}
      />
      {save.error && <Trouble error={save.error} />}
      {view.signature && <Signature of={view.signature} />}
      {view.recallUntil && <Recall until={view.recallUntil} />}
      <div className="c-form-acts">
        {editable && (
          <Button
            type="primary"
            disabled={!dirty}
            loading={save.isPending}
            onClick={() => save.mutate({ params, body: { edits } })}
          >
            {t(caseWords.saveLetter)}
          </Button>
        )}
        {letterFormats.map(format => (
          <FileLink
            key={format}
            contract={letterFile}
            params={{ ...params, format }}
            label={`${t(caseWords.download)} ${format.toUpperCase()}`}
          />
        ))}
        {!dirty && (
          <span onClickCapture={close}>
            <ActLink act={view.state === 'drafted' ? 'issueLetter' : 'recallLetter'} target={params.letterId} usual />
          </span>
        )}
      </div>
    </>
  )
}

function Signature({ of }: { readonly of: NonNullable<LetterView['signature']> }) {
  const t = useTell()
  const says = { waiting: caseWords.signatureWaits, broken: caseWords.signatureBroken }
  return (
    <p className="note">
      {t(of.state === 'holds' ? caseWords.signatureHolds(of.at ? shanghaiMinute(of.at) : '') : says[of.state])}
      {of.certificate && t(caseWords.signatureKey(shortKey(of.certificate)))}
      {of.trouble && `：${t(of.trouble)}`}
    </p>
  )
}

/** Enough of it to tell keys apart. */
function shortKey(key: string): string {
  return `${key.slice(0, 10)}…${key.slice(-6)}`
}

const second = 1_000
const minute = 60

/** How long the letter may still be called back. */
function Recall({ until }: { readonly until: string }) {
  const t = useTell()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), second)
    return () => clearInterval(timer)
  }, [])
  const left = Math.ceil((Date.parse(until) - now) / second)
  const shown = `${Math.floor(left / minute)}:${String(left % minute).padStart(2, '0')}`
  return (
    <p className="note" role="timer">
      {left > 0 ? t(caseWords.recallLeft(shown)) : t(caseWords.recallOver)}
    </p>
  )
}
