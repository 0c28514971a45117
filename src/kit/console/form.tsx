/**
 * A form that carries out a contract: checked by the contract's own schema before it is sent, told at the field what
 * is wrong, sent once however often it is tried, saved as a draft while typed, guarded when left.
 */
import { Button, Form, type FormInstance } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { Said } from '../../domain/kernel/lang.ts'
import { Icon } from '../../ui/icon.tsx'
import type { ApiProblem } from '../client.ts'
import type { AnswerOf, CallOf, Contract } from '../contract.ts'
import { type FieldTrouble, fieldTroubles } from '../field-words.ts'
import { useAct } from './api.tsx'
import { useDraft } from './draft.tsx'
import { DraftNote } from './draft-note.tsx'
import { useTell } from './language.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { Trouble } from './states.tsx'
import { words } from './words.ts'

interface Props<C extends Contract, V extends object> {
  readonly contract: C
  /** What is sent, from what is typed. */
  readonly inputOf: (values: V) => CallOf<C>
  readonly initial: V
  /** Key of the draft; none for what must not be kept, such as passwords. */
  readonly draft?: string
  readonly submit?: Said
  /** Where another button of the page is the one that stands out. */
  readonly quiet?: boolean
  /** Buttons beside the first. */
  readonly beside?: ReactNode
  readonly done?: (answer: AnswerOf<C>) => void
  readonly refresh?: readonly Contract[]
  /** Field of the form for a place of the body, where they differ. */
  readonly fieldOf?: (path: readonly PropertyKey[]) => readonly PropertyKey[]
  readonly children: ReactNode
}

export function ActForm<C extends Contract, V extends object>(props: Props<C, V>) {
  const { contract, initial, submit = words.save, quiet = false, beside, children } = props
  const t = useTell()
  const [form] = Form.useForm<V>()
  const name = contract.id.replace('.', '-')
  const [wrong, setWrong] = useState(0)
  const dirty = useRef(false)
  const draft = useDraft(props.draft ?? null, data => {
    form.setFieldsValue(data as never)
    dirty.current = true
  })
  const unsaved = () => dirty.current && (props.draft === undefined || ['waiting', 'failed'].includes(draft.state.is))

  const show = (troubles: readonly FieldTrouble[]) => {
    setWrong(troubles.length)
    showTroubles(form, name, troubles, t, props.fieldOf)
  }
  const act = useAct(contract, {
    ...(props.refresh ? { refresh: props.refresh } : {}),
    done: answer => {
      dirty.current = false
      // A draft that cannot be dropped only comes back once more, with its own button to drop it.
      draft.drop().catch(() => undefined)
      props.done?.(answer)
    },
  })
  const send = (values: V) => {
    const input = props.inputOf(values)
    const troubles = contract.body ? fieldTroubles(contract.body, (input as { readonly body?: unknown }).body) : []
    show(troubles)
    if (troubles.length === 0) act.mutate(input, { onError: error => show(troublesOf(error)) })
  }
  const changed = (_: unknown, values: V) => {
    dirty.current = true
    if (props.draft !== undefined) draft.change(values as Readonly<Record<string, unknown>>)
  }
  const dropDraft = async () => {
    await draft.drop()
    form.resetFields()
    dirty.current = false
  }

  return (
    <Form
      form={form}
      name={name}
      layout="vertical"
      initialValues={initial}
      onFinish={send}
      onValuesChange={changed}
      className="c-form"
      noValidate
      requiredMark={(label, { required }) => <RequiredLabel label={label} required={required} />}
    >
      <DraftNote state={draft.state} drop={dropDraft} />
      {wrong > 0 && (
        <p className="c-wrong" role="alert">
          <Icon name="error" /> {t(words.wrong(wrong))}
        </p>
      )}
      {children}
      {act.error && <Trouble error={act.error} retry={act.error.problem.status === 0 ? form.submit : undefined} />}
      <div className="c-form-acts">
        <Button type={quiet ? 'default' : 'primary'} htmlType="submit" loading={act.isPending}>
          {t(submit)}
        </Button>
        {beside}
      </div>
      <LeaveGuard active={unsaved} />
    </Form>
  )
}

function RequiredLabel({ label, required }: { readonly label: ReactNode; readonly required: boolean }) {
  const t = useTell()
  return (
    <>
      {label}
      {required && <span className="c-required">{t(words.required)}</span>}
    </>
  )
}

function showTroubles<V>(
  form: FormInstance<V>,
  name: string,
  troubles: readonly FieldTrouble[],
  t: ReturnType<typeof useTell>,
  fieldOf: Props<Contract, object>['fieldOf'],
): void {
  const fields = troubles.map(({ path, says }) => ({
    name: [...(fieldOf?.(path) ?? path)].map(part => (typeof part === 'symbol' ? String(part) : part)),
    errors: [t(says)],
  }))
  if (fields.length > 0) form.setFields(fields as never)
  document.getElementById([name, ...(fields[0]?.name ?? [])].join('_'))?.focus()
}

/** The places a server found at fault, as paths of the form. */
function troublesOf({ problem }: ApiProblem): readonly FieldTrouble[] {
  const told = problem.errors ?? (problem.at === undefined ? [] : [{ at: problem.at, says: problem.says }])
  return told.map(({ at, says }) => ({
    path: at
      .replace(/^body\./, '')
      .split('.')
      .map(part => (/^\d+$/.test(part) ? Number(part) : part)),
    says,
  }))
}
