/** A button that acts: it shows only where it may be used, asks first where the act weighs, and offers the way back. */
import { Button, type ButtonProps, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { Said } from '../../domain/kernel/lang.ts'
import type { AnswerOf, CallOf, Contract } from '../contract.ts'
import { useAct } from './api.tsx'
import { useTell } from './language.tsx'
import { useMay } from './me.tsx'
import { Trouble } from './states.tsx'
import { useToast } from './toast.tsx'
import { words } from './words.ts'

interface Props<C extends Contract> {
  readonly contract: C
  /** What is sent; `reason` as typed, where one is asked for. */
  readonly inputOf: (reason: string) => CallOf<C>
  readonly label: string
  /** What screen readers say, where the label alone does not tell which. */
  readonly name?: string
  /** Asked before it is done. */
  readonly ask?: { readonly title: Said; readonly text: Said; readonly reason?: boolean }
  readonly danger?: boolean
  readonly type?: NonNullable<ButtonProps['type']>
  readonly small?: boolean
  readonly refresh?: readonly Contract[]
  readonly done?: (answer: AnswerOf<C>) => void
  /** Said when it is done. */
  readonly news?: Said
  readonly undo?: () => void
}

export function ActButton<C extends Contract>(props: Props<C>) {
  const may = useMay()
  return may(props.contract) ? <AllowedButton {...props} /> : null
}

/** The same for one's own things, which need no role. */
export function AllowedButton<C extends Contract>(props: Props<C>) {
  const { contract, ask, label, name, danger = false, type = 'default', small = false, refresh = [] } = props
  const t = useTell()
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const act = useAct(contract, {
    refresh,
    done: answer => {
      setOpen(false)
      if (props.news) toast(t(props.news), props.undo)
      props.done?.(answer)
    },
  })
  const press = () => {
    act.reset()
    if (ask) setOpen(true)
    else act.mutate(props.inputOf(''))
  }
  return (
    <>
      <Button
        onClick={press}
        danger={danger}
        type={type}
        size={small ? 'small' : 'middle'}
        loading={act.isPending && !open}
        aria-label={name}
      >
        {label}
      </Button>
      {ask && (
        <Modal
          open={open}
          title={t(ask.title)}
          footer={null}
          onCancel={() => setOpen(false)}
          destroyOnHidden
          closable={{ 'aria-label': t(words.close) }}
        >
          <Question
            text={t(ask.text)}
            reason={ask.reason ?? false}
            label={label}
            danger={danger}
            busy={act.isPending}
            cancel={() => setOpen(false)}
            ok={reason => act.mutate(props.inputOf(reason))}
          />
          {act.error && <Trouble error={act.error} />}
        </Modal>
      )}
      {!ask && act.error && <Trouble error={act.error} retry={press} />}
    </>
  )
}

interface QuestionProps {
  readonly text: string
  readonly reason: boolean
  readonly label: string
  readonly danger: boolean
  readonly busy: boolean
  readonly cancel: () => void
  readonly ok: (reason: string) => void
}

const leastReason = 2

function Question({ text, reason, label, danger, busy, cancel, ok }: QuestionProps) {
  const t = useTell()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [short, setShort] = useState(false)
  const go = () => {
    const tooShort = reason && typed.trim().length < leastReason
    setShort(tooShort)
    if (!tooShort) ok(typed)
  }
  return (
    <form
      className="c-question"
      onSubmit={event => {
        event.preventDefault()
        go()
      }}
    >
      <p>{text}</p>
      {reason && (
        <label className="c-reason" htmlFor={id}>
          {t(words.reason)}
          <Input id={id} value={typed} onChange={e => setTyped(e.target.value)} maxLength={200} aria-invalid={short} />
        </label>
      )}
      {short && (
        <p className="c-wrong" role="alert">
          {t(words.reasonShort)}
        </p>
      )}
      <div className="c-form-acts">
        <Button type="primary" danger={danger} htmlType="submit" loading={busy}>
          {label}
        </Button>
        <Button onClick={cancel}>{t(words.cancel)}</Button>
      </div>
    </form>
  )
}
