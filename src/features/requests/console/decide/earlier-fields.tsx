/** The answer a repeated request was given before (条例36(6)): chosen where it was given here, else from the paper record. */
import { AutoComplete, Form } from 'antd'
import { Field, TextField } from '../../../../kit/console/fields.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { choicesOf, OneOfField } from '../../../../kit/console/more-fields.tsx'
import { facts } from '../../../../law/facts.ts'
import type { RequestView } from '../../contract/index.ts'
import { draftWords } from '../words/draft-words.ts'

/** What is typed of it: of both ways, so that changing one's mind loses nothing. */
export interface TypedEarlier {
  readonly from: 'case' | 'paper'
  readonly reference?: string
  readonly number?: string
  readonly on?: string
}

const most = 100

export function EarlierFields({ view }: { readonly view: RequestView }) {
  const t = useTell()
  const from: TypedEarlier['from'] | undefined = Form.useWatch(['earlier', 'from'])
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{t(facts.earlier_answer)}</h2>
      <OneOfField
        name={['earlier', 'from']}
        label={t(draftWords.earlierFrom)}
        choices={choicesOf({ case: draftWords.earlierHere, paper: draftWords.earlierOnPaper }, t)}
        required
      />
      {from === 'paper' ? (
        <div className="c-fields">
          <TextField name={['earlier', 'number']} label={t(draftWords.earlierNumber)} most={most} required />
          <TextField name={['earlier', 'on']} label={t(draftWords.earlierOn)} kind="date" required />
        </div>
      ) : (
        <Field
          name={['earlier', 'reference']}
          label={t(draftWords.earlierReference)}
          help={t(draftWords.earlierHelp)}
          required
        >
          <AutoComplete options={answeredAlike(view)} maxLength={most} />
        </Field>
      )}
    </section>
  )
}

/** The applicant's own, alike and answered, as the evidence has them. */
function answeredAlike({ evidence }: RequestView) {
  return evidence.similar
    .filter(({ outcome }) => outcome !== null)
    .map(({ number, title, receivedOn }) => ({ value: number, label: `${number} ${title} ${receivedOn ?? ''}` }))
}
