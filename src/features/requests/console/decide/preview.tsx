/** The letter as it reads from what is typed; its editable parts are fields of the same form. */
import { Form } from 'antd'
import { useRead } from '../../../../kit/console/api.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMay } from '../../../../kit/console/me.tsx'
import { Loaded } from '../../../../kit/console/states.tsx'
import { useLater } from '../../../../kit/console/use-later.ts'
import { actInputs, previewDraft, type RequestView, tryDraft } from '../../contract/index.ts'
import { LetterPaper, type LetterView } from '../letter-paper.tsx'
import { draftWords } from '../words/draft-words.ts'
import { type Saved, savedOf, type TypedDraft } from './typed.ts'

const pause = 500

export function Preview({ view }: { readonly view: RequestView }) {
  const t = useTell()
  const may = useMay()
  const typed: TypedDraft = Form.useWatch([], Form.useFormInstance()) ?? {}
  const edits: Saved['edits'] | undefined = Form.useWatch('edits', { form: Form.useFormInstance(), preserve: true })
  const saved = savedOf({ ...typed, edits: edits ?? {} })
  return (
    <section className="r-decide-letter" aria-labelledby="letter-preview">
      <h2 id="letter-preview">{t(draftWords.preview)}</h2>
      {typed.decision === undefined && <p className="note">{t(draftWords.previewFirst)}</p>}
      {may(tryDraft) ? <AsTyped view={view} saved={saved} /> : <AsSaved view={view} />}
    </section>
  )
}

function AsTyped({ view, saved }: { readonly view: RequestView; readonly saved: Saved }) {
  const { agencyId, id } = view.case
  const asked = useLater(JSON.stringify(saved), pause)
  const body: Saved = JSON.parse(asked)
  const enabled = actInputs.saveDraft.safeParse(body).success
  const query = useRead(tryDraft, { params: { agencyId, requestId: id }, body }, { enabled })
  return enabled && <Loaded query={query}>{letter => <Editable letter={letter} edits={saved.edits} />}</Loaded>
}

function Editable({ letter, edits }: { readonly letter: LetterView; readonly edits: Saved['edits'] }) {
  const form = Form.useFormInstance()
  // Edits are no field of their own: what is typed into a block is kept under its id.
  const edit = (block: string, text: string) => form.setFieldValue(['edits', block], text)
  return (
    <>
      {[...new Set([...letter.blocks.flatMap(({ id, locked }) => (locked ? [] : [id])), 'explanation'])].map(id => (
        <Form.Item key={id} name={['edits', id]} hidden>
          <input />
        </Form.Item>
      ))}
      <LetterPaper letter={letter} edits={edits} edit={edit} />
    </>
  )
}

function AsSaved({ view }: { readonly view: RequestView }) {
  const t = useTell()
  const { agencyId, id, draft, version } = view.case
  const query = useRead(previewDraft, { params: { agencyId, requestId: id } }, { enabled: draft !== null })
  if (!draft) return null
  return (
    <>
      <p className="note">{t(draftWords.previewSaved)}</p>
      <Loaded query={query}>{letter => <LetterPaper key={version} letter={letter} />}</Loaded>
    </>
  )
}
