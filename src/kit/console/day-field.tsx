/** A day, typed and shown in the language of the page: the browser's own field would follow the browser's. */
import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useTell } from './language.tsx'
import { typedDay } from './typed-day.ts'
import { words } from './words.ts'

interface Props {
  readonly id: string
  /** `2026-11-23`, or empty. */
  readonly value: string
  readonly change: (value: string) => void
}

const whole = /^\d{4}-\d{2}-\d{2}$/

/** Told as soon as it is whole; other ways to write it when the field is left. What cannot be a day stays to be mended. */
export function DayField({ id, value, change }: Props) {
  const t = useTell()
  const [typed, setTyped] = useState(value)
  const [left, setLeft] = useState(false)
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
  }
  const wrong = left && typed !== '' && typedDay(typed) === null
  const hint = `${id}-hint`
  return (
    <>
      <Input
        id={id}
        value={typed}
        placeholder={t(words.dayForm)}
        maxLength={20}
        aria-invalid={wrong}
        aria-describedby={wrong ? hint : undefined}
        onChange={event => type(event.target.value)}
        onBlur={() => tell(typed)}
        onPressEnter={() => tell(typed)}
      />
      {wrong && (
        <p id={hint} className="c-wrong" role="alert">
          {t(words.dayWrong)}
        </p>
      )}
    </>
  )
}
