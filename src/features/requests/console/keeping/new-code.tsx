/** The button on a case by which an applicant who lost the code gets a new one, identity checked. */
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { identityKinds } from '../../../../domain/request/intake/fields.ts'
import { ChoiceField } from '../../../../kit/console/fields.tsx'
import { ActForm } from '../../../../kit/console/form.tsx'
import { useTell } from '../../../../kit/console/language.tsx'
import { useMay, useMe } from '../../../../kit/console/me.tsx'
import { choicesOf } from '../../../../kit/console/more-fields.tsx'
import { words } from '../../../../kit/console/words.ts'
import { codeAskers, newCode } from '../../contract/keeping.ts'
import { getRequest } from '../../contract/reads.ts'
import { codeWords } from './words.ts'

interface Props {
  readonly requestId: string
  readonly number: string
}

type Typed = { readonly asker: keyof typeof codeAskers; readonly proof: keyof typeof identityKinds }
const usual: Typed = { asker: 'applicant', proof: 'id_card' }

export function NewCode({ requestId, number }: Props) {
  const t = useTell()
  const may = useMay()
  const { agencyId } = useMe()
  const [open, setOpen] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  if (!may(newCode)) return null
  const show = () => {
    setCode(null)
    setOpen(true)
  }
  return (
    <>
      <Button size="small" onClick={show}>
        {t(codeWords.give)}
      </Button>
      <Modal
        open={open}
        title={t(codeWords.title(number))}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
        closable={{ 'aria-label': t(words.close) }}
      >
        {code === null ? (
          <>
            <p>{t(codeWords.lead)}</p>
            <ActForm
              contract={newCode}
              initial={usual}
              inputOf={(body: Typed) => ({ params: { agencyId, requestId }, body })}
              submit={codeWords.give}
              refresh={[getRequest]}
              done={answer => setCode(answer.queryCode)}
            >
              <ChoiceField
                name="asker"
                label={t(codeWords.asker)}
                required
                choices={Object.entries(codeAskers).map(([value, said]) => ({ value, label: t(said) }))}
              />
              <ChoiceField name="proof" label={t(codeWords.proof)} required choices={choicesOf(identityKinds, t)} />
            </ActForm>
          </>
        ) : (
          <section className="c-once" aria-label={t(codeWords.once)}>
            <p>{t(codeWords.onceLead)}</p>
            <p className="c-once-value">
              <code>{code}</code>
            </p>
          </section>
        )}
      </Modal>
    </>
  )
}
