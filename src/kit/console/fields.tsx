/** The fields of forms: a label above, an example or explanation beneath, the error at the place. */
import { Checkbox, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { DayControl } from './day-field.tsx'

interface Props {
  readonly name: string | readonly (string | number)[]
  readonly label: string
  readonly help?: ReactNode
  readonly required?: boolean
  readonly children: ReactNode
}

/** Any control with `value` and `onChange`. */
export function Field({ name, label, help, required = false, children }: Props) {
  return (
    <Form.Item name={name as string} label={label} extra={help} required={required}>
      {children}
    </Form.Item>
  )
}

type TextProps = Omit<Props, 'children'> & {
  readonly kind?: 'text' | 'email' | 'tel' | 'date' | 'password' | 'number'
  readonly autoComplete?: string
  readonly most?: number
  readonly disabled?: boolean
}

/** A text of one line; a day is typed, or picked from the calendar. */
export function TextField({ kind = 'text', autoComplete = 'off', most, disabled = false, ...field }: TextProps) {
  const { required = false } = field
  if (kind === 'date') {
    return (
      <Field {...field}>
        <DayControl disabled={disabled} required={required} />
      </Field>
    )
  }
  const props = { autoComplete, disabled, ...(most === undefined ? {} : { maxLength: most }) }
  return (
    <Field {...field}>{kind === 'password' ? <Input.Password {...props} /> : <Input type={kind} {...props} />}</Field>
  )
}

export interface Choice {
  readonly value: string
  readonly label: string
}

type ChoiceProps = Omit<Props, 'children'> & { readonly choices: readonly Choice[]; readonly clear?: boolean }

export function ChoiceField({ choices, clear = false, ...field }: ChoiceProps) {
  return (
    <Field {...field}>
      <Select options={[...choices]} allowClear={clear} showSearch={choices.length > 8} optionFilterProp="label" />
    </Field>
  )
}

/** A yes or no, its words beside the box. */
export function TickField({ name, label, help }: Omit<Props, 'children' | 'required'>) {
  return (
    <Form.Item name={name as string} valuePropName="checked" extra={help}>
      <Checkbox>{label}</Checkbox>
    </Form.Item>
  )
}

/** What is typed for something that may be left out: blank is none. */
export function orNull(typed: string | null | undefined): string | null {
  const text = typed?.trim() ?? ''
  return text === '' ? null : text
}
