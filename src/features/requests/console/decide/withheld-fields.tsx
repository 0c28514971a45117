/** The parts withheld: which, on which ground the decision knows, of which kind, and why (条例37). */
import { Button, Form } from 'antd'
import type { DecisionInfo } from '../../../../domain/request/decision-info.ts'
import { ChoiceField, TextField } from '../../../../kit/console/fields.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { choicesOf, LongField } from '../../../../kit/console/more-fields.tsx'
import { type Exemption, exemptions } from '../../../../law/exemptions.ts'
import { draftWords } from '../words/draft-words.ts'

export function WithheldFields({ info }: { readonly info: DecisionInfo }) {
  const t = useTell()
  const blank = { part: '', exemption: info.exemptions[0], kind: null, reason: '' }
  return (
    <section aria-labelledby="withheld">
      <h2 id="withheld">{t(draftWords.withheld)}</h2>
      <p className="note">{t(draftWords.withheldHelp)}</p>
      <Form.List name="withheld">
        {(parts, { add, remove }) => (
          <>
            {parts.map(({ key, name }) => (
              <fieldset key={key} className="c-leader">
                <legend>{t(draftWords.nthPart(name + 1))}</legend>
                <TextField name={[name, 'part']} label={t(draftWords.part)} most={500} required />
                <Ground name={name} info={info} />
                <LongField name={[name, 'reason']} label={t(draftWords.reason)} most={2000} required />
                <Button size="small" onClick={() => remove(name)}>
                  {t(draftWords.removePart(name + 1))}
                </Button>
              </fieldset>
            ))}
            <Button onClick={() => add(blank)}>{t(draftWords.addPart)}</Button>
          </>
        )}
      </Form.List>
    </section>
  )
}

function Ground({ name, info }: { readonly name: number; readonly info: DecisionInfo }) {
  const t = useTell()
  const chosen = Form.useWatch(['withheld', name, 'exemption'])
  const known: Exemption | undefined = Object.entries(exemptions).find(([id]) => id === chosen)?.[1]
  return (
    <div className="c-fields">
      <ChoiceField
        name={[name, 'exemption']}
        label={t(draftWords.exemption)}
        choices={info.exemptions.map(id => ({ value: id, label: t(exemptions[id].label) }))}
        required
      />
      {known?.kinds && (
        <ChoiceField name={[name, 'kind']} label={t(draftWords.kind)} choices={choicesOf(known.kinds, t)} required />
      )}
    </div>
  )
}
