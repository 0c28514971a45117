/** A day, typed and shown as 2026-03-09 in every browser: the browser's own field would follow the browser's language. */
import { Form, Input } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { useTell } from './language.tsx'
import { typedDay } from './typed-day.ts'
import { words } from './words.ts'

interface Props {
  readonly id: string
  /** `2026-11-23`, or empty; in a form also what was typed in its place. */
  readonly value: string
  readonly change: (value: string) => void
  /** In a form: what is no day is told too, so that it is refused at its place and no former day is sent instead. */
  readonly whatever?: boolean
  readonly disabled?: boolean
  readonly required?: boolean
  /** In a form, which tells what is wrong when it is sent: a sentence on leaving would move its button away from the mouse. */
  readonly told?: boolean
}

const whole = /^\d{4}-\d{2}-\d{2}$/

/** Told as soon as it is whole; other ways to write it when the field is left. What cannot be a day stays to be mended. */
export function DayField(props: Props) {
  const { id, value, change, whatever = false, disabled = false, required = false, told } = props
  const t = useTell()
  const [typed, setTyped] = useState(value)
  const [left, setLeft] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  useEffect(() => setTyped(value), [value])
  const tell = (text: string) => {
    const day = text.trim() === '' ? '' : typedDay(text)
    if (day !== null && day !== value) change(day)
    else if (day !== null) setTyped(day)
    setLeft(day === null)
  }
  const type = (text: string) => {
    setTyped(text)
    if (text === '' || (whole.test(text) && typedDay(text) !== null)) tell(text)
    else if (whatever) change(text)
  }
  const pick = () => !disabled && picker.current?.showPicker()
  // As the browser's own field opens its calendar.
  const keyed = (event: KeyboardEvent) => event.altKey && event.key === 'ArrowDown' && pick()
  const wrong = left && typed !== '' && typedDay(typed) === null
  const hint = `${id}-hint`
  return (
    <div className="c-dayfield">
      <Input
        id={id}
        value={typed}
        placeholder={t(words.dayForm)}
        maxLength={20}
        autoComplete="off"
        disabled={disabled}
        aria-invalid={wrong || told === true}
        {...(wrong ? { status: 'error' as const } : {})}
        aria-required={required || undefined}
        aria-describedby={wrong && told === undefined ? hint : undefined}
        onChange={event => type(event.target.value)}
        onBlur={() => tell(typed)}
        onPressEnter={() => tell(typed)}
        onKeyDown={keyed}
        suffix={
          <button type="button" className="c-dayfield-pick" tabIndex={-1} disabled={disabled} onClick={pick}>
            <Icon name="calendar" />
            <span className="visually-hidden">{t(words.dayPick)}</span>
          </button>
        }
      />
      <input
        ref={picker}
        type="date"
        className="c-dayfield-calendar"
        tabIndex={-1}
        aria-hidden="true"
        value={typedDay(typed) ?? ''}
        onChange={event => tell(event.target.value)}
      />
      {wrong && told === undefined && (
        <p id={hint} className="c-wrong" role="alert">
          {t(words.dayWrong)}
        </p>
      )}
    </div>
  )
}

interface ControlProps {
  /** Of the form's field, which gives all three. */
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (value: string) => void
  readonly disabled: boolean
  readonly required: boolean
}

/** The same as the control of a form's field. */
export function DayControl({ id = '', value, onChange, disabled, required }: ControlProps) {
  const told = Form.Item.useStatus().status === 'error'
  const change = (typed: string) => onChange?.(typed)
  return <DayField {...{ id, change, disabled, required, told }} value={value ?? ''} whatever />
}
