/** One request becomes several (办法4), or goes into another of the same applicant. */
import { Button, Form } from 'antd'
import { useRead } from '../../../../kit/console/api.tsx'
import { ChoiceField, TextField } from '../../../../kit/console/fields.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { LongField } from '../../../../kit/console/more-fields.tsx'
import { listRequests } from '../../contract/index.ts'
import { actWords } from '../words/act-words.ts'
import { type ActProps, CaseActForm, type Told } from './act-form.tsx'

const fewest = 2
const blankPart = { title: '', features: '' }

export function SplitForm(props: ActProps) {
  const t = useTell()
  const { title, features } = props.view.case.wanted
  return (
    <CaseActForm<'split', Told<'split'>>
      {...props}
      act="split"
      initial={{ parts: [{ title, features }, blankPart] }}
      toldOf={typed => typed}
    >
      <Form.List name="parts">
        {(parts, { add, remove }) => (
          <>
            {parts.map(({ key, name }) => (
              <fieldset key={key} className="c-leader">
                <legend>
                  {t(actWords.part(name + 1))} {name === 0 && t(actWords.partFirst)}
                </legend>
                <TextField name={[name, 'title']} label={t(actWords.partTitle)} most={200} required />
                <LongField name={[name, 'features']} label={t(actWords.partFeatures)} most={2000} />
                {parts.length > fewest && name > 0 && (
                  <Button size="small" onClick={() => remove(name)}>
                    {t(actWords.removePart)}
                  </Button>
                )}
              </fieldset>
            ))}
            <Button onClick={() => add(blankPart)}>{t(actWords.addPart)}</Button>
          </>
        )}
      </Form.List>
    </CaseActForm>
  )
}

const shown = 200

export function MergeForm(props: ActProps) {
  const t = useTell()
  const { agencyId, id: self } = props.view.case
  const open = useRead(listRequests, { params: { agencyId }, query: { standing: 'open', limit: shown } })
  const similar = props.view.evidence.similar
  const rest = (open.data?.items ?? []).filter(({ id }) => !similar.some(one => one.id === id))
  const choices = [...similar, ...rest]
    .filter(({ id }) => id !== self)
    .map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))
  return (
    <CaseActForm<'merge', Told<'merge'>>
      {...props}
      act="merge"
      initial={{ into: '', reason: '' }}
      toldOf={typed => typed}
    >
      <ChoiceField name="into" label={t(actWords.into)} help={t(actWords.intoHelp)} choices={choices} required />
      <LongField name="reason" label={t(actWords.reason)} most={1000} required />
    </CaseActForm>
  )
}
